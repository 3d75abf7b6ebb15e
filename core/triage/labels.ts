/** The labels of a message, each with the reason it rests on. Content outranks relationship only where mission.md says so. */
import type { Case } from './case.ts';
import type { Content } from './content.ts';
import { Findings, type LabelFound } from './findings.ts';
import { labelContent } from './label-content.ts';
import { isIntroduction } from './introduction.ts';
import { isBroadcast } from './lane.ts';
import { isNumbered } from './numbered.ts';
import type { Label, Lane } from './vocabulary.ts';

export function labelsOf(one: Case, content: Content, lane: Lane): readonly LabelFound[] {
  const findings = new Findings(one);
  if (lane === 'automated') {
    labelMachine(one, content, findings);
    return findings.list;
  }
  labelForm(one, findings);
  // What people say on a list is said to the list.
  if (one.seen('list-talk') > 0 && (lane === 'bulk' || one.entities.ownerIn === 'none')) return findings.list;
  // Fraud has no label of its own, and wears that of anything.
  if (content.isFraud && one.tie.lane === 'stranger' && !one.message.signals.bulk) return findings.list;
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
  const { seen, entities } = one;
  const asked = answered.kind === 'how-we-know';
  // Who tells how the two met is answering, in whatever tone.
  const tells = asked && (seen('explains-tie') >= 0.6 || entities.nameDrops.length > 0 || entities.circles.length > 0);
  const hostile =
    content.odds('hostile-reply') +
    (seen('hostile') >= 0.9 ? 1.8 : seen('hostile') >= 0.6 ? 1.2 : 0) +
    (tells ? 0 : asked ? HOSTILE_WHEN_ASKED : HOSTILE_WHEN_REFUSED);
  const apology =
    content.odds('apology') + (Math.max(seen('apologises'), seen('confirms-stop')) >= 0.6 ? 1.2 : 0) + APOLOGY_PRIOR;
  const ids = [answered.messageId];
  if (asked) {
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

/** Praise is told by its words more than by the rest of the letter. */
const WORDS_OF_PRAISE = 0.4;
const FORWARDED_ISSUE = 3;
/** Without the words for it, nobody is said to ask. */
const UNASKED = 1.4;

/** Answers to a boundary are one or the other more often than any mail is. */
const HOSTILE_WHEN_ASKED = 2;
const HOSTILE_WHEN_REFUSED = 3.8;
const APOLOGY_PRIOR = 2;

/** How it is said, and that it came before. */
function labelManner(one: Case, content: Content, lane: Lane, findings: Findings, settled: boolean): void {
  const { tie, seen, campaign, message, streak } = one;
  const known = tie.lane === 'known';
  const flattery =
    content.odds('flattery') +
    (lane === 'bulk' ? 0.3 : 0.9) +
    (tie.lane === 'stranger' && lane !== 'bulk' ? 0.5 : 0) +
    (Math.max(seen('flatters'), seen('claims-closeness'), seen('name-repeated')) > 0
      ? WORDS_OF_PRAISE
      : -WORDS_OF_PRAISE);
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
    (Math.max(seen('asks-to-forward'), seen('chain')) > 0 ? 0 : -UNASKED) +
    2 * seen('asks-to-forward') +
    (seen('chain') > 0 ? 3 : 0) +
    (known ? -3.6 : tie.lane === 'acquaintance' ? -0.6 : 0) -
    0.2;
  // What a list says to all at its end is no request; only what it is about is.
  if (forward > (findings.has('newsletter') ? FORWARDED_ISSUE : 0) && !settled)
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
