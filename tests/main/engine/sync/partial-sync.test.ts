import { describe, expect, it } from 'vitest';
import { listAccounts } from '#main/store/accounts.ts';
import { getGmailAccount } from '#main/store/gmail-accounts.ts';
import { getMessage, getRowIdByGmailId } from '#main/store/messages.ts';
import { aGmailServer } from '#tests/helpers/connected-gmail.ts';
import type { GmailServer } from '#tests/helpers/gmail-server/server.ts';
import { aLetter, aSentLetter, someLetters } from '#tests/helpers/letters.ts';
import { aWriter } from '#tests/helpers/test-writer.ts';
import type { TestWriter } from '#tests/helpers/writer.ts';

async function synced(
  count = 6,
): Promise<{ server: GmailServer; writer: TestWriter; ids: readonly string[]; sync: () => Promise<unknown> }> {
  const server = await aGmailServer({ messages: someLetters(count), unitsPerMinute: 1_000_000 });
  const writer = aWriter({ server });
  await writer.connect();
  const ids = server.mailbox.newestFirst().map(({ id }) => id);
  return { server, writer, ids, sync: async () => await writer.request('sync.run', {}) };
}

function labelsHere({ db }: TestWriter, gmailId: string): readonly string[] | undefined {
  const id = getRowIdByGmailId(db, gmailId);
  return id === undefined ? undefined : getMessage(db, id, () => [])?.labels.toSorted();
}

function expectInStep(writer: TestWriter, server: GmailServer): void {
  const there = server.mailbox
    .newestFirst()
    .filter(({ labels }) => !labels.has('DRAFT') && !labels.has('SPAM') && !labels.has('TRASH'));
  const named = there.map(({ id, labels }) => [
    id,
    [...labels].map((label) => server.mailbox.labelNames.get(label) ?? label).toSorted(),
  ]);
  expect(there.map(({ id }) => [id, labelsHere(writer, id)])).toEqual(named);
}

