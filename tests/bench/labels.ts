/**
 * How right the labels, lanes, facts and advice are, and how fast (docs/labels.md).
 *
 *   npm run bench -- labels             by cross-validation on the labelled mailbox; false alarms on real mail; minutes
 *   npm run bench -- labels --on DIR    the shipped model on another labelled mailbox, with each of its mistakes
 *   npm run bench -- labels --speed     messages a second on one core, reading and judging
 *
 * Folds are cut by sender: no message is judged by a model that learnt from its sender. The rules are not held back: they
 * were written with this mailbox in view, so that figures on another are lower.
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
} from '../../scripts/train/load-training-data.ts';
import { train } from '../../scripts/train/samples.ts';
import type { Facts } from '#core/triage/vocabulary.ts';
import { replay, type Judged } from './labels/replay.ts';
import { OUTREACH_LABELS, printScores, printSummary, type Row, scoreFacts } from './labels/score.ts';

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

async function measureLabels(folder: string): Promise<void> {
  const dev = `${folder}/outreach-dev`;
  const { gold, examples, ordinary } = await loadTrainingData(folder);
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    train([...gold.filter(({ sender }) => foldOf(sender) !== fold), ...examples, ...ordinary]),
  );
  const messages = await loadMailbox(dev);
  const labelled = new Map(readGold(dev).map((one) => [one.messageId, one]));
  const rowsOf = (judged: readonly Judged[]): readonly Row[] =>
    judged.flatMap(({ message, verdict }) => {
      const one = labelled.get(message.messageId);
      return one === undefined ? [] : [{ gold: one, verdict }];
    });
  const bySender = rowsOf(replay(messages, readOwner(dev), ({ from }) => models[foldOf(from.address)]).judged);
  console.log('Labelled mailbox, folds by sender\n');
  printScores(bySender);
  console.log('');
  printSummary('folds by sender', bySender);

  // By time: the model learns from the first two thirds and is judged on the rest.
  const cut = gold.map(({ at }) => at).toSorted((a, b) => a - b)[Math.floor((gold.length * 2) / 3)] ?? 0;
  const early = train([...gold.filter(({ at }) => at < cut), ...examples, ...ordinary]);
  const late = replay(messages, readOwner(dev), () => early).judged.filter(({ message }) => message.receivedAt >= cut);
  printSummary('last third, learnt from the first two', rowsOf(late));
  const unseen = train([...examples, ...ordinary]);
  printSummary('learnt from none of the mailbox', rowsOf(replay(messages, readOwner(dev), () => unseen).judged));
  const silent = train(ordinary);
  printSummary('without a model of outreach', rowsOf(replay(messages, readOwner(dev), () => silent).judged));

  console.log('\nFalse alarms on real mail (learnt from none of it but ordinary Enron mail)');
  for (const name of ENRON_MAILBOXES) {
    const mailbox = sharedData(`enron/${name}`);
    if (mailbox !== undefined)
      printAlarms(`Enron ${name}`, replay(await loadMailbox(mailbox), readOwner(mailbox), () => unseen).judged);
  }
  printAlarms('SpamAssassin easy ham', replay(await loadEasyHam(folder), LIST_READER, () => unseen).judged);
}

/** What is right is a figure; what is wrong is shown, since only that can be learnt from. */
async function measureOn(folder: string): Promise<void> {
  const labelled = new Map(readGold(folder).map((one) => [one.messageId, one]));
  const { judged } = replay(await loadMailbox(folder), readOwner(folder), () => shippedModel());
  const pairs = judged.flatMap(({ message, verdict }) => {
    const gold = labelled.get(message.messageId);
    return gold === undefined ? [] : [{ message, gold, verdict }];
  });
  for (const { message, gold, verdict } of pairs) {
    const missed = gold.labels.filter((label) => !(verdict.labels as readonly string[]).includes(label));
    const wrong = verdict.labels.filter((label) => !gold.labels.includes(label));
    const advised = [gold.advice, ...(gold.adviceAlso ?? [])].includes(verdict.advice);
    const misread = scoreFacts([{ gold, verdict }]).filter(({ right, of }) => right < of);
    if (missed.length + wrong.length + misread.length === 0 && gold.lane === verdict.lane && advised) continue;
    console.log(
      [
        `${message.messageId} ${message.from.address}: ${message.subject}`,
        ...(gold.lane === verdict.lane ? [] : [`lane ${verdict.lane}, not ${gold.lane}`]),
        ...missed.map((label) => `missed ${label}`),
        ...wrong.map((label) => `wrongly ${label}`),
        ...misread.map(({ fact }) => {
          const [name = ''] = fact.split('.');
          const said = [verdict.facts[name as keyof Facts], gold.facts[name]].map((value) => JSON.stringify(value));
          return `${fact} ${said.join(', not ')}`;
        }),
        ...(advised ? [] : [`advice ${verdict.advice}, not ${gold.advice}`]),
      ].join('\n    '),
    );
  }
  printScores(pairs);
  console.log('');
  printSummary(folder, pairs);
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
