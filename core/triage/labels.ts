/** The labels of a message, each with the reason it rests on. Content outranks relationship only where mission.md says so. */
import type { Case } from './case.ts';
import type { Content } from './content.ts';
import { isBroadcast } from './lane.ts';
import type { Label, Lane, Reason } from './vocabulary.ts';

export interface LabelFound {
  readonly label: Label;
  readonly reason: Reason;
}

export function labelsOf(one: Case, content: Content, lane: Lane): readonly LabelFound[] {
  const found: LabelFound[] = [];
  const add = (label: Label, text: string, quotes: readonly string[] = [], messageIds: readonly string[] = []): void => {
    if (!found.some((other) => other.label === label)) found.push({ label, reason: { text, messageIds, ...(quotes.length > 0 ? { quotes } : {}), label } });
  };
  const { message, entities, seen, quotes, tie, boundaries, streak, campaign } = one;
  const has = (label: Label): boolean => found.some((other) => other.label === label);
  const known = tie.lane === 'known';
  const person = lane === 'known' || lane === 'acquaintance' || lane === 'stranger';

  if (lane === 'automated') {
    if (seen('bounce') > 0 || seen('auto-reply') >= 0.9) return found;
    if (entities.calendar !== undefined) add('calendar', 'A calendar wrote it', quotes('calendar-object'));
    else if (content.security >= 0.5 && content.security >= content.transactional - 0.1) add('security', 'A sign-in code or a security notice', quotes('secures'));
    else add('transactional', 'A machine wrote it about something of yours', quotes('transacts', 'auto-submitted'));
    return found;
  }

  if (entities.notice && entities.notice.kind !== 'message') add('connection-request', `${entities.notice.person} asks to connect${entities.notice.note === '' ? ', without a note' : ''}`, quotes('asks-to-connect'));
  if (entities.calendar !== undefined) add('calendar', 'It comes with a calendar entry', quotes('calendar-object'));

  // Answers to a boundary come first: what they say is to be read in its light.
  const { answered } = boundaries;
  if (answered && !known) {
    const renewed = content.pitching >= 0.75 && seen('asks-for-call') >= 0.6;
    if (answered.kind === 'how-we-know') {
      if (content.hostile >= 0.85 && seen('explains-tie') < 0.9) add('hostile-reply', 'Answers your question with anger', quotes('hostile'), [answered.messageId]);
      else add('answers-how-we-know', 'Answers your question how you know each other', quotes('explains-tie'), [answered.messageId]);
    } else if (content.apologetic >= 0.6 && content.hostile < 0.9 && !renewed) add('apology', 'Apologises, or confirms that it will stop', quotes('apologises', 'confirms-stop'), [answered.messageId]);
    else if (content.hostile >= 0.6) add('hostile-reply', 'Answers a polite request with anger', quotes('hostile'), [answered.messageId]);
  }
  const settled = has('apology') || has('hostile-reply');

  if (boundaries.stop && !settled && !known) add('ignored-request', `Goes on after you asked to stop (${boundaries.sinceStop.length} since)`, [], [boundaries.stop.messageId, ...boundaries.sinceStop.slice(0, -1)].slice(0, 20));

  const broadcast = isBroadcast(one);
  if (broadcast) add('broadcast', entities.ownerIn === 'none' ? 'You are in neither To nor Cc' : `Sent to ${entities.recipientCount} people at once`, quotes('undisclosed-recipients', 'to-self', 'to-stand-in', 'crowd'));

  const introducedHere = isIntroduction(one, content, broadcast);
  if (introducedHere) add('introduction', 'Brings you together with somebody', quotes('introduces'));

  const job = content.recruiting >= 0.55 && content.recruiting > content.pleading;
  const plea = content.pleading >= 0.6 && content.pleading >= content.recruiting && tie.introducedBy === undefined && !known;
  if (plea && !settled) add('resume-broadcast', 'Asks for a job', quotes('cv-attached', 'pleads-for-job'));
  else if (job && !settled && (!known || seen('recruiter-title') > 0 || recruitingDomain(message.from.address)) && tie.introducedBy === undefined && content.marketing < 0.95) add('recruiter', 'Offers a job', quotes('recruits', 'recruiter-title'));

  if (lane === 'bulk' && !has('resume-broadcast') && !has('recruiter')) {
    if (message.signals.bulk || (content.marketing >= 0.6 && !broadcast)) add('newsletter', message.signals.bulk ? 'Sent through list software' : 'Advertising to many', quotes('list-unsubscribe', 'list-id', 'precedence', 'markets'));
    else if (content.contactList >= 0.6 && content.pitching < 0.9) add('contact-list-mail', 'Written to a whole address book, without a way to leave', quotes('contact-list', 'greets-everybody'));
    else if (content.pitching >= 0.6) add('cold-outreach', 'Sells something to people it does not know', quotes('sells', 'asks-for-call'));
  }

  if (person && !known) {
    const nags = streak.count >= 2 && content.prodding >= 0.6;
    if (nags && !settled) add('nagging', `Asks again: ${streak.count} messages without an answer`, quotes('prods'), streak.messageIds.slice(-20));
    const advice = content.advising >= 0.8 && content.pitching < 0.8 && !broadcast;
    if (advice && tie.lane === 'stranger' && !one.thread?.ownerWrote) add('unsolicited-advice', 'Gives advice that you did not ask for', quotes('advises'));
    const outreach = has('recruiter') || has('resume-broadcast') || has('unsolicited-advice') || has('nagging') || has('apology') || has('hostile-reply');
    if (tie.lane === 'stranger' && !outreach && content.pitching >= 0.6 && entities.notice === undefined) add('cold-outreach', coldReason(one), quotes('sells', 'asks-for-call', 'asks-for-favour', 'sales-title'));
  }
  if (!known && content.flattering >= 0.85 && lane !== 'bulk' && !settled) add('flattery', 'Flatters', quotes('flatters', 'claims-closeness'));
  if (content.forwarding >= 0.6 && !has('newsletter') && !settled) add('forward-request', 'Asks to be passed on to others', quotes('asks-to-forward', 'chain'));
  if (campaign && !known && !message.signals.bulk) add('campaign', `Nearly the same text came before under ${campaign.senders.length === 1 ? 'another name or to another address' : 'other names'}`, [], campaign.messageIds.slice(0, 20));

  const outreach = found.some(({ label }) => !['forward-request', 'calendar', 'introduction'].includes(label));
  if (person && !outreach && (known || !has('calendar')) && !(has('introduction') && !known)) {
    if (!has('introduction')) add('personal', 'Written to you by a person');
  }
  return found;
}

