/**
 * A message made ready to be stored: everything that costs time and needs no database.
 *
 * Runs in the parse workers during an import, so that the writer is left with inserting. Plain data, fit for another thread.
 */
import { hash } from 'node:crypto';
import { type Address, mailboxKey } from '#core/mail/address.ts';
import type { Attachment, Direction, IncomingMessage, ListHeaders } from '#core/mail/message.ts';
import { isMarkedSubject, threadSubject } from '#core/mail/thread-subject.ts';
import type { Signals } from '#core/outreach/signals.ts';
import { packBody } from './packed-body.ts';
import type { PreparedPicture } from './pictures.ts';

/** What the store keeps of a message beside its columns; JSON in `envelopes`. */
export interface Envelope {
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly deliveredTo: readonly string[];
  readonly inReplyTo?: string;
  readonly references: readonly string[];
  readonly headers: ListHeaders;
  readonly attachments: readonly Attachment[];
  readonly sentAt?: number;
  readonly sizeBytes: number;
  readonly defects: readonly string[];
}

export interface PreparedMessage {
  readonly messageId: string;
  readonly gmailId?: string;
  readonly gmailThreadId?: string;
  /** 16 bytes: the same for two copies of one message (docs/architecture.md, "One message once"). */
  readonly fingerprint: Uint8Array;
  readonly direction: Direction;
  readonly from: Address;
  readonly fromKey: string;
  readonly receivedAt: number;
  readonly subject: string;
  /** By which mail without references finds its thread; absent where the subject is empty or Gmail says which thread it is. */
  readonly subjectKey?: number;
  /** The subject is marked as an answer or a forward. */
  readonly isReply: boolean;
  readonly ownKey: number;
  /** Of the messages it refers to, the nearest first. */
  readonly referenceKeys: readonly number[];
  readonly snippet: string;
  readonly labels: readonly string[];
  readonly attachmentCount: number;
  /** Mailbox keys in To, Cc and Bcc. */
  readonly recipients: readonly { readonly key: string; readonly address: Address }[];
  /** JSON of `Envelope`. */
  readonly envelope: string;
  readonly body: Uint8Array;
  readonly pictures: readonly PreparedPicture[];
  readonly signalsVersion: number;
  /** JSON of `Signals`. */
  readonly signals: string;
  readonly search: SearchText;
}

export interface SearchText {
  readonly subject: string;
  readonly sender: string;
  readonly recipients: string;
  readonly text: string;
}

const SNIPPET_LENGTH = 160;
/** Of a message's own words; what comes later is found by reading, not by searching. */
const SEARCHED_TEXT = 20_000;
/** Of what it quotes: mostly mail that is in the index itself, but for forwarded originals. */
const SEARCHED_QUOTE = 4000;
const SEARCHED_RECIPIENTS = 50;
/** A message to more people than this is no one's personal mail; the rest of the list is in the envelope. */
const MAX_RECIPIENTS = 200;
const MAX_REFERENCES = 20;

export function prepareMessage(message: IncomingMessage, direction: Direction, signals: Signals): PreparedMessage {
  const { from, subject, gmailId, gmailThreadId } = message;
  const bareSubject = threadSubject(subject);
  return {
    messageId: message.messageId,
    ...(gmailId === undefined ? {} : { gmailId }),
    ...(gmailThreadId === undefined ? {} : { gmailThreadId }),
    fingerprint: fingerprintOf(message),
    direction,
    from,
    fromKey: mailboxKey(from.address),
    receivedAt: Number.isFinite(message.receivedAt) ? Math.trunc(message.receivedAt) : 0,
    subject,
    ...(gmailThreadId === undefined && bareSubject !== '' ? { subjectKey: keyOf(bareSubject) } : {}),
    isReply: isMarkedSubject(subject),
    ownKey: keyOf(message.messageId),
    referenceKeys: referencesOf(message).map(keyOf),
    snippet: snippetOf(message.text || message.quoted),
    labels: message.labels,
    attachmentCount: message.attachments.length,
    recipients: recipientsOf(message),
    envelope: JSON.stringify(envelopeOf(message)),
    body: packBody(message),
    pictures: (message.pictures ?? []).map((picture) => ({ ...picture, hash: digestOf(picture.bytes) })),
    signalsVersion: signals.version,
    signals: JSON.stringify(signals),
    search: searchTextOf(message),
  };
}

