/** A writer that ends with its test. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { aTemporaryFolder } from './test-store.ts';
import { startWriter, type TestWriter, type WriterOptions } from './writer.ts';

/** On a profile of its own unless told otherwise. */
export function aWriter(options: Partial<WriterOptions> = {}): TestWriter {
  const writer = startWriter({ profileDir: join(aTemporaryFolder(), 'profile'), ...options });
  onTestFinished(writer.close);
  return writer;
}
