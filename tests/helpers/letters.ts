/** Mail in source form, for servers and files. */
import { OWNER_ADDRESS, START_AT } from './builders.ts';
import type { Seed } from './gmail-server/seed.ts';

export interface LetterOptions {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
  /** Further header lines. */
  readonly headers?: readonly string[];
  readonly body?: string;
  /** Epoch ms: its Date, and when it reached the mailbox. */
  readonly at?: number;
  readonly labels?: readonly string[];
  readonly threadId?: string;
}

let serial = 0;

/** A test file has the same letters whichever files ran before it in the same process. */
export function numberLettersFromOne(): void {
  serial = 0;
}

/** A letter from Ann to the owner; each is another one, a minute later than the one before. */
export function aLetter(options: LetterOptions = {}): Seed & { readonly messageId: string } {
  serial += 1;
  const { from = 'Ann Lee <ann@lee.example>', to = OWNER_ADDRESS, subject = `Lunch ${serial}`, inReplyTo } = options;
  const at = options.at ?? START_AT + serial * 60_000;
  const messageId = options.messageId ?? `<letter${serial}@lee.example>`;
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: ${messageId}`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    ...(inReplyTo === undefined ? [] : [`In-Reply-To: ${inReplyTo}`, `References: ${inReplyTo}`]),
    ...(options.headers ?? []),
    '',
    options.body ?? `Shall we have lunch, number ${serial}?`,
    '',
  ];
  return {
    raw: lines.join('\r\n'),
    at,
    messageId,
    ...(options.labels === undefined ? {} : { labels: options.labels }),
    ...(options.threadId === undefined ? {} : { threadId: options.threadId }),
  };
}

/** A letter of the owner's. */
export function aSentLetter(options: LetterOptions = {}): Seed & { readonly messageId: string } {
  return aLetter({ from: `Olive Owner <${OWNER_ADDRESS}>`, to: 'ann@lee.example', ...options });
}

/** A mailbox of some people who write, some of whom are answered. */
export function someLetters(count: number): readonly Seed[] {
  return Array.from({ length: count }, (_, index) => {
    const who = `person${index % 17}@firm${index % 5}.example`;
    const answered = index % 4 === 3;
    return answered
      ? aSentLetter({ to: who })
      : aLetter({
          from: `Person ${index % 17} <${who}>`,
          labels: index % 3 === 0 ? ['INBOX', 'UNREAD'] : ['INBOX', 'Work'],
        });
  });
}
