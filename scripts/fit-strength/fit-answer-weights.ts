/** Fits the weights of `core/relationship/answering.ts` on what users did answer. */
import { ANSWER_FEATURES, type AnswerFeature, type AnswerValues } from '#core/relationship/answer-features.ts';
import type { AnswerWeight, AnswerWeights } from '#core/relationship/answering.ts';
import { Memory } from '#core/relationship/memory.ts';
import type { Arrival, ArrivalsOfUser } from './arrivals.ts';
import { TriageFeed } from './as-triage.ts';
import { fitLogistic, type GroupedRow } from './logistic-regression.ts';
import { ownerOf } from './tie-data.ts';

/** Strong: the features overlap, and shrinking them together carries over to other users better than choosing among them. */
const PENALTY = 300;
/** Mailboxes with outsiders teach what a stranger is, but few of their answers were kept: whether the owner wrote at all stands in. */
const MAILBOX_WEIGHT = 0.2;
const FURTHEST = 6;

const FEATURES = Object.keys(ANSWER_FEATURES) as readonly AnswerFeature[];

export interface AnswerRow extends Arrival {
  readonly values: AnswerValues;
}

export interface AnswerRows extends Omit<ArrivalsOfUser, 'arrivals' | 'stream'> {
  readonly rows: readonly AnswerRow[];
}

/** What the record says of each arrival before it, mail of the same second left out. */
export function answerRows({ user, population, stream, arrivals }: ArrivalsOfUser): AnswerRows {
  const memory = new Memory(ownerOf(stream));
  const feed = new TriageFeed(user);
  const byEvent = new Map(arrivals.map((arrival) => [arrival.event, arrival]));
  const rows: AnswerRow[] = [];
  let sameSecond: Parameters<Memory['observe']>[0][] = [];
  for (const event of stream.events) {
    if (sameSecond[0] && sameSecond[0].receivedAt < event.at) {
      for (const message of sameSecond) memory.observe(message, []);
      sameSecond = [];
    }
    const message = feed.next(event);
    const arrival = byEvent.get(event);
    if (arrival) rows.push({ ...arrival, values: memory.answerValues(message) });
    sameSecond.push(message);
  }
  return { user, population, rows };
}

export function fitAnswerWeights(users: readonly AnswerRows[]): AnswerWeights {
  const training = users.flatMap(({ user, population, rows }) =>
    rows.filter(({ part }) => part === 'train').map((row) => ({ user, population, row })),
  );
  const scales = new Map(
    FEATURES.map((feature) => [feature, scaleOf(training.map(({ row }) => row.values[feature]))] as const),
  );
  const rows = training.map(({ user, population, row }): GroupedRow => ({
    group: user,
    values: FEATURES.map((feature) => {
      const { mean, spread } = scales.get(feature) ?? { mean: 0, spread: 1 };
      return Math.min(FURTHEST, Math.max(-FURTHEST, (row.values[feature] - mean) / spread));
    }),
    positive: population === 'mailbox' ? row.wroteToSender : row.replied,
    weight: population === 'mailbox' ? MAILBOX_WEIGHT : 1,
  }));
  const shrunk = fitLogistic(rows, PENALTY);
  const score = ({ values }: GroupedRow): number =>
    values.reduce((sum, value, index) => sum + value * (shrunk.weights[index] ?? 0), 0);
  // Shrinking draws every chance to the middle; one slope for all gives them their spread back and keeps the order.
  const { weights: slopes, intercept } = fitLogistic(
    rows.map((row) => ({ ...row, values: [score(row)] })),
    0,
  );
  const slope = slopes[0] ?? 1;
  const features = Object.fromEntries(
    FEATURES.map((feature, index) => {
      const { mean, spread } = scales.get(feature) ?? { mean: 0, spread: 1 };
      return [feature, { mean, spread, weight: slope * (shrunk.weights[index] ?? 0) } satisfies AnswerWeight];
    }),
  ) as Record<AnswerFeature, AnswerWeight>;
  return { intercept, features };
}

function scaleOf(values: readonly number[]): { readonly mean: number; readonly spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, spread: Math.max(Math.sqrt(variance), 1e-3) };
}
