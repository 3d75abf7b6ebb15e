/** What Gmail said of letters that are not here yet, by account: kept until the account's history is here as a whole. */
import { mailboxKey } from '#core/mail/address.ts';
import type { AccountId } from '#core/mail/message.ts';
import type { Probe } from '#core/relationship/probe.ts';
import { inTransaction, type ReadableDb, statement, type WritableDb } from './database.ts';

/** A later answer takes the place of an earlier one. */
export function upsertProbes(db: WritableDb, accountId: AccountId, probes: readonly Probe[]): void {
  const upsert = statement<[number, string, number, number, number]>(
    db,
    'INSERT OR REPLACE INTO probes (account_id, address_key, sent_count, received_count, asked_at) VALUES (?, ?, ?, ?, ?)',
  );
  inTransaction(db, () => {
    for (const { address, sentCount, receivedCount, askedAt } of probes)
      upsert.run(accountId, mailboxKey(address), sentCount, receivedCount, askedAt);
  });
}

/** Of all accounts, in the order of addresses; of two accounts on one person the larger counts. */
export function listProbes(db: ReadableDb): readonly Probe[] {
  return statement<[], Probe>(
    db,
    `SELECT address_key AS address, max(sent_count) AS sentCount, max(received_count) AS receivedCount,
        max(asked_at) AS askedAt FROM probes GROUP BY address_key ORDER BY address_key`,
  ).all();
}

/** The history is here: what was only known of is now known. */
export function deleteProbes(db: WritableDb, accountId: AccountId): void {
  statement<[number]>(db, 'DELETE FROM probes WHERE account_id = ?').run(accountId);
}

/**
 * Senders in the account's inbox, the newest first, of whom nothing is known but that they wrote: no letter of the owner's
 * to them is in the store, and Gmail was not asked.
 */
export function listUnprobedSenders(db: ReadableDb, accountId: AccountId, limit: number): readonly string[] {
  return statement<[number, number, number], string>(
    db,
    `SELECT m.from_address FROM messages m
        JOIN sources s ON s.message_id = m.id AND s.account_id = ?
        JOIN addresses a ON a.id = m.address_id
      WHERE m.in_inbox = 1
        AND NOT EXISTS (SELECT 1 FROM probes p WHERE p.account_id = ? AND p.address_key = a.key)
        AND NOT EXISTS (SELECT 1 FROM recipients r JOIN messages sent ON sent.id = r.message_id
          WHERE r.address_id = a.id AND sent.direction = 'sent')
      GROUP BY a.key ORDER BY max(m.id) DESC LIMIT ?`,
  )
    .pluck()
    .all(accountId, accountId, limit);
}
