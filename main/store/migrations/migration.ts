/** One step of the schema. */
import type { WritableDb } from '../database.ts';

export interface Migration {
  /** A multiple of ten, greater than all before. */
  readonly version: number;
  /** Runs inside a transaction, foreign keys not yet enforced. */
  readonly up: (db: WritableDb) => void;
}
