/** The one boundary that is safe with this sender, and why, in a sentence (mission: advice on which boundary is safe). */
import { claimsOf, verdictOf } from './answer-claims.ts';
import type { Case } from './case.ts';
import type { Content } from './content.ts';
import type { LabelFound } from './findings.ts';
import { isPhishing } from './lane.ts';
import type { Advice, Facts, Label, Lane } from './vocabulary.ts';

export interface Advised {
  readonly advice: Advice;
  readonly reason: string;
}

/** Signs of fraud from which any answer is unsafe. */
const FRAUD = 0.75;

export function adviceOf(
  one: Case,
  content: Content,
  lane: Lane,
  labels: readonly LabelFound[],
  facts: Facts,
): Advised {
  const has = (...wanted: readonly Label[]): boolean => labels.some(({ label }) => wanted.includes(label));
  if (one.tie.lane === 'stranger' && one.message.labels.includes('SPAM'))
    return { advice: 'mark-spam', reason: 'Gmail put it among spam, and nothing in your mail speaks for the sender.' };
  if (lane === 'automated')
    return fraud(one, content, lane) ?? { advice: 'none', reason: 'A machine wrote it: there is nobody to answer.' };
  if (has('apology') && !has('ignored-request'))
    return { advice: 'none', reason: 'The request was kept; nothing more is needed.' };
  if (has('hostile-reply')) return { advice: 'do-not-engage', reason: 'An answer to anger invites more of it.' };
  return (
    fraud(one, content, lane) ??
    ignored(has('ignored-request'), facts) ??
    connection(one, has('connection-request')) ??
    (lane === 'bulk' ? bulk(one, facts, has) : person(one, facts, has))
  );
}

function fraud(one: Case, content: Content, lane: Lane): Advised | undefined {
  if (lane === 'known' || one.tie.lane === 'known' || one.tie.colleagues.length > 0) return undefined;
  if (content.fraud < FRAUD && !isPhishing(one) && !(one.tie.namesake && one.seen('defrauds') >= 0.6)) return undefined;
  return {
    advice: 'mark-spam',
    reason: one.tie.namesake
      ? `It bears the name of ${one.tie.namesake.name} and asks for what frauds ask for.`
      : 'It looks like fraud: any answer confirms your address.',
  };
}

function ignored(goesOn: boolean, facts: Facts): Advised | undefined {
  if (!goesOn) return undefined;
  const count = facts.ignoredCount ?? 1;
  return {
    advice: 'block',
    reason: count === 1 ? 'You asked to stop and it goes on.' : `You asked to stop and ${count} messages came since.`,
  };
}

function connection({ tie, entities }: Case, asks: boolean): Advised | undefined {
  if (!asks) return undefined;
  if (tie.lane !== 'stranger') return { advice: 'reply', reason: 'You know the person who asks.' };
  if (entities.notice?.kind === 'reminder')
    return { advice: 'none', reason: 'The network reminds by itself; the person has not written again.' };
  return { advice: 'ask-how-we-know', reason: 'Nothing shows how you know each other.' };
}

type Has = (...wanted: readonly Label[]) => boolean;

function bulk({ message, tie, entities }: Case, facts: Facts, has: Has): Advised {
  if (has('resume-broadcast')) return { advice: 'decline', reason: 'A kind no is an answer, and more than most get.' };
  const canLeave = entities.unsubscribe !== 'none' && (message.signals.bulk || !has('broadcast'));
  if (tie.lane !== 'stranger' && !has('recruiter', 'cold-outreach'))
    return {
      advice: 'none',
      reason:
        tie.lane === 'known'
          ? 'You know who sends it, and nothing is asked of you in person.'
          : 'It comes from people you deal with, and nothing is asked of you in person.',
    };
  if (has('contact-list-mail'))
    return {
      advice: 'ask-removal',
      reason: 'A person keeps this list and no list software stands behind it: only asking helps.',
    };
  if (canLeave)
    return {
      advice: 'unsubscribe',
      reason:
        facts.unsubscribe === 'one-click'
          ? 'A real list with a signed way to leave: leaving is safe.'
          : 'A list with a way to leave.',
    };
  if (has('newsletter')) return { advice: 'ask-removal', reason: 'It names no way to leave: only asking helps.' };
  if (has('recruiter', 'cold-outreach'))
    return { advice: 'do-not-engage', reason: 'Sent to many: nobody waits for your answer.' };
  return has('forward-request')
    ? { advice: 'none', reason: 'Nothing is asked of you in person.' }
    : { advice: 'do-not-engage', reason: 'Sent to many, and not to you in person.' };
}

