/** Runs the chaos of tests/helpers/chaos.ts for many seeds: `npm run bench -- chaos [SEEDS] [FIRST]`. Any line under "wrong" is a fault. */
import { runChaos } from '#tests/helpers/chaos.ts';

const count = Number(process.argv[2] ?? 20);
const first = Number(process.argv[3] ?? 1);
const totals = { runs: 0, calls: 0, faults: 0, restarts: 0, letters: 0, wrong: 0 };
for (let seed = first; seed < first + count; seed += 1) {
  const result = await runChaos(seed);
  totals.runs += 1;
  for (const name of ['calls', 'faults', 'restarts', 'letters'] as const) totals[name] += result[name];
  totals.wrong += result.wrong.length;
  console.log(
    `seed ${seed}: ${result.calls} calls, ${result.faults} faults, ${result.restarts} restarts, ${result.letters} letters`,
  );
  for (const line of result.wrong) console.log(`  wrong: ${line}`);
}
console.log(JSON.stringify(totals));
process.exitCode = totals.wrong === 0 ? 0 : 1;
