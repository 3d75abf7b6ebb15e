/** Which thread a message belongs to: Gmail's thread id, else References and In-Reply-To, else subject and people. */
import { mailboxKey } from '#core/mail/address.ts';
import type { MessageRowId, ThreadRowId } from '#core/mail/message.ts';
import { type ReadableDb, statement, type WritableDb } from './database.ts';
import { type Envelope, keyOf, type PreparedMessage } from './prepared-message.ts';
import { firstRowIdAt } from './row-id.ts';

/** How long after the last message of a thread an answer that has only its subject still belongs to it. */
const SUBJECT_WINDOW_MS = 60 * 24 * 3600 * 1000;
/** Messages of one subject that are looked at on each side of a date. */
const SUBJECT_CANDIDATES = 20;

/** The thread of a message that is about to be inserted; a new one where it starts one. */
export function threadFor(db: WritableDb, message: PreparedMessage): ThreadRowId {
  const thread =
    message.gmailThreadId === undefined ? linkedThread(db, message) : gmailThread(db, message.gmailThreadId, message);
  const id = thread ?? subjectThread(db, message) ?? insertThread(db, message.gmailThreadId);
  for (const key of [message.ownKey, ...message.referenceKeys]) insertThreadKey(db, key, id);
  return id;
}

/** Joins the thread of a stored message with the one that Gmail says it is in. */
export function joinGmailThread(db: WritableDb, id: ThreadRowId, gmailThreadId: string): void {
  const other = threadByGmailId(db, gmailThreadId);
  if (other === id) return;
  if (other !== undefined) {
    if (threadGmailId(db, id) === null) mergeThreads(db, id, other);
    return;
  }
  statement<[string, number]>(
    db,
    'UPDATE threads SET gmail_thread_id = ? WHERE id = ? AND gmail_thread_id IS NULL',
  ).run(gmailThreadId, id);
}

/** Gmail decides; mail of the same thread that came from a file before joins it by its references. */
function gmailThread(db: WritableDb, gmailThreadId: string, message: PreparedMessage): ThreadRowId {
  const known = threadByGmailId(db, gmailThreadId);
  if (known !== undefined) return known;
  const linked = linkedThread(db, message);
  if (linked !== undefined && threadGmailId(db, linked) === null) {
    joinGmailThread(db, linked, gmailThreadId);
    return linked;
  }
  return insertThread(db, gmailThreadId);
}

function linkedThread(db: WritableDb, { ownKey, referenceKeys }: PreparedMessage): ThreadRowId | undefined {
  const threadByKey = statement<[number], ThreadRowId>(db, 'SELECT thread_id FROM thread_keys WHERE key = ?').pluck();
  let found: ThreadRowId | undefined;
  for (const key of [ownKey, ...referenceKeys]) {
    const thread = threadByKey.get(key);
    if (thread === undefined || thread === found) continue;
    if (found === undefined) found = thread;
    // This message is the link between two that were apart until now.
    else if (threadGmailId(db, thread) === null) mergeThreads(db, thread, found);
  }
  return found;
}

/**
 * Mail without references: an answer belongs to the nearest message of its subject whose writer it was written to, and who
 * was written to by its own writer.
 *
 * Asking both ways keeps apart what strangers write to the owner under one subject, whoever the owner is. Newsletters with
 * one subject are not marked as answers, and so are never joined.
 */
function subjectThread(db: ReadableDb, message: PreparedMessage): ThreadRowId | undefined {
  const { subjectKey, referenceKeys, gmailThreadId, receivedAt, isReply } = message;
  if (subjectKey === undefined || referenceKeys.length > 0 || gmailThreadId !== undefined) return undefined;
  const from = firstRowIdAt(receivedAt - SUBJECT_WINDOW_MS);
  const at = firstRowIdAt(receivedAt + 1000);
  const to = firstRowIdAt(receivedAt + SUBJECT_WINDOW_MS);
  const candidates = isReply
    ? [...earlierOfSubject(db, subjectKey, from, at), ...laterOfSubject(db, subjectKey, at, to)]
    : laterOfSubject(db, subjectKey, at, to).filter(({ is_reply: answers }) => answers === 1);
  return candidates.find((candidate) => wroteToEachOther(candidate, message))?.thread_id;
}

