/** Would the owner answer? A logistic model over `answer-features.ts`; its weights are fitted by scripts/fit-strength.ts. */
import type { Verdict } from '../contract/views.ts';
import type { TriageMessage } from '../triage/triage-message.ts';
import {
  ANSWER_FEATURES,
  type AnswerFeature,
  type AnswerValues,
  type FeatureFamily,
  PERSON_FEATURES,
  type PersonFeature,
} from './answer-features.ts';
import type { LikelyAnswer } from './correspondence.ts';

/** Mean and spread of a feature over the mail it was fitted on, and its weight in standard units. */
export interface AnswerWeight {
  readonly mean: number;
  readonly spread: number;
  readonly weight: number;
}

export interface AnswerWeights {
  readonly intercept: number;
  readonly features: Readonly<Record<AnswerFeature, AnswerWeight>>;
}

/** A value this many spreads from the mean says no more than one nearer: the weights were not fitted out there. */
const FURTHEST = 6;
/** No mail through lists was in what the weights were fitted on; hardly anybody answers it. */
const LISTED_LOGIT = -2.5;
/** What the user's word means: nearly always and nearly never, whatever was counted. */
const JUDGED: Readonly<Record<Verdict, number>> = { known: 0.95, stranger: 0.01 };

const ALL = Object.keys(ANSWER_FEATURES) as readonly AnswerFeature[];
const OF_PERSON = Object.keys(PERSON_FEATURES) as readonly PersonFeature[];

/** A feature's part of the logit. */
export function logitOf(feature: AnswerFeature, value: number, weights: AnswerWeights): number {
  const { mean, spread, weight } = weights.features[feature];
  return weight * Math.min(FURTHEST, Math.max(-FURTHEST, (value - mean) / spread));
}

/** Chance that the owner answers an average message of this person. */
export function chanceForPerson(
  values: Readonly<Record<PersonFeature, number>>,
  verdict: Verdict | undefined,
  weights: AnswerWeights,
): number {
  if (verdict !== undefined) return JUDGED[verdict];
  let logit = weights.intercept;
  for (const feature of OF_PERSON) logit += logitOf(feature, values[feature], weights);
  return 1 / (1 + Math.exp(-logit));
}

/** Chance that the owner answers this message, and what speaks for and against it. */
export function chanceForMessage(
  { signals }: TriageMessage,
  values: AnswerValues,
  verdict: Verdict | undefined,
  weights: AnswerWeights,
): LikelyAnswer {
  if (signals.automated) return { value: 0, because: [] };
  if (verdict === 'stranger') return { value: JUDGED.stranger, because: [] };
  const families = new Map<FeatureFamily, number>();
  let logit = weights.intercept + (signals.bulk ? LISTED_LOGIT : 0);
  for (const feature of ALL) {
    const part = logitOf(feature, values[feature], weights);
    const family = ANSWER_FEATURES[feature];
    logit += part;
    families.set(family, (families.get(family) ?? 0) + part);
  }
  const because = [...families]
    .map(([name, part]) => ({ name, logit: part, text: WORDS[name][part >= 0 ? 0 : 1] }))
    .sort((a, b) => Math.abs(b.logit) - Math.abs(a.logit));
  return { value: 1 / (1 + Math.exp(-logit)), because };
}

/** What a family says when it speaks for an answer, and when against. */
const WORDS: Readonly<Record<FeatureFamily, readonly [string, string]>> = {
  habit: ['You often answer them', 'You seldom answer them'],
  exchange: ['You are writing to each other', 'You do not write to each other'],
  crowd: ['Written to you, or to few', 'Written to many, or with you in copy'],
  thread: ['Goes on with a conversation that you are in', 'You are not in this conversation'],
  subject: ['A subject of the kind that you answer', 'A subject of the kind that you seldom answer'],
  pace: ['You are answering much mail these days', 'You are answering little mail these days'],
};
