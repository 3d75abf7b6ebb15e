/** How far each file has been imported, and what in it could not be read. */
import type { ImportDefect } from '#core/contract/views.ts';
import { type ReadableDb, statement, type WritableDb } from './database.ts';

export interface ImportPosition {
  /** What tells this file from another of the same name: changes when it is rewritten. */
  readonly identity: string;
  /** Bytes read and stored. */
  readonly offset: number;
  readonly state: 'running' | 'done';
}

export function getImportPosition(db: ReadableDb, path: string): ImportPosition | undefined {
  return statement<[string], ImportPosition>(db, 'SELECT identity, offset, state FROM import_files WHERE path = ?').get(
    path,
  );
}

/** Belongs in the transaction that stores the messages before this position. */
export function upsertImportPosition(db: WritableDb, path: string, position: ImportPosition, updatedAt: number): void {
  statement<[string, string, number, string, number]>(
    db,
    `INSERT INTO import_files (path, identity, offset, state, updated_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (path) DO UPDATE SET identity = excluded.identity, offset = excluded.offset, state = excluded.state,
        updated_at = excluded.updated_at`,
  ).run(path, position.identity, position.offset, position.state, updatedAt);
}

export function insertImportDefects(db: WritableDb, jobId: number, defects: readonly ImportDefect[]): void {
  const insert = statement<[number, string, number, string, string]>(
    db,
    'INSERT INTO import_defects (job_id, path, offset, message_id, defects) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { path, offset, messageId, defects: found } of defects) {
    insert.run(jobId, path, offset, messageId, JSON.stringify(found));
  }
}

/** Of one import, in the order of reading; the first 1,000. */
export function listImportDefects(db: ReadableDb, jobId: number): readonly ImportDefect[] {
  return statement<[number], { path: string; offset: number; messageId: string; defects: string }>(
    db,
    `SELECT path, offset, message_id AS messageId, defects FROM import_defects WHERE job_id = ? ORDER BY id LIMIT 1000`,
  )
    .all(jobId)
    .map((row) => ({ ...row, defects: JSON.parse(row.defects) as string[] }));
}
