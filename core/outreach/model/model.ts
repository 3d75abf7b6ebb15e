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

/** The weights of one label. */
export interface LabelWeights {
  readonly bias: number;
  /** By signal kind, times its strength. */
  readonly signals: Readonly<Record<string, number>>;
  /** By hashed text feature; `scale` turns the small integers back into weights. */
  readonly text: Int8Array;
  readonly scale: number;
}

export type Model = Readonly<Record<ScoredLabel, LabelWeights>>;

export const TEXT_SIZE = 1 << FEATURE_BITS;

/** Log-odds by label. */
export function scoresOf(
  model: Model,
  signals: readonly Signal[],
  places: readonly number[],
): Readonly<Record<ScoredLabel, number>> {
  const value = places.length === 0 ? 0 : 1 / Math.sqrt(places.length);
  const scores = {} as Record<ScoredLabel, number>;
  for (const label of SCORED_LABELS) {
    const weights = model[label];
    let fromText = 0;
    for (const place of places) fromText += weights.text[place] ?? 0;
    let score = weights.bias + fromText * weights.scale * value;
    for (const { kind, strength } of signals) score += (weights.signals[kind] ?? 0) * strength;
    scores[label] = Math.round(score * 100) / 100;
  }
  return scores;
}
