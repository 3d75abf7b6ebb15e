/** The plain description of a sample message, and how it becomes a line of Google Takeout's mboxrd. */
import { createHash } from 'node:crypto';

export interface Party {
  readonly name: string;
  readonly address: string;
}

/** Who delivers it decides which technical headers it carries. */
export type Origin = 'person' | 'list-software' | 'machine' | 'sequence-tool' | 'owner';

export interface SampleMessage {
  /** Unique key; `answers` refers to it. */
  readonly key: string;
  readonly from: Party;
  readonly to: readonly Party[] | 'undisclosed';
  readonly cc?: readonly Party[];
  /** Local ISO minutes, UTC: `2026-03-04T09:12`. */
  readonly at: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Key of the message it answers; its text is quoted below. */
  readonly answers?: string;
  readonly origin: Origin;
  readonly unread?: boolean;
  /** Read and put away: not in the queue. */
  readonly archived?: boolean;
  /** Gmail's own words in X-Gmail-Labels beside Inbox/Sent. */
  readonly labels?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly attachment?: { readonly name: string; readonly type: string };
  /** Header fields that the DKIM signature covers beside the usual ones. */
  readonly signs?: readonly string[];
  readonly replyTo?: Party;
}

const EPOCH_ID = 1_760_000_000_000_000_000n;

