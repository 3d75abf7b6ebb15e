/**
 * A reply as one RFC 5322 message: plain text, UTF-8, quoted-printable, ASCII lines of at most 78 characters.
 *
 * It has exactly the fields written here, whatever the mail that it answers holds. Gmail adds no field of its own to a
 * message with these.
 */
import { AppError } from '../contract/app-error.ts';
import type { Address } from '../mail/address.ts';
import { idField, isMessageId, isSendableAddress, mailboxField, octets, textField } from './header-field.ts';

export interface OutgoingMessage {
  readonly from: Address;
  readonly to: Address;
  readonly subject: string;
  /** Plain text; any kind of line break. */
  readonly body: string;
  /** When it is handed to Gmail, ms since the epoch. */
  readonly sentAt: number;
  /** With angle brackets, unique; made by the caller, since core knows no randomness. */
  readonly messageId: string;
  readonly inReplyTo?: string | undefined;
  readonly references: readonly string[];
  /** By which the outbox finds the sent copy again when the answer to sending it was lost. */
  readonly outboxId: string;
}

/** The field that carries `outboxId`. */
export const OUTBOX_ID_FIELD = 'X-Acquaint-Outbox-Id';

/**
 * The message with CRLF line breaks, ready to be base64url-encoded for Gmail.
 *
 * Throws `invalid-input` where an address cannot be written, `bug` where the caller's own ids are malformed. Malformed
 * Message-IDs of the other side are left out instead: a lost thread is better than an injected field.
 */
export function serialiseMessage(message: OutgoingMessage): string {
  for (const { address } of [message.from, message.to]) {
    if (!isSendableAddress(address)) {
      throw new AppError({
        kind: 'invalid-input',
        message: `Mail cannot be sent to or from “${address}”.`,
        cure: 'Check the address; answer from Gmail if it really is written like that.',
      });
    }
  }
  if (!isMessageId(message.messageId) || !/^[A-Za-z0-9_-]{1,60}$/.test(message.outboxId)) {
    throw new AppError({ kind: 'bug', message: 'A reply was given a malformed id.', cure: 'Nothing was sent.' });
  }
  const references = message.references.filter(isMessageId);
  const fields = [
    mailboxField('From', message.from),
    mailboxField('To', message.to),
    textField('Subject', message.subject),
    `Date: ${dateTime(message.sentAt)}`,
    idField('Message-ID', [message.messageId]),
    ...(message.inReplyTo !== undefined && isMessageId(message.inReplyTo)
      ? [idField('In-Reply-To', [message.inReplyTo])]
      : []),
    ...(references.length > 0 ? [idField('References', references)] : []),
    `${OUTBOX_ID_FIELD}: ${message.outboxId}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
  ];
  return `${fields.join('\r\n')}\r\n\r\n${quotedPrintable(message.body)}\r\n`;
}

/** RFC 5322 §3.3, in UTC: `Sun, 03 May 2026 09:00:00 +0000`. */
function dateTime(at: number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) {
    throw new AppError({ kind: 'bug', message: 'A reply was given no date.', cure: 'Nothing was sent.' });
  }
  return date.toUTCString().replace(/GMT$/, '+0000');
}

/** RFC 2045 §6.7: lines of at most 76 characters, each octet that might be changed on the way as `=XX`. */
function quotedPrintable(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll('\0', '')
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => quotedPrintableLine(line.trimEnd()))
    .join('\r\n');
}

function quotedPrintableLine(line: string): string {
  let done = '';
  let current = '';
  for (const character of line) {
    // A line that begins with "From " or "." is changed by some mail programs.
    const begins = done === '' && current === '' && /[F.]/.test(character);
    const plain = /[\t\x20-\x3c\x3e-\x7e]/.test(character) && !begins;
    const written = plain ? character : octets(character);
    if (current.length + written.length > 75) {
      done += `${current}=\r\n`;
      current = '';
    }
    current += written;
  }
  return done + current;
}
