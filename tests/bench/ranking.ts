/**
 * How well Acquaint ranks, against the published baselines on the same rows (docs/ranking.md).
 *
 *   npm run bench -- ranking            A, B and C; some minutes, as every user is scored by weights fitted without him
 *   npm run bench -- ranking --speed    messages a second, and what one more message costs
 *
 * Ends with exit code 1 where the harness does not reproduce the frozen baselines: its other figures are then worth nothing.
 */
import { fitWeights, readTrainingData } from '../../scripts/fit-strength/training-data.ts';
import { hasFrozenBenchmark, readFrozenBenchmark } from '../../scripts/fit-strength/frozen-benchmark.ts';
import type { Population } from '../../scripts/fit-strength/contact-lists.ts';
import { rankArrivals } from './ranking/arrival-ranking.ts';
import { rankContacts } from './ranking/contact-ranking.ts';
import { printTable, summarise, type UserResult } from './ranking/scored-user.ts';
import { measureSpeed } from './ranking/speed.ts';

const TOLERANCE = 0.002;

if (process.argv.includes('--speed')) measureSpeed();
else if (hasFrozenBenchmark()) process.exitCode = await rankAll();
else console.log('The ranking data is not there (../shared/data/ranking): nothing to measure on.');

async function rankAll(): Promise<number> {
  const data = await readTrainingData();
  const { expected } = readFrozenBenchmark();
  const contacts = new Map<Population, UserResult[]>([
    ['frozen', []],
    ['rebuilt', []],
    ['mailbox', []],
  ]);
  const writes = { employees: [] as UserResult[], mailboxes: [] as UserResult[] };
  const replies = { employees: [] as UserResult[], mailboxes: [] as UserResult[] };
  for (const [index, stream] of data.streams.entries()) {
    const arrivals = data.arrivals.find(({ user }) => user === stream.user);
    if (!arrivals && !data.ties.some(({ user, list }) => user === stream.user && list.part === 'test')) continue;
    if (process.stderr.isTTY) process.stderr.write(`\r${index + 1} of ${data.streams.length} users `);
    const unseen = fitWeights(data, stream.user);
    const ranked = rankContacts(stream, unseen);
    if (ranked) contacts.get(stream.population)?.push(ranked);
    if (!arrivals) continue;
    const result = rankArrivals(arrivals, unseen);
    const group = stream.population === 'mailbox' ? 'mailboxes' : 'employees';
    if (result.writes) writes[group].push(result.writes);
    if (result.replies) replies[group].push(result.replies);
  }

  const frozen = contacts.get('frozen') ?? [];
  const rebuilt = contacts.get('rebuilt') ?? [];
  printTable('A. Contacts, users of the frozen benchmark', frozen, 'Acquaint');
  printTable('A. Contacts, with the colleagues rebuilt from their mail', [...frozen, ...rebuilt], 'Acquaint');
  printTable('A. Contacts, mailboxes with outsiders', contacts.get('mailbox') ?? [], 'Acquaint');
  printTable('B. Writes to the sender, mailboxes with outsiders', writes.mailboxes, 'Acquaint strength');
  printTable('B. Writes to the sender, users of the frozen benchmark', writes.employees, 'Acquaint strength');
  printTable('C. Replies to this message, frozen benchmark', replies.employees, 'Acquaint likelyToAnswer');
  printTable('C. Replies to this message, mailboxes with outsiders', replies.mailboxes, 'Acquaint likelyToAnswer');
  return checkHarness(replies.employees, expected);
}

/** Every baseline that both know must come out as frozen. */
function checkHarness(
  replies: readonly UserResult[],
  expected: Readonly<Record<string, { readonly macroAUC: number; readonly macroAP: number }>>,
): number {
  const lines = summarise(replies);
  const checked = lines.filter(({ scorer }) => expected[scorer] !== undefined);
  const wrong = checked.filter(({ scorer, auc, ap }) => {
    const frozen = expected[scorer];
    return !frozen || Math.abs(auc - frozen.macroAUC) > TOLERANCE || Math.abs(ap - frozen.macroAP) > TOLERANCE;
  });
  console.log(
    `\nHarness: ${checked.length - wrong.length} of ${checked.length} frozen baselines within ±${TOLERANCE}.`,
  );
  for (const { scorer, auc, ap } of wrong)
    console.log(`  ${scorer} gives ${auc.toFixed(4)} / ${ap.toFixed(4)}, frozen ${JSON.stringify(expected[scorer])}`);
  return wrong.length === 0 && checked.length > 0 ? 0 : 1;
}
