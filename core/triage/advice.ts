/** The one boundary that is safe with this sender, and why, in a sentence (mission: advice on which boundary is safe). */
import type { Case } from './case.ts';
import type { Content } from './content.ts';
import type { LabelFound } from './labels.ts';
import type { Advice, Facts, Label, Lane } from './vocabulary.ts';

export interface Advised {
  readonly advice: Advice;
  readonly reason: string;
}

export function adviceOf(one: Case, content: Content, lane: Lane, labels: readonly LabelFound[], facts: Facts): Advised {
  const has = (label: Label): boolean => labels.some((found) => found.label === label);
  const { tie, entities, streak, boundaries } = one;
  const known = lane === 'known';
  const say = (advice: Advice, reason: string): Advised => ({ advice, reason });

  if (lane === 'automated') return say('none', 'A machine wrote it: there is nobody to answer.');
  if (has('apology')) return say('none', 'The request was kept; nothing more is needed.');
  if (has('hostile-reply')) return say('do-not-engage', 'An answer to anger invites more of it.');
  if (!known && content.fraud >= 0.75) return say('mark-spam', 'It looks like fraud: any answer confirms your address.');
  if (has('ignored-request')) return (facts.ignoredCount ?? 0) >= 3 ? say('block', 'You asked to stop and it went on several times.') : say('block', 'You asked to stop and it goes on.');
  if (has('connection-request')) {
    if (tie.lane !== 'stranger') return say('reply', 'You know the person who asks.');
    if (entities.notice?.kind === 'reminder') return say('none', 'The network reminds by itself; the person has not written again.');
    return say('ask-how-we-know', 'Nothing shows how you know each other.');
  }
  if (lane === 'bulk' && has('newsletter') && entities.unsubscribe !== 'none' && !has('broadcast')) return say('unsubscribe', 'A list with a way to leave: leaving is safe.');
  if (has('resume-broadcast')) return say('decline', 'A kind no is an answer, and more than most get.');
  if (has('contact-list-mail') || (has('newsletter') && entities.unsubscribe === 'none')) return say('ask-removal', 'A person keeps this list and no list software stands behind it: only asking helps.');
  if (lane === 'bulk' && entities.unsubscribe !== 'none' && one.message.signals.bulk) return say('unsubscribe', 'Sent by list software with a way to leave.');
  if (lane === 'bulk') return has('forward-request') && !has('cold-outreach') ? say('none', 'Nothing is asked of you in person.') : say('do-not-engage', 'Sent to many: nobody waits for your answer.');
  if (has('campaign')) return say('ask-removal', 'A sequence under several names stops when one of them is answered.');
  if (has('recruiter')) return (known || (tie.lane === 'acquaintance' && (facts.dealBreakersBroken ?? []).length === 0)) ? say('reply', 'Somebody with a real history asks; a short answer is due.') : say('decline', breaking(facts));
  if (has('unsolicited-advice')) return say('do-not-engage', 'Advice that was not asked for needs no answer.');
  if (has('nagging')) {
    if (tie.introducedBy) return say('reply', 'You were introduced and an answer is owed.');
    return streak.count >= 5 ? say('ask-removal', `${streak.count} messages without an answer: silence did not stop it.`) : say('decline', 'A clear no ends it sooner than silence.');
  }
  if (has('answers-how-we-know')) return tie.lane === 'stranger' ? say('decline', 'The answer does not match your record.') : say('reply', 'The answer matches your record.');
  if (has('cold-outreach')) {
    if (one.seen('claims-contact') >= 0.6 || tie.nameDrop?.verified === false) return say('ask-how-we-know', 'It claims a tie that your record does not show.');
    if (one.seen('says-reply') >= 0.9 || has('calendar')) return say('do-not-engage', 'It pretends to a conversation that never was.');
    return say('decline', 'A person with something to sell stops at a clear no.');
  }
  if (has('flattery') && tie.lane === 'stranger') return say('do-not-engage', 'Nothing is asked, and nothing is owed.');
  if (boundaries.answered) return say('reply', 'It answers you.');
  return has('broadcast') ? say('none', 'Sent to many; nothing is asked of you in person.') : say('reply', 'A person wrote to you.');
}

function breaking(facts: Facts): string {
  const broken = facts.dealBreakersBroken ?? [];
  if (broken.length === 0) return 'No tie to the recruiter; a short no is kind.';
  const words = broken.map((one) => (one === 'relocation' ? `it means moving${facts.place === undefined ? '' : ` to ${facts.place}`}` : one === 'no-growth' ? 'it offers no growth' : `the role is one you ruled out (${one.slice('role:'.length)})`));
  return `${words.join(' and ').replace(/^./, (first) => first.toUpperCase())}.`;
}
