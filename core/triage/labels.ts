/** The labels of a message, each with the reason it rests on. Content outranks relationship only where mission.md says so. */
import type { ScoredLabel } from '../outreach/model/model.ts';
import type { Case } from './case.ts';
import type { Content } from './content.ts';
import { isBroadcast, isPhishing } from './lane.ts';
import type { Label, Lane, Reason } from './vocabulary.ts';

export interface LabelFound {
  readonly label: Label;
  readonly reason: Reason;
}

/** Signals whose words are quoted for a label. */
const QUOTED: Partial<Record<Label, readonly string[]>> = {
  'resume-broadcast': ['cv-attached', 'pleads-for-job'],
  recruiter: ['recruits', 'recruiter-title', 'asks-for-papers'],
  'cold-outreach': [
    'sells',
    'asks-for-call',
    'asks-for-favour',
    'asks-for-referral',
    'asks-for-money',
    'admits-stranger',
    'sales-title',
  ],
  nagging: ['prods'],
  'unsolicited-advice': ['advises'],
  flattery: ['flatters', 'claims-closeness', 'name-repeated'],
  'forward-request': ['asks-to-forward', 'chain', 'appeals'],
  'contact-list-mail': ['contact-list', 'greets-everybody', 'appeals'],
  newsletter: ['list-unsubscribe', 'list-id', 'precedence', 'markets'],
  introduction: ['introduces'],
  'hostile-reply': ['hostile'],
  apology: ['apologises', 'confirms-stop'],
  'answers-how-we-know': ['explains-tie'],
  transactional: ['transacts', 'auto-submitted'],
  security: ['secures'],
  calendar: ['calendar-object'],
  'connection-request': ['asks-to-connect'],
  broadcast: ['undisclosed-recipients', 'to-self', 'to-stand-in', 'crowd'],
};

class Findings {
  readonly #one: Case;
  readonly list: LabelFound[] = [];

  constructor(one: Case) {
    this.#one = one;
  }

  add(label: Label, text: string, messageIds: readonly string[] = []): void {
    if (this.has(label)) return;
    const quotes = this.#one.quotes(...(QUOTED[label] ?? []));
    this.list.push({ label, reason: { text, messageIds, ...(quotes.length > 0 ? { quotes } : {}), label } });
  }

  has(...labels: readonly Label[]): boolean {
    return this.list.some(({ label }) => labels.includes(label));
  }
}

export function labelsOf(one: Case, content: Content, lane: Lane): readonly LabelFound[] {
  const findings = new Findings(one);
  if (lane === 'automated') {
    labelMachine(one, content, findings);
    return findings.list;
  }
  labelForm(one, findings);
  // What people say on a list is said to the list.
  if (lane === 'bulk' && one.seen('list-talk') > 0) return findings.list;
  labelAnswer(one, content, findings);
  if (one.tie.sameFirm && one.tie.lane !== 'known' && !one.message.signals.bulk) {
    // What colleagues want of each other is work.
    if (isIntroduction(one, content)) findings.add('introduction', 'Brings you together with somebody');
    labelPersonal(one, lane, findings);
    return findings.list;
  }
  const settled = findings.has('apology', 'hostile-reply');
  if (findings.has('hostile-reply') && one.seen('advises') >= 0.6 && content.odds('unsolicited-advice') > -1.5)
    findings.add('unsolicited-advice', 'Lectures you');
  const { stop, sinceStop } = one.boundaries;
  if (stop && !settled && one.tie.lane !== 'known')
    findings.add(
      'ignored-request',
      `Goes on after you asked to stop: ${sinceStop.length === 1 ? 'the first message' : `${sinceStop.length} messages`} since`,
      [stop.messageId, ...sinceStop.slice(0, -1)].slice(0, 20),
    );
  if (!settled) labelContent(one, content, lane, findings);
  labelManner(one, content, lane, findings, settled);
  labelPersonal(one, lane, findings);
  return findings.list;
}

function labelMachine({ entities, seen }: Case, content: Content, findings: Findings): void {
  if (seen('bounce') > 0 || seen('auto-reply') >= 0.9) return;
  if (entities.calendar !== undefined) findings.add('calendar', 'A calendar wrote it');
  else if (content.odds('security') > content.odds('transactional') && content.odds('security') > -1.5)
    findings.add('security', 'A sign-in code or a security notice');
  else findings.add('transactional', 'A machine wrote it about something of yours');
}

