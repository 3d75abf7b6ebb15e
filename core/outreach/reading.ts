/** A message made ready for the detectors: what to search, where it came from, whom it addresses. Built once a message. */
import { mailboxKey, domainOf } from '../mail/address.ts';
import type { Direction, IncomingMessage } from '../mail/message.ts';
import type { Owner } from '../mail/owner.ts';
import { fold, foldName } from './fold.ts';

/** Text beyond this is not read: pitches are short, and what follows is quotation, legal text or an attachment in disguise. */
const TEXT_LIMIT = 6000;
const LISTED_HEAD = 1500;
const LISTED_FOOT = 700;

export interface Reading {
  readonly message: IncomingMessage;
  readonly direction: Direction;
  readonly owner: Owner;
  /** Subject without Re:, Fwd: and list tags. */
  readonly subject: string;
  readonly subjectSaysReply: boolean;
  readonly subjectSaysForward: boolean;
  /** Own words up to the signature, at most 6,000 characters. */
  readonly body: string;
  /** From the signature on: name, job title, firm, legal text. */
  readonly signature: string;
  /** `subject\nbody`, folded; same length as `searched`. */
  readonly folded: string;
  /** What `folded` was folded from: quotes are cut from here. */
  readonly searched: string;
  readonly foldedSignature: string;
  readonly wordCount: number;
  readonly ownerKeys: ReadonlySet<string>;
  /** First names by which the owner may be addressed, folded. */
  readonly ownerFirstNames: readonly string[];
  readonly ownerIn: 'to' | 'cc' | 'none';
  /** Real addresses in To and Cc, empty groups left out. */
  readonly recipientCount: number;
}

const REPLY_PREFIX = /^\s*(?:re|aw|antw|sv|vs|rif|ref|r|odp|tr)\s*(?:\[\d+\]|\(\d+\))?\s*:\s*/i;
const FORWARD_PREFIX = /^\s*(?:fwd?|wg|tr|rv|enc|doorst|i|fs|inoltra)\s*:\s*/i;

function readSubject(subject: string): { readonly rest: string; readonly reply: boolean; readonly forward: boolean } {
  let rest = subject;
  let reply = false;
  let forward = false;
  for (let round = 0; round < 12; round += 1) {
    const shorter = rest.replace(FORWARD_PREFIX, '');
    if (shorter !== rest) {
      forward = true;
      rest = shorter;
      continue;
    }
    const unanswered = rest.replace(REPLY_PREFIX, '');
    if (unanswered === rest) break;
    reply = true;
    rest = unanswered;
  }
  return { rest: rest.trim(), reply, forward };
}

/** The ways in which somebody signs: first name, whole name. */
function signedNames(senderName: string): ReadonlySet<string> {
  const words = foldName(senderName)
    .split(' ')
    .filter((word) => word !== '');
  const [first = ''] = words;
  return new Set(first.length < 2 ? [] : [first, words.join(' ')]);
}

const SIGNATURE_LINE = /^(?:-- ?|_{5,}|-{5,}|\*{3,}|={5,})$/;
const CLOSING_LINE =
  /^(?:(?:many |kind |best |warm |warmest |kindest )?(?:thanks|thank you|regards|wishes|cheers|sincerely|yours|best|respectfully|cordially|warmly|gratefully|love|faithfully)\b.{0,24}|(?:mit )?(?:freundliche[nm]?|beste[nr]?|liebe|viele|herzliche[nr]?|schöne[nr]?) (?:gr[üu](?:ß|ss)(?:en?)?)|bien (?:cordialement|à vous)|cordialement|(?:un )?(?:cordial )?saludos?|atentamente|un abrazo|met vriendelijke groet(?:en)?|groet(?:en|jes)?|cordiali saluti|distinti saluti|un saluto|saluti)[ ,.!]*$/iu;
