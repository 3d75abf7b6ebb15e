/** Connected mailboxes and imported files. */
import type { AppErrorData } from '#core/contract/app-error.ts';
import type { AccountView } from '#core/contract/views.ts';
import type { AccountId } from '#core/mail/message.ts';
import { type ReadableDb, statement, type WritableDb } from './database.ts';

interface AccountRow {
  readonly id: AccountId;
  readonly kind: AccountView['kind'];
  readonly address: string;
  readonly state: AccountView['state'];
  readonly message_count: number;
  readonly last_sync_at: number | null;
  readonly error: string | null;
  readonly read_only: 0 | 1;
}

/** A pause is the user's wish, not a state that a sync could leave behind; it says nothing about an account that is signed out. */
const ROWS = `SELECT a.id, a.kind, a.address,
    CASE WHEN g.paused = 1 AND a.state <> 'reconnect' THEN 'paused' ELSE a.state END AS state,
    a.message_count, a.last_sync_at, a.error, coalesce(g.read_only, 0) AS read_only
  FROM accounts a LEFT JOIN gmail_accounts g ON g.account_id = a.id`;

/** The account of this kind and address; made, with an incomplete record, where there is none. */
export function upsertAccount(
  db: WritableDb,
  kind: AccountView['kind'],
  address: string,
  createdAt: number,
): AccountId {
  statement<[string, string, number]>(
    db,
    'INSERT INTO accounts (kind, address, created_at) VALUES (?, ?, ?) ON CONFLICT (kind, address) DO NOTHING',
  ).run(kind, address, createdAt);
  const id = statement<[string, string], AccountId>(db, 'SELECT id FROM accounts WHERE kind = ? AND address = ?');
  return id.pluck().get(kind, address) as AccountId;
}

/** Makes the profile the sample's: an account of its own kind says so to whatever would send something. */
export function markSample(db: WritableDb, createdAt: number): void {
  updateAccount(db, upsertAccount(db, 'sample', '', createdAt), { complete: true });
}

export function isSampleProfile(db: ReadableDb): boolean {
  return listAccounts(db).some(({ kind }) => kind === 'sample');
}

export function getAccount(db: ReadableDb, id: AccountId): AccountView | undefined {
  const row = statement<[number], AccountRow>(db, `${ROWS} WHERE a.id = ?`).get(id);
  return row && toView(row);
}

export function listAccounts(db: ReadableDb): readonly AccountView[] {
  return statement<[], AccountRow>(db, `${ROWS} ORDER BY a.id`).all().map(toView);
}

/** Fields that are left out stay; `error: null` clears it. */
export interface AccountChange {
  readonly state?: Exclude<AccountView['state'], 'paused'>;
  readonly lastSyncAt?: number;
  readonly error?: AppErrorData | null;
  /** True when no older mail is still to come. */
  readonly complete?: boolean;
}

export function updateAccount(db: WritableDb, id: AccountId, change: AccountChange): void {
  const { state, lastSyncAt, error, complete } = change;
  statement(
    db,
    `UPDATE accounts SET state = coalesce(@state, state), last_sync_at = coalesce(@lastSyncAt, last_sync_at),
      complete = coalesce(@complete, complete), error = CASE WHEN @hasError THEN @error ELSE error END WHERE id = @id`,
  ).run({
    id,
    state: state ?? null,
    lastSyncAt: lastSyncAt ?? null,
    complete: complete === undefined ? null : Number(complete),
    hasError: error === undefined ? 0 : 1,
    error: error ? JSON.stringify(error) : null,
  });
}

/** True where every account's older mail has been brought. */
export function isRecordComplete(db: ReadableDb): boolean {
  return statement<[], number>(db, 'SELECT NOT EXISTS (SELECT 1 FROM accounts WHERE complete = 0)').pluck().get() === 1;
}

function toView(row: AccountRow): AccountView {
  return {
    id: row.id,
    kind: row.kind,
    address: row.address,
    state: row.state,
    ...(row.read_only === 1 ? { readOnly: true } : {}),
    messageCount: row.message_count,
    ...(row.last_sync_at === null ? {} : { lastSyncAt: row.last_sync_at }),
    ...(row.error === null ? {} : { error: JSON.parse(row.error) as AppErrorData }),
  };
}
