/** A real engine on a profile of its own: worker threads, database and all. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Engine, type EngineOptions, openEngine } from '#main/engine/engine.ts';
import { aTemporaryFolder } from './test-store.ts';

export const WORKERS = {
  writer: new URL('../../main/engine/writer-worker.ts', import.meta.url),
  reader: new URL('../../main/engine/reader-worker.ts', import.meta.url),
  parse: new URL('../../main/import/parse-worker.ts', import.meta.url),
};

export function anEngine(options: Partial<EngineOptions> = {}): Engine & { readonly profileDir: string } {
  const profileDir = options.profileDir ?? join(aTemporaryFolder(), 'profile');
  const engine = openEngine({ workers: WORKERS, ...options, profileDir });
  onTestFinished(async () => await engine.close());
  return { ...engine, profileDir };
}
