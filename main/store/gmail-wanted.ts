/** Messages that Gmail was seen to have and the store has not: the to-do list of a sync, which outlives a crash. */
import type { AccountId } from '#core/mail/message.ts';
import { inTransaction, type ReadableDb, statement, type WritableDb } from './database.ts';

/** What is fetched first: lower comes earlier. */
export const WANTED_RANKS = { arrived: -1, inbox: 0, toSenders: 1, sent: 2, rest: 3 } as const;
export type WantedRank = (typeof WANTED_RANKS)[keyof typeof WANTED_RANKS];

/** After so many failures a message is left where it is, and told. */
const MOST_FAILURES = 5;

/** Adds ids in the order given; one that is wanted already takes the better rank. */
export function upsertWanted(
  db: WritableDb,
  accountId: AccountId,
  gmailIds: readonly string[],
  rank: WantedRank,
): void {
  inTransaction(db, () => {
    const last = statement<[number], number | null>(db, 'SELECT max(position) FROM gmail_wanted WHERE account_id = ?');
    const insert = statement<[number, string, number, number]>(
      db,
      `INSERT INTO gmail_wanted (account_id, gmail_id, rank, position) VALUES (?, ?, ?, ?)
        ON CONFLICT (account_id, gmail_id) DO UPDATE SET rank = min(rank, excluded.rank)`,
    );
    let position = last.pluck().get(accountId) ?? 0;
    for (const gmailId of gmailIds) insert.run(accountId, gmailId, rank, (position += 1));
  });
}

/** The next ids to fetch, at most up to a rank. */
export function listWanted(
  db: ReadableDb,
  accountId: AccountId,
  limit: number,
  upToRank: WantedRank = 3,
): readonly string[] {
  return statement<[number, number, number], string>(
    db,
    `SELECT gmail_id FROM gmail_wanted WHERE account_id = ? AND rank <= ? AND failures < ${MOST_FAILURES}
      ORDER BY rank, failures, position LIMIT ?`,
  )
    .pluck()
    .all(accountId, upToRank, limit);
}

export function deleteWanted(db: WritableDb, accountId: AccountId, gmailIds: readonly string[]): void {
  const remove = statement<[number, string]>(db, 'DELETE FROM gmail_wanted WHERE account_id = ? AND gmail_id = ?');
  for (const gmailId of gmailIds) remove.run(accountId, gmailId);
}

export function isWanted(db: ReadableDb, accountId: AccountId, gmailId: string): boolean {
  return (
    statement<[number, string]>(db, 'SELECT 1 FROM gmail_wanted WHERE account_id = ? AND gmail_id = ?').get(
      accountId,
      gmailId,
    ) !== undefined
  );
}

/** Counts a failed attempt and keeps the reason. */
export function failWanted(db: WritableDb, accountId: AccountId, gmailId: string, reason: string): void {
  statement<[string, number, string]>(
    db,
    'UPDATE gmail_wanted SET failures = failures + 1, error = ? WHERE account_id = ? AND gmail_id = ?',
  ).run(reason, accountId, gmailId);
}

/** Gives everything that was given up another chance. */
export function retryFailedWanted(db: WritableDb, accountId: AccountId): void {
  statement<[number]>(db, 'UPDATE gmail_wanted SET failures = 0 WHERE account_id = ? AND failures > 0').run(accountId);
}

/** The rank of what is fetched next; undefined where nothing is wanted. */
export function nextWantedRank(db: ReadableDb, accountId: AccountId): WantedRank | undefined {
  const rank = statement<[number], WantedRank | null>(
    db,
    `SELECT min(rank) FROM gmail_wanted WHERE account_id = ? AND failures < ${MOST_FAILURES}`,
  );
  return rank.pluck().get(accountId) ?? undefined;
}

export function countWanted(db: ReadableDb, accountId: AccountId): { readonly open: number; readonly failed: number } {
  const row = statement<[number], { open: number; failed: number }>(
    db,
    `SELECT count(*) FILTER (WHERE failures < ${MOST_FAILURES}) AS open,
        count(*) FILTER (WHERE failures >= ${MOST_FAILURES}) AS failed
      FROM gmail_wanted WHERE account_id = ?`,
  ).get(accountId);
  return row ?? { open: 0, failed: 0 };
}

/** What could not be fetched, with the reason of the last attempt. */
export function listFailedWanted(
  db: ReadableDb,
  accountId: AccountId,
): readonly { readonly gmailId: string; readonly reason: string }[] {
  return statement<[number], { gmailId: string; reason: string }>(
    db,
    `SELECT gmail_id AS gmailId, coalesce(error, '') AS reason FROM gmail_wanted
      WHERE account_id = ? AND failures >= ${MOST_FAILURES} ORDER BY position`,
  ).all(accountId);
}
