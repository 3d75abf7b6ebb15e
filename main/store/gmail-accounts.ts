/** Where the sync of each connected Gmail account stands. */
import type { AccountId } from '#core/mail/message.ts';
import { updateAccount } from './accounts.ts';
import { inTransaction, type ReadableDb, statement, type WritableDb } from './database.ts';
import { deleteProbes } from './probes.ts';

/**
 * What the first sync does next.
 *
 * `inbox`: the newest page · `senders`: what the owner last wrote to its senders · `sent`, `all`: list ids · `labels`: labels
 * of what an import had brought · `fetch`: get what is wanted · `done`.
 */
const SYNC_PHASES = ['inbox', 'senders', 'sent', 'all', 'labels', 'fetch', 'done'] as const;
export type SyncPhase = (typeof SYNC_PHASES)[number];

export interface GmailAccount {
  readonly id: AccountId;
  readonly address: string;
  /** Name of the sign-in in the system's keychain. */
  readonly keychainName: string;
  readonly readOnly: boolean;
  readonly paused: boolean;
  /** A uint64 in decimal: every change up to it has been taken over. */
  readonly historyId?: string;
  readonly phase: SyncPhase;
  readonly pageToken?: string;
}

interface Row {
  readonly account_id: AccountId;
  readonly address: string;
  readonly keychain_name: string;
  readonly read_only: 0 | 1;
  readonly paused: 0 | 1;
  readonly history_id: string | null;
  readonly phase: SyncPhase;
  readonly page_token: string | null;
}

const ROWS = `SELECT g.account_id, a.address, g.keychain_name, g.read_only, g.paused, g.history_id, g.phase, g.page_token
  FROM gmail_accounts g JOIN accounts a ON a.id = g.account_id`;

export function listGmailAccounts(db: ReadableDb): readonly GmailAccount[] {
  return statement<[], Row>(db, `${ROWS} ORDER BY g.account_id`).all().map(toAccount);
}

export function getGmailAccount(db: ReadableDb, id: AccountId): GmailAccount | undefined {
  const row = statement<[number], Row>(db, `${ROWS} WHERE g.account_id = ?`).get(id);
  return row && toAccount(row);
}

/** Connecting again keeps what has been synced. */
export function upsertGmailAccount(db: WritableDb, id: AccountId, keychainName: string, readOnly: boolean): void {
  statement<[number, string, number]>(
    db,
    `INSERT INTO gmail_accounts (account_id, keychain_name, read_only) VALUES (?, ?, ?)
      ON CONFLICT (account_id) DO UPDATE SET keychain_name = excluded.keychain_name, read_only = excluded.read_only, paused = 0`,
  ).run(id, keychainName, readOnly ? 1 : 0);
}

/** Moves the sync on; a new phase begins without a page token unless one is given. */
export function moveSync(db: WritableDb, id: AccountId, phase: SyncPhase, pageToken?: string): void {
  statement<[SyncPhase, string | null, number]>(
    db,
    'UPDATE gmail_accounts SET phase = ?, page_token = ? WHERE account_id = ?',
  ).run(phase, pageToken ?? null, id);
}

export function setHistoryId(db: WritableDb, id: AccountId, historyId: string): void {
  statement<[string, number]>(db, 'UPDATE gmail_accounts SET history_id = ? WHERE account_id = ?').run(historyId, id);
}

export function setPaused(db: WritableDb, id: AccountId, paused: boolean): void {
  statement<[number, number]>(db, 'UPDATE gmail_accounts SET paused = ? WHERE account_id = ?').run(paused ? 1 : 0, id);
}

/**
 * Ends the connection and keeps the mail, as if it had been imported: connecting again finds it by its Gmail ids.
 *
 * The account is called by its address, with a number where an import is called so already.
 */
export function releaseGmailAccount(db: WritableDb, id: AccountId): void {
  inTransaction(db, () => {
    const address = statement<[number], string>(db, 'SELECT address FROM accounts WHERE id = ?').pluck().get(id);
    if (address === undefined) return;
    const isTaken = statement<[string]>(db, "SELECT 1 FROM accounts WHERE kind = 'import' AND address = ?");
    let name = address;
    for (let number = 2; isTaken.get(name) !== undefined; number += 1) name = `${address} (${number})`;
    statement<[number]>(db, 'DELETE FROM gmail_accounts WHERE account_id = ?').run(id);
    statement<[number]>(db, 'DELETE FROM gmail_wanted WHERE account_id = ?').run(id);
    statement<[string, number]>(
      db,
      "UPDATE accounts SET kind = 'import', address = ?, state = 'ready', error = NULL WHERE id = ?",
    ).run(name, id);
  });
}

function toAccount(row: Row): GmailAccount {
  return {
    id: row.account_id,
    address: row.address,
    keychainName: row.keychain_name,
    readOnly: row.read_only === 1,
    paused: row.paused === 1,
    ...(row.history_id === null ? {} : { historyId: row.history_id }),
    phase: row.phase,
    ...(row.page_token === null ? {} : { pageToken: row.page_token }),
  };
}

/**
 * All of a mailbox is here: so is what was left to come when the mailbox was disconnected before (`releaseGmailAccount`),
 * and what was only known of.
 */
export function completeMailbox(db: WritableDb, id: AccountId): void {
  inTransaction(db, () => {
    const ids = statement<[number], AccountId>(
      db,
      `SELECT a.id FROM accounts own JOIN accounts a ON a.id = own.id OR a.kind = 'import'
          AND (a.address = own.address OR substr(a.address, 1, length(own.address) + 2) = own.address || ' (')
        WHERE own.id = ?`,
    );
    for (const one of ids.pluck().all(id)) {
      deleteProbes(db, one);
      updateAccount(db, one, { complete: true });
    }
  });
}
