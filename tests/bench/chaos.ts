/** Runs the chaos of tests/helpers/chaos.ts, seed after seed: `npm run bench -- chaos [MINUTES] [FIRST_SEED]`. Any line under "wrong" is a fault. */
import { runChaos } from '#tests/helpers/chaos.ts';

const minutes = Number(process.argv[2] ?? 10);
const first = Number(process.argv[3] ?? 1);
const until = Date.now() + minutes * 60_000;
const totals = { runs: 0, messages: 0, calls: 0, faults: 0, kills: 0, actions: 0, undone: 0, letters: 0, wrong: 0 };
const kinds = new Map<string, number>();
for (let seed = first; Date.now() < until; seed += 1) {
  const { faults, wrong, schedule, ...result } = await runChaos({ seed, kills: 50, faults: 300 });
  totals.runs += 1;
  for (const name of ['messages', 'calls', 'kills', 'actions', 'undone', 'letters'] as const)
    totals[name] += result[name];
  for (const [kind, count] of faults) {
    totals.faults += count;
    kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  }
  totals.wrong += wrong.length;
  console.log(JSON.stringify(result));
  if (wrong.length > 0) console.log([...schedule, ...wrong.map((line) => `  wrong: ${line}`)].join('\n'));
}
console.log(JSON.stringify(Object.fromEntries(kinds)));
console.log(JSON.stringify(totals));
process.exitCode = totals.wrong === 0 ? 0 : 1;