/** What the shape of the message says: who else got it, and what delivered it. */
function labelForm(one: Case, findings: Findings): void {
  const { entities } = one;
  const { notice } = entities;
  if (notice && notice.kind !== 'message')
    findings.add(
      'connection-request',
      `${notice.person} asks to connect${notice.note === '' ? ', without a note' : ''}`,
    );
  if (entities.calendar !== undefined) findings.add('calendar', 'It comes with a calendar entry');
  if (isBroadcast(one))
    findings.add(
      'broadcast',
      entities.ownerIn === 'none'
        ? 'You are in neither To nor Cc'
        : `Sent to ${entities.recipientCount} people at once`,
    );
}

/** The first message after a boundary answers it; it is read in its light. */
function labelAnswer(one: Case, content: Content, findings: Findings): void {
  const { answered } = one.boundaries;
  if (!answered || one.tie.lane === 'known') return;
  const { seen } = one;
  const hostile = content.odds('hostile-reply') + (seen('hostile') >= 0.6 ? 1.2 : 0) + HOSTILE_PRIOR;
  const apology =
    content.odds('apology') + (Math.max(seen('apologises'), seen('confirms-stop')) >= 0.6 ? 1.2 : 0) + APOLOGY_PRIOR;
  const ids = [answered.messageId];
  if (answered.kind === 'how-we-know') {
    if (hostile > 0 && hostile > apology && seen('explains-tie') < 0.9)
      findings.add('hostile-reply', 'Answers your question with anger', ids);
    else findings.add('answers-how-we-know', 'Answers your question how you know each other', ids);
    if (findings.has('answers-how-we-know') && seen('apologises') >= 0.6 && seen('confirms-stop') >= 0.6)
      findings.add('apology', 'Apologises, and will not press', ids);
    return;
  }
  const goesOn =
    Math.max(content.odds('cold-outreach'), content.odds('recruiter')) + (seen('asks-for-call') >= 0.6 ? 1 : 0);
  if (apology > 0 && apology >= hostile && apology > goesOn)
    findings.add('apology', 'Apologises, or confirms that it will stop', ids);
  else if (hostile > 0 && hostile > goesOn - 1)
    findings.add('hostile-reply', 'Answers a polite request with anger', ids);
}

/** Answers to a boundary are one or the other more often than any mail is. */
const HOSTILE_PRIOR = 2;
const APOLOGY_PRIOR = 2;

/** What the sender wants. */
function labelContent(one: Case, content: Content, lane: Lane, findings: Findings): void {
  const { tie, seen, message, entities } = one;
  const known = tie.lane === 'known';
  const stranger = tie.lane === 'stranger';
  const shift = contextShift(one);
  const invited = entities.notice !== undefined && entities.notice.kind !== 'message';
  // A stranger's letter that is nothing private is most likely what it is likest to.
  const clear = (label: ScoredLabel): boolean =>
    stranger && content.odds(label) > LEAST_ODDS && content.odds(label) > content.odds('personal') + CLEARLY_MORE;
  const odds = (label: ScoredLabel): number =>
    clear(label) ? Math.max(content.odds(label) + shift, 0.05) : content.odds(label) + shift;

  if (isIntroduction(one, content)) findings.add('introduction', 'Brings you together with somebody');

  const named = seen('recruiter-title') > 0 || seen('recruiter-domain') > 0;
  const formLetter = seen('recruits') >= 0.9 && (seen('subject-recruits') > 0 || seen('job-title') >= 0.7) ? 0.7 : 0;
  const throughList = message.signals.bulk && entities.notice === undefined && seen('greets-nobody') < 0.9 ? -1.5 : 0;
  const job = odds('recruiter') + (known ? -1.5 : 0) + (named ? 0.7 : 0) + formLetter + throughList;
  const plea =
    tie.introducedBy || known ? -9 : odds('resume-broadcast') + (seen('cv-attached') > 0 ? 1 : 0) + throughList;
  const pitch = odds('cold-outreach');
  const advice = odds('unsolicited-advice') + 0.5;
  if (!invited) {
    if (plea > 0 && plea > job && plea > pitch) findings.add('resume-broadcast', 'Asks for a job');
    else if (job > 0 && (job > pitch - 0.7 || known)) findings.add('recruiter', 'Offers a job');
  }
  const workRelated = findings.has('resume-broadcast', 'recruiter');

  if (lane === 'bulk') {
    labelMany(one, content, findings, workRelated, pitch);
    return;
  }
  if (known) return;
  labelNagging(one, content, findings);
  if (advice > 0 && advice > pitch - 1 && !workRelated && stranger && !one.thread?.ownerWrote)
    findings.add('unsolicited-advice', 'Gives advice that you did not ask for');
  const wary = stranger
    ? 0
    : (findings.has('nagging') ? -1.5 : -0.4) -
      (tie.circle?.explained || tie.nameDrop?.verified ? 1.5 : 0) -
      (tie.introducedBy ? 0.8 : 0);
  const cold = pitch + (invited ? -1 : 0) + wary;
  if (!workRelated && cold > 0 && (!findings.has('unsolicited-advice') || content.odds('cold-outreach') > 0))
    findings.add('cold-outreach', coldReason(one));
}

