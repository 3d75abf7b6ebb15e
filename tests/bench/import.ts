/**
 * How fast mail is imported: the whole command `import`, as a user runs it.
 *
 *   npm run bench -- import [COUNT]           20,000 messages, or so many
 *   npm run bench -- import --stages [COUNT]  what each step costs a message, one after the other in one thread
 *
 * The mailbox is made by ../shared/tools/generate-mailbox.py where that is present (Maildir, 18 kB a message), else by
 * tests/bench/import/mailbox.ts. CPU seconds and memory are those of the whole process, all threads (Linux only).
 */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportSummary } from '#core/contract/views.ts';
import { makeMailbox } from './import/mailbox.ts';
import { measureStages } from './import/stages.ts';
import { type CommandCost, watchCommand } from './import/watch-command.ts';

const args = process.argv.slice(2);
const count = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 20_000);
const folder = await mkdtemp(join(tmpdir(), 'acquaint-bench-'));
try {
  const mailbox = await makeMailbox(count, folder);
  if (args.includes('--stages')) await measureStages(mailbox, count);
  else await measureImport(mailbox);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureImport(mailbox: string): Promise<void> {
  const profileDir = join(folder, 'profile');
  const command = [
    fileURLToPath(new URL('../../main/cli.ts', import.meta.url)),
    'import',
    mailbox,
    '--profile',
    profileDir,
    '--me',
    'me@example.org',
  ];
  print('import and judge', await watchCommand(command));
  print('the same again', await watchCommand(command));
}

function print(what: string, { wallMs, cpuMs, peakBytes, output }: CommandCost): void {
  const { read, added, elapsedMs } = JSON.parse(output) as ImportSummary;
  const rate = (ms: number): string => `${Math.round((read / ms) * 1000).toLocaleString('en')} messages/s`;
  console.log(`${what}: ${read.toLocaleString('en')} messages read, ${added.toLocaleString('en')} added`);
  console.log(`  stored and indexed in ${(elapsedMs / 1000).toFixed(1)} s: ${rate(elapsedMs)}`);
  console.log(`  whole command, judging included, in ${(wallMs / 1000).toFixed(1)} s: ${rate(wallMs)}`);
  if (cpuMs !== undefined)
    console.log(`  CPU ${(cpuMs / 1000).toFixed(1)} s: ${(cpuMs / read).toFixed(2)} ms a message`);
  if (peakBytes !== undefined) console.log(`  peak memory ${Math.round(peakBytes / 1e6)} MB`);
}
