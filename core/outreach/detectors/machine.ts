/** Mail that a program wrote for this user, and who sends like an organisation (RFC 3834, RFC 5321 §4.5.5). */
import { quoteFrom, signal } from '../quote.ts';
import { senderParts, type Reading } from '../reading.ts';
import type { Signal } from '../signals.ts';

const DAEMON =
  /^(?:mailer-daemon|postmaster|mail-daemon|maildaemon|bounces?|delivery(?:-status)?|mdaemon|double-bounce)\b/;
const NO_REPLY =
  /^(?:.*[-_.])?(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|nobody|no-response|nicht-?antworten|ne-?pas-?repondre|noresponder|no-responder)(?:[-_.+].*)?$|^(?:noreply|no-reply)/;
const NOTIFIER =
  /^(?:.*[-_.])?(?:notifications?|notify|alerts?|automated|auto|system|robot|bot|daemon|cron|root|calendar-notification|builds?|ci|jira|github|gitlab|issues?|tickets?|security)(?:[-_.+].*)?$/;
const ROLE =
  /^(?:info|hello|hi|hey|team|support|help|helpdesk|service|services|customer(?:s|care|service)?|care|billing|accounts?|accounting|invoices?|invoicing|orders?|bookings?|reservations?|tickets?|billetterie|payments?|receipts?|shop|store|sales|office|admin|contact|mail|mailing|news|newsletter|letter|lettre|boletin|rundbrief|nieuwsbrief|digest|updates?|events?|webinars?|marketing|promo|offers?|deals|community|members?(?:hip)?|konto|kontakt|kundenservice|service-?client|clientes|careers?|jobs?|talent|recruit(?:ing|ment)?|hr|opportunities|panel|survey|feedback|submissions?|editor(?:s|ial)?|press|media|lists?|announce(?:ments?)?|thankyou|donations?|welcome|onboarding|account-update|statements?|delivery|shipping|tracking|dispatch|returns?|warranty|renewals?|subscriptions?|enquiries|enquiry|reception|appointments?|reminders?|digest|box-?office|apply|applications?|admissions?|library|loans?|circulation|ausleihe|fahrgast|kasse|prestamos?|biblioteca|bibliotheque|outages?|webmaster|unsubscribe|subscribers?|hola|bonjour|ciao|bestellung|rechnung|facturation|facturas?|pedidos)(?:[-_.+\d].*)?$/;
const ORGANISATION =
  /\b(?:ltd|limited|inc|llc|gmbh|ag|bv|b\.v|sarl|s\.a|plc|co|corp|group|team|support|service|services|shop|store|bank|club|society|university|college|school|council|online|account|billing|orders?|newsletter|digest|weekly|daily|news|webinars?|events?|jobs|careers|talent|recruitment|portal|app|official|notifications?|alerts?|security|calendar|museum|library|airlines?|railway|insurance|energy|mobile|media|magazine|radio|conference|foundation|trust|fund|association|verband|verein|stiftung|fondation|asociacion)\b/i;
const AUTOREPLY_SUBJECT =
  /^(?:auto(?:matic)?[ -]?(?:reply|response|answer)|autoreply|out of (?:the )?office|abwesenheits\S*|automatische antwort|reponse automatique|absence du bureau|respuesta automatica|fuera de (?:la )?oficina|automatisch antwoord|afwezig\S*|risposta automatica|fuori ufficio|undeliver\S*|delivery (?:status|failure|has failed|delay)|returned mail|mail delivery|failure notice|unzustellbar\S*|non remis|read:|gelesen:|lu ?:|leido:|not read:)/;

/** An address of an office rather than of a person: whoever is on duty answers. */
export function isRoleAddress(address: string): boolean {
  return ROLE.test(address.slice(0, address.lastIndexOf('@')));
}

/** A machine that says so, at the foot of its text. */
const SAYS_AUTOMATIC =
  /\b(?:(?:this is an? |an? )?automat(?:ic|ed|ically)[ -]?(?:generated |sent |system )?(?:e-?mail|message|notification|notice|confirmation|reminder|reply)|(?:was|is|been) (?:sent|generated|created) automatically|(?:please )?do not (?:reply|respond|answer)(?: to)?(?: this| directly)?|this (?:mailbox|inbox|address) is not (?:monitored|read)|automatisch (?:versandt|versendet|erstellt|generiert|erzeugt|verzonden|gegenereerd|verstuurd)|(?:bitte )?(?:antworten sie )?nicht auf diese (?:e-?mail|nachricht)|message automatique|(?:merci de )?ne pas repondre|mensaje automatico|no responda|messaggio automatico|non rispondere|automatisch bericht|niet (?:te )?beantwoorden)\b/;

/** Kinds: `auto-submitted`, `bounce`, `auto-reply`, `says-automatic`, `no-reply`, `notifier`, `role-address`, `organisation-name`, `reply-by-token`. */
export function readMachine(reading: Reading): readonly Signal[] {
  const { message, folded } = reading;
  const { headers, from, replyTo } = message;
  const { local } = senderParts(reading);
  const found: Signal[] = [];
  const submitted = headers.autoSubmitted?.trim().toLowerCase();
  if (submitted !== undefined && submitted !== '' && !submitted.startsWith('no'))
    found.push(signal('auto-submitted', 0.97, [`Auto-Submitted: ${submitted}`]));
  if (headers.returnPath?.trim() === '<>' || DAEMON.test(local))
    found.push(signal('bounce', 0.95, [DAEMON.test(local) ? from.address : 'Return-Path: <>']));
  if (AUTOREPLY_SUBJECT.test(folded.slice(0, 80)) || /^auto[_-]?reply$/i.test(headers.precedence?.trim() ?? ''))
    found.push(
      signal('auto-reply', submitted === undefined && headers.returnPath?.trim() !== '<>' ? 0.7 : 0.97, [
        reading.subject.slice(0, 60),
      ]),
    );
  const says = SAYS_AUTOMATIC.exec(folded);
  if (says)
    found.push(signal('says-automatic', 0.8, [quoteFrom(reading.searched, says.index, says.index + says[0].length)]));
  if (NO_REPLY.test(local)) found.push(signal('no-reply', 0.9, [from.address]));
  else if (NOTIFIER.test(local)) found.push(signal('notifier', 0.7, [from.address]));
  else if (ROLE.test(local)) found.push(signal('role-address', 0.6, [from.address]));
  if (ORGANISATION.test(from.name) && !/\b(?:from|at|von|de|@)\b/i.test(from.name))
    found.push(signal('organisation-name', 0.5, [from.name]));
  // Issue trackers and ticket systems: a person's name in From, a token to answer to.
  const token = replyTo.find(
    ({ address }) => /^[a-z]+[+=_-](?=[a-z0-9]*\d)[a-z0-9]{5,}@/i.test(address) && address !== from.address,
  );
  if (token) found.push(signal('reply-by-token', 0.7, [`Reply-To: ${token.address}`.slice(0, 90)]));
  if (headers.autoResponseSuppress !== undefined) found.push(signal('suppresses-answers', 0.5, []));
  return found;
}
