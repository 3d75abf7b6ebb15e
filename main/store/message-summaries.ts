/** Messages as lists show them. */
import type { MessageSummary } from '#core/contract/views.ts';
import type { Direction, MessageRowId, PersonId, ThreadRowId } from '#core/mail/message.ts';
import { type ReadableDb, statement } from './database.ts';

export interface SummaryRow {
  readonly id: MessageRowId;
  readonly message_id: string;
  readonly direction: Direction;
  readonly from_address: string;
  readonly from_name: string;
  readonly subject: string;
  readonly snippet: string;
  readonly received_at: number;
}

/** Of `messages m`. */
export const SUMMARY_COLUMNS =
  'm.id, m.message_id, m.direction, m.from_address, m.from_name, m.subject, m.snippet, m.received_at';

export function toSummary(row: SummaryRow): MessageSummary {
  return {
    id: row.id,
    messageId: row.message_id,
    direction: row.direction,
    from: { name: row.from_name, address: row.from_address },
    subject: row.subject,
    snippet: row.snippet,
    receivedAt: row.received_at,
  };
}

/** Messages of a conversation that are listed: the rest of a longer one is found by searching. */
const THREAD_LIMIT = 500;

/** The newest 500 messages of a thread, oldest first. */
export function listThread(db: ReadableDb, threadId: ThreadRowId): readonly MessageSummary[] {
  const rows = statement<[number], SummaryRow>(
    db,
    `SELECT ${SUMMARY_COLUMNS} FROM messages m WHERE m.thread_id = ? ORDER BY m.id DESC LIMIT ${THREAD_LIMIT}`,
  );
  return rows.all(threadId).map(toSummary).toReversed();
}

/** Messages with these Message-IDs, oldest first; those not in the store are left out. */
export function listByMessageIds(db: ReadableDb, messageIds: readonly string[]): readonly MessageSummary[] {
  const rows = statement<[string], SummaryRow>(db, `SELECT ${SUMMARY_COLUMNS} FROM messages m WHERE m.message_id = ?`);
  return [...new Set(messageIds)]
    .flatMap((messageId) => rows.all(messageId))
    .map(toSummary)
    .toSorted((a, b) => a.id - b.id);
}

/** The newest mail each way with a person: received from, or sent to, any of the person's addresses. */
export function listWithPerson(db: ReadableDb, personId: PersonId, limit: number): readonly MessageSummary[] {
  const received = statement<[number, number], SummaryRow>(
    db,
    `SELECT ${SUMMARY_COLUMNS} FROM messages m WHERE m.address_id = ? ORDER BY m.id DESC LIMIT ?`,
  );
  const sent = statement<[number, number], SummaryRow>(
    db,
    `SELECT ${SUMMARY_COLUMNS} FROM recipients r JOIN messages m ON m.id = r.message_id
      WHERE r.address_id = ? ORDER BY r.message_id DESC LIMIT ?`,
  );
  const newest = new Map<MessageRowId, SummaryRow>();
  for (const id of addressIds(db, personId)) {
    for (const row of [...received.all(id, limit), ...sent.all(id, limit)]) newest.set(row.id, row);
  }
  return [...newest.values()]
    .toSorted((a, b) => b.id - a.id)
    .slice(0, limit)
    .map(toSummary);
}

export function countWithPerson(db: ReadableDb, personId: PersonId): number {
  const count = statement<{ personId: number }, number>(
    db,
    `SELECT count(*) FROM (
      SELECT m.id FROM addresses a JOIN messages m ON m.address_id = a.id WHERE a.person_id = @personId
      UNION SELECT r.message_id FROM addresses a JOIN recipients r ON r.address_id = a.id WHERE a.person_id = @personId)`,
  );
  return count.pluck().get({ personId }) ?? 0;
}

function addressIds(db: ReadableDb, personId: PersonId): readonly number[] {
  return statement<[number], number>(db, 'SELECT id FROM addresses WHERE person_id = ?').pluck().all(personId);
}
