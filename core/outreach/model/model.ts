/**
 * Scores what kind of mail a message is, from its signals and its words: L2-regularised logistic regression, one label
 * against the rest, fitted by scripts/train.ts.
 */
import type { Signal } from '../signals.ts';
import { FEATURE_BITS } from './text-features.ts';

/** Labels whose content the model scores. What else they need (a streak, a boundary, a crowd) is judged from the record. */
export const SCORED_LABELS = [
  'cold-outreach',
  'recruiter',
  'resume-broadcast',
  'contact-list-mail',
  'newsletter',
  'nagging',
  'unsolicited-advice',
  'flattery',
  'forward-request',
  'hostile-reply',
  'apology',
  'introduction',
  'transactional',
  'security',
  'personal',
] as const;
export type ScoredLabel = (typeof SCORED_LABELS)[number];

/** Fraud has no label (data/LABELS.md): it is scored, so that no other label is given to it and nobody is advised to answer. */
export const SCORED_KINDS = [...SCORED_LABELS, 'fraud'] as const;
export type ScoredKind = (typeof SCORED_KINDS)[number];

/** The weights of one label. */
export interface LabelWeights {
  readonly bias: number;
  /** By signal kind, times its strength. */
  readonly signals: Readonly<Record<string, number>>;
  /** By hashed text feature; `scale` turns the small integers back into weights. */
  readonly text: Int8Array;
  readonly scale: number;
}

export type Model = Readonly<Record<ScoredKind, LabelWeights>>;

export const TEXT_SIZE = 1 << FEATURE_BITS;

/**
 * What each of `count` text features counts: between one each (long letters would be sure of everything) and one in all
 * (one telling sentence would be lost in a long one).
 */
export function valueOfEach(count: number): number {
  return count === 0 ? 0 : count ** -0.35;
}

/** Log-odds by kind. */
export function scoresOf(
  model: Model,
  signals: readonly Signal[],
  places: readonly number[],
): Readonly<Record<ScoredKind, number>> {
  const value = valueOfEach(places.length);
  const scores = {} as Record<ScoredKind, number>;
  for (const label of SCORED_KINDS) {
    const weights = model[label];
    let fromText = 0;
    for (const place of places) fromText += weights.text[place] ?? 0;
    let score = weights.bias + fromText * weights.scale * value;
    for (const { kind, strength } of signals) score += (weights.signals[kind] ?? 0) * strength;
    scores[label] = Math.round(score * 100) / 100;
  }
  return scores;
}
