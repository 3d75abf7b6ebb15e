import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openWriter } from '#main/store/open.ts';
import { aMailbox, everythingImported, imported } from '#tests/helpers/imported.ts';
import { aTemporaryFolder } from '#tests/helpers/test-store.ts';

const CHILD = fileURLToPath(new URL('../../helpers/import-child.ts', import.meta.url));

/** Runs an import in a process of its own and kills it: after so many stored batches, then so much later. True where it was killed. */
async function importAndKill(profileDir: string, path: string, batches: number, delayMs: number): Promise<boolean> {
  const child = spawn(process.execPath, [CHILD, profileDir, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let seen = 0;
  child.stdout.on('data', (text: Buffer) => {
    seen += text.toString().split('\n').length - 1;
    if (seen >= batches) setTimeout(() => child.kill('SIGKILL'), delayMs);
  });
  return new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal === 'SIGKILL')));
}

describe('an import that is killed', () => {
  it('ends with the same store as one that was not, wherever it is killed', { timeout: 600_000 }, async () => {
    const folder = aTemporaryFolder();
    const path = join(folder, 'mail.mbox');
    writeFileSync(path, aMailbox(640));
    const whole = openWriter(join(folder, 'whole'));
    await imported(whole.db, [path]);
    const golden = everythingImported(whole.db);
    whole.close();

    let killedCount = 0;
    for (const [batches, delayMs] of [
      [1, 0],
      [1, 3],
      [2, 1],
      [3, 7],
      [4, 0],
      [6, 5],
      [8, 2],
      [9, 1],
    ] as const) {
      const profileDir = join(folder, `killed-after-${batches}-and-${delayMs}`);
      if (await importAndKill(profileDir, path, batches, delayMs)) killedCount += 1;
      // And once more while it goes on.
      if (await importAndKill(profileDir, path, 1, delayMs)) killedCount += 1;
      const { db, close } = openWriter(profileDir);
      const summary = await imported(db, [path]);
      expect(summary).toMatchObject({ read: 640, cancelled: false });
      expect(summary.added + summary.known).toBe(640);
      expect(everythingImported(db)).toEqual(golden);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      close();
    }
    expect(killedCount).toBeGreaterThan(8);
  });
});
