/**
 * All temporary folders of a test run in one, removed when the run ends, however its tests ended.
 *
 * Tests remove their own; what a failed or killed one leaves goes with the run. The folder bears the id of the process, so
 * that a run which was killed itself is cleared away by the next one.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = 'acquaint-tests-';

/** Vitest's globalSetup, once for each project of the run; answers with its tear-down. */
export function setup(): (() => void) | undefined {
  const own = `${NAME}${process.pid}`;
  // Set for the project before.
  if (tmpdir().endsWith(own)) return undefined;
  for (const left of readdirSync(tmpdir()))
    if (left.startsWith(NAME) && !isRunning(Number(left.slice(NAME.length)))) remove(join(tmpdir(), left));
  const folder = join(tmpdir(), own);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // What os.tmpdir() reads, on Windows and elsewhere; processes of tests inherit it.
  Object.assign(process.env, { TMPDIR: folder, TEMP: folder, TMP: folder });
  return () => remove(folder);
}

/** On Windows a file that something still holds cannot go; the next run tries again. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    return;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
