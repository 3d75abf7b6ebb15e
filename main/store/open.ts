/**
 * Opens the database of a profile: one writer, any number of readers beside it (WAL).
 *
 * The file is readable by the user alone (0600 in a 0700 folder); SQLite gives its -wal and -shm files the same mode.
 */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#core/contract/app-error.ts';
import type { ReadableDb, WritableDb } from './database.ts';
import { LATEST_VERSION, migrate, versionOf } from './migrate.ts';
import { asStoreError } from './store-error.ts';

export function databasePath(profileDir: string): string {
  return join(profileDir, 'acquaint.db');
}

export interface Writer {
  readonly db: WritableDb;
  /** Closes the connection, then lets another writer in. */
  readonly close: () => void;
}

/**
 * The one writing connection of a profile, its schema brought up to date.
 *
 * Throws `db-locked` while another process or thread writes to this profile, `db-from-future` for a database of a newer
 * Acquaint (which is left untouched), `db-corrupt`, `disk-full`, `unreadable-file`.
 */
export function openWriter(profileDir: string): Writer {
  try {
    makePrivateFolder(profileDir);
    const lock = takeWriterLock(profileDir);
    try {
      const path = databasePath(profileDir);
      createPrivateFile(path);
      const db = new Database(path, { timeout: 5000 }) as WritableDb;
      try {
        migrate(db, path);
        db.pragma('journal_mode = WAL');
        // NORMAL may lose the last commits in a power cut, never consistency; what must not be lost sets FULL itself.
        db.pragma('synchronous = NORMAL');
        db.pragma('foreign_keys = ON');
        db.pragma('cache_size = -16384');
        db.pragma('temp_store = MEMORY');
        // 16 MB of log before it is copied into the file: what a batch after the other rewrites is copied once.
        db.pragma('wal_autocheckpoint = 4000');
        db.pragma('journal_size_limit = 67108864');
      } catch (error) {
        db.close();
        throw error;
      }
      return {
        db,
        close() {
          db.close();
          lock.close();
        },
      };
    } catch (error) {
      lock.close();
      throw error;
    }
  } catch (error) {
    throw asStoreError(error);
  }
}

/** Why a profile cannot be read yet: there is none, or its schema is older than this Acquaint. */
export type Unready = 'absent' | 'outdated';

/** A connection that cannot write; `Unready` where the writer has to open the profile first. Throws as `openWriter` does. */
export function openReader(profileDir: string): ReadableDb | Unready {
  const path = databasePath(profileDir);
  if (!existsSync(path)) return 'absent';
  try {
    const db = new Database(path, { readonly: true, timeout: 5000 }) as unknown as ReadableDb;
    try {
      const version = versionOf(db);
      if (version < LATEST_VERSION) {
        db.close();
        return version === 0 ? 'absent' : 'outdated';
      }
      db.pragma('cache_size = -16384');
      db.pragma('temp_store = MEMORY');
      db.pragma('query_only = ON');
    } catch (error) {
      db.close();
      throw error;
    }
    return db;
  } catch (error) {
    throw asStoreError(error);
  }
}

function makePrivateFolder(profileDir: string): void {
  const isProfile = existsSync(databasePath(profileDir));
  const made = mkdirSync(profileDir, { recursive: true, mode: 0o700 });
  // A folder that was there before and holds other things keeps the mode its owner gave it.
  if (made !== undefined || isProfile) chmodSync(profileDir, 0o700);
}

function createPrivateFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
}

/**
 * Held until closed or until the process dies, however it dies.
 *
 * An exclusive transaction on a database of its own: SQLite's file lock keeps out other processes and, unlike `flock`
 * through Node, other threads of this one. The main database cannot serve for this: locking it would lock out readers.
 */
function takeWriterLock(profileDir: string): Database.Database {
  const path = join(profileDir, 'writer.lock');
  createPrivateFile(path);
  const lock = new Database(path, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error;
    throw new AppError(
      {
        kind: 'db-locked',
        message: `Another Acquaint is writing to the profile ${profileDir}.`,
        cure: 'Close the other Acquaint window or wait for the other command to end, then try again.',
      },
      { cause: error },
    );
  }
  return lock;
}
