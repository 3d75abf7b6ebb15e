/** Messages as a mailbox file, the way Google Takeout writes one. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aTemporaryFolder } from './test-store.ts';
import { OWNER_ADDRESS, START_AT } from './builders.ts';

export interface WrittenMessage {
  readonly from: string;
  readonly to?: string;
  readonly subject: string;
  readonly text: string;
  /** Days after `START_AT`. */
  readonly day: number;
  readonly labels?: string;
}

export function anMbox(messages: readonly WrittenMessage[], name = 'mail.mbox'): string {
  const path = join(aTemporaryFolder(), name);
  writeFileSync(path, messages.map(written).join(''));
  return path;
}

/** `<m0@example>` is the first message of a mailbox. */
export function messageIdOf(index: number): string {
  return `<m${index}@mail.example>`;
}

function written(
  { from, to = OWNER_ADDRESS, subject, text, day, labels = 'Inbox' }: WrittenMessage,
  index: number,
): string {
  const date = new Date(START_AT + day * 86_400_000);
  return [
    `From - ${date.toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/, '$1 $3 $2 $5 +0000 $4')}`,
    `X-Gmail-Labels: ${labels}`,
    `Message-ID: ${messageIdOf(index)}`,
    `Date: ${date.toUTCString()}`,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text.replaceAll(/^(>*From )/gm, '>$1'),
    '',
    '',
  ].join('\n');
}

/** Half a year of mail with a friend who is answered, and a stranger who is not. */
export function aFriendAndAStranger(): readonly WrittenMessage[] {
  const friend = 'Ann Lee <ann@lee.example>';
  const stranger = 'Max Pitch <max@pitch.example>';
  const months = Array.from({ length: 6 }, (_, month) => month * 30);
  return months
    .flatMap((day): WrittenMessage[] => [
      { from: friend, subject: `Lunch in month ${day / 30}`, text: 'Shall we have lunch on Tuesday?', day },
      {
        from: `Olive Owner <${OWNER_ADDRESS}>`,
        to: friend,
        subject: `Re: Lunch in month ${day / 30}`,
        text: 'Yes, gladly! See you at noon.',
        day: day + 1,
        labels: 'Sent',
      },
      {
        from: stranger,
        subject: `Quick question ${day}`,
        text: 'Do you have 15 minutes for a call about our platform?',
        day: day + 2,
      },
    ])
    .toSorted((a, b) => a.day - b.day);
}
