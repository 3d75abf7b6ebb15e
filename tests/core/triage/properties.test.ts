/** What must hold for any mail. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address } from '#core/mail/address.ts';
import type { IncomingMessage } from '#core/mail/message.ts';
import { learnFrom, type Lesson } from '#core/outreach/model/adaptation.ts';
import { readSignals } from '#core/outreach/read-signals.ts';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import { assess } from '#core/triage/assess.ts';
import { NO_WORDS } from '#core/triage/corrections.ts';
import { judgeMessage } from '#core/triage/judge-message.ts';
import { queueTier } from '#core/triage/queue-tier.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import { ADVICE, LABELS, LANES, type Assessment, type Label } from '#core/triage/vocabulary.ts';
import { readMessage } from '#main/import/mime/read-message.ts';
import { aMessage, anOwner, aTriageMessage, OWNER_ADDRESS } from '#tests/helpers/builders.ts';
import { friendship, from, judgeLast } from '#tests/helpers/judged-mail.ts';
import { aRawMessage } from '#tests/helpers/raw-mail.ts';
import { sharedData } from '#tests/helpers/shared-data.ts';

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

function judgeBytes(mail: IncomingMessage): Assessment {
  const signals = readSignals(mail, 'received', owner);
  const { messageId, from: writer, replyTo, to, cc, bcc, subject, receivedAt, headers, attachments } = mail;
  const message = aTriageMessage({
    messageId,
    from: writer,
    replyTo,
    to,
    cc,
    bcc,
    subject,
    receivedAt,
    headers,
    attachments,
    signals,
  });
  const users = { labels: () => NO_WORDS, adaptation: learnFrom([taught(message)]) };
  return judgeMessage(message, createCorrespondence(owner, []), users);
}

/** The message itself, corrected: learning has to bear any mail as well. */
function taught({ messageId, from: writer, signals }: TriageMessage): Lesson {
  return { label: 'cold-outreach', is: true, messageId, from: writer.address, signals };
}

/** Letters in source form, to be garbled. */
function brokenMail(): readonly Uint8Array<ArrayBuffer>[] {
  const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text.replaceAll('\n', '\r\n'));
  return [
    encode(
      'From: a@b.example\nTo: olive@owner.example\nSubject: =?utf-8?B?4pyT?=\n\nHi Olive, ten minutes for a demo?\n',
    ),
    encode(
      'From: "X" <a@b.example>\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html; charset=nope\nContent-Transfer-Encoding: base64\n\nPGI+\n--b\nContent-Type: application/pdf; name="CV.pdf"\n\n%PDF\n',
    ),
    encode(
      'Received: x\nDate: Thu, 32 Foo 1904 99:99:99\nFrom: undisclosed-recipients:;\nList-Unsubscribe: <<<\n\n\u0000',
    ),
  ];
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
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

  it('never throw on any bytes, broken mail among them', async () => {
    const garbled = fc
      .tuple(fc.constantFrom(...brokenMail()), fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 30 }))
      .map(([bytes, changes]) => {
        const copy = new Uint8Array(bytes);
        for (const [at, byte] of changes) if (copy.length > 0) copy[at % copy.length] = byte;
        return copy;
      });
    const anyBytes = fc.oneof(
      fc.uint8Array({ maxLength: 2000 }).map((bytes) => new Uint8Array(bytes)),
      garbled,
    );
    await fc.assert(
      fc.asyncProperty(anyBytes, async (bytes) => {
        checkInVocabulary(judgeBytes(await readMessage(aRawMessage(bytes))));
      }),
      { numRuns: 150 },
    );
  });

  it.skipIf(sharedData('mime') === undefined)(
    'never throw on the broken mail of ../shared/data/mime (skipped where it is absent)',
    async () => {
      let count = 0;
      for (const path of filesUnder(sharedData('mime') ?? '')) {
        const bytes = new Uint8Array(readFileSync(path));
        if (bytes.length > 2_000_000) continue;
        checkInVocabulary(judgeBytes(await readMessage(aRawMessage(bytes))));
        count += 1;
      }
      expect(count).toBeGreaterThan(10);
    },
    120_000,
  );

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
  [
    'a pitch in the tone of a friend',
    'an idea',
    'Hello Olive,\n\nI came upon your workshop and had an idea that would bring you more orders in the winter. We have done it for others in your town. Shall I tell you more?',
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

  /** Talk about nothing, of any length and in any order, before the letter's end. */
  const SMALL_TALK = [
    'It rained here all day.',
    'The kettle is on.',
    'Our street is being dug up again.',
    'My bicycle has a flat tyre.',
    'The leaves are falling early this year.',
    'Sent from my phone',
  ];
  it('do not flip by any amount of small talk', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LETTERS), fc.subarray(SMALL_TALK, { minLength: 1 }), ([, subject, text], talk) => {
        const writer = 'Sam Vance <sam@vancegroup.example>';
        const plain = judgeLast([from(writer, subject, text, 0)]);
        const chatty = judgeLast([from(writer, subject, `${text}\n\n${talk.join('\n')}`, 0)]);
        expect(chatty.labels, talk.join(' ')).toEqual(plain.labels);
        expect(chatty.lane).toBe(plain.lane);
      }),
      { numRuns: 60 },
    );
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

  it('of any letter are never worse from a strong contact than from a stranger, nor does it come later in the queue', () => {
    const sentences = LETTERS.flatMap(([, , text]) => text.split(/(?<=[.?!])\s+/));
    const writer = 'Ann Lee <ann@lee.example>';
    fc.assert(
      fc.property(
        fc.constantFrom(...LETTERS.map(([, subject]) => subject)),
        fc.subarray(sentences, { minLength: 1 }),
        (subject, chosen) => {
          const letter = from(writer, subject, chosen.join(' '), 0);
          const stranger = judgeLast([letter]);
          const friend = judgeLast([...friendship(writer), letter]);
          const against = ({ labels }: Assessment): readonly Label[] => labels.filter((label) => AGAINST.has(label));
          for (const label of against(friend)) expect(against(stranger)).toContain(label);
          expect(queueTier(friend)).toBeLessThanOrEqual(queueTier(stranger));
          expect(friend.strength).toBeGreaterThanOrEqual(stranger.strength);
        },
      ),
      { numRuns: 120 },
    );
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
