/** What is told of a person outside this folder. */
import type { PersonRecord } from './correspondence.ts';
import { nameOf, type Person } from './people.ts';

export function recordOf(person: Person): PersonRecord {
  const { ledger, mailboxes, joins } = person;
  const { firstReceivedAt, lastReceivedAt, firstSentAt, lastSentAt, introduction } = ledger;
  return {
    key: person.key,
    name: nameOf(person),
    addresses: addressesOf(person),
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
    joins: mailboxes.length > 1 ? joins.map(({ reason }) => reason) : [],
  };
}

/** The most used first. A mailbox that only others spoke of is written by its key. */
function addressesOf({ mailboxes }: Person): readonly string[] {
  const spellings = mailboxes.flatMap(({ key, spellings: own }) =>
    own.size > 0 ? [...own] : [[key, 0] as [string, number]],
  );
  return spellings.sort((a, b) => b[1] - a[1]).map(([address]) => address);
}
