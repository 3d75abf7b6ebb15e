/**
 * Why a reply must not be sent, and what the user should know before it is.
 *
 * A refusal rests on the message's own headers and addresses, never on a guess about its text; the one judgement that
 * refuses is spam, because any answer tells a spammer that the address is read. Everything less certain is a warning.
 */
import { type Address, domainOf } from '../mail/address.ts';
import type { ListHeaders } from '../mail/message.ts';
import type { Owner } from '../mail/owner.ts';
import { registrableDomain } from '../relationship/free-mail.ts';
import type { Assessment } from '../triage/vocabulary.ts';
import { isSendableAddress } from './header-field.ts';
import { reachesOwner, recipientOf, type ReplyOriginal } from './reply-original.ts';

/** The part of a verdict that bears on answering. */
export type ReplyVerdict = Pick<Assessment, 'labels' | 'facts' | 'advice' | 'adviceReason' | 'lane'>;

const ADVISES_REPLY: ReadonlySet<Assessment['advice'] | undefined> = new Set([
  'reply',
  'ask-how-we-know',
  'decline',
  'ask-removal',
] as const);

/** A sentence saying why this message must not be answered at all; undefined where it may be. */
export function refusalFor(original: ReplyOriginal, owner: Owner, verdict?: ReplyVerdict): string | undefined {
  const to = recipientOf(original);
  return (
    refusedRecipient(original, to, owner) ??
    refusedBounce(original) ??
    refusedList(original.headers) ??
    refusedMachine(original.headers) ??
    refusedSpam(original, verdict)
  );
}

/** What the user should know before answering, most important first. */
export function warningsFor(original: ReplyOriginal, verdict?: ReplyVerdict): readonly string[] {
  const to = recipientOf(original);
  const warnings: string[] = [];
  if (verdict?.labels.includes('hostile-reply')) {
    warnings.push(
      'This message is hostile. An answer is likely to bring more of the same; better leave it unanswered.',
    );
  } else if (verdict?.advice === 'do-not-engage' || verdict?.advice === 'block') {
    warnings.push(`Better not to answer: ${verdict.adviceReason}`);
  }
  if (
    to.address !== original.from.address &&
    registrableDomain(to.address) !== registrableDomain(original.from.address)
  ) {
    warnings.push(`The answer goes to ${to.address}, the sender's reply address, not to ${original.from.address}.`);
  }
  if (verdict?.labels.includes('connection-request') === true) {
    const person = verdict.facts.invitedBy ?? 'the person who invited you';
    warnings.push(`This invitation was sent by ${domainOf(original.from.address)}: an answer may not reach ${person}.`);
  } else if (verdict?.lane === 'automated') {
    warnings.push('This looks as if a program wrote it: perhaps nobody reads the answer.');
  }
  // Where a reply is what is advised (a sequence tool stops at one), it would contradict the advice.
  if (original.headers.listUnsubscribe !== undefined && !ADVISES_REPLY.has(verdict?.advice)) {
    warnings.push('This came through mailing software: unsubscribing is surer than asking.');
  }
  return warnings;
}

function refusedRecipient(original: ReplyOriginal, to: Address, owner: Owner): string | undefined {
  if (original.direction === 'sent') return 'You wrote this message yourself.';
  if (to.address === '') return 'This message has no address that could be answered.';
  if (reachesOwner(to.address, owner)) return `The answer would go to yourself (${to.address}).`;
  if (reachesOwner(original.from.address, owner)) return 'This message bears your own address as its sender.';
  if (!isSendableAddress(to.address))
    return `The reply address “${printable(to.address)}” is not one that mail can be sent to.`;
  if (isNoReply(to.address)) return `${to.address} takes no replies.`;
  return undefined;
}

function refusedBounce(original: ReplyOriginal): string | undefined {
  const daemon = [original.from, recipientOf(original)].some((address) => MAIL_SYSTEM.test(localPart(address.address)));
  if (daemon) return 'This is a notice from a mail system, not from a person.';
  // RFC 3834 §2, RFC 5321 §4.5.5: nothing is ever sent in answer to a null return path.
  if (original.headers.returnPath?.replaceAll(/\s/g, '') === '<>') {
    return 'This is an automatic message (it asks for no answers by an empty return address).';
  }
  return undefined;
}

function refusedList(headers: ListHeaders): string | undefined {
  if (headers.listId !== undefined)
    return `This came through the list ${printable(headers.listId)}: an answer might go to all of its members.`;
  if (headers.listPost !== undefined)
    return 'This came through a mailing list: an answer might go to all of its members.';
  return undefined;
}

function refusedMachine(headers: ListHeaders): string | undefined {
  // RFC 3834 §5: the value may be followed by parameters or a comment.
  const auto = firstToken(headers.autoSubmitted);
  if (auto !== '' && auto !== 'no')
    return `A program sent this (Auto-Submitted: ${printable(auto)}); nobody would read the answer.`;
  const precedence = firstToken(headers.precedence);
  if (['bulk', 'list', 'junk', 'auto_reply', 'auto-reply'].includes(precedence)) {
    return `This was sent in bulk by a program (Precedence: ${precedence}); nobody would read the answer.`;
  }
  const suppressed = (headers.autoResponseSuppress ?? '').toLowerCase().split(/[\s,;]+/);
  if (suppressed.includes('all') || suppressed.includes('autoreply')) {
    return 'A program sent this (X-Auto-Response-Suppress); nobody would read the answer.';
  }
  return undefined;
}

function refusedSpam(original: ReplyOriginal, verdict: ReplyVerdict | undefined): string | undefined {
  if (original.labels.includes('SPAM')) {
    return 'Gmail holds this for spam: an answer would only confirm that your address is read. Mark it as not spam first if it is wanted.';
  }
  if (verdict?.advice === 'mark-spam') {
    return `This looks like spam or fraud: an answer would only confirm that your address is read. ${verdict.adviceReason}`.trim();
  }
  return undefined;
}

const MAIL_SYSTEM = /^(?:mailer-?daemon|postmaster|mail-?daemon|bounces?(?:[-+=].*)?)$/;

/** “Do not reply” in the languages in which such addresses are seen, dots, hyphens and underscores taken out. */
const NO_REPLY =
  /noreply|donotreply|dontreply|notreply|noresponse|nicht(?:be)?antworten|keineantwort|nepasrepondre|noresponder|nocontestar|nietbeantwoorden|nietantwoorden|nonrispondere|norispondere|naoresponda|neodpovidat/;

function isNoReply(address: string): boolean {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return (
    NO_REPLY.test(bare(address.slice(0, at))) ||
    domain.split('.').some((label) => /^(?:no-?reply|do-?not-?reply)$/.test(label))
  );
}

function bare(local: string): string {
  return local.toLowerCase().replaceAll(/[._-]/g, '');
}

function localPart(address: string): string {
  return address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase();
}

/** `auto-generated; owner-email=…` → `auto-generated`. */
function firstToken(value: string | undefined): string {
  return /[^\s;,(]+/.exec(value?.toLowerCase() ?? '')?.[0] ?? '';
}

/** A header's words in a sentence for the user: hostile ones must not break its line or fill the window. */
function printable(value: string): string {
  const oneLine = value.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return oneLine.length > 80 ? `${oneLine.slice(0, 79)}…` : oneLine;
}