describe('a partial sync', () => {
  it('brings what arrived, in one listing and one get', async () => {
    const { server, writer, sync } = await synced();
    const before = server.quota.spent;
    server.mailbox.deliver(aLetter({ subject: 'news' }));
    await sync();
    expectInStep(writer, server);
    expect(server.quota.spent - before).toBeLessThanOrEqual(2 + 20 + 1);
  });

  it('takes over labels that were added and removed', async () => {
    const { server, writer, ids, sync } = await synced();
    server.mailbox.modify(ids[0] ?? '', ['STARRED'], ['INBOX', 'UNREAD']);
    server.mailbox.modify(ids[1] ?? '', [server.mailbox.createLabel('Made just now')], []);
    await sync();
    expectInStep(writer, server);
    expect(labelsHere(writer, ids[1] ?? '')).toContain('Made just now');
  });

  it('takes away what was deleted for good, and keeps what lies in the trash', async () => {
    const { server, writer, ids, sync } = await synced();
    server.mailbox.remove(ids[0] ?? '');
    server.mailbox.trash(ids[1] ?? '');
    await sync();
    expect(getRowIdByGmailId(writer.db, ids[0] ?? '')).toBeUndefined();
    expect(labelsHere(writer, ids[1] ?? '')).toContain('TRASH');
    expect(listAccounts(writer.db)[0]?.messageCount).toBe(5);
  });

  it('leaves drafts and spam, and brings spam that was none', async () => {
    const { server, writer, sync } = await synced();
    server.mailbox.createDraft(Buffer.from(aSentLetter().raw), undefined);
    const spam = server.mailbox.deliver({ ...aLetter(), labels: ['SPAM', 'UNREAD'] });
    await sync();
    expect(getRowIdByGmailId(writer.db, spam.id)).toBeUndefined();
    server.mailbox.modify(spam.id, ['INBOX'], ['SPAM']);
    await sync();
    expectInStep(writer, server);
  });

  it('survives changes of messages that it never saw, and of some that are gone', async () => {
    const { server, writer, sync } = await synced();
    const passing = server.mailbox.deliver(aLetter());
    server.mailbox.modify(passing.id, ['STARRED'], []);
    server.mailbox.remove(passing.id);
    await sync();
    expectInStep(writer, server);
  });

  it('stores the history id only after the last page', async () => {
    const { server, writer, sync } = await synced();
    const id = listAccounts(writer.db)[0]?.id;
    if (id === undefined) throw new Error('no account');
    const before = getGmailAccount(writer.db, id)?.historyId;
    server.mailbox.deliver(aLetter());
    server.faults.add({ on: 'users.history.list', fault: { kind: 'empty-page' } });
    server.faults.add({ on: 'users.history.list', fault: { kind: 'error', status: 400, reason: 'invalidArgument' } });
    await expect(sync()).rejects.toMatchObject({ kind: 'gmail-rejected' });
    expect(getGmailAccount(writer.db, id)?.historyId).toBe(before);
    await sync();
    expectInStep(writer, server);
  });

  it('keeps what the user did a moment ago over what Gmail still says', async () => {
    const { server, writer, ids, sync } = await synced();
    const inbox = ids.find((id) => labelsHere(writer, id)?.includes('INBOX')) ?? '';
    const rowId = getRowIdByGmailId(writer.db, inbox);
    server.mailbox.modify(inbox, [], ['INBOX']);
    server.mailbox.modify(inbox, ['INBOX', 'STARRED'], []);
    server.faults.add({ on: 'users.messages.modify', fault: { kind: 'error', status: 503 }, times: 99 });
    await writer.request('action.run', { ids: [rowId ?? 0], kind: 'archive' });
    await writer.context.triage.settled();
    const pass = writer.request('network.changed', { online: true });
    await pass;
    while (labelsHere(writer, inbox)?.includes('STARRED') !== true)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(labelsHere(writer, inbox)).not.toContain('INBOX');
    void sync;
  });
});

describe('when Gmail has forgotten the history', () => {
  it('finds what is new, what is gone and what is labelled otherwise, without getting anything twice', async () => {
    const { server, writer, ids, sync } = await synced(40);
    server.mailbox.deliver(aLetter({ subject: 'arrived meanwhile' }));
    server.mailbox.deliver({ ...aLetter(), labels: ['SPAM'] });
    server.mailbox.remove(ids[3] ?? '');
    server.mailbox.trash(ids[4] ?? '');
    server.mailbox.modify(ids[5] ?? '', ['STARRED', server.mailbox.createLabel('Later')], ['INBOX']);
    server.mailbox.history.expire();
    const gets = server.countCalls('users.messages.get');
    await sync();
    expectInStep(writer, server);
    expect(getRowIdByGmailId(writer.db, ids[3] ?? '')).toBeUndefined();
    expect(labelsHere(writer, ids[4] ?? '')).toContain('TRASH');
    expect(server.countCalls('users.messages.get') - gets).toBe(1);
    server.mailbox.deliver(aLetter({ subject: 'and after' }));
    await sync();
    expectInStep(writer, server);
  });

  it.each(['lists', 'refuses to list'])('keeps labels that Gmail does not name and %s', async (manner) => {
    const { server, writer, ids, sync } = await synced(10);
    server.mailbox.addUnlistedLabel(ids[0] ?? '', 'Label_77');
    await sync();
    expect(labelsHere(writer, ids[0] ?? '')).toContain('Label_77');
    if (manner === 'lists') server.mailbox.addUnlistedLabel(ids[1] ?? '', 'Label_77');
    else {
      const fault = { kind: 'error', status: 400, reason: 'invalidArgument' } as const;
      server.faults.add({ on: 'users.messages.list', query: 'Label_77', fault });
    }
    server.mailbox.history.expire();
    await sync();
    expectInStep(writer, server);
  });
});