/** 52 bits of a hash: fits a JavaScript number, and a mailbox would need 100 million ids for a chance collision. */
export function keyOf(text: string): number {
  return Number.parseInt(hash('sha1', text).slice(0, 13), 16);
}

function fingerprintOf(message: IncomingMessage): Uint8Array {
  const { messageId, from, sentAt, subject } = message;
  const parts = [messageId, from.address, sentAt ?? null, subject.replaceAll(/\s+/g, ' ').trim()];
  // A Message-ID that was made from the content does not tell apart what the sender wrote to several people.
  if (messageId.endsWith('@missing.acquaint.invalid>')) {
    parts.push([...message.to, ...message.cc].map(({ address }) => address).join(), message.text);
  }
  return digestOf(JSON.stringify(parts));
}

function digestOf(content: string | Uint8Array): Uint8Array {
  return new Uint8Array(hash('sha256', content, 'buffer').subarray(0, 16));
}

function referencesOf({ inReplyTo, references }: IncomingMessage): readonly string[] {
  const nearestFirst = [...(inReplyTo === undefined ? [] : [inReplyTo]), ...references.toReversed()];
  const distinct = [...new Set(nearestFirst)];
  const root = distinct.at(-1);
  return distinct.length <= MAX_REFERENCES || root === undefined
    ? distinct
    : [...distinct.slice(0, MAX_REFERENCES - 1), root];
}

export function recipientsOf({
  to,
  cc,
  bcc,
}: Pick<IncomingMessage, 'to' | 'cc' | 'bcc'>): PreparedMessage['recipients'] {
  const byKey = new Map<string, Address>();
  for (const list of [to, cc, bcc]) {
    for (const address of list) {
      const key = mailboxKey(address.address);
      if (key !== '' && !byKey.has(key)) byKey.set(key, address);
      if (byKey.size === MAX_RECIPIENTS) break;
    }
  }
  return [...byKey].map(([key, address]) => ({ key, address }));
}

function envelopeOf(message: IncomingMessage): Envelope {
  const { replyTo, to, cc, bcc, deliveredTo, inReplyTo, references, headers, attachments, sentAt, sizeBytes, defects } =
    message;
  return {
    replyTo,
    to,
    cc,
    bcc,
    deliveredTo,
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    references,
    headers,
    attachments,
    ...(sentAt === undefined ? {} : { sentAt }),
    sizeBytes,
    defects,
  };
}

function snippetOf(text: string): string {
  return text
    .slice(0, SNIPPET_LENGTH * 4)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, SNIPPET_LENGTH);
}

function searchTextOf({ subject, from, to, cc, bcc, text, quoted }: IncomingMessage): SearchText {
  const recipients = [...to, ...cc, ...bcc].slice(0, SEARCHED_RECIPIENTS);
  return {
    subject: subject.slice(0, 1000),
    sender: `${from.name} ${from.address}`,
    recipients: recipients.map(({ name, address }) => `${name} ${address}`).join(' '),
    text: searchableWords(`${text.slice(0, SEARCHED_TEXT)}\n${quoted.slice(0, SEARCHED_QUOTE)}`),
  };
}

/** Without what nobody types: paths and parameters of links, encoded runs. They would be half of a newsletter's index. */
function searchableWords(text: string): string {
  return text.replaceAll(/(https?:\/\/[^\s/?#<>"')\]]+)[^\s<>"')\]]*/gi, '$1').replaceAll(/(?<!\S)\S{80,}/g, ' ');
}
