/** What SQLite reports, as an AppError that says what the user can do. */
import Database from 'better-sqlite3';
import { AppError, type AppErrorData } from '#core/contract/app-error.ts';

const CORRUPT: AppErrorData = {
  kind: 'db-corrupt',
  message: 'The local database is damaged.',
  cure: 'Move the file acquaint.db out of the profile folder (keep it), start again, and import or sync your mail once more. Nothing in Gmail is lost.',
};

/**
 * The AppError for a failure inside the store; anything that is not SQLite's comes back unchanged.
 *
 * Codes: https://www.sqlite.org/rescode.html
 */
export function asStoreError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const data = describe(error.code);
  return data ? new AppError(data, { cause: error }) : error;
}

function describe(code: string): AppErrorData | undefined {
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return CORRUPT;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return {
      kind: 'db-locked',
      message: 'The local database is in use by another program.',
      cure: 'Close the other Acquaint window or command, then try again.',
    };
  }
  if (code === 'SQLITE_FULL') {
    return {
      kind: 'disk-full',
      message: 'The disk is full; nothing more was stored.',
      cure: 'Free some space and start again: it goes on where it stopped.',
    };
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code === 'SQLITE_PERM' ||
    code === 'SQLITE_AUTH'
  ) {
    return {
      kind: 'unreadable-file',
      message: 'The local database cannot be opened for writing.',
      cure: 'Make the profile folder and the files in it writable for your user.',
    };
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return {
      kind: 'unreadable-file',
      message: 'The disk reported an error while reading or writing the local database.',
      cure: 'Check the disk, then start again.',
    };
  }
  return undefined;
}
