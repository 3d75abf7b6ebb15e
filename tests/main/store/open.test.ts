import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { databasePath, openReader, openWriter } from '#main/store/open.ts';
import { aStore, aTemporaryFolder } from '#tests/helpers/test-store.ts';
import { aMessage } from '#tests/helpers/builders.ts';
import { stored } from '#tests/helpers/stored.ts';

describe('openWriter', () => {
  it('keeps every file of a profile from other users', () => {
    const { db, profileDir } = aStore();
    stored(db, [aMessage()]);
    expect(statSync(profileDir).mode & 0o777).toBe(0o700);
    const files = readdirSync(profileDir);
    expect(files).toContain('acquaint.db-wal');
    for (const file of files) expect([file, statSync(join(profileDir, file)).mode & 0o777]).toEqual([file, 0o600]);
  });

  it('refuses a second writer on the same profile and says what to do', () => {
    const { profileDir } = aStore();
    expect(() => openWriter(profileDir)).toThrow(
      expect.objectContaining({ kind: 'db-locked', cure: expect.stringContaining('Close') }),
    );
  });

  it('lets the next writer in once the first has closed', () => {
    const profileDir = join(aTemporaryFolder(), 'profile');
    openWriter(profileDir).close();
    const next = openWriter(profileDir);
    expect(next.db.open).toBe(true);
    next.close();
  });

  it('refuses a database of a newer version and leaves it as it is', () => {
    const profileDir = join(aTemporaryFolder(), 'profile');
    const { db, close } = openWriter(profileDir);
    db.pragma('user_version = 99990');
    close();
    expect(() => openWriter(profileDir)).toThrow(expect.objectContaining({ kind: 'db-from-future' }));
    expect(() => openReader(profileDir)).toThrow(expect.objectContaining({ kind: 'db-from-future' }));
    const after = new Database(databasePath(profileDir));
    onTestFinished(() => void after.close());
    expect(after.pragma('user_version', { simple: true })).toBe(99990);
  });

  it('says that a file which is no database is damaged, and how to go on', () => {
    const profileDir = aTemporaryFolder();
    writeFileSync(databasePath(profileDir), 'no database at all '.repeat(500));
    expect(() => openWriter(profileDir)).toThrow(
      expect.objectContaining({ kind: 'db-corrupt', cure: expect.stringContaining('acquaint.db') }),
    );
  });
});

describe('openReader', () => {
  it('cannot write', () => {
    const { profileDir } = aStore();
    const db = openReader(profileDir);
    if (typeof db === 'string') throw new Error(db);
    onTestFinished(() => void db.close());
    expect(() => db.exec('DELETE FROM settings')).toThrow('readonly');
  });

  it('sees what the writer has committed while both are open', () => {
    const { db, profileDir } = aStore();
    const reader = openReader(profileDir);
    if (typeof reader === 'string') throw new Error(reader);
    onTestFinished(() => void reader.close());
    stored(db, [aMessage()]);
    expect(reader.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(1);
  });

  it('does not make a profile where there is none', () => {
    const folder = aTemporaryFolder();
    expect(openReader(join(folder, 'nobody'))).toBe('absent');
    expect(readdirSync(folder)).toEqual([]);
  });
});
