import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { WritableDb } from '#main/store/database.ts';
import { LATEST_VERSION, migrate, versionOf } from '#main/store/migrate.ts';
import { MIGRATIONS } from '#main/store/migrations/index.ts';
import { aTemporaryFolder } from '#tests/helpers/test-store.ts';

function anEmptyDatabase(): { readonly db: WritableDb; readonly path: string } {
  const path = join(aTemporaryFolder(), 'acquaint.db');
  const db = new Database(path) as WritableDb;
  onTestFinished(() => void db.close());
  return { db, path };
}

function tablesOf(db: WritableDb): readonly unknown[] {
  return db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all();
}

describe('MIGRATIONS', () => {
  it('are numbered in tens, each higher than the one before', () => {
    const versions = MIGRATIONS.map(({ version }) => version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
    for (const version of versions) expect(version % 10).toBe(0);
  });

  it.each(MIGRATIONS.map((migration, index) => [migration.version, index] as const))(
    '%i runs on what came before, on a database that holds something, and leaves it sound',
    (version, index) => {
      const { db, path } = anEmptyDatabase();
      migrate(db, path, MIGRATIONS.slice(0, index));
      db.exec(`CREATE TABLE kept (id INTEGER PRIMARY KEY) STRICT; INSERT INTO kept VALUES (7)`);
      migrate(db, path, MIGRATIONS.slice(0, index + 1));
      expect(versionOf(db)).toBe(version);
      expect(db.prepare('SELECT id FROM kept').pluck().all()).toEqual([7]);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(db.pragma('foreign_key_check')).toEqual([]);
    },
  );

  it('makes only strict tables, so that no column holds what it should not', () => {
    const { db, path } = anEmptyDatabase();
    migrate(db, path);
    const loose = db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });
});

describe('migrate', () => {
  it('does a migration whole or not at all', () => {
    const { db, path } = anEmptyDatabase();
    migrate(db, path);
    const before = tablesOf(db);
    const broken = {
      version: LATEST_VERSION + 10,
      up(changed: WritableDb): void {
        changed.exec('CREATE TABLE half (id INTEGER) STRICT; DROP TABLE judgements');
        throw new Error('power cut');
      },
    };
    expect(() => migrate(db, path, [...MIGRATIONS, broken])).toThrow('power cut');
    expect(tablesOf(db)).toEqual(before);
    expect(versionOf(db)).toBe(LATEST_VERSION);
  });

  it('copies a database that holds something first, for the user alone', () => {
    const { db, path } = anEmptyDatabase();
    migrate(db, path, MIGRATIONS.slice(0, 1));
    db.exec(`INSERT INTO settings (key, value) VALUES ('owner', '{}')`);
    const next = {
      version: LATEST_VERSION + 10,
      up: (changed: WritableDb) => void changed.exec('DELETE FROM settings'),
    };
    migrate(db, path, [...MIGRATIONS.slice(0, 1), next]);
    const copy = `${path}.before-${LATEST_VERSION + 10}`;
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const backup = new Database(copy, { readonly: true });
    onTestFinished(() => void backup.close());
    expect(backup.prepare('SELECT key FROM settings').pluck().all()).toEqual(['owner']);
    expect(db.prepare('SELECT key FROM settings').pluck().all()).toEqual([]);
  });

  it('makes no copy of a new database', () => {
    const { db, path } = anEmptyDatabase();
    migrate(db, path);
    expect(existsSync(`${path}.before-${LATEST_VERSION}`)).toBe(false);
  });
});
