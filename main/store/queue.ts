/** Received messages in the order in which they deserve attention. */
import type { JudgedMessage, QueueItem, QueuePage } from '#core/contract/views.ts';
import type { PersonId, ThreadRowId } from '#core/mail/message.ts';
import { queueTiers } from '#core/triage/queue-tier.ts';
import { type Assessment, LANES, type Lane } from '#core/triage/vocabulary.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { type ReadableDb, statement } from './database.ts';
import { SUMMARY_COLUMNS, type SummaryRow } from './message-summaries.ts';

/** Reasons shown beside a row of the queue. */
const REASONS_SHOWN = 3;

export interface QueuePlace {
  /** One lane only. */
  readonly lane?: Lane | undefined;
  /** Every received message instead of the inbox. */
  readonly all: boolean;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Row extends SummaryRow {
  readonly thread_id: ThreadRowId;
  readonly person_id: PersonId;
  readonly unread: 0 | 1;
  readonly attachment_count: number;
  readonly tier: number;
  readonly strength: number;
  readonly assessment: string;
}

export function listQueue(db: ReadableDb, place: QueuePlace): QueuePage {
  const { rows, nextCursor } = listRows(db, place);
  return {
    items: rows.map(toItem),
    counts: countByLane(db, place.all),
    ...(nextCursor === undefined ? {} : { nextCursor }),
  };
}

/** The same messages in the same order, with all that is said about each. */
export function listJudged(
  db: ReadableDb,
  place: QueuePlace,
): { readonly items: readonly JudgedMessage[]; readonly nextCursor?: string } {
  const { rows, nextCursor } = listRows(db, place);
  return { items: rows.map(toJudged), ...(nextCursor === undefined ? {} : { nextCursor }) };
}

/**
 * A page by keyset: each tier is a stretch of the index, read from where the last page ended.
 *
 * Tier after tier, because SQLite would sort all rows of an `IN` list.
 */
function listRows(
  db: ReadableDb,
  { lane, all, cursor, limit }: QueuePlace,
): { readonly rows: readonly Row[]; readonly nextCursor?: string } {
  const [fromTier = 0, fromStrength = Number.MAX_SAFE_INTEGER, fromId = Number.MAX_SAFE_INTEGER] =
    cursor === undefined ? [] : readCursor(cursor, 3);
  const page = statement<[number, number, number, number], Row>(db, pageSql(all));
  const rows: Row[] = [];
  for (const tier of queueTiers(lane)) {
    if (tier < fromTier || rows.length > limit) continue;
    const [strength, id] =
      tier === fromTier ? [fromStrength, fromId] : [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
    rows.push(...page.all(tier, strength, id, limit + 1 - rows.length));
  }
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return rows.length > limit && last
    ? { rows: shown, nextCursor: writeCursor([last.tier, last.strength, last.id]) }
    : { rows: shown };
}

/** Exported for the test that reads its query plan. */
export function pageSql(all: boolean): string {
  return `SELECT ${SUMMARY_COLUMNS}, m.thread_id, p.person_id, m.unread, m.attachment_count, m.tier, m.strength, a.assessment
    FROM messages m INDEXED BY ${all ? 'judged_by_place' : 'queue_by_place'}
    CROSS JOIN addresses p ON p.id = m.address_id
    CROSS JOIN assessments a ON a.message_id = m.id
    WHERE ${all ? '' : 'm.in_inbox = 1 AND '}m.tier = ? AND (m.strength, m.id) < (?, ?)
    ORDER BY m.strength DESC, m.id DESC LIMIT ?`;
}

function countByLane(db: ReadableDb, all: boolean): QueuePage['counts'] {
  const rows = statement<[], { lane: Lane; count: number }>(
    db,
    `SELECT lane, ${all ? 'total' : 'inbox'} AS count FROM queue_counts`,
  ).all();
  const counts = Object.fromEntries(rows.map(({ lane, count }) => [lane, count]));
  return Object.fromEntries(LANES.map((lane) => [lane, counts[lane] ?? 0])) as QueuePage['counts'];
}

function toItem(row: Row): QueueItem {
  const { lane, labels, advice, why } = JSON.parse(row.assessment) as Assessment;
  return {
    id: row.id,
    messageId: row.message_id,
    threadId: row.thread_id,
    personId: row.person_id,
    from: { name: row.from_name, address: row.from_address },
    subject: row.subject,
    snippet: row.snippet,
    receivedAt: row.received_at,
    unread: row.unread === 1,
    attachmentCount: row.attachment_count,
    lane,
    labels,
    advice,
    strength: row.strength,
    reasons: why.slice(0, REASONS_SHOWN),
  };
}

function toJudged(row: Row): JudgedMessage {
  return {
    ...(JSON.parse(row.assessment) as Assessment),
    id: row.id,
    messageId: row.message_id,
    threadId: row.thread_id,
    from: { name: row.from_name, address: row.from_address },
    subject: row.subject,
    receivedAt: row.received_at,
  };
}
