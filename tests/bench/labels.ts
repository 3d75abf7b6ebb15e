/**
 * How right the labels, lanes, facts and advice are, and how fast (docs/labels.md).
 *
 *   npm run bench -- labels             each labelled mailbox by a model of the others; folds by sender and by time on the
 *                                       development mailbox; false alarms on real mail; minutes
 *   npm run bench -- labels --unseen    the first of these only; with --mistakes each of them
 *   npm run bench -- labels --on DIR    the shipped model on another labelled mailbox, with each of its mistakes
 *   npm run bench -- labels --speed     messages a second on one core, reading and judging
 *
 * The rules are not held back: they were written with these mailboxes in view, so that figures on another are lower.
 */
import { createHash } from 'node:crypto';
import { sharedData } from '#tests/helpers/shared-data.ts';
import type { Model } from '#core/outreach/model/model.ts';
import { shippedModel } from '#core/outreach/model/shipped-model.ts';
import { loadMailbox } from '../../scripts/train/load-mailbox.ts';
import {
  ENRON_MAILBOXES,
  LIST_READER,
  loadEasyHam,
  loadTrainingData,
  readGold,
  readOwner,
  type TrainingData,
} from '../../scripts/train/load-training-data.ts';
import { type Gold, train } from '../../scripts/train/samples.ts';
import { printMistakes, type SeenRow } from './labels/mistakes.ts';
import { replay, type Judged } from './labels/replay.ts';
import { OUTREACH_LABELS, printConfusions, printScores, printSummary } from './labels/score.ts';

const FOLDS = 5;
/** A broadcast or a newsletter may well be one; an outreach label on mail between people who write to each other may not. */
const TO_MANY: ReadonlySet<string> = new Set(['broadcast', 'newsletter', 'contact-list-mail']);
const data = sharedData('');

const other = process.argv[process.argv.indexOf('--on') + 1];
if (process.argv.includes('--on') && other !== undefined) await measureOn(other);
else if (data === undefined || sharedData('outreach-dev') === undefined)
  console.log('The labelled mailbox is not there (../shared/data/outreach-dev): nothing to measure on.');
else if (process.argv.includes('--speed')) await measureSpeed(data);
else await measureLabels(data);

function foldOf(sender: string): number {
  return Number.parseInt(createHash('sha256').update(sender).digest('hex').slice(0, 8), 16) % FOLDS;
}

function rowsOf(judged: readonly Judged[], gold: readonly Gold[]): readonly SeenRow[] {
  const labelled = new Map(gold.map((one) => [one.messageId, one]));
  return judged.flatMap(({ message, verdict }) => {
    const one = labelled.get(message.messageId);
    return one === undefined ? [] : [{ message, gold: one, verdict }];
  });
}

/** Each labelled mailbox by a model that has learnt from the others: what to expect of a mailbox nobody has seen. */
function measureUnseen({ mailboxes, examples, ordinary }: TrainingData): void {
  const all: SeenRow[] = [];
  for (const { name, messages, owner, gold } of mailboxes) {
    const others = mailboxes.filter((mailbox) => mailbox.name !== name).flatMap(({ letters }) => letters);
    const model = train([...others, ...examples, ...ordinary]);
    const rows = rowsOf(replay(messages, owner, () => model).judged, gold);
    if (process.argv.includes('--mistakes')) printMistakes(rows);
    printSummary(`${name}, learnt from the other mailboxes`, rows);
    all.push(...rows);
  }
  console.log('');
  printScores(all);
  printConfusions(all);
  console.log('');
  printSummary('all of them', all);
}

