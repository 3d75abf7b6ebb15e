/** The two kinds of connection, told apart by the compiler, and a cache of their prepared statements. */
import type Database from 'better-sqlite3';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection that a query may read from. */
export type ReadableDb = Database.Database & { readonly [readable]: true };
/** The one connection of a profile that may write. */
export type WritableDb = ReadableDb & { readonly [writable]: true };

type Parameters = readonly unknown[] | Readonly<Record<string, unknown>>;
export type Statement<Bound extends Parameters, Row> = Database.Statement<
  Bound extends readonly unknown[] ? [...Bound] : [Bound],
  Row
>;

const statements = new WeakMap<object, Map<string, unknown>>();

/**
 * The prepared statement of an SQL text, compiled once a connection.
 *
 * The text must come from a fixed set: every other one stays in memory for the life of the connection.
 */
export function statement<Bound extends Parameters, Row = unknown>(db: ReadableDb, sql: string): Statement<Bound, Row> {
  let prepared = statements.get(db);
  if (!prepared) {
    prepared = new Map();
    statements.set(db, prepared);
  }
  const known = prepared.get(sql);
  if (known) return known as Statement<Bound, Row>;
  const compiled = db.prepare(sql);
  prepared.set(sql, compiled);
  return compiled as unknown as Statement<Bound, Row>;
}

/** Runs `work` in one transaction: all of it is stored, or nothing. Nested calls join the outer transaction. */
export function inTransaction<Result>(db: WritableDb, work: () => Result): Result {
  if (db.inTransaction) return work();
  return db.transaction(work).immediate();
}