/** In the order of how much they say. */
function coldReason({ seen }: Case): string {
  if (seen('says-reply') >= 0.9) return 'Pretends to continue a conversation that never was';
  if (seen('introduces-company') === 0 && seen('asks-for-call') >= 0.6) return 'Asks before it introduces itself';
  return seen('sells') >= 0.6 ? 'A stranger with something to sell' : 'A first message that already asks for something';
}

/** Somebody else is copied in and both are told who the other is. */
function isIntroduction({ message, tie, entities, correspondence }: Case, content: Content, broadcast: boolean): boolean {
  if (broadcast || tie.lane === 'stranger' || message.signals.bulk) return false;
  const others = [...message.to, ...message.cc].filter(({ address }) => address !== '' && !correspondence.isOwner(address) && address !== message.from.address);
  if (others.length === 0 || others.length > 3 || entities.ownerIn === 'none') return false;
  const strangers = others.filter(({ address }) => (correspondence.record(address)?.sentCount ?? 0) === 0 && (correspondence.record(address)?.receivedCount ?? 0) === 0);
  return strangers.length > 0 && content.introducing >= 0.6;
}

export function recruitingDomain(address: string): boolean {
  return /(?:talent|recruit|staffing|search|headhunt|hire|hiring|jobs|career|personal|resourc|people|hunt|executive|placement)/.test(address.slice(address.lastIndexOf('@') + 1));
}