async function measureLabels(folder: string): Promise<void> {
  const data = await loadTrainingData(folder);
  measureUnseen(data);
  if (process.argv.includes('--unseen')) return;
  const { mailboxes, examples, ordinary } = data;
  const [dev, ...others] = mailboxes;
  if (!dev) return;
  const rest = [...others.flatMap(({ letters }) => letters), ...examples, ...ordinary];
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    train([...dev.letters.filter(({ sender }) => foldOf(sender) !== fold), ...rest]),
  );
  const bySender = replay(dev.messages, dev.owner, ({ from }) => models[foldOf(from.address)]).judged;
  printSummary(`${dev.name}, folds by sender`, rowsOf(bySender, dev.gold));

  // By time: the model learns from the first two thirds and is judged on the rest.
  const cut = dev.letters.map(({ at }) => at).toSorted((a, b) => a - b)[Math.floor((dev.letters.length * 2) / 3)] ?? 0;
  const early = train([...dev.letters.filter(({ at }) => at < cut), ...rest]);
  const late = replay(dev.messages, dev.owner, () => early).judged.filter(({ message }) => message.receivedAt >= cut);
  printSummary(`${dev.name}, last third, learnt from the first two`, rowsOf(late, dev.gold));

  console.log('\nFalse alarms on real mail (learnt from none of it but ordinary Enron mail)');
  const model = train([...dev.letters, ...rest]);
  for (const name of ENRON_MAILBOXES) {
    const mailbox = sharedData(`enron/${name}`);
    if (mailbox !== undefined)
      printAlarms(`Enron ${name}`, replay(await loadMailbox(mailbox), readOwner(mailbox), () => model).judged);
  }
  printAlarms('SpamAssassin easy ham', replay(await loadEasyHam(folder), LIST_READER, () => model).judged);
}

async function measureOn(folder: string): Promise<void> {
  const rows = rowsOf(
    replay(await loadMailbox(folder), readOwner(folder), () => shippedModel()).judged,
    readGold(folder),
  );
  printMistakes(rows);
  printScores(rows);
  console.log('');
  printSummary(folder, rows);
}

function printAlarms(name: string, judged: readonly Judged[]): void {
  const rate = (among: readonly Judged[], alarming: (one: Judged) => boolean): string =>
    `${among.filter(alarming).length} of ${among.length} (${((100 * among.filter(alarming).length) / Math.max(1, among.length)).toFixed(2)} %)`;
  const wanting = ({ verdict }: Judged): boolean =>
    verdict.labels.some((label) => OUTREACH_LABELS.has(label) && !TO_MANY.has(label));
  const counts = new Map<string, number>();
  for (const { verdict } of judged)
    for (const label of verdict.labels) if (OUTREACH_LABELS.has(label)) counts.set(label, (counts.get(label) ?? 0) + 1);
  console.log(
    `${name}: people with two-way mail ${rate(
      judged.filter(({ corresponds }) => corresponds),
      wanting,
    )}; everybody ${rate(judged, wanting)}; by label ${[...counts].map(([label, count]) => `${label} ${count}`).join(', ')}`,
  );
}

async function measureSpeed(folder: string): Promise<void> {
  shippedModel();
  for (const [name, path, owner] of [
    ['labelled mailbox', `${folder}/outreach-dev`, undefined],
    ['Enron arnold-j', `${folder}/enron/arnold-j`, undefined],
    ['SpamAssassin', `${folder}/spamassassin`, LIST_READER],
  ] as const) {
    const messages = await loadMailbox(path);
    const reader = owner ?? readOwner(path);
    const model: Model = shippedModel();
    replay(messages.slice(0, 600), reader, () => model);
    const { readMs, assessMs, observeMs, judged } = replay(messages, reader, () => model);
    const perSecond = (count: number, ms: number): string => Math.round((count / ms) * 1000).toLocaleString('en-GB');
    console.log(
      `${name}: ${perSecond(messages.length, readMs + assessMs + observeMs)} messages a second read and judged; reading ${(readMs / messages.length).toFixed(3)} ms, judging ${(assessMs / Math.max(1, judged.length)).toFixed(3)} ms, remembering ${(observeMs / messages.length).toFixed(3)} ms each`,
    );
  }
}
