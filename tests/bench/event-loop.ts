/**
 * How responsive the window's thread stays during an import: `npm run bench -- event-loop [COUNT]`, 100,000 messages or so many.
 *
 * This thread holds the engine's client, as the window's does. It must never be blocked for more than 50 ms, and lists and
 * searches must be answered meanwhile. Prints figures; exit code 1 where it was blocked.
 *
 * On a machine with other work a thread also waits for its turn, which is nobody's fault here: what counts is the processor
 * time that this thread spends between two turns of its event loop.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openEngine } from '#main/engine/engine.ts';
import { makeMailbox } from './import/mailbox.ts';

const BLOCKED_MS = 50;
const ASK_EVERY_MS = 100;
const TURN_MS = 5;

const count = Number(process.argv[2] ?? 100_000);
const folder = await mkdtemp(join(tmpdir(), 'acquaint-bench-'));
try {
  console.log(`Making a mailbox of ${count} messages …`);
  process.exitCode = (await measure(await makeMailbox(count, folder))) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(mailbox: string): Promise<boolean> {
  const room = (file: string): URL => new URL(`../../main/${file}`, import.meta.url);
  const engine = openEngine({
    profileDir: join(folder, 'profile'),
    workers: {
      writer: room('engine/writer-worker.ts'),
      reader: room('engine/reader-worker.ts'),
      parse: room('import/parse-worker.ts'),
    },
    background: true,
  });
  await engine.request('owner.confirm', { owner: { addresses: ['me@example.org'] } });
  const delay = monitorEventLoopDelay({ resolution: TURN_MS });
  delay.enable();
  const turns = watchTurns();
  const answeredMs: number[] = [];
  const memoryMb: number[] = [];
  const asking = setInterval(() => void ask(), ASK_EVERY_MS);
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const { added } = await engine.request('import.run', { paths: [mailbox] });
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(before);
  clearInterval(asking);
  delay.disable();
  const blockedMs = turns.end();
  await engine.close();

  answeredMs.sort((a, b) => a - b);
  const answered = (share: number): string => (answeredMs[Math.floor(answeredMs.length * share)] ?? 0).toFixed(1);
  const lines = [
    `${added} messages imported and judged in ${seconds.toFixed(1)} s: ${Math.round(added / seconds)}/s, ${((user + system) / 1000 / added).toFixed(2)} ms of processor time each`,
    `longest stretch of work in this thread: ${blockedMs.toFixed(1)} ms`,
    `event loop delay, other work on the machine included: p50 ${(delay.percentile(50) / 1e6).toFixed(1)}, p99 ${(delay.percentile(99) / 1e6).toFixed(1)}, max ${(delay.max / 1e6).toFixed(1)} ms (${TURN_MS} is the resolution)`,
    `queue and search meanwhile: ${answeredMs.length} answers, p50 ${answered(0.5)}, p95 ${answered(0.95)}, p99 ${answered(0.99)} ms`,
    `memory of all threads: ${memoryMb.join(' ')} MB`,
  ];
  console.log(lines.join('\n'));
  return blockedMs <= BLOCKED_MS;

  async function ask(): Promise<void> {
    const askedAt = performance.now();
    await Promise.all([
      engine.request('queue.list', { limit: 50 }),
      engine.request('search.list', { query: 'the meet', limit: 50 }),
    ]);
    answeredMs.push(performance.now() - askedAt);
    if (answeredMs.length % 100 === 1) memoryMb.push(Math.round(process.memoryUsage.rss() / 1_048_576));
  }
}

/** The most processor time that this thread has used between two ticks of a timer. */
function watchTurns(): { readonly end: () => number } {
  let longestMs = 0;
  let before = process.threadCpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    before = process.threadCpuUsage();
    longestMs = Math.max(longestMs, (user + system) / 1000);
  }, TURN_MS);
  return {
    end() {
      clearInterval(timer);
      return longestMs;
    },
  };
}
