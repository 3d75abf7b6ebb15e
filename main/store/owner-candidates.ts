/** Who the owner of the mail seems to be, worked out from the mail itself. */
import type { OwnerCandidate } from '#core/contract/views.ts';
import { type ReadableDb, statement } from './database.ts';
import type { Envelope } from './prepared-message.ts';

/** Newest messages whose recipients are counted: enough to tell, and bounded work in a mailbox of any size. */
const COUNTED = 5000;
/** Below this part of the first candidate's mail an address is more likely somebody else's. */
const LEAST_SHARE = 0.02;
const MOST_CANDIDATES = 10;

interface Count {
  readonly address: string;
  readonly name: string;
  readonly count: number;
}

/**
 * Likeliest first: addresses that mail labelled as sent came from; where no mail says so, addresses that mail was delivered
 * or written to and that wrote some of it too. A list's address never writes, a friend's is rarely written to.
 */
export function listOwnerCandidates(db: ReadableDb): readonly OwnerCandidate[] {
  const delivered = countDelivered(db);
  const sent = countFrom(
    db,
    `json_type(labels) = 'array' AND EXISTS (SELECT 1 FROM json_each(labels) WHERE value = 'SENT')`,
  );
  const writers = sent.length > 0 ? sent : countFrom(db, 'TRUE').filter(({ address }) => delivered.has(address));
  const candidates = writers
    .filter(({ address }) => address !== '')
    .map(({ address, name, count }) => ({
      address,
      name,
      sentCount: count,
      deliveredCount: delivered.get(address) ?? 0,
    }))
    .toSorted((a, b) => weightOf(b) - weightOf(a));
  const first = candidates[0];
  return first
    ? candidates.filter((candidate) => weightOf(candidate) >= weightOf(first) * LEAST_SHARE).slice(0, MOST_CANDIDATES)
    : [];

  function weightOf({ sentCount, deliveredCount }: OwnerCandidate): number {
    return sent.length > 0 ? sentCount : deliveredCount;
  }
}

/** By address of From, as most used. */
function countFrom(db: ReadableDb, condition: string): readonly Count[] {
  return statement<[], Count>(
    db,
    `SELECT from_address AS address, max(from_name) AS name, count(*) AS count
      FROM (SELECT from_address, from_name FROM messages WHERE ${condition} ORDER BY id DESC LIMIT ${COUNTED * 4})
      GROUP BY from_address ORDER BY count DESC LIMIT 200`,
  ).all();
}

function countDelivered(db: ReadableDb): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const envelopes = statement<[], string>(
    db,
    `SELECT envelope FROM envelopes ORDER BY message_id DESC LIMIT ${COUNTED}`,
  ).pluck();
  for (const json of envelopes.iterate()) {
    const { deliveredTo, to, cc } = JSON.parse(json) as Envelope;
    for (const address of new Set([...deliveredTo, ...[...to, ...cc].map((recipient) => recipient.address)])) {
      counts.set(address, (counts.get(address) ?? 0) + 1);
    }
  }
  return counts;
}
