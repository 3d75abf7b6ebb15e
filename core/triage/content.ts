/**
 * What kind of mail the text is, whoever wrote it: scores from 0 to 1 that the labels rest on.
 *
 * Each score is a small sum of signals that point the same way; the record comes in later (labels.ts).
 */
import type { Case } from './case.ts';

export interface Content {
  /** A machine's message about something of the owner's: receipt, ticket, bill. */
  readonly transactional: number;
  readonly security: number;
  /** Marketing and newsletters. */
  readonly marketing: number;
  /** An address book's worth of people are written to. */
  readonly contactList: number;
  /** A job is offered. */
  readonly recruiting: number;
  /** A job is asked for. */
  readonly pleading: number;
  /** Something is sold, or time asked of a stranger. */
  readonly pitching: number;
  readonly advising: number;
  readonly flattering: number;
  readonly prodding: number;
  readonly forwarding: number;
  readonly introducing: number;
  readonly hostile: number;
  readonly apologetic: number;
  readonly fraudulent: number;
}

/** Noisy or: independent hints towards one thing. */
function any(...strengths: readonly number[]): number {
  return 1 - strengths.reduce((doubt, strength) => doubt * (1 - Math.min(0.99, Math.max(0, strength))), 1);
}

export function contentOf({ seen, message, entities }: Case): Content {
  const listed = any(seen('list-unsubscribe'), seen('list-id'), seen('precedence'), seen('feedback-id'));
  const role = any(seen('no-reply'), seen('role-address'), seen('notifier'), seen('organisation-name'));
  const layout = any(seen('marketing-layout') * 0.6, seen('tracking-pixel') * 0.4, seen('tracked-link') * 0.3);
  const text = entities.scores;
  const lift = (label: string): number => (text[label] === undefined ? 0 : text[label]);

  const security = seen('secures') * (0.35 + 0.65 * any(role, seen('auto-submitted'), message.signals.automated ? 0.8 : 0)) * (1 - 0.5 * seen('recruits'));
  const transactional = seen('transacts') * (0.3 + 0.7 * any(role, seen('auto-submitted'), message.signals.automated ? 0.8 : 0)) * (1 - 0.5 * seen('recruits'));
  const marketing = any(seen('markets') * (0.45 + 0.5 * any(listed, layout, role)), listed * 0.5);
  const titles = any(seen('recruiter-title') * 0.8, 0);
  const recruiting = any(seen('recruits') * 0.75, titles * (seen('recruits') > 0 ? 0.8 : 0.3)) * (1 - 0.6 * seen('pleads-for-job') * (1 - titles));
  const pleading = any(seen('pleads-for-job') * 0.75, seen('cv-attached') * 0.7) * (1 - 0.7 * titles);
  const asks = any(seen('asks-for-call') * 0.55, seen('asks-for-referral') * 0.35, seen('asks-for-favour') * 0.35, seen('asks-for-money') * 0.35, seen('asks-for-answer') * 0.15, seen('asks-for-papers') * 0.2);
  const sells = any(seen('sells') * 0.7, seen('sales-title') * 0.4, seen('introduces-company') * 0.3, seen('admits-stranger') * 0.35, seen('deck-attached') * 0.4, seen('claims-contact') * 0.15, seen('tracking-pixel') * 0.3, seen('placeholder') * 0.6);
  return {
    security: any(security, lift('security')),
    transactional: any(transactional, lift('transactional')),
    marketing,
    contactList: any(seen('contact-list') * 0.75, seen('greets-everybody') * 0.4),
    recruiting,
    pleading,
    pitching: any(asks, sells),
    advising: seen('advises'),
    flattering: any(seen('flatters'), seen('claims-closeness') * 0.3, seen('name-repeated') * 0.4),
    prodding: seen('prods'),
    forwarding: any(seen('asks-to-forward'), seen('chain')),
    introducing: seen('introduces'),
    hostile: seen('hostile'),
    apologetic: any(seen('apologises') * 0.8, seen('confirms-stop') * 0.8),
    fraudulent: any(seen('defrauds') * 0.6, seen('fails-authentication') * 0.6),
  };
}
