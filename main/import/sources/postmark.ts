/** The line that starts a message in an mbox: `From `, a sender, a time. */
import { readMailDate } from '#core/mail/mail-date.ts';
import { hexadecimalGmailId } from '#core/mail/read-headers.ts';

export interface Postmark {
  /** Ms since the epoch; times without a zone are taken as UTC. Absent where the line has none, or 0, which tools write that know none. */
  readonly at?: number;
  /** Takeout's decimal X-GM-MSGID, in hexadecimal. */
  readonly gmailId?: string;
  /** False for forms without a sender or a time, which a body line might have as well. */
  readonly sure: boolean;
}

/** Longer lines are not postmarks. */
export const MAX_POSTMARK_LENGTH = 1000;

/**
 * Reads a line without its line end; undefined where it is no postmark.
 *
 * Seen in real files: `From a@b.example Thu Aug 22 11:26:25 2002`, Takeout's `From 1688576581436100417@xxx Mon Jan 11
 * 08:01:57 +0000 2021` and the same without a time, Mozilla's `From - Thu Aug 22 …` and bare `From - `, Eudora's
 * `From ???@??? Thu …`, UUCP's `From joe Thu Aug 22 11:26 EDT 2002 remote from x`.
 */
export function readPostmark(line: string): Postmark | undefined {
  if (!line.startsWith('From ') || line.length > MAX_POSTMARK_LENGTH) return undefined;
  const rest = line.slice(5).trim();
  if (rest === '-') return { sure: false };
  const takeout = /^(\d{10,20})@xxx(?:\s|$)/.exec(rest);
  if (takeout) {
    const gmailId = hexadecimalGmailId(takeout[1] ?? '');
    return { ...timeOf(rest.slice(takeout[0].length)), ...(gmailId === undefined ? {} : { gmailId }), sure: true };
  }
  // A sender may have spaces; the time starts at the name of a day.
  const time = /(?:^|\s)((?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+[^\s].*\d{1,2}:\d{2}.*)$/i.exec(rest)?.[1];
  if (time === undefined || readMailDate(time) === undefined) return undefined;
  return { ...timeOf(time), sure: true };
}

function timeOf(written: string): { readonly at?: number } {
  const at = readMailDate(written);
  return at === undefined || at === 0 ? {} : { at };
}
