/** Labels by what the sender wants: the model's odds, shifted by the situation. */
import type { ScoredLabel } from '../outreach/model/model.ts';
import type { Case } from './case.ts';
import { LEAST_ODDS, type Content } from './content.ts';
import type { Findings } from './findings.ts';
import { isIntroduction } from './introduction.ts';
import { labelMany } from './label-many.ts';
import { isNumbered } from './numbered.ts';
import type { Lane } from './vocabulary.ts';

/** What the sender wants. */
export function labelContent(one: Case, content: Content, lane: Lane, findings: Findings): void {
  const { tie, seen, message, entities } = one;
  const known = tie.lane === 'known';
  const stranger = tie.lane === 'stranger';
  const shift = contextShift(one);
  const invited = entities.notice !== undefined && entities.notice.kind !== 'message';
  // A stranger's letter that is nothing private is most likely what it is likest to.
  const clear = (label: ScoredLabel): boolean =>
    stranger && content.odds(label) > LEAST_ODDS && content.odds(label) > content.odds('personal') + CLEARLY_MORE;
  // Who wanted something and got no answer still wants it, however short the reminder.
  const renewed = one.boundaries.answered === undefined ? one.streak.wanted : undefined;
  const odds = (label: ScoredLabel): number =>
    (clear(label) ? Math.max(content.odds(label) + shift, 0.05) : content.odds(label) + shift) +
    (label === renewed ? RENEWED : 0);

  if (isIntroduction(one, content)) findings.add('introduction', 'Brings you together with somebody');

  const named = seen('recruiter-title') > 0 || seen('recruiter-domain') > 0;
  const formLetter = seen('recruits') >= 0.9 && (seen('subject-recruits') > 0 || seen('job-title') >= 0.7) ? 0.7 : 0;
  const throughList = message.signals.bulk && entities.notice === undefined && seen('greets-nobody') < 0.9 ? -1.5 : 0;
  const job = odds('recruiter') + (known ? -1 : 0) + (named ? 0.7 : 0) + formLetter + throughList;
  const plea =
    tie.introducedBy || known ? -9 : odds('resume-broadcast') + (seen('cv-attached') > 0 ? 1 : 0) + throughList;
  // A stranger who writes as people write about their own affairs gets the benefit of the doubt.
  const doubt = stranger && renewed === undefined ? Math.max(0, content.odds('personal')) * PERSONAL_DOUBT : 0;
  const bare = stranger && renewed === undefined && !WANTING.some((kind) => seen(kind) > 0) ? NOTHING_WANTED : 0;
  const pitch = odds('cold-outreach') - doubt - bare;
  const advice = odds('unsolicited-advice') + 0.5;
  if (!invited) {
    if (plea > 0 && plea > job && plea > pitch) findings.add('resume-broadcast', 'Asks for a job');
    else if (job > 0 && (job > pitch - (named ? 2.2 : 0.7) || known)) findings.add('recruiter', 'Offers a job');
  }
  const workRelated = findings.has('resume-broadcast', 'recruiter');

  if (lane === 'bulk') {
    labelMany(one, content, findings, workRelated, pitch);
    return;
  }
  if (known) return;
  labelNagging(one, content, findings);
  if (
    advice > 0 &&
    advice > pitch - 1 &&
    !workRelated &&
    stranger &&
    entities.ownerIn !== 'none' &&
    !one.thread?.ownerWrote
  )
    findings.add('unsolicited-advice', 'Gives advice that you did not ask for');
  const wary = stranger
    ? 0
    : (findings.has('nagging') ? -1.5 : -0.4) -
      (tie.circle?.explained || tie.nameDrop?.verified ? 1.5 : 0) -
      (tie.introducedBy ? 0.8 : 0);
  const cold = pitch + (invited ? -1 : 0) + wary;
  if (!workRelated && cold > 0 && (!findings.has('unsolicited-advice') || content.odds('cold-outreach') > 0))
    findings.add(
      'cold-outreach',
      renewed === undefined ? coldReason(one) : 'Still wants what it wanted before',
      renewed === undefined ? [] : one.streak.messageIds.slice(-20),
    );
}

