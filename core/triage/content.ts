/**
 * What kind of mail it is by its own words, before the record is asked: the model's odds, and hints it rests on.
 *
 * Odds are logits: 0 is even, +2 is 7:1. `likely` turns them into probabilities after the situation has shifted them.
 */
import { SCORED_LABELS, type ScoredKind } from '../outreach/model/model.ts';
import type { Case } from './case.ts';

/** Below these odds nothing is called by a name, however little else it looks like. */
export const LEAST_ODDS = -2;

export interface Content {
  /** Log-odds of a label's content, −9 where the message was not scored. */
  readonly odds: (label: ScoredKind) => number;
  /** The same as log-odds. */
  readonly affairOdds: number;
  /** A machine's affair of the owner's: the better of transaction and security, 0–1. */
  readonly affair: number;
  /** Marketing and newsletters, 0–1. */
  readonly marketing: number;
  /** Signs of fraud, 0–1. */
  readonly fraud: number;
  /** Reads like fraud more than like anything else. */
  readonly isFraud: boolean;
}

/**
 * What is added to the model's odds before anything is decided: rare labels are scored too low, as the model has seen little
 * of them. Chosen on labelled mailboxes by models that had learnt from the others (`npm run bench -- labels --unseen`).
 */
const LEANINGS: Partial<Readonly<Record<ScoredKind, number>>> = {
  'cold-outreach': 0.5,
  nagging: 1.5,
  flattery: 0.7,
  'unsolicited-advice': 0.6,
  'forward-request': 2.2,
  'resume-broadcast': -0.4,
  'contact-list-mail': 1.8,
  introduction: 1.6,
  'hostile-reply': 1.6,
  transactional: 1.8,
  security: 1.8,
  fraud: 3,
};

/** A subject that names a receipt, a bill or a booking. */
const ABOUT_AN_AFFAIR = 1;
/** What two phrases that are sure, 0.9 each, come to together (phrase-book.ts). */
const TWO_SURE_PHRASES = 0.98;

export function contentOf({ seen, entities, message }: Case): Content {
  const odds = (label: ScoredKind): number => (entities.scores[label] ?? -9) + (LEANINGS[label] ?? 0);
  const listed = message.signals.bulk;
  // An order number in the subject outweighs the advertising below it.
  const concrete = seen('subject-transacts') > 0 ? (/\d{3,}|#\s?\w*\d/.test(message.subject) ? 3 : ABOUT_AN_AFFAIR) : 0;
  const affairOdds = Math.max(odds('transactional') + concrete, odds('security'));
  // One phrase of fraud may be chance; two sure ones are not.
  const defrauding = Math.max(
    probability(odds('fraud')),
    seen('defrauds') * (seen('defrauds') >= TWO_SURE_PHRASES ? 0.8 : 0.6),
  );
  return {
    odds,
    affairOdds: affairOdds + (message.signals.automated ? 0.7 : 0),
    affair: probability(affairOdds + (message.signals.automated ? 0.7 : 0)),
    marketing: Math.max(probability(odds('newsletter')), listed ? seen('markets') : 0),
    isFraud: odds('fraud') > 0 && SCORED_LABELS.every((label) => odds(label) < odds('fraud')),
    fraud: 1 - (1 - defrauding) * (1 - seen('fails-authentication') * 0.6),
  };
}

export function probability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
