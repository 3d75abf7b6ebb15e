/**
 * A first sync against the test server on a clock that jumps over waiting: `npm run bench -- sync [MESSAGES]`.
 *
 * Prints ratios: units per stored message, the share of Google's quota that was used while there was work, how often Google
 * said no, and when the first screen and the whole mailbox were there. Then the same mailbox again after a Takeout import.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runImport } from '#main/import/run-import.ts';
import { UNITS } from '#tests/helpers/gmail-server/quota.ts';
import { type GmailServer, startGmailServer } from '#tests/helpers/gmail-server/server.ts';
import { someLetters } from '#tests/helpers/letters.ts';
import { VirtualClock } from '#tests/helpers/virtual-clock.ts';
import { startWriter, type TestWriter } from '#tests/helpers/writer.ts';

const UNITS_PER_MINUTE = 6000;
const FIRST_SCREEN = 50;
/** What a call takes over the Internet. */
const CALL_MS = 200;

const count = Number(process.argv[2] ?? 5000);
const folder = mkdtempSync(join(tmpdir(), 'acquaint-bench-'));
const letters = someLetters(count);

interface Setting {
  readonly server: GmailServer;
  readonly writer: TestWriter;
  readonly clock: VirtualClock;
}

async function set(name: string): Promise<Setting> {
  const clock = new VirtualClock();
  const delay = async (): Promise<void> => await clock.sleep(CALL_MS);
  const server = await startGmailServer({
    messages: letters,
    unitsPerMinute: UNITS_PER_MINUTE,
    clock: clock.now,
    delay,
  });
  clock.isBusy = () => server.load.now > server.load.delayed;
  const profileDir = join(folder, name);
  mkdirSync(profileDir, { recursive: true });
  return { server, clock, writer: startWriter({ server, profileDir, clock, pollMs: 15_000 }) };
}

function minutes(ms: number): string {
  return (ms / 60_000).toFixed(2);
}

/** What must hold; a line for each that does not. */
const wrong: string[] = [];
function demand(what: string, holds: boolean): void {
  if (!holds) wrong.push(what);
}

/** Connects, syncs, says what it cost, and answers with the units and the share of the quota that was used. */
async function measure(
  title: string,
  { server, writer, clock }: Setting,
): Promise<{ readonly spent: number; readonly share: number }> {
  const startedAt = clock.now();
  const realStart = performance.now();
  const stored = (): number =>
    writer.db.prepare("SELECT message_count FROM accounts WHERE kind = 'gmail'").pluck().get() as number;
  let firstScreenAt: number | undefined;
  const watch = setInterval(() => {
    if (firstScreenAt === undefined && stored() >= FIRST_SCREEN) firstScreenAt = clock.now();
  }, 1);
  const spentBefore = server.quota.spent;
  await writer.connect();
  clearInterval(watch);
  const elapsedMs = clock.now() - startedAt;
  const spent = server.quota.spent - spentBefore;
  const fair = (UNITS_PER_MINUTE * elapsedMs) / 60_000;
  const by = [...server.quota.spentBy].map(
    ([method, units]) => `${method.replace('users.', '')} ${units / UNITS[method]}`,
  );
  console.log(title);
  console.log(`  messages stored            ${stored()} of ${server.mailbox.size}`);
  console.log(`  units per stored message   ${(spent / stored()).toFixed(2)}`);
  console.log(
    `  share of the quota used    ${((100 * spent) / Math.max(fair, spent)).toFixed(1)} % of ${UNITS_PER_MINUTE} a minute over ${minutes(elapsedMs)} min`,
  );
  console.log(`  most units in any minute   ${server.quota.peak}; calls that Google refused: ${server.quota.refused}`);
  console.log(
    `  first ${FIRST_SCREEN} messages after   ${firstScreenAt === undefined ? '-' : `${((firstScreenAt - startedAt) / 1000).toFixed(1)} s`} with ${CALL_MS} ms a call`,
  );
  console.log(`  calls                      ${by.join(', ')}`);
  console.log(
    `  took here                  ${((performance.now() - realStart) / 1000).toFixed(1)} s, ${Math.round(stored() / ((performance.now() - realStart) / 1000))} messages a second`,
  );
  demand(`${title}: no message is missing`, stored() === server.mailbox.size);
  demand(`${title}: Google never says no`, server.quota.refused === 0);
  return { spent, share: spent / Math.max(fair, spent) };
}

async function importArchive({ server, writer }: Setting): Promise<void> {
  const path = join(folder, 'takeout.mbox');
  const written = server.mailbox.newestFirst().map(({ id, threadId, raw, labels }) => {
    const names = [...labels].map((label) => server.mailbox.labelNames.get(label) ?? label).join(',');
    const postmark = `From ${BigInt(`0x${id}`)}@xxx Mon Mar 02 09:00:00 +0000 2026`;
    return `${postmark}\r\nX-GM-THRID: ${BigInt(`0x${threadId}`)}\r\nX-Gmail-Labels: ${names}\r\n${raw.toString('latin1')}\r\n`;
  });
  writeFileSync(path, written.join(''), 'latin1');
  const { db, context } = writer;
  const parseWorker = new URL('../../main/import/parse-worker.ts', import.meta.url);
  await context.jobs.run(
    'import',
    'import',
    async (job) =>
      await runImport([path], {
        db,
        parseWorker,
        owner: context.owner(),
        job,
        giveWay: context.giveWay,
        now: context.now,
      }),
  );
}

try {
  const plain = await set('plain');
  const full = await measure(`A new account with ${count} messages`, plain);
  demand('95 % of the quota are used while there is work', full.share >= 0.95);
  const before = plain.server.quota.spent;
  plain.server.mailbox.deliver(letters[0] ?? { raw: '' });
  await plain.writer.request('sync.run', {});
  console.log(`  one new message later      ${plain.server.quota.spent - before} units`);
  await plain.writer.close();
  await plain.server.close();

  const archived = await set('archived');
  await importArchive(archived);
  const { spent } = await measure('The same after a Takeout import', archived);
  console.log(`  of what it cost without   ${((100 * spent) / full.spent).toFixed(2)} %`);
  demand('after an import the sync costs less than 1 %', spent < full.spent / 100);
  await archived.writer.close();
  await archived.server.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const line of wrong) console.log(`wrong: ${line} does not hold`);
process.exitCode = wrong.length === 0 ? 0 : 1;
