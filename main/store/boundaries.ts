/**
 * The boundary ledger: what was asked of whom (mission B6).
 *
 * Kept are the bare facts; whether a boundary was kept, answered or ignored follows from the mail that has come since, and
 * is worked out when it is shown. So mail that arrives late or out of order, or a message judged anew, never leaves a stale
 * entry behind.
 */
import { type BoundaryEntry, type BoundaryKind, changed, nextStep, type Reading } from '#core/boundary/ledger.ts';
import type { BoundaryView } from '#core/contract/views.ts';
import { type Address, mailboxKey } from '#core/mail/address.ts';
import type { MessageRowId, PersonId } from '#core/mail/message.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import type { Label, Lane } from '#core/triage/vocabulary.ts';
import { getAssessment } from './assessments.ts';
import { inTransaction, type ReadableDb, statement, type WritableDb } from './database.ts';
import { getGmailId } from './messages.ts';
import { findSentStep } from './outbox.ts';
import { firstRowIdAt } from './row-id.ts';

export interface NewBoundary {
  readonly kind: BoundaryKind;
  readonly to: Address;
  readonly setAt: number;
  readonly messageId: MessageRowId;
  /** The action that sets it; absent where it was found in mail that the owner sent before. */
  readonly outboxId?: number;
}

/** A boundary that was just asked for: it waits until its action is done. */
export function insertBoundary(db: WritableDb, { kind, to, setAt, messageId, outboxId }: NewBoundary): number {
  const inserted = statement(
    db,
    `INSERT INTO boundaries (address_key, address, name, kind, state, set_at, message_id, outbox_id)
      VALUES (@key, @address, @name, @kind, @state, @setAt, @messageId, @outboxId)`,
  ).run({
    key: mailboxKey(to.address),
    address: to.address,
    name: to.name,
    kind,
    state: outboxId === undefined ? 'set' : 'waiting',
    setAt,
    messageId,
    outboxId: outboxId ?? null,
  });
  return Number(inserted.lastInsertRowid);
}

/** The action has done it. */
export function confirmBoundaries(
  db: WritableDb,
  outboxId: number,
  messageIds: readonly MessageRowId[],
  at: number,
): void {
  const confirm = statement<[number, number, number]>(
    db,
    `UPDATE boundaries SET state = 'set', set_at = ? WHERE outbox_id = ? AND message_id = ? AND state = 'waiting'`,
  );
  for (const messageId of messageIds) confirm.run(at, outboxId, messageId);
}

/** Undone or refused before it was set: as if it had never been asked for. */
export function deleteBoundaries(db: WritableDb, outboxId: number, messageIds: readonly MessageRowId[]): void {
  const remove = statement<[number, number]>(
    db,
    `DELETE FROM boundaries WHERE outbox_id = ? AND message_id = ? AND state = 'waiting'`,
  );
  for (const messageId of messageIds) remove.run(outboxId, messageId);
}

/** Lets bygones be bygones; false where there is no such boundary, or it still waits and can be undone instead. */
export function forgiveBoundary(db: WritableDb, id: number): boolean {
  const forgive = statement<[number]>(
    db,
    `UPDATE boundaries SET state = 'forgiven' WHERE id = ? AND state IN ('set', 'forgiven')`,
  );
  return forgive.run(id).changes > 0;
}

/**
 * Takes a message that the owner sent, from here or elsewhere, into the ledger where its signals name a boundary.
 *
 * Every sent message is to be brought here whenever it is judged: what is there already stays, and an entry that rested on
 * an earlier reading of the message goes.
 */
export function recordDetected(db: WritableDb, message: TriageMessage): void {
  const kind = message.signals.boundary;
  const to = message.to[0];
  const known = statement<[number], { id: number; kind: BoundaryKind; outbox_id: number | null }>(
    db,
    'SELECT id, kind, outbox_id FROM boundaries WHERE sent_message_id = ?',
  ).get(message.id);
  // What the user did here is known better than any reading tells.
  if (known && (known.kind === kind || known.outbox_id !== null)) return;
  inTransaction(db, () => {
    if (known) statement<[number]>(db, 'DELETE FROM boundaries WHERE id = ?').run(known.id);
    if (kind === undefined || to === undefined || to.address === '' || matchOwnLetter(db, message)) return;
    const messageId = answeredBy(db, message, to) ?? message.id;
    const id = insertBoundary(db, { kind, to, setAt: message.receivedAt, messageId });
    statement<[number, number]>(db, 'UPDATE boundaries SET sent_message_id = ? WHERE id = ?').run(message.id, id);
  });
}

/** The sent copy of a letter that this outbox wrote belongs to the entry that is there. */
function matchOwnLetter(db: WritableDb, message: TriageMessage): boolean {
  const gmailId = getGmailId(db, message.id);
  const sent = gmailId === undefined ? undefined : findSentStep(db, gmailId);
  const about = sent?.step.messageIds[0];
  if (!sent || about === undefined) return false;
  const match = statement<[number, number, number]>(
    db,
    'UPDATE boundaries SET sent_message_id = ? WHERE outbox_id = ? AND message_id = ? AND sent_message_id IS NULL',
  );
  return match.run(message.id, sent.outboxId, about).changes > 0;
}

