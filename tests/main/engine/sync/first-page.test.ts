import { describe, expect, it } from 'vitest';
import type { QueuePage } from '#core/contract/views.ts';
import { listProbes } from '#main/store/probes.ts';
import { listQueue } from '#main/store/queue.ts';
import { aGmailServer } from '#tests/helpers/connected-gmail.ts';
import type { GmailServer } from '#tests/helpers/gmail-server/server.ts';
import type { Seed } from '#tests/helpers/gmail-server/seed.ts';
import { aLetter, aSentLetter } from '#tests/helpers/letters.ts';
import { mailboxDifferences } from '#tests/helpers/mailbox-differences.ts';
import { aWriter } from '#tests/helpers/test-writer.ts';
import type { TestWriter } from '#tests/helpers/writer.ts';

const person = (index: number): string => `person${index}@firm${index}.example`;
/** Every tenth of them is somebody whom the owner has written to, long ago. */
const isFriend = (index: number): boolean => index % 10 === 3;

const FRIENDS_OF_50 = [3, 13, 23, 33, 43].map(person).toSorted();

function anInbox(senders: number): readonly Seed[] {
  return Array.from({ length: senders }, (_, index) => {
    const from = `Person ${index} <${person(index)}>`;
    const old = { at: Date.UTC(2019, 0, 1) + index * 60_000, labels: [] };
    return [
      aLetter({ from, labels: ['INBOX'] }),
      ...(isFriend(index)
        ? [1, 2, 3].flatMap(() => [
            aSentLetter({ ...old, to: person(index), labels: ['SENT'] }),
            aLetter({ ...old, from }),
          ])
        : []),
    ];
  }).flat();
}

const pageOf = (writer: TestWriter): QueuePage['items'] => listQueue(writer.db, { all: false, limit: 1000 }).items;

/** Signs in and stops the sync as soon as Gmail was asked about so many senders: no letter to them has come yet. */
async function probed(
  server: GmailServer,
  senders: number,
): Promise<{ writer: TestWriter; accountId: number; trips: number }> {
  const writer = aWriter({ server });
  const connecting = writer.request('account.connect', { clientJson: server.clientJson });
  await server.acceptConsent(await writer.nextUrl());
  const { id: accountId } = await connecting;
  while (listProbes(writer.db).length < senders) await new Promise((resolve) => setTimeout(resolve, 1));
  const trips = server.roundTrips;
  await writer.request('sync.pause', { accountId });
  await writer.context.triage.settled();
  return { writer, accountId, trips };
}

describe('from consent to a ranked first page', () => {
  it('takes no more than 20 round trips, a batch counted as one', async () => {
    const server = await aGmailServer({ messages: anInbox(50), unitsPerMinute: 1_000_000 });
    const { writer, trips } = await probed(server, 50);
    expect(pageOf(writer)).toHaveLength(50);
    expect(
      pageOf(writer)
        .slice(0, 5)
        .map(({ from }) => from.address)
        .toSorted(),
    ).toEqual(FRIENDS_OF_50);
    expect(trips).toBeLessThanOrEqual(20);
  });
});

describe('what Gmail knows of letters that are not here yet', () => {
  it('makes somebody known, says so, and is forgotten when the letters are here', async () => {
    const server = await aGmailServer({ messages: anInbox(50), unitsPerMinute: 1_000_000 });
    const { writer } = await probed(server, 50);
    const [first] = pageOf(writer);
    expect(first).toMatchObject({ lane: 'known' });
    expect(first?.reasons[0]?.text).toBe(
      'Gmail knows of about 3 messages that you sent them and of about 4 of theirs; not fetched yet',
    );
    expect(
      pageOf(writer)
        .slice(5)
        .every(({ lane }) => lane !== 'known'),
    ).toBe(true);
    await writer.request('sync.run', {});
    expect(await mailboxDifferences(writer.db, server)).toEqual([]);
    expect(listProbes(writer.db)).toEqual([]);
    expect(
      pageOf(writer)
        .slice(0, 5)
        .map(({ from }) => from.address)
        .toSorted(),
    ).toEqual(FRIENDS_OF_50);
    expect(JSON.stringify(pageOf(writer))).not.toContain('not fetched yet');
    expect(pageOf(writer)[0]?.reasons[0]?.text).toMatch(/^You wrote 3 times/);
  });

  it('ranks an inbox of 500 senders within a minute of the quota', async () => {
    const server = await aGmailServer({ messages: anInbox(500), unitsPerMinute: 1_000_000 });
    const { writer } = await probed(server, 500);
    const known = pageOf(writer).filter(({ lane }) => lane === 'known');
    expect(known.map(({ from }) => from.address).toSorted()).toEqual(
      Array.from({ length: 500 }, (_, index) => index)
        .filter(isFriend)
        .map(person)
        .toSorted(),
    );
    expect(pageOf(writer).slice(0, 50)).toEqual(known);
    expect(server.quota.spentBy.get('users.messages.list')).toBeLessThanOrEqual(3000);
  });

  it('is not asked of people on record, nor twice', async () => {
    const server = await aGmailServer({ messages: anInbox(50), unitsPerMinute: 1_000_000 });
    const { writer } = await probed(server, 50);
    const searches = (): number => server.calls.filter(({ query }) => query.startsWith('from:me to:')).length;
    expect(searches()).toBe(50);
    await writer.request('sync.run', {});
    expect(searches()).toBe(50);
  });
});
