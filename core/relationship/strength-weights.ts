/** Written by scripts/fit-strength.ts; see docs/ranking.md. */
import type { StrengthWeights } from './strength.ts';

export const STRENGTH_WEIGHTS: StrengthWeights = {
  sentDays14: 2.152,
  sentDays30: 2.047,
  sentDays365: 0.05,
  lately: 1,
  latelyHalf: 14.19,
  inTouch: 0.1947,
  exchange: 0.1291,
  wroteBack: 0.03805,
  twoWay: 0.03805,
  received7: 0.5,
  received30: 0.5,
  company30: 0.1,
  heard: 0.03,
  heardHalf: 1,
};
