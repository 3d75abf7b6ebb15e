/**
 * Strength of a tie, 0–100: what the owner did counts, what was done to the owner counts next to nothing (docs/ranking.md).
 *
 *   sum   = lately + inTouch + exchange + wroteBack + twoWay + heard + credits
 *   value = 100 · (1 − e^(−curvature · sum))
 *
 * `lately` is Interactions Rank (Roth et al., KDD 2010) with several half-lives, over days instead of messages. `inTouch` is
 * how long ago the tie last showed any life, whoever wrote: somebody who has fallen silent is seldom written to, however
 * often it was before. `wroteBack` and `twoWay` do not fade with time, so that an old friendship stays above a stranger's
 * week of mail. What the owner did counts less while the person goes on unanswered: a favour is not a friendship. `heard` is
 * bounded: volume alone earns almost nothing. Credits are for people without a history of their own. Each part gets its
 * share of the value as points.
 */
import { DAY_MS } from './decayed-sums.ts';
import type { Ledger } from './ledger.ts';
import { isKnown } from './people.ts';
import { countsWith, type Probed } from './probe.ts';

export interface StrengthWeights {
  /** Per day on which the owner wrote, by half-life in days. */
  readonly sentDays14: number;
  readonly sentDays30: number;
  readonly sentDays365: number;
  /** Weight of writing in the sum, and the amount at which half of it is reached. */
  readonly lately: number;
  readonly latelyHalf: number;
  /** A sign of life of the tie just now. */
  readonly inTouch: number;
  /** Days on which both wrote, over years. */
  readonly exchange: number;
  /** The owner has written to them; two messages each way. */
  readonly wroteBack: number;
  readonly twoWay: number;
  /** Per letter received, by directness and half-life in days. */
  readonly received7: number;
  readonly received30: number;
  /** Per message of others that names them beside the owner. */
  readonly company30: number;
  /** Weight of all that was received, and the amount at which half of it is reached. */
  readonly heard: number;
  readonly heardHalf: number;
}

/** Bounded credit for people whom the record does not know by themselves. Set by hand: no data measures them. */
const CREDITS = { introduced: 0.05, copiedIn: 0.03, vouched: 0.05, circle: 0.05, firm: 0.04 } as const;
/** However many grounds there are, they do not add up to a friendship. */
const MOST_CREDIT = 0.06;
/** Steepness of the last step; a real friend with a letter a month reaches about 60. */
const CURVATURE = 3.2;
/** So many letters may wait before it says anything. */
const PATIENCE = 2;
/** Half-life of `inTouch`: three weeks. */
const SILENCE_DAYS = 21;
/** What is left of a favour however many letters follow it. */
const LEAST_PATIENCE = 0.5;

/** What the weights are applied to. */
export interface TieCounts {
  readonly sentDays14: number;
  readonly sentDays30: number;
  readonly sentDays365: number;
  /** The smaller of the days on which the owner wrote and on which they wrote, half-life four years. */
  readonly exchangeDays: number;
  readonly wrote: boolean;
  readonly known: boolean;
  readonly heardFrom: boolean;
  /** How far writing to them is a habit: half with the owner's first letter, nearing 1 with more. */
  readonly habit: number;
  /** `habit`, but 0 after a single letter, halved for each `SILENCE_DAYS` since the tie last showed any life. */
  readonly inTouch: number;
  /** 1, less while letters go unanswered. */
  readonly patience: number;
  readonly received7: number;
  readonly received30: number;
  readonly company30: number;
}

