/** What a file is, told by its content: names of mail files say little. */
import { readMailDate } from '#core/mail/mail-date.ts';
import { readPostmark } from './postmark.ts';

export type MailKind = 'mbox' | 'message';

/** Fields that a mail has and other files with `Name: value` lines have not. */
const MAIL_FIELDS: ReadonlySet<string> = new Set([
  'from',
  'to',
  'subject',
  'received',
  'message-id',
  'return-path',
  'delivered-to',
  'mime-version',
  'x-gm-thrid',
]);

/** `start`: the first octets of the unpacked file, some 10 kB. Undefined where it is no mail. */
export function mailKindOf(start: Buffer): MailKind | undefined {
  const text = start.toString('latin1').replace(/^\u00EF\u00BB\u00BF/, '');
  const lines = text.split(/\r\n|\n|\r/);
  const first = lines[0] ?? '';
  if (first.startsWith('From ')) {
    if (readPostmark(first) || readMailDate(first) !== undefined) return 'mbox';
    return hasMailField(lines.slice(1)) ? 'mbox' : undefined;
  }
  return /^[!-9;-~]+[ \t]*:/.test(first) && hasMailField(lines) ? 'message' : undefined;
}

function hasMailField(lines: readonly string[]): boolean {
  for (const line of lines) {
    if (line === '') return false;
    const name = /^([!-9;-~]+)[ \t]*:/.exec(line)?.[1];
    if (name !== undefined && MAIL_FIELDS.has(name.toLowerCase())) return true;
    // Headers hold nothing but fields and their continuations.
    if (name === undefined && !/^[ \t>]/.test(line)) return false;
  }
  return false;
}
