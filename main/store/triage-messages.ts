/** Messages without their bodies, in date order: what judging reads. */
import type { Address } from '#core/mail/address.ts';
import type { Direction, MessageRowId, ThreadRowId } from '#core/mail/message.ts';
import type { Signals } from '#core/outreach/signals.ts';
import type { CorrectionScope } from '#core/triage/corrections.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import { type ReadableDb, statement } from './database.ts';
import type { Envelope } from './prepared-message.ts';

export interface StoredTriageMessage {
  readonly message: TriageMessage;
  /** JSON of the verdict in the store; null where there is none. */
  readonly assessment: string | null;
}

interface Row {
  readonly id: MessageRowId;
  readonly message_id: string;
  readonly thread_id: ThreadRowId;
  readonly direction: Direction;
  readonly from_address: string;
  readonly from_name: string;
  readonly received_at: number;
  readonly subject: string;
  readonly labels: string;
  readonly envelope: string;
  readonly signals: string;
  readonly assessment: string | null;
}

const ROWS = `SELECT m.id, m.message_id, m.thread_id, m.direction, m.from_address, m.from_name, m.received_at, m.subject,
    m.labels, e.envelope, s.signals, a.assessment
  FROM messages m
  JOIN envelopes e ON e.message_id = m.id
  JOIN signals s ON s.message_id = m.id
  LEFT JOIN assessments a ON a.message_id = m.id`;

/** The next messages after a row id (0: from the first one on), in date order. */
export function listTriageMessages(db: ReadableDb, after: number, limit: number): readonly StoredTriageMessage[] {
  const rows = statement<[number, number], Row>(db, `${ROWS} WHERE m.id > ? ORDER BY m.id LIMIT ?`);
  return rows.all(after, limit).map(toStored);
}

export function getTriageMessage(db: ReadableDb, id: MessageRowId): TriageMessage | undefined {
  const row = statement<[number], Row>(db, `${ROWS} WHERE m.id = ?`).get(id);
  return row && toStored(row).message;
}

/** More than this is left to judging again. */
const AFFECTED_AT_ONCE = 200;

/** The received messages of which something is said with a message itself, its thread or its sender; the newest. */
export function listAffected(db: ReadableDb, id: MessageRowId, scope: CorrectionScope): readonly TriageMessage[] {
  const where = {
    message: 'm.id = ?',
    thread: 'm.thread_id = (SELECT thread_id FROM messages WHERE id = ?)',
    sender: `m.address_id IN (SELECT own.id FROM messages about JOIN addresses a ON a.id = about.address_id
      JOIN addresses own ON own.person_id = a.person_id WHERE about.id = ?)`,
  } as const satisfies Record<CorrectionScope, string>;
  const rows = statement<[number, number], Row>(
    db,
    `${ROWS} WHERE ${where[scope]} AND m.direction = 'received' ORDER BY m.id DESC LIMIT ?`,
  );
  return rows.all(id, AFFECTED_AT_ONCE).map((row) => toStored(row).message);
}

/** How many messages come after a row id, counted no further than `limit` (-1: all). */
export function countRowsAfter(db: ReadableDb, after: number, limit: number): number {
  return (
    statement<[number, number], number>(db, 'SELECT count(*) FROM (SELECT 1 FROM messages WHERE id > ? LIMIT ?)')
      .pluck()
      .get(after, limit) ?? 0
  );
}

/** Row id of the newest message; 0 in an empty store. */
export function newestRowId(db: ReadableDb): number {
  return statement<[], number | null>(db, 'SELECT max(id) FROM messages').pluck().get() ?? 0;
}

function toStored(row: Row): StoredTriageMessage {
  const { sentAt: _, defects: __, ...envelope } = JSON.parse(row.envelope) as Envelope;
  const from: Address = { name: row.from_name, address: row.from_address };
  return {
    message: {
      ...envelope,
      id: row.id,
      messageId: row.message_id,
      threadId: row.thread_id,
      direction: row.direction,
      from,
      subject: row.subject,
      receivedAt: row.received_at,
      labels: JSON.parse(row.labels) as string[],
      signals: JSON.parse(row.signals) as Signals,
    },
    assessment: row.assessment,
  };
}
