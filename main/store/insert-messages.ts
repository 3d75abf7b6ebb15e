/** Brings messages into the store, each once whatever it comes from. */
import type { AccountId, MessageRowId } from '#core/mail/message.ts';
import { upsertAddress } from './addresses.ts';
import { inTransaction, statement, type WritableDb } from './database.ts';
import { flagsOf, getLabels, setLabels } from './labels.ts';
import { insertPictures } from './pictures.ts';
import type { PreparedMessage } from './prepared-message.ts';
import { freeRowId } from './row-id.ts';
import { getSetting, upsertSetting } from './settings.ts';
import { joinGmailThread, threadFor } from './threads.ts';

export interface InsertedMessages {
  /** Messages that were not in the store, in the order of the batch. */
  readonly added: readonly MessageRowId[];
  /** How many were in the store before. */
  readonly known: number;
}

/**
 * Stores a batch in one transaction; the same batch again changes nothing.
 *
 * A batch of some 100 messages keeps the transaction near 100 ms.
 */
export function insertMessages(
  db: WritableDb,
  accountId: AccountId,
  batch: readonly PreparedMessage[],
): InsertedMessages {
  return inTransaction(db, () => {
    const isGmail = accountKind(db, accountId) === 'gmail';
    const added: { readonly id: MessageRowId; readonly message: PreparedMessage }[] = [];
    let sourced = 0;
    for (const message of batch) {
      const known = findKnown(db, message);
      if (known !== undefined) {
        if (insertSource(db, accountId, known, message)) {
          sourced += 1;
          mergeInto(db, known, message, isGmail);
          insertPictures(db, known, message.pictures);
        }
        continue;
      }
      const id = insertMessage(db, message, isGmail);
      insertSource(db, accountId, id, message);
      sourced += 1;
      added.push({ id, message });
    }
    // In rowid order, which lets the full-text index write all of a batch at once.
    for (const { id, message } of added.toSorted((a, b) => a.id - b.id)) insertSearchText(db, id, message);
    statement<[number, number]>(db, 'UPDATE accounts SET message_count = message_count + ? WHERE id = ?').run(
      sourced,
      accountId,
    );
    const ids = added.map(({ id }) => id);
    rejudgeFrom(db, ids);
    return { added: ids, known: batch.length - ids.length };
  });
}

function accountKind(db: WritableDb, accountId: AccountId): string | undefined {
  return statement<[number], string>(db, 'SELECT kind FROM accounts WHERE id = ?').pluck().get(accountId);
}

function findKnown(db: WritableDb, { fingerprint, gmailId }: PreparedMessage): MessageRowId | undefined {
  const same = statement<[Uint8Array], MessageRowId>(db, 'SELECT id FROM messages WHERE fingerprint = ?')
    .pluck()
    .get(fingerprint);
  if (same !== undefined || gmailId === undefined) return same;
  return statement<[string], MessageRowId>(db, 'SELECT message_id FROM sources WHERE gmail_id = ?')
    .pluck()
    .get(gmailId);
}

/** False where this account has brought this message before. */
function insertSource(db: WritableDb, accountId: AccountId, id: MessageRowId, { gmailId }: PreparedMessage): boolean {
  const insert = statement<[number, number, string | null]>(
    db,
    'INSERT INTO sources (message_id, account_id, gmail_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  return insert.run(id, accountId, gmailId ?? null).changes === 1;
}

/**
 * What a second account knows of a message. Gmail's labels replace ours; a file's are added, but for INBOX and UNREAD: an
 * old archive does not bring back what was dealt with.
 */
function mergeInto(db: WritableDb, id: MessageRowId, message: PreparedMessage, isGmail: boolean): void {
  const labels = getLabels(db, id) ?? [];
  const brought = message.labels.filter((label) => label !== 'INBOX' && label !== 'UNREAD');
  const merged = isGmail ? message.labels : [...new Set([...labels, ...brought])];
  if (merged.length !== labels.length || merged.some((label) => !labels.includes(label))) setLabels(db, id, merged);
  if (message.gmailThreadId !== undefined) {
    const thread = statement<[number], Parameters<typeof joinGmailThread>[1]>(
      db,
      'SELECT thread_id FROM messages WHERE id = ?',
    );
    const threadId = thread.pluck().get(id);
    if (threadId !== undefined) joinGmailThread(db, threadId, message.gmailThreadId);
  }
}

/** A file that knows nothing of labels holds the user's inbox, so to speak; mail that came through Gmail says where it is. */
function labelsOf({ labels, direction, gmailThreadId }: PreparedMessage, isGmail: boolean): readonly string[] {
  const unlabelled = !isGmail && gmailThreadId === undefined && labels.length === 0;
  return unlabelled && direction === 'received' ? ['INBOX'] : labels;
}

const INSERT_MESSAGE = `INSERT INTO messages (id, message_id, fingerprint, thread_id, address_id, from_address, from_name,
    direction, received_at, subject, subject_key, is_reply, snippet, attachment_count, labels, in_inbox, unread)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function insertMessage(db: WritableDb, message: PreparedMessage, isGmail: boolean): MessageRowId {
  const { direction, from } = message;
  const labels = labelsOf(message, isGmail);
  const { inInbox, unread } = flagsOf(labels, direction);
  const id = freeRowId(db, message.receivedAt);
  statement<unknown[]>(db, INSERT_MESSAGE).run(
    id,
    message.messageId,
    message.fingerprint,
    threadFor(db, message),
    upsertAddress(db, message.fromKey, from),
    from.address,
    from.name,
    direction,
    message.receivedAt,
    message.subject,
    message.subjectKey ?? null,
    message.isReply ? 1 : 0,
    message.snippet,
    message.attachmentCount,
    JSON.stringify(labels),
    inInbox,
    unread,
  );
  statement<[number, string]>(db, 'INSERT INTO envelopes (message_id, envelope) VALUES (?, ?)').run(
    id,
    message.envelope,
  );
  statement<[number, Uint8Array]>(db, 'INSERT INTO bodies (message_id, body) VALUES (?, ?)').run(id, message.body);
  insertPictures(db, id, message.pictures);
  statement<[number, number, string]>(db, 'INSERT INTO signals (message_id, version, signals) VALUES (?, ?, ?)').run(
    id,
    message.signalsVersion,
    message.signals,
  );
  if (direction === 'sent') insertRecipients(db, id, message.recipients);
  return id;
}

/** Whom a sent message went to. */
export function insertRecipients(db: WritableDb, id: MessageRowId, recipients: PreparedMessage['recipients']): void {
  const insert = statement<[number, number]>(
    db,
    'INSERT INTO recipients (address_id, message_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  for (const { key, address } of recipients) insert.run(upsertAddress(db, key, address), id);
}

function insertSearchText(db: WritableDb, id: MessageRowId, { search }: PreparedMessage): void {
  const { subject, sender, recipients, text } = search;
  statement<[number, string, string, string, string]>(
    db,
    'INSERT INTO message_search (rowid, subject, sender, recipients, text) VALUES (?, ?, ?, ?, ?)',
  ).run(id, subject, sender, recipients, text);
}

/** A message in between makes the verdicts after it stale (docs/architecture.md, "Judged on arrival"). */
function rejudgeFrom(db: WritableDb, added: readonly MessageRowId[]): void {
  if (added.length === 0) return;
  const earliest = added.reduce((least, id) => Math.min(least, id), Number.POSITIVE_INFINITY);
  if (earliest <= (getSetting(db, 'judged-through') ?? 0)) upsertSetting(db, 'judged-through', earliest - 1);
}
