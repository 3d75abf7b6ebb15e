/** One message with everything that is kept of it. */
import type { BoundaryView, MessageView } from '#core/contract/views.ts';
import type { Direction, IncomingMessage, MessageRowId, PersonId, ThreadRowId } from '#core/mail/message.ts';
import { getAssessment } from './assessments.ts';
import { listCorrectionsOn } from './corrections.ts';
import { type ReadableDb, statement } from './database.ts';
import { headerLines } from './header-lines.ts';
import { listThread, SUMMARY_COLUMNS, type SummaryRow, toSummary } from './message-summaries.ts';
import { unpackBody } from './packed-body.ts';
import type { Envelope } from './prepared-message.ts';

interface Row extends SummaryRow {
  readonly thread_id: ThreadRowId;
  readonly person_id: PersonId;
  readonly labels: string;
  readonly envelope: string;
  readonly body: Uint8Array;
}

const ROW = `SELECT ${SUMMARY_COLUMNS}, m.thread_id, p.person_id, m.labels, e.envelope, b.body
  FROM messages m
  JOIN addresses p ON p.id = m.address_id
  JOIN envelopes e ON e.message_id = m.id
  JOIN bodies b ON b.message_id = m.id
  WHERE m.id = ?`;

export function getMessage(
  db: ReadableDb,
  id: MessageRowId,
  boundariesWith: (personId: PersonId) => readonly BoundaryView[],
): MessageView | undefined {
  const row = statement<[number], Row>(db, ROW).get(id);
  if (!row) return undefined;
  const { messageId, direction, from, subject, receivedAt } = toSummary(row);
  const { sentAt, replyTo, to, cc, attachments, defects, headers } = JSON.parse(row.envelope) as Envelope;
  const assessment = getAssessment(db, id);
  return {
    id,
    messageId,
    threadId: row.thread_id,
    personId: row.person_id,
    direction,
    from,
    replyTo,
    to,
    cc,
    subject,
    receivedAt,
    ...(sentAt === undefined ? {} : { sentAt }),
    ...unpackBody(row.body),
    attachments,
    labels: JSON.parse(row.labels) as string[],
    defects,
    ...(assessment ? { assessment } : {}),
    headerLines: headerLines(headers),
    thread: listThread(db, row.thread_id),
    boundaries: boundariesWith(row.person_id),
    corrections: listCorrectionsOn(db, id).map(({ decision, scope, label, is }) => ({ decision, scope, label, is })),
  };
}

/** A stored message in the shape in which it arrived: to be read through again. */
export function getIncomingMessage(
  db: ReadableDb,
  id: MessageRowId,
): { readonly message: IncomingMessage; readonly direction: Direction } | undefined {
  const row = statement<[number], Row>(db, ROW).get(id);
  if (!row) return undefined;
  const { messageId, direction, from, subject, receivedAt } = toSummary(row);
  const message = {
    messageId,
    from,
    subject,
    receivedAt,
    labels: JSON.parse(row.labels) as string[],
    ...(JSON.parse(row.envelope) as Envelope),
    ...unpackBody(row.body),
  };
  return { message, direction };
}

/** Rows with this Message-ID, oldest first: more than one where senders use an id again. */
export function listRowIds(db: ReadableDb, messageId: string): readonly MessageRowId[] {
  return statement<[string], MessageRowId>(db, 'SELECT id FROM messages WHERE message_id = ? ORDER BY id')
    .pluck()
    .all(messageId);
}

/** Which of these Gmail ids are in the store. */
export function listKnownGmailIds(db: ReadableDb, gmailIds: readonly string[]): ReadonlySet<string> {
  const known = statement<[string], string>(
    db,
    'SELECT DISTINCT s.gmail_id FROM json_each(?) wanted JOIN sources s ON s.gmail_id = wanted.value',
  );
  return new Set(known.pluck().all(JSON.stringify(gmailIds)));
}

export function getRowIdByGmailId(db: ReadableDb, gmailId: string): MessageRowId | undefined {
  return statement<[string], MessageRowId>(db, 'SELECT message_id FROM sources WHERE gmail_id = ?')
    .pluck()
    .get(gmailId);
}

/** Gmail's id of a message; undefined where it came from files alone. */
export function getGmailId(db: ReadableDb, id: MessageRowId): string | undefined {
  return statement<[number], string>(db, 'SELECT gmail_id FROM sources WHERE message_id = ? AND gmail_id IS NOT NULL')
    .pluck()
    .get(id);
}
