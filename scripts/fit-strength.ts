/**
 * Fits the weights of relationship strength and of "would the owner answer?", and writes them into the source.
 *
 *   node scripts/fit-strength.ts          (about a minute; needs the shared data beside the checkout)
 *
 * Deterministic: the same data gives the same files. Only training rows are read (docs/ranking.md); how well the weights do
 * on users they never saw is what `npm run bench -- ranking` measures.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasFrozenBenchmark } from './fit-strength/frozen-benchmark.ts';
import { fitWeights, readTrainingData } from './fit-strength/training-data.ts';

const ROOM = path.resolve(import.meta.dirname, '../core/relationship');
const HEADER = '/** Written by scripts/fit-strength.ts; see docs/ranking.md. */';

/** Four digits: more would only show the data. */
function literal(value: number): string {
  return String(Number(value.toPrecision(4)));
}

if (!hasFrozenBenchmark()) {
  console.error('The ranking data is not there (../shared/data/ranking): nothing to fit on.');
  process.exit(1);
}
const { tie, answer } = fitWeights(await readTrainingData());
writeFileSync(
  path.join(ROOM, 'strength-weights.ts'),
  `${HEADER}
import type { StrengthWeights } from './strength.ts';

export const STRENGTH_WEIGHTS: StrengthWeights = {
${Object.entries<number>({ ...tie })
  .map(([name, value]) => `  ${name}: ${literal(value)},`)
  .join('\n')}
};
`,
);
writeFileSync(
  path.join(ROOM, 'answer-weights.ts'),
  `${HEADER}
import type { AnswerWeights } from './answering.ts';

export const ANSWER_WEIGHTS: AnswerWeights = {
  intercept: ${literal(answer.intercept)},
  features: {
${Object.entries(answer.features)
  .map(
    ([name, { mean, spread, weight }]) =>
      `    ${name}: { mean: ${literal(mean)}, spread: ${literal(spread)}, weight: ${literal(weight)} },`,
  )
  .join('\n')}
  },
};
`,
);
console.log(`Wrote ${path.relative(process.cwd(), ROOM)}/strength-weights.ts and answer-weights.ts.`);
