/**
 * The example letters in `examples/`: short texts of every kind, written for this project from knowledge of the genre.
 *
 * `@ label label | situation` opens an example; the next line is its subject, the rest its text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';

export interface Example {
  readonly message: IncomingMessage;
  readonly labels: readonly string[];
  /** Words after the bar: `stranger`, `known`, `bulk`, `hidden`, `list`, `automated`, `reply-remove` … */
  readonly situation: readonly string[];
}

export const EXAMPLE_OWNER: Owner = {
  addresses: ['robin@hale.example'],
  name: 'Robin Hale',
  circles: [],
  dealBreakers: {},
  policy: '',
};

const SENT_AT = Date.UTC(2026, 0, 5, 9);

export function readExamples(folder: URL): readonly Example[] {
  const examples: Example[] = [];
  for (const file of readdirSync(folder).toSorted()) {
    if (!file.endsWith('.txt')) continue;
    for (const part of readFileSync(new URL(file, folder), 'utf8').split(/^@ /m).slice(1)) {
      const [heading = '', subject = '', ...lines] = part.trimEnd().split('\n');
      const [labels = '', situation = ''] = heading.split('|');
      const words = situation
        .trim()
        .split(' ')
        .filter((word) => word !== '');
      examples.push({
        message: messageOf(examples.length, subject, lines.join('\n'), words),
        labels: labels
          .trim()
          .split(' ')
          .filter((label) => label !== 'none'),
        situation: words,
      });
    }
  }
  return examples;
}

/** A message in the situation that the heading tells; every second list mail comes without list headers. */
function messageOf(serial: number, subject: string, text: string, situation: readonly string[]): IncomingMessage {
  const is = (word: string): boolean => situation.includes(word);
  const address = is('automated')
    ? 'no-reply@service.example'
    : is('list')
      ? 'news@shop.example'
      : `sender${serial}@${is('known') || serial % 3 === 0 ? 'mail.example' : `firm${serial}.example`}`;
  const me = { name: 'Robin Hale', address: 'robin@hale.example' };
  const others = Array.from({ length: is('crowd') ? 13 : 1 }, (_, index) => ({
    name: '',
    address: `other${index}@place${index % 4}.example`,
  }));
  return {
    messageId: `<example-${serial}@train.invalid>`,
    references: [],
    ...(situation.some((word) => word.startsWith('reply-')) ? { inReplyTo: '<boundary@hale.example>' } : {}),
    from: { name: '', address },
    replyTo: [],
    to: is('hidden') ? [{ name: 'undisclosed-recipients', address: '' }] : is('crowd') ? [...others, me] : [me],
    cc: is('copied') ? others : [],
    bcc: [],
    deliveredTo: ['robin@hale.example'],
    subject,
    receivedAt: SENT_AT + serial * 3_600_000,
    headers: {
      ...(is('list') && serial % 2 === 0 ? { listUnsubscribe: '<https://shop.example/u>' } : {}),
      ...(is('automated') && serial % 2 === 0 ? { autoSubmitted: 'auto-generated' } : {}),
    },
    labels: ['INBOX'],
    text,
    quoted: '',
    attachments:
      /\b(?:cv|résumé|resume|currículum|curriculum|lebenslauf)\b/i.test(text) && is('hidden')
        ? [{ name: 'CV.pdf', type: 'application/pdf', sizeBytes: 90_000 }]
        : [],
    sizeBytes: text.length + 800,
    defects: [],
  };
}
