/** What the build put into which file: read from out/, which `npm test` has just built. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const outDir = path.resolve(import.meta.dirname, '../../out');

test("Electron's own thread loads neither SQLite, nor the keychain, nor Google's client", () => {
  const loaded = packagesLoadedBy('main/index.cjs');
  expect(loaded).toContain('electron');
  for (const notHere of ['better-sqlite3', 'keytar', '@googleapis/gmail', 'google-auth-library']) {
    expect(loaded).not.toContain(notHere);
  }
});

test('the threads of the engine load no Electron', () => {
  for (const worker of ['writer-worker', 'reader-worker', 'parse-worker']) {
    expect(packagesLoadedBy(`main/${worker}.cjs`)).not.toContain('electron');
  }
});

test('the preload script, which runs sandboxed, is one file that needs nothing but Electron', () => {
  expect(packagesLoadedBy('preload/index.cjs')).toEqual(['electron']);
  expect(readFileSync(path.join(outDir, 'preload/index.cjs'), 'utf8')).not.toContain('Zod');
});

/** The packages that a built file requires, itself or through the files beside it; `import()` and lazy requires too. */
function packagesLoadedBy(file: string, seen = new Set<string>()): readonly string[] {
  seen.add(file);
  const text = readFileSync(path.join(outDir, file), 'utf8');
  const required = [...text.matchAll(/\b(?:require|import)\("([^"]+)"\)/g)].flatMap((match) => match[1] ?? []);
  const packages = required.flatMap((name) => {
    if (!name.startsWith('.')) return name.startsWith('node:') ? [] : [name];
    const beside = path.posix.join(path.posix.dirname(file), name);
    return seen.has(beside) ? [] : packagesLoadedBy(beside, seen);
  });
  return [...new Set(packages)];
}
