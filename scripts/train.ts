/**
 * Fits the label model and writes core/outreach/model/weights.ts. Deterministic; a minute or two.
 *
 *   node scripts/train.ts [folder with outreach-dev, enron, spamassassin]      (default ../shared/data)
 *
 * Learns from the hand-labelled development mailbox, from the labelled mailboxes and example letters in scripts/train, and from real
 * mail as what outreach is not. Figures come from `npm run bench -- labels`, which trains without the mailbox it judges.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { SCORED_KINDS } from '#core/outreach/model/model.ts';
import { loadTrainingData } from './train/load-training-data.ts';
import { train } from './train/samples.ts';

const folder = process.argv[2] ?? '../shared/data';
if (!existsSync(`${folder}/outreach-dev`)) {
  console.error(`no training data in ${folder}: expected outreach-dev, enron and spamassassin there`);
  process.exit(1);
}
const startedAt = performance.now();
const { mailboxes, examples, ordinary } = await loadTrainingData(folder);
const gold = mailboxes.flatMap(({ letters }) => letters);
const model = train([...gold, ...examples, ...ordinary]);

const lines = SCORED_KINDS.map((label) => {
  const { bias, scale, signals, text } = model[label];
  const base64 = Buffer.from(text.buffer).toString('base64');
  return `  '${label}': { bias: ${bias}, scale: ${scale}, signals: ${JSON.stringify(signals)}, text: '${base64}' },`;
});
const file = new URL('../core/outreach/model/weights.ts', import.meta.url);
writeFileSync(
  file,
  `// Written by scripts/train.ts from ${gold.length} labelled messages, ${examples.length} example letters and ${ordinary.length} of ordinary mail. Not to be edited.
import type { ScoredKind } from './model.ts';

interface StoredWeights {
  readonly bias: number;
  readonly scale: number;
  readonly signals: Readonly<Record<string, number>>;
  /** Base64 of one signed byte a place. */
  readonly text: string;
}

export const WEIGHTS: Readonly<Record<ScoredKind, StoredWeights>> = {
${lines.join('\n')}
};
`,
);
console.log(`wrote ${file.pathname} in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
