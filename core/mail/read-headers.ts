/** Header fields → everything about a message that is not its body. */
import type { Address } from './address.ts';
import { readGmailLabels } from './gmail-labels.ts';
import { allFields, firstField, type HeaderField } from './header-field.ts';
import { readListHeaders } from './list-headers.ts';
import { readMailDate } from './mail-date.ts';
import type { IncomingMessage } from './message.ts';
import { readMessageId, readMessageIds } from './message-ids.ts';

/** What header reading asks of a MIME library; core has none. */
export interface HeaderDecoding {
  /** RFC 2047 encoded words → text. */
  words(value: string): string;
  /** An address list (RFC 5322 §3.4) → its mailboxes, groups opened, names decoded. */
  addresses(value: string): readonly Address[];
}

/** What the headers alone say; `labels` is undefined where no X-Gmail-Labels header was there. */
export interface HeaderReading extends Pick<
  IncomingMessage,
  | 'inReplyTo'
  | 'references'
  | 'from'
  | 'replyTo'
  | 'to'
  | 'cc'
  | 'bcc'
  | 'deliveredTo'
  | 'subject'
  | 'sentAt'
  | 'headers'
  | 'gmailThreadId'
> {
  readonly messageId?: string;
  /** When the last server took it (the topmost Received). */
  readonly takenAt?: number;
  readonly labels?: readonly string[];
  readonly defects: readonly string[];
}

const TAKEOUT_FIELDS = 3;
const MAX_SUBJECT_LENGTH = 2000;
const MAX_NAME_LENGTH = 300;
/** RFC 5321 §4.5.3.1 allows 64 for the mailbox and 255 for the domain. */
const MAX_ADDRESS_LENGTH = 320;
const NOBODY: Address = { name: '', address: '' };

export function readHeaders(fields: readonly HeaderField[], decoding: HeaderDecoding): HeaderReading {
  const defects: string[] = [];
  const addresses = (name: string): readonly Address[] => {
    const list = allFields(fields, name).flatMap((value) => decoding.addresses(value));
    return list.map((address) => ({
      name: oneLine(address.name).slice(0, MAX_NAME_LENGTH),
      address: readAddress(address.address),
    }));
  };
  const writers = addresses('from');
  const from = writers.find((address) => address.address.includes('@')) ?? writers[0] ?? addresses('sender')[0];
  if (from === undefined || from.address === '') defects.push('no readable From');

  const written = firstField(fields, 'date');
  const sentAt = written === undefined ? undefined : readMailDate(written);
  if (written !== undefined && sentAt === undefined) defects.push(`Date cannot be read: ${written.slice(0, 60)}`);
  const received = firstField(fields, 'received');
  const takenAt = received === undefined ? undefined : readMailDate(received.slice(received.lastIndexOf(';') + 1));

  const messageId = optional(firstField(fields, 'message-id'), readMessageId);
  const inReplyTo = optional(firstField(fields, 'in-reply-to'), (value) => readMessageIds(value)[0]);
  // Takeout writes its fields above all others. Further down, the sender wrote them: to pass for sent mail, say.
  const top = fields.slice(0, TAKEOUT_FIELDS);
  const gmailThreadId = optional(firstField(top, 'x-gm-thrid'), hexadecimalGmailId);
  const labels = optional(firstField(top, 'x-gmail-labels'), (value) => readGmailLabels(decoding.words(value)));
  const subject = firstField(fields, 'subject');

  return {
    ...(messageId === undefined ? {} : { messageId }),
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    references: readMessageIds(allFields(fields, 'references').join(' ')),
    from: from ?? NOBODY,
    replyTo: addresses('reply-to'),
    to: addresses('to'),
    cc: addresses('cc'),
    bcc: addresses('bcc'),
    deliveredTo: deliveredTo(fields),
    subject: subject === undefined ? '' : oneLine(decoding.words(subject)).slice(0, MAX_SUBJECT_LENGTH),
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(takenAt === undefined ? {} : { takenAt }),
    headers: readListHeaders(fields),
    ...(gmailThreadId === undefined ? {} : { gmailThreadId }),
    ...(labels === undefined ? {} : { labels }),
    defects,
  };
}

/** Takeout's decimal X-GM-MSGID or X-GM-THRID as the API writes it: hexadecimal. Undefined for anything else. */
export function hexadecimalGmailId(decimal: string): string | undefined {
  const digits = decimal.trim();
  return /^\d{10,20}$/.test(digits) ? BigInt(digits).toString(16) : undefined;
}

/** Lower-cased; '' for what can be no address. */
function readAddress(written: string): string {
  const address = oneLine(written).toLowerCase();
  return address.length > MAX_ADDRESS_LENGTH ? '' : address;
}

/** Control characters and line breaks in a decoded header become spaces: no value may start a line of its own (CRLF injection). */
function oneLine(value: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return value.replaceAll(/[\u0000-\u001F\u007F\u0085\u2028\u2029]+/g, ' ').trim();
}

function deliveredTo(fields: readonly HeaderField[]): readonly string[] {
  const written = [
    ...allFields(fields, 'delivered-to'),
    ...allFields(fields, 'x-original-to'),
    ...allFields(fields, 'envelope-to'),
  ];
  const found = written.flatMap((value) => value.toLowerCase().match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? []);
  return [...new Set(found)].slice(0, 20);
}

function optional<Value>(written: string | undefined, read: (written: string) => Value | undefined): Value | undefined {
  return written === undefined ? undefined : read(written);
}