/** The latest message of the thread that came from the addressee before. */
function answeredBy(db: ReadableDb, message: TriageMessage, to: Address): MessageRowId | undefined {
  return statement<[number, number, string], MessageRowId>(
    db,
    `SELECT m.id FROM messages m JOIN addresses a ON a.id = m.address_id
      WHERE m.thread_id = ? AND m.id < ? AND a.key = ? ORDER BY m.id DESC LIMIT 1`,
  )
    .pluck()
    .get(message.threadId, message.id, mailboxKey(to.address));
}

/** The thread of this message was muted by a "do not engage" that was not forgiven. */
export function isMuted(db: ReadableDb, messageId: MessageRowId): boolean {
  return (
    statement<[number]>(
      db,
      `SELECT 1 FROM messages m
        JOIN messages about ON about.thread_id = m.thread_id
        JOIN boundaries b ON b.message_id = about.id
        WHERE m.id = ? AND b.kind = 'do-not-engage' AND b.state <> 'forgiven' LIMIT 1`,
    ).get(messageId) !== undefined
  );
}

interface Row {
  readonly id: number;
  readonly person_id: PersonId;
  readonly person_name: string;
  readonly address: string;
  readonly name: string;
  readonly kind: BoundaryKind;
  readonly state: 'waiting' | 'set' | 'forgiven';
  readonly set_at: number;
  readonly message_id: MessageRowId;
}

const ROWS = `SELECT b.id, a.person_id, p.name AS person_name, b.address, b.name, b.kind, b.state, b.set_at, b.message_id
  FROM boundaries b JOIN addresses a ON a.key = b.address_key JOIN people p ON p.id = a.person_id`;

/** Latest first. */
export function listBoundaries(db: ReadableDb, now: number): readonly BoundaryView[] {
  return statement<[], Row>(db, `${ROWS} ORDER BY b.set_at DESC, b.id DESC`)
    .all()
    .map((row) => toView(db, row, now));
}

/** With any of the person's addresses, latest first. */
export function listBoundariesWith(db: ReadableDb, personId: PersonId, now: number): readonly BoundaryView[] {
  return statement<[number], Row>(db, `${ROWS} WHERE a.person_id = ? ORDER BY b.set_at DESC, b.id DESC`)
    .all(personId)
    .map((row) => toView(db, row, now));
}

function toView(db: ReadableDb, row: Row, now: number): BoundaryView {
  const facts: BoundaryEntry = { kind: row.kind, state: row.state, setAt: row.set_at, ignoredCount: 0 };
  const received = listReceivedSince(db, row);
  const heard = received.reduce<BoundaryEntry>(
    (entry, { at, reading }) => changed(entry, { type: 'received', at, reading }),
    facts,
  );
  const entry = changed(heard, { type: 'time-passed', now });
  const step = nextStep(entry);
  const answer = answerAmong(db, received);
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name || row.name || row.address,
    address: row.address,
    kind: row.kind,
    setAt: row.set_at,
    state: entry.state,
    ignoredCount: entry.ignoredCount,
    messageRowId: row.message_id,
    ...(answer === undefined ? {} : { answer }),
    ...(step === undefined ? {} : { nextStep: step.kind }),
  };
}

const LABEL_OF_READING = { answer: 'answers-how-we-know', apology: 'apology', hostile: 'hostile-reply' } as const;

/** The latest message that is an answer to what was asked, whatever its tone. */
function answerAmong(db: ReadableDb, received: readonly ReceivedSince[]): BoundaryView['answer'] {
  for (const { id, reading } of received.toReversed()) {
    if (reading === 'automatic' || reading === 'other') continue;
    const why = getAssessment(db, id)?.why ?? [];
    const text = why.find(({ label }) => label === LABEL_OF_READING[reading])?.text ?? '';
    return { messageRowId: id, reading, text };
  }
  return undefined;
}

interface ReceivedSince {
  readonly id: MessageRowId;
  readonly at: number;
  readonly reading: Reading;
}

interface Received {
  readonly id: MessageRowId;
  readonly received_at: number;
  readonly lane: Lane | null;
  readonly labels: string | null;
}

function listReceivedSince(db: ReadableDb, { person_id: personId, set_at: setAt }: Row): readonly ReceivedSince[] {
  const rows = statement<[number, number], Received>(
    db,
    `SELECT m.id, m.received_at, m.lane, v.assessment ->> '$.labels' AS labels
      FROM addresses a CROSS JOIN messages m ON m.address_id = a.id LEFT JOIN assessments v ON v.message_id = m.id
      WHERE a.person_id = ? AND m.id >= ? AND m.direction = 'received' ORDER BY m.id`,
  ).all(personId, firstRowIdAt(setAt));
  return rows.map(({ id, received_at: at, lane, labels }) => ({
    id,
    at,
    reading: readingOf(lane, labels === null ? [] : (JSON.parse(labels) as Label[])),
  }));
}

function readingOf(lane: Lane | null, labels: readonly Label[]): Reading {
  if (labels.includes('hostile-reply')) return 'hostile';
  if (labels.includes('answers-how-we-know')) return 'answer';
  if (labels.includes('apology')) return 'apology';
  return lane === 'automated' ? 'automatic' : 'other';
}
