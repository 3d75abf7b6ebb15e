/** A real database in a folder of its own, removed after the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WritableDb } from '#main/store/database.ts';
import { openWriter } from '#main/store/open.ts';

export function aTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'acquaint-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function aStore(): { readonly db: WritableDb; readonly profileDir: string } {
  const profileDir = join(aTemporaryFolder(), 'profile');
  const { db, close } = openWriter(profileDir);
  onTestFinished(close);
  return { db, profileDir };
}
