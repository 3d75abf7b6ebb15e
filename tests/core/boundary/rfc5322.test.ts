import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { composeReply } from '#core/boundary/compose-reply.ts';
import { oneLine } from '#core/boundary/header-field.ts';
import { type OutgoingMessage, serialiseMessage } from '#core/boundary/rfc5322.ts';
import { AppError } from '#core/contract/app-error.ts';
import { anAddress, anOwner, aTriageMessage, someSignals } from '#tests/helpers/builders.ts';

const OUR_FIELDS = [
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'In-Reply-To',
  'References',
  'X-Acquaint-Outbox-Id',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
];

function anOutgoingMessage(differing: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    from: anAddress('Olive Owner <olive@owner.example>'),
    to: anAddress('Ann Lee <ann@lee.example>'),
    subject: 'Re: Lunch',
    body: 'No, thank you.\n\nOlive',
    sentAt: Date.UTC(2026, 4, 3, 9),
    messageId: '<reply-1@owner.example>',
    inReplyTo: '<m1@lee.example>',
    references: ['<m0@lee.example>', '<m1@lee.example>'],
    outboxId: '17',
    ...differing,
  };
}

/** Field names of the header as any parser sees them: unfolded, up to the first empty line. */
function fieldNames(raw: string): readonly string[] {
  const [header = ''] = raw.split('\r\n\r\n');
  return header
    .replaceAll(/\r\n[ \t]/g, ' ')
    .split(/\r\n|\r|\n/)
    .map((line) => line.slice(0, line.indexOf(':')));
}

describe('serialiseMessage', () => {
  it('writes a reply that threads', () => {
    expect(serialiseMessage(anOutgoingMessage())).toBe(
      [
        'From: Olive Owner <olive@owner.example>',
        'To: Ann Lee <ann@lee.example>',
        'Subject: Re: Lunch',
        'Date: Sun, 03 May 2026 09:00:00 +0000',
        'Message-ID: <reply-1@owner.example>',
        'In-Reply-To: <m1@lee.example>',
        'References: <m0@lee.example>',
        ' <m1@lee.example>',
        'X-Acquaint-Outbox-Id: 17',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'No, thank you.',
        '',
        'Olive',
        '',
      ].join('\r\n'),
    );
  });

  it('leaves In-Reply-To and References out where there is nothing to refer to', () => {
    const names = fieldNames(serialiseMessage(anOutgoingMessage({ inReplyTo: undefined, references: [] })));
    expect(names).toEqual(OUR_FIELDS.filter((name) => name !== 'In-Reply-To' && name !== 'References'));
  });

  it.each([
    'ann',
    'ann@',
    '@lee.example',
    'ann@lee.example\r\nBcc: x@y.example',
    'ann@lee.example, x@y.example',
    'a<b@c.example',
  ])('refuses to write to %j', (address) => {
    expect(() => serialiseMessage(anOutgoingMessage({ to: { name: '', address } }))).toThrow(AppError);
  });

  it('keeps every line short and in ASCII', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 600 }),
        (subject, body) => {
          const raw = serialiseMessage(
            anOutgoingMessage({ subject, body, to: { name: subject.slice(0, 60), address: 'ann@lee.example' } }),
          );
          for (const line of raw.split('\r\n')) {
            expect(line.length).toBeLessThanOrEqual(78);
            expect(line).toMatch(/^[\t\x20-\x7e]*$/);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says what it was given: subject, names and text come back as they were', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.string({ unit: 'grapheme-ascii', maxLength: 120 }),
      encodedTricks(),
    );
    await fc.assert(
      fc.asyncProperty(texts, texts, texts, async (subject, name, body) => {
        const raw = serialiseMessage(anOutgoingMessage({ subject, body, to: { name, address: 'ann@lee.example' } }));
        const parsed = await PostalMime.parse(raw);
        expect(parsed.subject ?? '').toBe(oneLine(subject));
        const [to] = parsed.to ?? [];
        expect(to).toMatchObject({ address: 'ann@lee.example' });
        expect(to?.name).toBe(oneLine(name));
        const said = body
          .replaceAll('\0', '')
          .split(/\r\n|[\r\n\u2028\u2029]/)
          .map((line) => line.trimEnd())
          .join('\n');
        expect((parsed.text ?? '').trimEnd()).toBe(said.replaceAll(/\p{Surrogate}/gu, '\ufffd').trimEnd());
      }),
      { numRuns: 500 },
    );
  });
});

/** Text that tries to become a header: breaks of every sort, and encoded words that decode to one. */
function encodedTricks() {
  return fc
    .array(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\0',
        '\u2028',
        '\u2029',
        '\u0085',
        '\v',
        '\r\n\r\n',
        'Bcc: thief@bad.example',
        'Content-Type: text/html',
        'X: y',
        '=?utf-8?q?=0D=0ABcc:_thief@bad.example?=',
        '=?utf-8?B?DQpCY2M6IHRoaWVmQGJhZC5leGFtcGxl?=',
        '=?utf-7?q?+AA0ACg-Bcc:?=',
        '<id@x.example>',
        '"',
        '\\',
        ',',
        ';',
        ' ',
        '\ud800',
        'é',
        'word',
        '='.repeat(80),
        'w'.repeat(1200),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(''));
}

describe('a reply to hostile mail', () => {
  const hostile = fc.oneof(encodedTricks(), fc.string({ unit: 'binary', maxLength: 60 }));
  const hostileId = fc.oneof(
    hostile,
    hostile.map((text) => `<${text}@x.example>`),
    fc.constant('<good@x.example>'),
  );

  it('has exactly our fields, one recipient and the reply’s own text, whatever the headers hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          messageId: hostileId,
          inReplyTo: hostileId,
          references: fc.array(hostileId, { maxLength: 60 }),
          subject: hostile,
          name: hostile,
          address: fc.oneof(
            { arbitrary: fc.constant('ann@lee.example'), weight: 4 },
            hostile,
            hostile.map((text) => `ann@lee.example${text}`),
          ),
          language: fc.oneof(hostile, fc.constant('de')),
        }),
        async ({ name, address, language, ...headers }) => {
          const original = aTriageMessage({ ...headers, from: { name, address }, signals: someSignals({ language }) });
          const reply = composeReply({
            original,
            owner: anOwner(),
            kind: 'decline',
            earlier: [],
            now: original.receivedAt,
          });
          if (reply.refusal !== undefined) return;
          const raw = serialiseMessage(anOutgoingMessage({ ...reply, inReplyTo: reply.inReplyTo }));
          const expected = OUR_FIELDS.filter(
            (field) =>
              (field !== 'In-Reply-To' || reply.inReplyTo !== undefined) &&
              (field !== 'References' || reply.references.length > 0),
          );
          expect(fieldNames(raw)).toEqual(expected);
          const seen = await PostalMime.parse(raw);
          expect(seen.headers.map((header) => header.key)).toEqual(expected.map((field) => field.toLowerCase()));
          expect(seen.to).toHaveLength(1);
          expect(seen.to?.[0]?.address).toBe(reply.to.address);
          expect(seen.cc ?? []).toEqual([]);
          expect(seen.bcc ?? []).toEqual([]);
          expect(seen.html).toBeUndefined();
          expect(seen.text?.trim()).toBe(reply.body.trim());
        },
      ),
      { numRuns: 1000 },
    );
  });
});
