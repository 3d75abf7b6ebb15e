/** What must hold for any mail. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address } from '#core/mail/address.ts';
import type { IncomingMessage } from '#core/mail/message.ts';
import { readSignals } from '#core/outreach/read-signals.ts';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import { assess } from '#core/triage/assess.ts';
import { ADVICE, LABELS, LANES, type Assessment, type Label } from '#core/triage/vocabulary.ts';
import { aMessage, anOwner, aTriageMessage, OWNER_ADDRESS } from '#tests/helpers/builders.ts';
import { friendship, from, judgeLast } from '#tests/helpers/judged-mail.ts';

/** Text with everything in it that has ever broken a reader: controls, half surrogates, right-to-left, very long words. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom(
    '',
    '\n\n\n',
    'a'.repeat(20_000),
    'Dear ',
    '-- \n',
    '{{name}}',
    '<<<>>>',
    'http://',
    '@',
    'İıŸß',
    '\u0000\uFFFF\uD800',
    '('.repeat(500),
    'unsubscribe '.repeat(2000),
  ),
);
const anyAddress: fc.Arbitrary<Address> = fc.record({
  name: anyText,
  address: fc.oneof(fc.constant(''), fc.constant(OWNER_ADDRESS), fc.emailAddress(), anyText),
});
const anyAddresses = fc.array(anyAddress, { maxLength: 4 });
const anyHeaders = fc.record(
  {
    listId: anyText,
    listUnsubscribe: anyText,
    listUnsubscribePost: anyText,
    listPost: anyText,
    precedence: anyText,
    autoSubmitted: anyText,
    returnPath: anyText,
    authenticationResults: anyText,
    dkimSignatures: fc.array(fc.record({ domain: anyText, signedHeaders: fc.array(anyText, { maxLength: 3 }) }), {
      maxLength: 2,
    }),
    bulkMarkers: fc.array(anyText, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const anyMail: fc.Arbitrary<IncomingMessage> = fc
  .record({
    from: anyAddress,
    replyTo: anyAddresses,
    to: anyAddresses,
    cc: anyAddresses,
    bcc: anyAddresses,
    deliveredTo: fc.array(anyText, { maxLength: 2 }),
    subject: anyText,
    receivedAt: fc.oneof(fc.integer(), fc.constantFrom(0, -2_082_844_800_000, 4_100_000_000_000)),
    headers: anyHeaders,
    text: anyText,
    quoted: anyText,
    html: anyText,
    attachments: fc.array(fc.record({ name: anyText, type: anyText, sizeBytes: fc.nat() }), { maxLength: 3 }),
  })
  .map((differing) => aMessage(differing));

const owner = anOwner({
  circles: [{ name: '(a+)+$', kind: 'city', aliases: ['', ' ', 'x'] }],
  dealBreakers: { relocation: true, home: '((', excludedRoles: ['', '['], wants: [''] },
});

function checkInVocabulary(verdict: Assessment): void {
  expect(LANES).toContain(verdict.lane);
  expect(ADVICE).toContain(verdict.advice);
  for (const label of verdict.labels) expect(LABELS).toContain(label);
  expect(new Set(verdict.labels).size).toBe(verdict.labels.length);
  expect(verdict.why.length).toBeGreaterThan(0);
  expect(verdict.adviceReason).not.toBe('');
  expect(verdict.strength).toBeGreaterThanOrEqual(0);
  expect(verdict.strength).toBeLessThanOrEqual(100);
}

describe('readSignals and assess', () => {
  it('never throw, and answer in the words of the vocabulary', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyMail, fc.boolean()), { maxLength: 4 }), (mails) => {
        const correspondence = createCorrespondence(owner, []);
        for (const [mail, received] of mails) {
          const signals = readSignals(mail, received ? 'received' : 'sent', owner);
          const {
            messageId,
            from: writer,
            replyTo,
            to,
            cc,
            bcc,
            deliveredTo,
            subject,
            receivedAt,
            headers,
            attachments,
          } = mail;
          const message = aTriageMessage({
            messageId,
            from: writer,
            replyTo,
            to,
            cc,
            bcc,
            deliveredTo,
            subject,
            receivedAt,
            headers,
            attachments,
            signals,
            direction: received ? 'received' : 'sent',
          });
          const verdict = received ? assess(message, correspondence) : undefined;
          if (verdict) checkInVocabulary(verdict);
          expect(() => JSON.stringify(signals)).not.toThrow();
          correspondence.observe(message, verdict?.labels ?? []);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keep signals small, whatever the text', () => {
    fc.assert(
      fc.property(anyMail, (mail) => JSON.stringify(readSignals(mail, 'received', owner)).length < 12_000),
      { numRuns: 80 },
    );
  });

  it('read the same from the same', () => {
    const mail = from(
      'Sam Vance <sam@vance.example>',
      'a call',
      'Do you have ten minutes for a demo of our software?',
      0,
    );
    expect(readSignals(mail, 'received', owner)).toEqual(readSignals(mail, 'received', owner));
  });
});

const LETTERS: readonly (readonly [kind: string, subject: string, text: string])[] = [
  [
    'a pitch',
    'Freight',
    'Hi Olive,\n\nfirms like yours overpay carriers by nine percent. We help workshops to claim it back. Do you have twenty minutes for a demo on Thursday?',
  ],
  [
    'a recruiter',
    'Senior Developer, Oslo',
    'Hi Olive,\n\nmy client in Oslo is hiring a Senior Developer. Your profile is a great match. Salary up to 90k. Interested?',
  ],
  [
    'a plea',
    'work',
    'Dear Olive,\n\nI am looking for a job as a bookkeeper, please find my CV attached. I can start immediately.',
  ],
  [
    'advice',
    'your talk',
    'Dear Olive,\n\nif I may offer some advice: you should speak more slowly and smile more. Trust me, I was a teacher for forty years.',
  ],
  ['a neighbour', 'the gate', 'Hello Olive,\n\nyour gate was open and the goat is in our garden. We shut it.'],
];

describe('labels', () => {
  it.each(LETTERS)('of %s do not flip when words about nothing are added', (_, subject, text) => {
    const writer = 'Sam Vance <sam@vancegroup.example>';
    const plain = judgeLast([from(writer, subject, text, 0)]).labels;
    for (const more of [
      '\n\nIt rained here all day.',
      '\n\nSent from my phone',
      '\n\nKind regards\nSam Vance\nVance Group, 4 Mill Lane, Springfield\nThis e-mail is confidential. If you are not the intended recipient please delete it.',
    ])
      expect(judgeLast([from(writer, subject, text + more, 0)]).labels, more).toEqual(plain);
  });

  /** Labels that say something against the sender. */
  const AGAINST: ReadonlySet<Label> = new Set([
    'resume-broadcast',
    'cold-outreach',
    'nagging',
    'unsolicited-advice',
    'flattery',
    'contact-list-mail',
    'campaign',
    'ignored-request',
    'hostile-reply',
  ]);
  it.each(LETTERS)('of %s are never worse from a strong contact than from a stranger', (_, subject, text) => {
    const writer = 'Ann Lee <ann@lee.example>';
    const stranger = judgeLast([from(writer, subject, text, 0)]).labels.filter((label) => AGAINST.has(label));
    const friend = judgeLast([...friendship(writer), from(writer, subject, text, 0)]).labels.filter((label) =>
      AGAINST.has(label),
    );
    expect(friend).toEqual([]);
    expect(friend.length).toBeLessThanOrEqual(stranger.length);
  });

  it('hold a missing header, date or history against nobody', () => {
    const letter = from('Robin Vale <robin@vale.example>', '', 'Your umbrella is at our door.', 0, {
      receivedAt: 0,
      to: [],
      deliveredTo: [],
      headers: {},
    });
    const verdict = judgeLast([letter]);
    expect(verdict.labels.filter((label) => AGAINST.has(label))).toEqual([]);
  });
});
