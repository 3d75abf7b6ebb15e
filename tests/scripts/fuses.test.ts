import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { flipFuses, FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FUSES } from '../../scripts/fuses.ts';

/** What an Electron executable holds of its fuses: a mark, a version, their number, and one byte each. */
function anExecutable(fuseCount: number): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'acquaint-fuses-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const file = path.join(dir, 'electron');
  const wire = Buffer.from('1'.repeat(fuseCount));
  writeFileSync(
    file,
    Buffer.concat([
      Buffer.from('…dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
      Buffer.from([1, fuseCount]),
      wire,
      Buffer.from('…'),
    ]),
  );
  return file;
}

describe('FUSES', () => {
  it('close the doors that a packaged app has no use for', async () => {
    const executable = anExecutable(9);
    await flipFuses(executable, FUSES);
    const wire = await getCurrentFuseWire(executable);
    const open = Object.values(FuseV1Options)
      .filter((fuse) => typeof fuse === 'number')
      .filter((fuse) => wire[fuse] === FuseState.ENABLE)
      .map((fuse) => FuseV1Options[fuse]);
    expect(open).toEqual([
      'EnableCookieEncryption',
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
      'WasmTrapHandlers',
    ]);
  });

  it('stop at an Electron with a fuse that nobody has decided on', async () => {
    await expect(flipFuses(anExecutable(10), FUSES)).rejects.toThrow('strictlyRequireAllFuses');
  });
});
