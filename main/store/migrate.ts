/**
 * Brings a database to the schema of this Acquaint.
 *
 * Migrations are append-only and numbered in tens; `user_version` holds the number of the last one. Each runs in one
 * transaction with the change of `user_version`, so a killed migration has not happened.
 */
import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { AppError } from '#core/contract/app-error.ts';
import type { ReadableDb, WritableDb } from './database.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

export const LATEST_VERSION = MIGRATIONS.at(-1)?.version ?? 0;

export function versionOf(db: ReadableDb): number {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > LATEST_VERSION) {
    throw new AppError({
      kind: 'db-from-future',
      message: 'This profile was written by a newer version of Acquaint.',
      cure: 'Install the newest Acquaint to open it. The profile was not changed.',
    });
  }
  return version;
}

/** Runs what is missing; copies a database that holds something to `<path>.before-<version>` first. */
export function migrate(db: WritableDb, path: string, migrations: readonly Migration[] = MIGRATIONS): void {
  const version = versionOf(db);
  const missing = migrations.filter((migration) => migration.version > version);
  if (missing.length === 0) return;
  if (version > 0) backUp(db, `${path}.before-${missing.at(-1)?.version}`);
  for (const migration of missing) {
    db.transaction(() => {
      migration.up(db);
      db.pragma(`user_version = ${migration.version}`);
    }).exclusive();
  }
}

/** Whole or not at all: a copy that was cut short keeps another name. */
function backUp(db: WritableDb, target: string): void {
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  // VACUUM INTO takes an empty file, and so never makes one that others can read.
  closeSync(openSync(unfinished, 'wx', 0o600));
  db.prepare('VACUUM INTO ?').run(unfinished);
  renameSync(unfinished, target);
}