/** Below these odds nothing is called by a name, however little else it looks like. */
const LEAST_ODDS = -2;
const CLEARLY_MORE = 1.3;

/** O9: messages without an answer, and asking again. */
function labelNagging(one: Case, content: Content, findings: Findings): void {
  const { tie, seen, streak, message } = one;
  if (streak.count < 2) return;
  const acquainted = tie.lane === 'acquaintance';
  const asks = ASKS.some((kind) => seen(kind) >= 0.6);
  // Once answered, then ever more mail (mission R3).
  const latched =
    acquainted && tie.colleagues.length === 0 && streak.count >= 4 && (asks || seen('offers-introduction') > 0)
      ? 2.5
      : acquainted && streak.count >= 3 && asks && seen('questions') > 0 && tie.colleagues.length === 0
        ? 1.5
        : 0;
  const prods =
    content.odds('nagging') + (seen('prods') >= 0.6 ? 1.5 : 0) + (isNumbered(message.subject) ? 2 : 0) + latched + 2;
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
const ASKS = [
  'asks-for-call',
  'asks-for-favour',
  'asks-for-referral',
  'asks-to-forward',
  'asks-for-money',
  'asks-for-papers',
  'asks-for-answer',
];

/** One text for many: what is it for? */
function labelMany(one: Case, content: Content, findings: Findings, workRelated: boolean, pitch: number): void {
  const { message, seen, tie } = one;
  if (workRelated || isPhishing(one)) return;
  if (seen('list-talk') > 0) return;
  if (message.signals.bulk) {
    findings.add('newsletter', 'Sent through list software');
    return;
  }
  const broadcast = findings.has('broadcast');
  const list =
    content.odds('contact-list-mail') +
    (seen('contact-list') >= 0.6 ? 0.7 : 0) +
    (broadcast ? 1.2 : 0) +
    (seen('greets-everybody') > 0 ? 0.7 : 0);
  const letter = content.odds('newsletter') + (seen('numbered-issue') > 0 ? 1.8 : 0) + (broadcast ? -1 : 1);
  const sells = pitch + (content.fraud >= 0.6 ? 2 : 0);
  const chain = content.odds('forward-request') + (seen('chain') > 0 ? 2 : 0);
  const best = Math.max(list, letter, sells, chain, LEAST_ODDS);
  if (best === chain && chain > list + 1) return;
  if (best === letter) findings.add('newsletter', 'Advertising, or a circular, to many');
  else if (best === sells && sells > Math.max(list + 0.3, -1.5))
    findings.add('cold-outreach', 'Sells something to people it does not know');
  else if (
    tie.lane === 'stranger' &&
    (list > -2.5 || tie.record !== undefined) &&
    seen('crowd') * (one.entities.ownerIn === 'none' ? 1 : 0) === 0
  )
    findings.add('contact-list-mail', 'Written to a whole address book, without a way to leave');
  if (!broadcast && findings.has('cold-outreach') && list > -0.5 && seen('contact-list') >= 0.8)
    findings.add('contact-list-mail', 'Written to a whole address book, without a way to leave');
}

/** How it is said, and that it came before. */
function labelManner(one: Case, content: Content, lane: Lane, findings: Findings, settled: boolean): void {
  const { tie, seen, campaign, message, streak } = one;
  const known = tie.lane === 'known';
  const flattery =
    content.odds('flattery') + (lane === 'bulk' ? 0.3 : 0.9) + (tie.lane === 'stranger' && lane !== 'bulk' ? 0.5 : 0);
  // Praise alone is only kind; it is a label where something is wanted with it.
  const wanted = findings.has(
    'cold-outreach',
    'recruiter',
    'resume-broadcast',
    'nagging',
    'unsolicited-advice',
    'newsletter',
    'campaign',
    'ignored-request',
  );
  if (!known && !settled && wanted && flattery > 0) findings.add('flattery', 'Flatters');
  const forward =
    content.odds('forward-request') +
    2 * seen('asks-to-forward') +
    (seen('chain') > 0 ? 3 : 0) +
    (known ? -0.5 : 0) -
    0.2;
  if (forward > 0 && !settled && !findings.has('newsletter'))
    findings.add('forward-request', 'Asks to be passed on to others');
  if (known || message.signals.bulk || lane === 'known') return;
  const wants = findings.has(
    'cold-outreach',
    'recruiter',
    'resume-broadcast',
    'contact-list-mail',
    'nagging',
    'unsolicited-advice',
  );
  if (campaign && wants)
    findings.add(
      'campaign',
      campaign.senders.length === 1
        ? 'Nearly the same text came before, to another of your addresses'
        : 'Nearly the same text came before under another name',
      campaign.messageIds.slice(0, 20),
    );
  else if (isNumbered(message.subject) && wants)
    findings.add('campaign', 'A numbered sequence', streak.messageIds.slice(0, 20));
}

/** `(2/3)`, `part 2 of 3`. */
function isNumbered(subject: string): boolean {
  return /\(\s*\d+\s*(?:\/|of|von|de|van|di)\s*\d+\s*\)|\b(?:part|step|mail|e-mail|teil|parte|partie) \d+ (?:of|von|de|van|di) \d+\b/i.test(
    subject,
  );
}

/** Written by a person for the owner, and nothing else. */
function labelPersonal({ tie, message, entities }: Case, lane: Lane, findings: Findings): void {
  if (lane === 'bulk') return;
  const beside: readonly Label[] =
    tie.lane === 'known' ? ['forward-request', 'calendar'] : tie.lane === 'acquaintance' ? ['calendar'] : [];
  if (
    findings.list.every(({ label }) => beside.includes(label)) &&
    !(message.signals.bulk && tie.lane === 'stranger') &&
    entities.notice === undefined
  )
    findings.add('personal', 'Written to you by a person');
}

/** In the order of how much they say. */
function coldReason({ seen, pretendsThread }: Case): string {
  if (seen('says-reply') >= 0.9 || pretendsThread) return 'Pretends to continue a conversation that never was';
  if (seen('introduces-company') === 0 && seen('asks-for-call') >= 0.6) return 'Asks before it introduces itself';
  return seen('sells') >= 0.6 ? 'A stranger with something to sell' : 'A first message that already asks for something';
}

/** Somebody else is copied in and both are told who the other is. */
function isIntroduction({ message, tie, entities, correspondence, seen }: Case, content: Content): boolean {
  if (tie.lane === 'stranger' || message.signals.bulk || entities.ownerIn === 'none') return false;
  const others = [...message.to, ...message.cc].filter(
    ({ address }) => address !== '' && !correspondence.isOwner(address) && address !== message.from.address,
  );
  if (others.length === 0 || others.length > 3) return false;
  const strangers = others.filter(({ address }) => {
    const record = correspondence.record(address);
    return record === undefined || (record.sentCount === 0 && record.receivedCount === 0);
  });
  return strangers.length > 0 && content.odds('introduction') + (seen('introduces') >= 0.6 ? 2.5 : 0) + 1 > 0;
}
