/** Which messages of the store an account's Gmail ids stand for. */
import type { AccountId, MessageRowId } from '#core/mail/message.ts';
import { inTransaction, type ReadableDb, statement, type WritableDb } from './database.ts';
import { deleteFromAccount } from './delete-messages.ts';
import { insertMessages, type InsertedMessages } from './insert-messages.ts';
import { changeLabels } from './labels.ts';
import { deleteWanted } from './gmail-wanted.ts';
import type { PreparedMessage } from './prepared-message.ts';

/** Row ids by Gmail id, whichever account or file brought them; ids that are not in the store are left out. */
export function listRowIdsByGmailId(
  db: ReadableDb,
  accountId: AccountId,
  gmailIds: readonly string[],
): ReadonlyMap<string, MessageRowId> {
  const rows = statement<[string, number], { gmail_id: string; message_id: MessageRowId }>(
    db,
    `WITH wanted AS (SELECT value AS gmail_id FROM json_each(?))
      SELECT s.gmail_id, s.message_id FROM wanted JOIN sources s ON s.gmail_id = wanted.gmail_id
      UNION ALL
      SELECT c.gmail_id, c.message_id FROM wanted JOIN gmail_copies c ON c.account_id = ? AND c.gmail_id = wanted.gmail_id`,
  ).all(JSON.stringify(gmailIds), accountId);
  return new Map(rows.map((row) => [row.gmail_id, row.message_id]));
}

