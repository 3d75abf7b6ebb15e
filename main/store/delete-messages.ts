/** Takes messages out of the store; Gmail keeps them. */
import type { AccountId, MessageRowId } from '#core/mail/message.ts';
import { inTransaction, statement, type WritableDb } from './database.ts';
import { getSetting, upsertSetting } from './settings.ts';

/** Forgets that an account has these messages; those that no account has any more go, their verdicts and texts with them. */
export function deleteFromAccount(db: WritableDb, accountId: AccountId, ids: readonly MessageRowId[]): void {
  inTransaction(db, () => {
    const forget = statement<[number, number]>(db, 'DELETE FROM sources WHERE message_id = ? AND account_id = ?');
    const remove = statement<[number, number]>(
      db,
      'DELETE FROM messages WHERE id = ? AND NOT EXISTS (SELECT 1 FROM sources WHERE message_id = ?)',
    );
    let forgotten = 0;
    let earliest = Number.POSITIVE_INFINITY;
    for (const id of ids) {
      forgotten += forget.run(id, accountId).changes;
      if (remove.run(id, id).changes > 0) earliest = Math.min(earliest, id);
    }
    statement<[number, number]>(db, 'UPDATE accounts SET message_count = message_count - ? WHERE id = ?').run(
      forgotten,
      accountId,
    );
    // What came later was judged with these messages in the record.
    if (earliest <= (getSetting(db, 'judged-through') ?? 0)) upsertSetting(db, 'judged-through', earliest - 1);
  });
}

/** The next messages that an account has brought, to be deleted a batch at a time. */
export function listOfAccount(db: WritableDb, accountId: AccountId, limit: number): readonly MessageRowId[] {
  return statement<[number, number], MessageRowId>(db, 'SELECT message_id FROM sources WHERE account_id = ? LIMIT ?')
    .pluck()
    .all(accountId, limit);
}

/** The account itself; and people and threads, by name, of whom no mail is left in any account. */
export function deleteAccount(db: WritableDb, accountId: AccountId): void {
  inTransaction(db, () => {
    statement<[number]>(db, 'DELETE FROM sources WHERE account_id = ?').run(accountId);
    statement<[number]>(db, 'DELETE FROM accounts WHERE id = ?').run(accountId);
    db.exec(`
      DELETE FROM messages WHERE id NOT IN (SELECT message_id FROM sources);
      DELETE FROM addresses WHERE id NOT IN (SELECT address_id FROM messages) AND id NOT IN (SELECT address_id FROM recipients);
      DELETE FROM people WHERE id NOT IN (SELECT person_id FROM addresses);
      DELETE FROM thread_keys WHERE thread_id NOT IN (SELECT thread_id FROM messages);
      DELETE FROM threads WHERE id NOT IN (SELECT thread_id FROM messages);
    `);
  });
}
