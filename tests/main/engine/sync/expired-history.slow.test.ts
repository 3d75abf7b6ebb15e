import { describe, expect, it } from 'vitest';
import { aGmailServer } from '#tests/helpers/connected-gmail.ts';
import { aLetter, someLetters } from '#tests/helpers/letters.ts';
import { mailboxDifferences } from '#tests/helpers/mailbox-differences.ts';
import { aWriter } from '#tests/helpers/test-writer.ts';

const COUNT = 1500;

describe('when Gmail has forgotten the history of 1,000 changes', () => {
  it('ends equal to the mailbox, and gets only what arrived', async () => {
    const server = await aGmailServer({ messages: someLetters(COUNT), unitsPerMinute: 10_000_000 });
    const writer = aWriter({ server });
    await writer.connect();
    expect(await mailboxDifferences(writer.db, server)).toEqual([]);
    const { mailbox } = server;
    const later = mailbox.createLabel('Later');
    const ids = mailbox.newestFirst().map(({ id }) => id);
    const changes = { deleted: 300, trashed: 50, starred: 250, read: 200, labelled: 100, arrived: 100 };
    let next = 0;
    const some = (count: number): readonly string[] => ids.slice(next, (next += count));
    for (const id of some(changes.deleted)) mailbox.remove(id);
    for (const id of some(changes.trashed)) mailbox.trash(id);
    for (const id of some(changes.starred)) mailbox.modify(id, ['STARRED'], []);
    for (const id of some(changes.read)) mailbox.modify(id, [], ['UNREAD', 'INBOX']);
    for (const id of some(changes.labelled)) mailbox.modify(id, [later], []);
    for (let count = 0; count < changes.arrived; count += 1) mailbox.deliver(aLetter());
    expect(await mailboxDifferences(writer.db, server)).not.toEqual([]);
    mailbox.history.expire();
    const gets = server.countCalls('users.messages.get');
    const spent = server.quota.spent;
    await writer.request('sync.run', {});
    expect(await mailboxDifferences(writer.db, server)).toEqual([]);
    expect(server.countCalls('users.messages.get') - gets).toBe(changes.arrived);
    // Getting the 1,300 that are left again would cost 26,000.
    expect(server.quota.spent - spent).toBeLessThan(100 * 20 + 300);
  });
});