function person(one: Case, facts: Facts, has: Has): Advised {
  const { tie, streak, boundaries, seen } = one;
  const known = tie.lane === 'known';
  if (has('resume-broadcast')) return { advice: 'decline', reason: 'A kind no is an answer, and more than most get.' };
  if (has('recruiter')) return recruiter(one, facts);
  if (has('nagging') && tie.introducedBy && !has('cold-outreach'))
    return {
      advice: 'reply',
      reason: `${tie.introducedBy.name || 'Somebody you know'} introduced you, and an answer is owed.`,
    };
  if (has('nagging'))
    return streak.count >= 5
      ? { advice: 'ask-removal', reason: `${streak.count} messages without an answer: silence did not stop it.` }
      : { advice: 'decline', reason: 'A clear no ends it sooner than silence.' };
  if (has('answers-how-we-know')) return answered(one);
  if (has('campaign') && seen('says-reply') === 0)
    return { advice: 'do-not-engage', reason: 'One text under several names: an answer only confirms your address.' };
  if (has('cold-outreach') && !known) return cold(one, has);
  if (has('unsolicited-advice'))
    return { advice: 'do-not-engage', reason: 'Advice that was not asked for needs no answer.' };
  if (boundaries.answered) return { advice: 'reply', reason: 'It answers you.' };
  if (has('broadcast')) return { advice: 'none', reason: 'Sent to many; nothing is asked of you in person.' };
  return { advice: 'reply', reason: known ? 'You know each other.' : 'A person wrote to you.' };
}

/** To the answer that was waited for: by what binds the two, in the words of what the record says to it. */
function answered(one: Case): Advised {
  const verdict = verdictOf(claimsOf(one));
  const isStranger = one.tie.lane === 'stranger';
  const reasons = {
    confirmed: 'Your mail confirms the answer.',
    'not-found': 'Your mail does not bear the answer out.',
    unknown: isStranger ? 'The answer names nothing that your mail could confirm.' : 'The answer is plausible.',
  };
  return { advice: isStranger ? 'decline' : 'reply', reason: reasons[verdict] };
}

function recruiter({ tie }: Case, facts: Facts): Advised {
  const broken = facts.dealBreakersBroken ?? [];
  if (broken.length === 0 && tie.lane !== 'stranger')
    return { advice: 'reply', reason: 'Somebody with a real tie asks, and nothing you ruled out is in it.' };
  if (broken.length === 0) return { advice: 'decline', reason: 'No tie to the recruiter; a short no is kind.' };
  const words = broken.map((one) =>
    one === 'relocation'
      ? `it means moving${facts.place === undefined ? '' : ` to ${facts.place}`}`
      : one === 'no-growth'
        ? 'it offers no growth'
        : `the role is one you ruled out (${one.slice('role:'.length)})`,
  );
  return { advice: 'decline', reason: `${words.join(' and ').replace(/^./, (first) => first.toUpperCase())}.` };
}

function cold({ seen, tie, pretendsThread }: Case, has: Has): Advised {
  if (pretendsThread || seen('says-reply') >= 0.9 || has('calendar'))
    return { advice: 'do-not-engage', reason: 'It pretends to a conversation that never was.' };
  if (seen('placeholder') > 0 || (seen('greets-nobody') >= 0.4 && seen('sells') >= 0.6))
    return { advice: 'do-not-engage', reason: 'A form letter: nobody reads the answer.' };
  if (tie.nameDrop?.verified === false || (seen('claims-contact') >= 0.6 && tie.lane === 'stranger'))
    return { advice: 'ask-how-we-know', reason: 'It claims a tie that your record does not show.' };
  return {
    advice: 'decline',
    reason:
      seen('sequence-tool') > 0
        ? 'A sequence tool sent this for a person: a reply stops it.'
        : 'A person with something to sell stops at a clear no.',
  };
}