const PERSONAL_DOUBT = 0.5;
/** A letter without one sign that something is wanted must read very much like a pitch to be called one. */
const NOTHING_WANTED = 1.1;
const WANTING = [
  'sells',
  'asks-for-call',
  'asks-for-favour',
  'asks-for-referral',
  'asks-for-money',
  'asks-for-papers',
  'asks-for-answer',
  'asks-to-forward',
  'introduces-company',
  'admits-stranger',
  'sales-title',
  'claims-contact',
  'claims-closeness',
  'flatters',
  'prods',
  'markets',
  'links',
  'questions',
  'schedules',
  'says-reply',
  'greets-nobody',
  'tracked-link',
  'tracking-pixel',
] as const;
const RENEWED = 3;
/** So much likelier than private mail. */
const CLEARLY_MORE = 1.3;

const ASKS = [
  'asks-for-call',
  'asks-for-favour',
  'asks-for-referral',
  'asks-to-forward',
  'asks-for-money',
  'asks-for-papers',
  'asks-for-answer',
];

/** O9: messages without an answer, and asking again. */
function labelNagging(one: Case, content: Content, findings: Findings): void {
  const { tie, seen, streak, message, entities } = one;
  // What is asked of a list is asked of nobody.
  if (streak.count < 2 || entities.ownerIn === 'none') return;
  const acquainted = tie.lane === 'acquaintance';
  const asks = ASKS.some((kind) => seen(kind) >= 0.6);
  // Once answered, then ever more mail (mission R3).
  const latched =
    acquainted && tie.colleagues.length === 0 && streak.count >= 4 && (asks || seen('offers-introduction') > 0)
      ? 2.5
      : acquainted && streak.count >= 3 && asks && seen('questions') > 0 && tie.colleagues.length === 0
        ? 1.5
        : 0;
  const asksAgain = streak.wanted === undefined ? (acquainted && !asks && seen('prods') === 0 ? -1 : 0) : 1;
  const prods =
    content.odds('nagging') +
    (seen('prods') >= 0.6 ? 1.5 : 0) +
    (isNumbered(message.subject) ? 2 : 0) +
    latched +
    asksAgain +
    2;
  if (prods > 0)
    findings.add('nagging', `Asks again: ${streak.count} messages without an answer`, streak.messageIds.slice(-20));
}

/**
 * How the situation shifts the odds that something is wanted of the owner.
 *
 * The model was fitted on letters of all kinds; in a stranger's first letter outreach is likelier, in a friend's it is not.
 */
function contextShift({ tie, seen, message, thread, entities, campaign, pretendsThread }: Case): number {
  let shift = tie.lane === 'stranger' ? STRANGER_SHIFT : tie.lane === 'known' ? -2 : -0.3;
  if (tie.lane !== 'known') {
    if (seen('says-reply') >= 0.9) shift += 0.8;
    if (pretendsThread) shift += 2;
    if (tie.nameDrop?.verified === false) shift += 1;
    if (tie.namesake) shift += 0.5;
    if (campaign) shift += 1.5;
    if (thread?.ownerWrote && tie.lane !== 'stranger') shift -= 1;
    if (message.signals.bulk && entities.ownerIn === 'to') shift += 0.3;
  }
  return shift;
}

const STRANGER_SHIFT = 0.8;
/** In the order of how much they say. */
function coldReason({ seen, pretendsThread }: Case): string {
  if (seen('says-reply') >= 0.9 || pretendsThread) return 'Pretends to continue a conversation that never was';
  if (seen('introduces-company') === 0 && seen('asks-for-call') >= 0.6) return 'Asks before it introduces itself';
  return seen('sells') >= 0.6 ? 'A stranger with something to sell' : 'A first message that already asks for something';
}
