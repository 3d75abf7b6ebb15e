/**
 * What kind of mail it is by its own words, before the record is asked: the model's odds, and hints it rests on.
 *
 * Odds are logits: 0 is even, +2 is 7:1. `likely` turns them into probabilities after the situation has shifted them.
 */
import type { ScoredLabel } from '../outreach/model/model.ts';
import type { Case } from './case.ts';

/** Below these odds nothing is called by a name, however little else it looks like. */
export const LEAST_ODDS = -2;

export interface Content {
  /** Log-odds of a label's content, −9 where the message was not scored. */
  readonly odds: (label: ScoredLabel) => number;
  /** The same as log-odds. */
  readonly affairOdds: number;
  /** A machine's affair of the owner's: the better of transaction and security, 0–1. */
  readonly affair: number;
  /** Marketing and newsletters, 0–1. */
  readonly marketing: number;
  /** Signs of fraud, 0–1. */
  readonly fraud: number;
}

/** What two phrases that are sure, 0.9 each, come to together (phrase-book.ts). */
const TWO_SURE_PHRASES = 0.98;

export function contentOf({ seen, entities, message }: Case): Content {
  const odds = (label: ScoredLabel): number => entities.scores[label] ?? -9;
  const listed = message.signals.bulk;
  // An order number in the subject outweighs the advertising below it.
  const concrete = seen('subject-transacts') > 0 && /\d{3,}|#\s?\w*\d/.test(message.subject) ? 3 : 0;
  const affairOdds = Math.max(odds('transactional') + concrete, odds('security'));
  // One phrase of fraud may be chance; two sure ones are not.
  const defrauding = seen('defrauds') * (seen('defrauds') >= TWO_SURE_PHRASES ? 0.8 : 0.6);
  return {
    odds,
    affairOdds: affairOdds + (message.signals.automated ? 0.7 : 0),
    affair: probability(affairOdds + (message.signals.automated ? 0.7 : 0)),
    marketing: Math.max(probability(odds('newsletter')), listed ? seen('markets') : 0),
    fraud: 1 - (1 - defrauding) * (1 - seen('fails-authentication') * 0.6),
  };
}

export function probability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