const LEGAL =
  /(?:confidential|intended recipient|disclaimer|privileged|registered (?:in|office)|company (?:no|number)|vertraulich|confidentiel|confidencial|vertrouwelijk|riservat|before printing|avant d'imprimer|virus)/i;

/** Below the writer's own name, alone on a line near the end, stands nothing that he writes to the reader. */
const BELOW_NAME = 500;

/** Index in `text` at which the signature starts; its length where there is none. */
function signatureStart(text: string, senderName: string): number {
  let at = 0;
  let closing = -1;
  const names = signedNames(senderName);
  const lines = text.split('\n');
  for (const line of lines) {
    const trimmed = line.trim();
    if (
      closing < 0 &&
      at > 20 &&
      trimmed.length < 50 &&
      text.length - at < BELOW_NAME &&
      names.has(
        fold(trimmed)
          .replaceAll(/[^a-z ]/g, '')
          .trim(),
      )
    )
      return at;
    if (SIGNATURE_LINE.test(trimmed) && at > 0) return closing >= 0 ? closing : at;
    if (closing < 0 && trimmed.length < 60 && at > 20 && CLOSING_LINE.test(trimmed)) closing = at;
    else if (closing >= 0 && at - closing > 400) closing = -1;
    else if (closing < 0 && at > 0 && trimmed.length > 60 && LEGAL.test(trimmed) && text.length - at < 1600) return at;
    at += line.length + 1;
  }
  return closing >= 0 && text.length - closing < 700 ? closing : text.length;
}

/** A full stop that ends no sentence: `24. November`, `Dr. Lee`, `no. 5`. */
const NO_SENTENCE_END =
  /(?:\b\d{1,2}|\b(?:dr|mr|mrs|ms|prof|st|hr|fr|nr|no|sr|sra|mme|dott|ca|approx|bzw|vs|etc|e\.g|i\.e|z\.b))\.(?= ?[a-z0-9])/g;

/**
 * Folds, and joins lines that a mail program wrapped, so that a phrase may run over the end of a line.
 *
 * A line of 50 or more characters was wrapped; a shorter one ended on purpose. Length is kept.
 */
export function foldUnwrapped(text: string): string {
  const folded = fold(text).replaceAll(NO_SENTENCE_END, (stop) => `${stop.slice(0, -1)} `);
  if (!folded.includes('\n')) return folded;
  const lines = folded.split('\n');
  let joined = lines[0] ?? '';
  for (let index = 1; index < lines.length; index += 1) {
    const before = lines[index - 1] ?? '';
    const line = lines[index] ?? '';
    joined += (before.length >= 50 && /[a-z0-9,]/.test(line.charAt(0)) ? ' ' : '\n') + line;
  }
  return joined;
}

/** `Miriam Castell` → `miriam`; also parts of a double name. Short ones are left out: `Jo` is in too many words. */
function firstNamesOf(owner: Owner): readonly string[] {
  const words = foldName(owner.name)
    .split(' ')
    .filter((word) => word.length >= 2 && word !== 'dr' && word !== 'prof');
  return words.length === 0 ? [] : [words[0] ?? ''];
}

/** List mail shows what it is at its head and at its foot; between them it may go on for pages. */
function textToRead({ text, headers: { listId, precedence } }: IncomingMessage): string {
  const isListed = listId !== undefined || /^(?:bulk|list)$/i.test(precedence?.trim() ?? '');
  if (!isListed || text.length <= LISTED_HEAD + LISTED_FOOT) return text.slice(0, TEXT_LIMIT);
  return `${text.slice(0, LISTED_HEAD)}\n${text.slice(-LISTED_FOOT)}`;
}

export function makeReading(message: IncomingMessage, direction: Direction, owner: Owner): Reading {
  const { rest: subject, reply, forward } = readSubject(message.subject);
  const text = textToRead(message);
  const cut = signatureStart(text, message.from.name);
  const body = text.slice(0, cut);
  const signature = text.slice(cut);
  const searched = `${subject}\n${body}`;
  const ownerKeys = new Set(owner.addresses.map((address) => mailboxKey(address)));
  const isOwner = (address: string): boolean => ownerKeys.has(mailboxKey(address));
  const delivered = new Set(message.deliveredTo.map((address) => mailboxKey(address)));
  const mine = (address: string): boolean => address !== '' && (isOwner(address) || delivered.has(mailboxKey(address)));
  const to = message.to.filter(({ address }) => address !== '');
  const cc = message.cc.filter(({ address }) => address !== '');
  return {
    message,
    direction,
    owner,
    subject,
    subjectSaysReply: reply,
    subjectSaysForward: forward,
    body,
    signature,
    searched,
    folded: foldUnwrapped(searched),
    foldedSignature: foldUnwrapped(signature),
    wordCount: body.match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
    ownerKeys,
    ownerFirstNames: firstNamesOf(owner),
    ownerIn: to.some(({ address }) => mine(address)) ? 'to' : cc.some(({ address }) => mine(address)) ? 'cc' : 'none',
    recipientCount: to.length + cc.length,
  };
}

/** The local part and domain of the sender, lower-cased. */
export function senderParts(reading: Reading): { readonly local: string; readonly domain: string } {
  const { address } = reading.message.from;
  const at = address.lastIndexOf('@');
  return { local: at > 0 ? address.slice(0, at) : address, domain: domainOf(address) };
}