interface Candidate {
  readonly thread_id: ThreadRowId;
  readonly is_reply: 0 | 1;
  readonly from_address: string;
  readonly envelope: string;
}

const CANDIDATES = `SELECT m.thread_id, m.is_reply, m.from_address, e.envelope
  FROM messages m JOIN envelopes e ON e.message_id = m.id WHERE m.subject_key = ? AND m.id >= ? AND m.id < ?`;

function earlierOfSubject(db: ReadableDb, subjectKey: number, from: number, to: number): readonly Candidate[] {
  const sql = `${CANDIDATES} ORDER BY m.id DESC LIMIT ${SUBJECT_CANDIDATES}`;
  return statement<[number, number, number], Candidate>(db, sql).all(subjectKey, from, to);
}

function laterOfSubject(db: ReadableDb, subjectKey: number, from: number, to: number): readonly Candidate[] {
  const sql = `${CANDIDATES} ORDER BY m.id LIMIT ${SUBJECT_CANDIDATES}`;
  return statement<[number, number, number], Candidate>(db, sql).all(subjectKey, from, to);
}

function wroteToEachOther(candidate: Candidate, message: PreparedMessage): boolean {
  const writer = mailboxKey(candidate.from_address);
  if (writer !== message.fromKey && !message.recipients.some(({ key }) => key === writer)) return false;
  if (writer === message.fromKey) return true;
  const { to, cc, bcc } = JSON.parse(candidate.envelope) as Envelope;
  return [...to, ...cc, ...bcc].some(({ address }) => mailboxKey(address) === message.fromKey);
}

function threadByGmailId(db: ReadableDb, gmailThreadId: string): ThreadRowId | undefined {
  return statement<[string], ThreadRowId>(db, 'SELECT id FROM threads WHERE gmail_thread_id = ?')
    .pluck()
    .get(gmailThreadId);
}

/** Gmail's id of a thread; null where it came from files alone. */
export function threadGmailId(db: ReadableDb, id: ThreadRowId): string | null {
  return (
    statement<[number], string | null>(db, 'SELECT gmail_thread_id FROM threads WHERE id = ?').pluck().get(id) ?? null
  );
}

function insertThread(db: WritableDb, gmailThreadId: string | undefined): ThreadRowId {
  const insert = statement<[string | null]>(db, 'INSERT INTO threads (gmail_thread_id) VALUES (?)');
  return Number(insert.run(gmailThreadId ?? null).lastInsertRowid) as ThreadRowId;
}

function insertThreadKey(db: WritableDb, key: number, id: ThreadRowId): void {
  statement<[number, number]>(
    db,
    'INSERT INTO thread_keys (key, thread_id) VALUES (?, ?) ON CONFLICT (key) DO NOTHING',
  ).run(key, id);
}

/** All of `from` becomes part of `into`. Its keys are found through its messages: an index of keys by thread would cost every insert. */
function mergeThreads(db: WritableDb, from: ThreadRowId, into: ThreadRowId): void {
  const rows = statement<[number], { id: MessageRowId; message_id: string; envelope: string }>(
    db,
    'SELECT m.id, m.message_id, e.envelope FROM messages m JOIN envelopes e ON e.message_id = m.id WHERE m.thread_id = ?',
  ).all(from);
  const moveKey = statement<[number, number, number]>(
    db,
    'UPDATE thread_keys SET thread_id = ? WHERE key = ? AND thread_id = ?',
  );
  for (const { message_id: messageId, envelope } of rows) {
    const { inReplyTo, references } = JSON.parse(envelope) as Envelope;
    for (const id of new Set([messageId, ...references, ...(inReplyTo === undefined ? [] : [inReplyTo])])) {
      moveKey.run(into, keyOf(id), from);
    }
  }
  statement<[number, number]>(db, 'UPDATE messages SET thread_id = ? WHERE thread_id = ?').run(into, from);
}
