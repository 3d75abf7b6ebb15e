/** Everything that weights are fitted on, and measured on: read once, from the shared data. */
import type { RankingWeights } from '#core/relationship/create-correspondence.ts';
import { type ArrivalsOfUser, frozenArrivals, mailboxArrivals } from './arrivals.ts';
import { type ContactList, employeeStreams, type UserStream } from './contact-lists.ts';
import { asEvents, ENRON_MAILBOXES, readMailbox } from './shared-mailbox.ts';
import { type AnswerRows, answerRows, fitAnswerWeights } from './fit-answer-weights.ts';
import { type FittedList, fitTieWeights } from './fit-tie-weights.ts';
import { readFrozenBenchmark } from './frozen-benchmark.ts';
import { tieData } from './tie-data.ts';

export interface TrainingData {
  readonly streams: readonly UserStream[];
  readonly arrivals: readonly ArrivalsOfUser[];
  readonly ties: readonly (FittedList & { readonly list: ContactList })[];
  readonly answers: readonly AnswerRows[];
}

export async function readTrainingData(): Promise<TrainingData> {
  const benchmark = readFrozenBenchmark();
  const employees = employeeStreams(benchmark);
  const mailboxes: UserStream[] = [];
  for (const name of ENRON_MAILBOXES) {
    const mailbox = await readMailbox(`enron/${name}`);
    mailboxes.push({ user: mailbox.owner.addresses[0] ?? name, population: 'mailbox', events: asEvents(mailbox) });
  }
  const arrivals = [
    ...employees.filter(({ population }) => population === 'frozen').map((stream) => frozenArrivals(benchmark, stream)),
    ...mailboxes.map(mailboxArrivals),
  ];
  const streams = [...employees, ...mailboxes];
  return { streams, arrivals, ties: streams.flatMap(tieData), answers: arrivals.map(answerRows) };
}

/** Fitted on the training part of everybody, or of everybody but one. */
export function fitWeights({ ties, answers }: TrainingData, leftOut?: string): RankingWeights {
  return {
    tie: fitTieWeights(ties.filter(({ user, list }) => user !== leftOut && list.part === 'train')),
    answer: fitAnswerWeights(answers.filter(({ user }) => user !== leftOut)),
  };
}