/** `probed`: letters that Gmail knows of and the ledger does not. */
export function tieCounts(ledger: Ledger, asOf: number, probed?: Probed): TieCounts {
  const { sentDays, receivedDays, receivedDirectly, company, sentCount, receivedCount, unansweredCount } = ledger;
  const known = countsWith(ledger, probed);
  const waiting = Math.max(0, unansweredCount - PATIENCE);
  const habit = sentCount / (sentCount + 1);
  const silenceDays = Math.max(0, asOf - lastInTouchAt(ledger)) / DAY_MS;
  return {
    sentDays14: sentDays.read(14, asOf),
    sentDays30: sentDays.read(30, asOf),
    sentDays365: sentDays.read(365, asOf),
    exchangeDays: Math.min(sentDays.read(1460, asOf), receivedDays.read(1460, asOf)),
    wrote: known.sentCount > 0,
    known: isKnown(known),
    heardFrom: receivedCount > 0,
    habit,
    inTouch: (sentCount > 1 ? habit : 0) * 2 ** (-silenceDays / SILENCE_DAYS),
    patience: Math.max(LEAST_PATIENCE, 1 / (1 + waiting / (2 + 2 * known.sentCount))),
    received7: receivedDirectly.read(7, asOf),
    received30: receivedDirectly.read(30, asOf),
    company30: company.read(30, asOf),
  };
}

/**
 * The latest letter either way, or mail of others that named both; −∞ without any.
 *
 * Of letters that pile up without an answer the first counts: the rest is no sign that the tie lives.
 */
export function lastInTouchAt(ledger: Ledger): number {
  const { lastSentAt, lastReceivedAt, lastCompanyAt, unansweredCount, waitingSinceAt } = ledger;
  const heardAt = unansweredCount > PATIENCE ? waitingSinceAt : lastReceivedAt;
  return Math.max(...[lastSentAt, heardAt, lastCompanyAt].map((at) => at ?? Number.NEGATIVE_INFINITY));
}

/** Grounds for a tie besides the history. */
export interface Grounds {
  readonly introduced: boolean;
  readonly copiedIn: boolean;
  /** Share of those who write from their firm with whom the owner has two-way mail; 0 without any, or for free mail. */
  readonly firm: number;
  readonly vouched: boolean;
  readonly circle: boolean;
}

export type StrengthPart = 'lately' | 'inTouch' | 'exchange' | 'wroteBack' | 'twoWay' | 'heard' | keyof Grounds;

/** The parts of the sum; only those that are there. */
export function strengthParts(
  counts: TieCounts,
  grounds: Grounds | undefined,
  weights: StrengthWeights,
): readonly (readonly [StrengthPart, number])[] {
  const { patience, habit } = counts;
  const writing =
    weights.sentDays14 * counts.sentDays14 +
    weights.sentDays30 * counts.sentDays30 +
    weights.sentDays365 * counts.sentDays365;
  const hearing =
    weights.received7 * counts.received7 +
    weights.received30 * counts.received30 +
    weights.company30 * counts.company30;
  const parts: (readonly [StrengthPart, number])[] = [
    ['lately', (weights.lately * habit * patience * writing) / (writing + weights.latelyHalf)],
    ['inTouch', weights.inTouch * patience * counts.inTouch],
    ['exchange', weights.exchange * (1 - 2 ** -counts.exchangeDays)],
    ['wroteBack', counts.wrote ? weights.wroteBack * patience : 0],
    ['twoWay', counts.known ? weights.twoWay * patience : 0],
    ['heard', (weights.heard * hearing) / (hearing + weights.heardHalf)],
  ];
  if (grounds && !counts.known) {
    let left: number = MOST_CREDIT;
    for (const ground of ['introduced', 'vouched', 'circle', 'firm', 'copiedIn'] as const) {
      // A firm, or being copied in, speaks for somebody until there are letters that do.
      const isSpokenFor = ground === 'firm' || ground === 'copiedIn';
      const worth = isSpokenFor && (counts.wrote || counts.heardFrom) ? 0 : Math.sqrt(Number(grounds[ground]));
      const credit = Math.min(left, worth * CREDITS[ground]);
      left -= credit;
      parts.push([ground, credit]);
    }
  }
  return parts.filter(([, part]) => part > 0);
}

/** The value of a sum of parts. */
export function strengthValue(sum: number): number {
  return 100 * (1 - Math.exp(-CURVATURE * sum));
}
