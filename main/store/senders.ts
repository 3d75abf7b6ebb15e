/** "Who is this?" answered from the local record (mission S1). */
import { mailboxKey } from '#core/mail/address.ts';
import type { BoundaryView, SenderView } from '#core/contract/views.ts';
import type { PersonId } from '#core/mail/message.ts';
import type { Label, Lane } from '#core/triage/vocabulary.ts';
import { getPersonIdByKey, listAddresses } from './addresses.ts';
import { getCoverage } from './coverage.ts';
import { type ReadableDb, statement } from './database.ts';
import { getVerdict } from './judgements.ts';
import { countWithPerson, listWithPerson } from './message-summaries.ts';
import { getPerson, type StoredRecord } from './people.ts';
import { listOthers, listSenderMailboxes } from './sender-mailboxes.ts';

const MESSAGES_SHOWN = 200;

/** The person of an address; undefined where there is no mail with it. */
export function findPerson(db: ReadableDb, address: string): PersonId | undefined {
  return getPersonIdByKey(db, mailboxKey(address));
}

/** Undefined where there is no such person. */
export function getSender(
  db: ReadableDb,
  personId: PersonId,
  boundariesWith: (personId: PersonId) => readonly BoundaryView[],
): SenderView | undefined {
  const person = getPerson(db, personId);
  if (!person) return undefined;
  const addresses = listAddresses(db, personId);
  const messages = listWithPerson(db, personId, MESSAGES_SHOWN);
  const verdict = getVerdict(db, personId);
  const strength = Math.round(person.record?.strength.value ?? 0);
  const mailboxes = listSenderMailboxes(db, personId, person.record?.record);
  const joins = new Set(mailboxes.map(({ because }) => because?.text));
  return {
    personId,
    name: person.name,
    addresses: addressesInUse(addresses, person.record?.record.addresses ?? []),
    mailboxes,
    others: listOthers(db, personId),
    contributions: person.record?.strength.contributions ?? [],
    ...(person.record ? { likelyToAnswer: person.record.strength.likelyToAnswer } : {}),
    lane: verdict ?? latestLane(db, personId) ?? (strength > 0 ? 'acquaintance' : 'stranger'),
    strength,
    ...(verdict ? { verdict } : {}),
    ...countsOf(person.record, joins),
    labels: countLabels(db, personId),
    boundaries: boundariesWith(personId),
    messages,
    messageCount: countWithPerson(db, personId),
    coverage: getCoverage(db),
  };
}

/** As written, the most used first; the record may be older than the user's last word on who is who. */
function addressesInUse(
  addresses: readonly { readonly key: string; readonly address: string }[],
  recorded: readonly string[],
): readonly string[] {
  const keys = new Set(addresses.map(({ key }) => key));
  const known = recorded.filter((address) => keys.has(mailboxKey(address)));
  const knownKeys = new Set(known.map(mailboxKey));
  return [...known, ...addresses.filter(({ key }) => !knownKeys.has(key)).map(({ address }) => address)];
}

function countsOf(
  stored: StoredRecord | undefined,
  /** Told with the addresses. */
  joins: ReadonlySet<string | undefined>,
): Pick<
  SenderView,
  | 'receivedCount'
  | 'sentCount'
  | 'firstContactAt'
  | 'lastContactAt'
  | 'lastSentAt'
  | 'sharedThreadCount'
  | 'unansweredCount'
  | 'evidence'
> {
  if (!stored) {
    const evidence = [{ text: 'The mail with this person has not been read through yet', messageIds: [] }];
    return { receivedCount: 0, sentCount: 0, sharedThreadCount: 0, unansweredCount: 0, evidence };
  }
  const { record, evidence } = stored;
  const { firstReceivedAt, lastReceivedAt, firstSentAt, lastSentAt } = record;
  const firsts = [firstReceivedAt, firstSentAt].filter((at) => at !== undefined);
  const lasts = [lastReceivedAt, lastSentAt].filter((at) => at !== undefined);
  return {
    receivedCount: record.receivedCount,
    sentCount: record.sentCount,
    ...(firsts.length > 0 ? { firstContactAt: Math.min(...firsts) } : {}),
    ...(lasts.length > 0 ? { lastContactAt: Math.max(...lasts) } : {}),
    ...(lastSentAt === undefined ? {} : { lastSentAt }),
    sharedThreadCount: record.sharedThreadCount,
    unansweredCount: record.unansweredCount,
    evidence: evidence.filter(({ text }) => !joins.has(text)),
  };
}

/** The lane of the newest judged message from the person: of a letter, where there is one, and not of an invitation or a list. */
function latestLane(db: ReadableDb, personId: PersonId): Lane | undefined {
  const addresses = listAddresses(db, personId);
  const newest = (lanes: string): Lane | undefined => {
    const query = statement<[number], { id: number; lane: Lane }>(
      db,
      `SELECT id, lane FROM messages WHERE address_id = ? AND ${lanes} ORDER BY id DESC LIMIT 1`,
    );
    const rows = addresses.map(({ id }) => query.get(id)).filter((row) => row !== undefined);
    return rows.toSorted((a, b) => b.id - a.id)[0]?.lane;
  };
  return newest("lane IN ('known', 'acquaintance', 'stranger')") ?? newest('lane IS NOT NULL');
}

function countLabels(db: ReadableDb, personId: PersonId): SenderView['labels'] {
  return statement<[number], { label: Label; count: number }>(
    db,
    `SELECT l.value AS label, count(*) AS count
      FROM addresses p
      CROSS JOIN messages m ON m.address_id = p.id
      CROSS JOIN assessments a ON a.message_id = m.id
      CROSS JOIN json_each(a.assessment, '$.labels') l
      WHERE p.person_id = ? GROUP BY l.value ORDER BY count DESC, label`,
  ).all(personId);
}