/** Messages that an import has brought and the account has too: from now on they are the account's as well. */
export function attachToAccount(db: WritableDb, accountId: AccountId, known: ReadonlyMap<string, MessageRowId>): void {
  inTransaction(db, () => {
    const attach = statement<[number, number, string]>(
      db,
      'INSERT INTO sources (message_id, account_id, gmail_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    );
    let attached = 0;
    for (const [gmailId, rowId] of known) attached += attach.run(rowId, accountId, gmailId).changes;
    statement<[number, number]>(db, 'UPDATE accounts SET message_count = message_count + ? WHERE id = ?').run(
      attached,
      accountId,
    );
  });
}

/** Stores fetched messages and strikes them off the list of what is wanted, in one transaction. */
export function insertGmailMessages(
  db: WritableDb,
  accountId: AccountId,
  batch: readonly PreparedMessage[],
): InsertedMessages {
  return inTransaction(db, () => {
    const inserted = insertMessages(db, accountId, batch);
    const gmailIds = batch.flatMap(({ gmailId }) => gmailId ?? []);
    const known = listRowIdsByGmailId(db, accountId, gmailIds);
    for (const message of batch) {
      if (message.gmailId === undefined || known.has(message.gmailId)) continue;
      insertCopy(db, accountId, message.gmailId, message);
    }
    deleteWanted(db, accountId, gmailIds);
    return inserted;
  });
}

/** The same message under a second Gmail id; it is where either of the two is. */
function insertCopy(db: WritableDb, accountId: AccountId, gmailId: string, message: PreparedMessage): void {
  const rowId = statement<[Uint8Array], MessageRowId>(db, 'SELECT id FROM messages WHERE fingerprint = ?')
    .pluck()
    .get(message.fingerprint);
  if (rowId === undefined) return;
  statement<[number, string, number]>(
    db,
    'INSERT INTO gmail_copies (account_id, gmail_id, message_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(accountId, gmailId, rowId);
  changeLabels(db, [rowId], { add: message.labels });
}

/** Gmail no longer has these; a message that another id or account still has stays. */
export function deleteGmailIds(db: WritableDb, accountId: AccountId, gmailIds: readonly string[]): number {
  return inTransaction(db, () => {
    const copy = statement<[number, string]>(db, 'DELETE FROM gmail_copies WHERE account_id = ? AND gmail_id = ?');
    const own = statement<[number, string], MessageRowId>(
      db,
      'SELECT message_id FROM sources WHERE account_id = ? AND gmail_id = ?',
    ).pluck();
    const gone: MessageRowId[] = [];
    for (const gmailId of gmailIds) {
      if (copy.run(accountId, gmailId).changes > 0) continue;
      const rowId = own.get(accountId, gmailId);
      if (rowId !== undefined && !promoteCopy(db, accountId, rowId)) gone.push(rowId);
    }
    deleteFromAccount(db, accountId, gone);
    deleteWanted(db, accountId, gmailIds);
    return gone.length;
  });
}

/** A remaining copy takes the place of the id that is gone. */
function promoteCopy(db: WritableDb, accountId: AccountId, rowId: MessageRowId): boolean {
  const copy = statement<[number, number], string>(
    db,
    'SELECT gmail_id FROM gmail_copies WHERE account_id = ? AND message_id = ?',
  );
  const gmailId = copy.pluck().get(accountId, rowId);
  if (gmailId === undefined) return false;
  statement<[string, number, number]>(
    db,
    'UPDATE sources SET gmail_id = ? WHERE message_id = ? AND account_id = ?',
  ).run(gmailId, rowId, accountId);
  statement<[number, string]>(db, 'DELETE FROM gmail_copies WHERE account_id = ? AND gmail_id = ?').run(
    accountId,
    gmailId,
  );
  return true;
}

/** Every Gmail id that an account's messages have, a page at a time, in no order but that of the ids of rows. */
export function listGmailIdsOfAccount(
  db: ReadableDb,
  accountId: AccountId,
  after: number,
  limit: number,
): readonly { readonly gmailId: string; readonly rowId: MessageRowId }[] {
  return statement<[number, number, number], { gmailId: string; rowId: MessageRowId }>(
    db,
    `SELECT gmail_id AS gmailId, message_id AS rowId FROM sources
      WHERE account_id = ? AND message_id > ? AND gmail_id IS NOT NULL ORDER BY message_id LIMIT ?`,
  ).all(accountId, after, limit);
}

export function listGmailCopies(
  db: ReadableDb,
  accountId: AccountId,
): readonly { readonly gmailId: string; readonly rowId: MessageRowId }[] {
  return statement<[number], { gmailId: string; rowId: MessageRowId }>(
    db,
    'SELECT gmail_id AS gmailId, message_id AS rowId FROM gmail_copies WHERE account_id = ?',
  ).all(accountId);
}

/** All Gmail ids of one message in an account. */
export function listGmailIdsOfMessage(db: ReadableDb, accountId: AccountId, rowId: MessageRowId): readonly string[] {
  return statement<{ accountId: number; rowId: number }, string>(
    db,
    `SELECT gmail_id FROM sources WHERE account_id = @accountId AND message_id = @rowId AND gmail_id IS NOT NULL
      UNION SELECT gmail_id FROM gmail_copies WHERE account_id = @accountId AND message_id = @rowId`,
  )
    .pluck()
    .all({ accountId, rowId });
}

/** Some messages that an import brought with a Gmail id, with their Message-IDs: to be checked against Gmail. */
export function listImportedSample(
  db: ReadableDb,
  accountId: AccountId,
  limit: number,
): readonly { readonly gmailId: string; readonly messageId: string }[] {
  return statement<[number, number], { gmailId: string; messageId: string }>(
    db,
    `SELECT s.gmail_id AS gmailId, m.message_id AS messageId FROM sources s JOIN messages m ON m.id = s.message_id
      JOIN accounts a ON a.id = s.account_id
      WHERE s.gmail_id IS NOT NULL AND a.kind = 'import' AND s.account_id <> ? AND m.message_id NOT LIKE '%@missing.acquaint.invalid>'
      ORDER BY s.gmail_id DESC LIMIT ?`,
  ).all(accountId, limit);
}

/** An archive whose ids are not Gmail's: from now on its messages are known by their content alone. */
export function forgetImportedGmailIds(db: WritableDb): void {
  statement<[]>(
    db,
    "UPDATE sources SET gmail_id = NULL WHERE account_id IN (SELECT id FROM accounts WHERE kind = 'import')",
  ).run();
}
