/**
 * Whom the owner knows among the senders in the inbox, asked of Gmail without getting a message.
 *
 * One search a sender tells whether the owner ever wrote to him and how often: 5 units. Only of those to whom he did is
 * asked how often they wrote. So 500 senders take 2,500 units and a little, half a minute of the quota, and the queue is
 * ranked before the history has come. The latest letters to them are got first.
 */
import { mailboxKey } from '#core/mail/address.ts';
import { MOST_PROBED, type Probe } from '#core/relationship/probe.ts';
import { inTransaction } from '#main/store/database.ts';
import { WANTED_RANKS } from '#main/store/gmail-wanted.ts';
import { listUnprobedSenders, upsertProbes } from '#main/store/probes.ts';
import type { SyncScope } from './sync-scope.ts';
import { take } from './take.ts';

/** Of a first sync's senders the newest: more would take longer than it helps. */
const MOST_SENDERS = 500;
/** Stored together; what was asked is not asked again after a crash. */
const STEP = 50;
/** Of the letters to a sender the latest: they show how things stand. */
const LETTERS_TO_A_SENDER = 3;

/** Asks about all of whom neither the store nor an earlier answer knows, and wants the latest letters to them. */
export async function askAboutSenders(scope: SyncScope): Promise<void> {
  const { context, gmail, caller, id, account } = scope;
  const own = new Set([account.address, ...context.owner().addresses].map(mailboxKey));
  const senders = listUnprobedSenders(context.db, id, MOST_SENDERS).filter(
    // It becomes part of a search: nothing but a plain address.
    (address) => /^[\w.+-]+@[\w.-]+$/.test(address) && !own.has(mailboxKey(address)),
  );
  for (let start = 0; start < senders.length; start += STEP) {
    scope.signal?.throwIfAborted();
    const asked = senders.slice(start, start + STEP);
    const letters = await gmail.searchMany(
      asked.map((address) => `from:me to:${address}`),
      MOST_PROBED,
      caller,
    );
    const written = asked.filter((_, index) => (letters[index]?.messages.length ?? 0) > 0);
    const theirs = await gmail.searchMany(
      written.map((address) => `from:${address}`),
      MOST_PROBED,
      caller,
    );
    const askedAt = context.now();
    const probes = asked.map((address, index): Probe => ({
      address,
      sentCount: letters[index]?.messages.length ?? 0,
      receivedCount: theirs[written.indexOf(address)]?.messages.length ?? 0,
      askedAt,
    }));
    inTransaction(context.db, () => {
      upsertProbes(context.db, id, probes);
      for (const { messages } of letters) {
        const latest = messages.slice(0, LETTERS_TO_A_SENDER);
        take(
          scope,
          latest.map(({ gmailId }) => gmailId),
          WANTED_RANKS.toSenders,
        );
      }
    });
    context.triage.wake();
    await context.giveWay();
  }
}
