/** Written by scripts/fit-strength.ts; see docs/ranking.md. */
import { ANSWER_FEATURES, type AnswerFeature } from './answer-features.ts';
import type { AnswerWeight, AnswerWeights } from './answering.ts';

export const ANSWER_WEIGHTS: AnswerWeights = {
  intercept: -2.2,
  features: Object.fromEntries(
    (Object.keys(ANSWER_FEATURES) as AnswerFeature[]).map((name) => [name, { mean: 0, spread: 1, weight: 0 }]),
  ) as Record<AnswerFeature, AnswerWeight>,
};
