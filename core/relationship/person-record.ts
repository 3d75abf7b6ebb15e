/** What is told of a person outside this folder. */
import type { PersonRecord } from './correspondence.ts';
import { ledgerAsOf, type Mailbox, mailboxesAsOf, nameOf } from './people.ts';

/** The record of whoever writes from a mailbox, as it stood at a moment. */
export function recordOf(mailbox: Mailbox, asOf: number): PersonRecord {
  const mailboxes = mailboxesAsOf(mailbox, asOf);
  const ledger = ledgerAsOf(mailbox, asOf);
  const { firstReceivedAt, lastReceivedAt, firstSentAt, lastSentAt, introduction } = ledger;
  return {
    key: (mailboxes[0] ?? mailbox).key,
    name: nameOf(mailbox.person),
    addresses: addressesOf(mailboxes),
    receivedCount: ledger.receivedCount,
    listedCount: ledger.listedCount,
    sentCount: ledger.sentCount,
    boundarySentCount: ledger.boundarySentCount,
    ...(firstReceivedAt === undefined ? {} : { firstReceivedAt }),
    ...(lastReceivedAt === undefined ? {} : { lastReceivedAt }),
    ...(firstSentAt === undefined ? {} : { firstSentAt }),
    ...(lastSentAt === undefined ? {} : { lastSentAt }),
    sharedThreadCount: ledger.sharedThreadCount,
    unansweredCount: ledger.unansweredCount,
    ...(introduction?.introducer
      ? { introducedBy: { ...introduction.introducer, at: introduction.at, messageId: introduction.messageId } }
      : {}),
    joins: joinsAsOf(mailbox, asOf).map(({ from, to, reason, wordId }) => ({
      ...reason,
      from,
      to,
      ...(wordId === undefined ? {} : { wordId }),
    })),
  };
}

/** Why the mailboxes that were one person at a moment are one. */
export function joinsAsOf(mailbox: Mailbox, asOf: number): Mailbox['person']['joins'] {
  const { joins } = mailbox.person;
  if (joins.length === 0) return joins;
  const keys = new Set(mailboxesAsOf(mailbox, asOf).map(({ key }) => key));
  return joins.filter(({ from, at }) => at <= asOf && keys.has(from));
}

/** The most used first. A mailbox that only others spoke of is written by its key. */
function addressesOf(mailboxes: readonly Mailbox[]): readonly string[] {
  const spellings = mailboxes.flatMap(({ key, spellings: own }) =>
    own.size > 0 ? [...own] : [[key, 0] as [string, number]],
  );
  return spellings.sort((a, b) => b[1] - a[1]).map(([address]) => address);
}