function hex(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

export function messageIdOf(message: SampleMessage): string {
  return `<${hex(message.key, 20)}@${message.from.address.split('@')[1] ?? 'mail.example'}>`;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function clock(date: Date): string {
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

/** RFC 5322 §3.3. */
function headerDate(date: Date): string {
  return `${WEEKDAYS[date.getUTCDay()]}, ${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()} ${clock(date)} +0000`;
}

/** The date of Takeout's From_ line. */
function postmarkDate(date: Date): string {
  return `${WEEKDAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${two(date.getUTCDate())} ${clock(date)} +0000 ${date.getUTCFullYear()}`;
}

/** RFC 2047 for what is not ASCII. */
function encodeWord(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;
}

function mailbox(party: Party): string {
  if (party.name === '') return party.address;
  const name = encodeWord(party.name);
  return `${/[^\w =?-]/.test(name) && name === party.name ? `"${name}"` : name} <${party.address}>`;
}

function base64Lines(text: string): string {
  return Buffer.from(text, 'utf8')
    .toString('base64')
    .replace(/(.{76})(?=.)/g, '$1\n');
}

function bodyPart(type: string, text: string): string {
  return `Content-Type: ${type}; charset="UTF-8"\nContent-Transfer-Encoding: base64\n\n${base64Lines(text)}\n`;
}

function body(message: SampleMessage, text: string): string {
  const boundary = hex(`${message.key}/boundary`, 24);
  let part = bodyPart('text/plain', text);
  if (message.html !== undefined) {
    part = `Content-Type: multipart/alternative; boundary="a${boundary}"\n\n--a${boundary}\n${part}--a${boundary}\n${bodyPart('text/html', message.html)}--a${boundary}--\n`;
  }
  if (message.attachment !== undefined) {
    const { name, type } = message.attachment;
    const bytes = base64Lines(`${name}\n`.repeat(40));
    part = `Content-Type: multipart/mixed; boundary="m${boundary}"\n\n--m${boundary}\n${part}--m${boundary}\nContent-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${bytes}\n--m${boundary}--\n`;
  }
  return part;
}

function quoteOf(original: SampleMessage): string {
  const date = new Date(`${original.at}Z`);
  const when = `${WEEKDAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()} at ${clock(date).slice(0, 5)}`;
  const lines = original.text.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
  return `\n\nOn ${when}, ${original.from.name} <${original.from.address}> wrote:\n${lines.join('\n')}`;
}

/** All messages as one mboxrd file in date order, with Takeout's ids, thread ids and labels. */
export function mboxOf(messages: readonly SampleMessage[], deliveredTo: string): string {
  const byKey = new Map(messages.map((message) => [message.key, message]));
  if (byKey.size !== messages.length) throw new Error('Two sample messages have the same key.');
  const ordered = messages.toSorted((a, b) => (a.at === b.at ? (a.key < b.key ? -1 : 1) : a.at < b.at ? -1 : 1));
  const gmailIds = new Map(ordered.map((message, index) => [message.key, EPOCH_ID + BigInt(index) * 7_919_000_003n]));
  return ordered.map((message) => entry(message, byKey, gmailIds, deliveredTo)).join('');
}

function ancestors(message: SampleMessage, byKey: ReadonlyMap<string, SampleMessage>): readonly SampleMessage[] {
  const chain: SampleMessage[] = [];
  for (let key = message.answers; key !== undefined;) {
    const parent = byKey.get(key);
    if (parent === undefined) throw new Error(`${message.key} answers ${key}, which does not exist.`);
    chain.unshift(parent);
    key = parent.answers;
  }
  return chain;
}

function entry(
  message: SampleMessage,
  byKey: ReadonlyMap<string, SampleMessage>,
  gmailIds: ReadonlyMap<string, bigint>,
  deliveredTo: string,
): string {
  const date = new Date(`${message.at}Z`);
  const chain = ancestors(message, byKey);
  const parent = chain.at(-1);
  const domain = message.from.address.split('@')[1] ?? 'mail.example';
  const sent = message.origin === 'owner';
  const place = sent
    ? ['Sent']
    : [message.archived === true ? 'Archived' : 'Inbox', message.unread === true ? 'Unread' : 'Opened'];
  const signed = ['from', 'to', 'subject', 'date', 'message-id', ...(message.signs ?? [])].join(':');
  const headers = [
    `X-GM-THRID: ${gmailIds.get((chain[0] ?? message).key)}`,
    `X-Gmail-Labels: ${[...place, ...(message.labels ?? [])].join(',')}`,
    ...(sent
      ? []
      : [
          `Delivered-To: ${deliveredTo}`,
          `Return-Path: <${message.origin === 'person' ? message.from.address : `bounce-${hex(message.key, 8)}@${domain}`}>`,
          `Received: from out.${domain} (out.${domain} [192.0.2.${(message.key.length * 7) % 250}])\n        by mx.google.com with ESMTPS id ${hex(message.key, 12)};\n        ${headerDate(date)}`,
          `Authentication-Results: mx.google.com;\n       dkim=pass header.i=@${domain} header.s=s1;\n       spf=pass smtp.mailfrom=${message.from.address};\n       dmarc=pass header.from=${domain}`,
          `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=s1;\n        h=${signed};\n        bh=${hex(`${message.key}/bh`, 40)}; b=${hex(`${message.key}/b`, 60)}`,
        ]),
    `From: ${mailbox(message.from)}`,
    `To: ${message.to === 'undisclosed' ? 'undisclosed-recipients:;' : message.to.map(mailbox).join(', ')}`,
    ...(message.cc === undefined ? [] : [`Cc: ${message.cc.map(mailbox).join(', ')}`]),
    ...(message.replyTo === undefined ? [] : [`Reply-To: ${mailbox(message.replyTo)}`]),
    `Subject: ${encodeWord(message.subject)}`,
    `Date: ${headerDate(date)}`,
    `Message-ID: ${messageIdOf(message)}`,
    ...(parent === undefined
      ? []
      : [`In-Reply-To: ${messageIdOf(parent)}`, `References: ${chain.map(messageIdOf).join('\n ')}`]),
    ...Object.entries(message.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    'MIME-Version: 1.0',
  ];
  const text = parent === undefined ? message.text : message.text + quoteOf(parent);
  const raw = `${headers.join('\n')}\n${body(message, `${text}\n`)}`;
  return `From ${gmailIds.get(message.key)}@xxx ${postmarkDate(date)}\n${raw.replace(/^(>*From )/gm, '>$1')}\n`;
}
