import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage } from '#main/import/mime/read-message.ts';
import { findSources } from '#main/import/sources/find-sources.ts';
import { loadMessage } from '#main/import/sources/raw-message.ts';
import { aRawMessage, HEADERS, mail, octets } from '#tests/helpers/raw-mail.ts';
import { NO_SHARED_DATA, sharedData } from '#tests/helpers/shared-data.ts';

function multipart(type: string, ...parts: readonly string[]): string {
  return mail(`${parts.map((part) => `--q\n${part}\n`).join('')}--q--\n`, [
    ...HEADERS,
    `Content-Type: multipart/${type}; boundary="q"`,
  ]);
}

const PDF = Buffer.alloc(50_000, 7);
const PDF_PART = `Content-Type: application/pdf; name="cv.pdf"\nContent-Disposition: attachment; filename="cv.pdf"\nContent-Transfer-Encoding: base64\n\n${(PDF.toString('base64').match(/.{1,76}/g) ?? []).join('\n')}`;

describe('readMessage', () => {
  it('reads a plain message', async () => {
    const source = mail('Shall we?\n\nAnn\n');
    const message = await readMessage(aRawMessage(source));
    expect(message).toEqual({
      messageId: '<1@lee.example>',
      references: [],
      from: { name: 'Ann Lee', address: 'ann@lee.example' },
      replyTo: [],
      to: [{ name: 'Olive Owner', address: 'olive@owner.example' }],
      cc: [],
      bcc: [],
      deliveredTo: [],
      subject: 'Lunch',
      receivedAt: Date.UTC(2002, 7, 22, 11, 26, 25),
      sentAt: Date.UTC(2002, 7, 22, 11, 26, 25),
      headers: {},
      labels: [],
      text: 'Shall we?\n\nAnn',
      quoted: '',
      attachments: [],
      sizeBytes: source.length,
      defects: [],
    });
  });

  it('keeps own words and quotes apart', async () => {
    const message = await readMessage(
      aRawMessage(mail('Yes.\n\nOn Thu, 22 Aug 2002 at 11:26, Ann <ann@lee.example> wrote:\n> Shall we?\n')),
    );
    expect(message.text).toBe('Yes.');
    expect(message.quoted).toBe('On Thu, 22 Aug 2002 at 11:26, Ann <ann@lee.example> wrote:\n> Shall we?');
  });

  it('reads the text of mail that is only HTML, and keeps the HTML as it came', async () => {
    const html = '<p>Shall <b>we</b>?</p><blockquote>old</blockquote>';
    const message = await readMessage(aRawMessage(mail(html, [...HEADERS, 'Content-Type: text/html'])));
    expect(message.text).toBe('Shall we?');
    expect(message.quoted).toBe('> old');
    expect(message.html?.trim()).toBe(html);
  });

  it('takes the plain part of two that say the same', async () => {
    const message = await readMessage(
      aRawMessage(
        multipart('alternative', 'Content-Type: text/plain\n\nplain', 'Content-Type: text/html\n\n<i>html</i>'),
      ),
    );
    expect(message.text).toBe('plain');
    expect(message.html).toContain('<i>html</i>');
  });

  it('reads the HTML where the plain part only excuses itself', async () => {
    const message = await readMessage(
      aRawMessage(
        multipart(
          'alternative',
          'Content-Type: text/plain\n\nPlease use a mail program that shows HTML.',
          'Content-Type: text/html\n\n<p>Our news</p>',
        ),
      ),
    );
    expect(message.text).toBe('Our news');
  });

  it('tells name, type and size of attachments without decoding them', async () => {
    const message = await readMessage(
      aRawMessage(multipart('mixed', 'Content-Type: text/plain\n\nMy résumé.', PDF_PART)),
    );
    expect(message.text).toBe('My résumé.');
    expect(message.attachments).toEqual([{ name: 'cv.pdf', type: 'application/pdf', sizeBytes: 50_000 }]);
  });

  it('counts a forwarded message as quoted', async () => {
    const inner = mail('The original words.', [
      'From: Bob <bob@x.example>',
      'Subject: Old',
      'Date: Wed, 21 Aug 2002 10:00:00 +0000',
    ]);
    const message = await readMessage(
      aRawMessage(
        multipart('mixed', 'Content-Type: text/plain\n\nFor you.', `Content-Type: message/rfc822\n\n${inner}`),
      ),
    );
    expect(message.text).toBe('For you.');
    expect(message.quoted).toContain('From: Bob <bob@x.example>');
    expect(message.quoted).toContain('Subject: Old');
    expect(message.quoted).toContain('The original words.');
  });

  it.each([
    ['read', ['Status: RO'], []],
    ['unread', ['Status: O'], ['INBOX', 'UNREAD']],
    ['deleted by mutt', ['X-Status: D', 'Status: RO'], ['TRASH']],
    ['unread in Thunderbird', ['X-Mozilla-Status: 0000'], ['INBOX', 'UNREAD']],
    ['read in Thunderbird', ['X-Mozilla-Status: 0001'], []],
    ['deleted in Thunderbird, still in the file', ['X-Mozilla-Status: 0009'], ['TRASH']],
  ])('reads the status of mail in an mbox: %s', async (_, status, labels) => {
    const source = mail('hi', [...status, ...HEADERS]);
    expect((await readMessage(aRawMessage(source, { inMbox: true }))).labels).toEqual(labels);
    expect((await readMessage(aRawMessage(source, { labels: ['INBOX'] }))).labels).toEqual(['INBOX']);
  });

  describe('places it in time', () => {
    const received = 'Received: from a by b; Thu, 22 Aug 2002 12:00:00 +0000';
    const at = (hour: number): number => Date.UTC(2002, 7, 22, hour);

    it('by the postmark, then the topmost Received, then Date, then the file, then 0', async () => {
      const withReceived = mail('x', [received, ...HEADERS]);
      expect((await readMessage(aRawMessage(withReceived, { postmarkAt: at(13) }))).receivedAt).toBe(at(13));
      expect((await readMessage(aRawMessage(withReceived))).receivedAt).toBe(at(12));
      expect((await readMessage(aRawMessage(mail('x'), { filedAt: at(20) }))).receivedAt).toBe(
        Date.UTC(2002, 7, 22, 11, 26, 25),
      );
      const undated = mail('x', ['From: a@x.example']);
      expect((await readMessage(aRawMessage(undated, { filedAt: at(20) }))).receivedAt).toBe(at(20));
      expect((await readMessage(aRawMessage(undated))).receivedAt).toBe(0);
    });

    it('not by a postmark that the exporting tool made up', async () => {
      const exportedAt = Date.UTC(2020, 0, 1);
      expect(
        (await readMessage(aRawMessage(mail('x', [received, ...HEADERS]), { postmarkAt: exportedAt }))).receivedAt,
      ).toBe(at(12));
    });

    it('keeps absurd dates', async () => {
      const message = await readMessage(
        aRawMessage(mail('x', ['From: a@x.example', 'Date: Fri, 1 Jan 1904 00:00:00 +0000'])),
      );
      expect(message.sentAt).toBe(Date.UTC(1904, 0, 1));
      expect(message.receivedAt).toBe(Date.UTC(1904, 0, 1));
    });
  });

  describe('reads what is broken as far as it goes, and says so', () => {
    it('8-bit headers without a charset', async () => {
      const message = await readMessage(
        aRawMessage(octets('From: J\xF6rg <j@x.example>\r\nSubject: Gr\xFC\xDFe\r\n\r\nhi')),
      );
      expect(message.from.name).toBe('Jörg');
      expect(message.subject).toBe('Grüße');
      expect(message.defects).toEqual(['8-bit characters in the headers, read as windows-1252']);
    });

    it('8-bit headers in the charset of the body', async () => {
      const message = await readMessage(
        aRawMessage(
          octets(
            'From: j@x.example\r\nSubject: \xF0\xD2\xC9\xD7\xC5\xD4\r\nContent-Type: text/plain; charset=koi8-r\r\n\r\n\xD0',
          ),
        ),
      );
      expect(message.subject).toBe('Привет');
      expect(message.text).toBe('п');
    });

    it('headers in raw UTF-8 (RFC 6532), without a word', async () => {
      const message = await readMessage(aRawMessage('From: Jörg <j@x.example>\r\nSubject: 明\r\n\r\nhi'));
      expect(message.subject).toBe('明');
      expect(message.defects).toEqual([]);
    });

    it('an unknown charset', async () => {
      const message = await readMessage(
        aRawMessage(octets(`${HEADERS.join('\r\n')}\r\nContent-Type: text/plain; charset=x-foo\r\n\r\ncaf\xE9`)),
      );
      expect(message.text).toBe('café');
      expect(message.defects).toEqual(['unknown charset x-foo, read as windows-1252']);
    });

    it.each([
      ['no Content-Type', []],
      ['a Content-Type without one', ['Content-Type: text/plain; format=flowed']],
    ])('8-bit text without a charset: %s', async (_, headers) => {
      const message = await readMessage(aRawMessage(octets([...HEADERS, ...headers, '', 'na\xEFve'].join('\r\n'))));
      expect(message.text).toBe('naïve');
      expect(message.defects).toEqual(['8-bit text without a charset, read as windows-1252']);
    });

    it('8-bit text without a charset in a part', async () => {
      const message = await readMessage(
        aRawMessage(
          octets(multipart('mixed', '\nna\xEFve', 'Content-Type: text/plain; charset=utf-8\n\nna\xC3\xAFve')),
        ),
      );
      expect(message.text.split(/\s+/)).toEqual(['naïve', 'naïve']);
    });

    it('UTF-8 text without a charset, without a word', async () => {
      const message = await readMessage(aRawMessage(mail('naïve')));
      expect(message.text).toBe('naïve');
      expect(message.defects).toEqual([]);
    });

    it('NUL characters', async () => {
      const message = await readMessage(aRawMessage(mail('a\u0000b')));
      expect(message.text).toBe('ab');
      expect(message.defects).toEqual(['NUL characters in the text were taken out']);
    });

    it('lines that end with CR alone', async () => {
      const message = await readMessage(aRawMessage(mail('one\ntwo').replaceAll('\r\n', '\r')));
      expect(message.subject).toBe('Lunch');
      expect(message.text).toBe('one\ntwo');
    });

    it('no headers at all', async () => {
      const message = await readMessage(aRawMessage('just some words\nand more'));
      expect(message.text).toBe('just some words\nand more');
      expect(message.defects).toContain('no headers: all of it was taken as text');
    });

    it('nothing at all', async () => {
      const message = await readMessage(aRawMessage(''));
      expect(message.from).toEqual({ name: '', address: '' });
      expect(message.messageId).toMatch(/@missing\.acquaint\.invalid>$/);
    });

    it('a multipart whose boundary never comes', async () => {
      const message = await readMessage(
        aRawMessage(mail('lost words', [...HEADERS, 'Content-Type: multipart/mixed; boundary=q'])),
      );
      expect(message.subject).toBe('Lunch');
    });

    it('1,000 parts inside each other', async () => {
      const open = Array.from(
        { length: 1000 },
        (_, depth) => `--b${depth}\nContent-Type: multipart/mixed; boundary="b${depth + 1}"\n\n`,
      ).join('');
      const message = await readMessage(
        aRawMessage(
          mail(`${open}--b1000\n\ndeep words\n`, [...HEADERS, 'Content-Type: multipart/mixed; boundary="b0"']),
        ),
      );
      expect(message.text).toContain('deep words');
      expect(message.defects).toEqual([]);
    });

    it('parts inside each other without end: the text as it came', async () => {
      const open = Array.from(
        { length: 5000 },
        (_, depth) => `--b${depth}\nContent-Type: multipart/mixed; boundary="b${depth + 1}"\n\n`,
      ).join('');
      const message = await readMessage(
        aRawMessage(
          mail(`${open}--b5000\n\ndeep words\n`, [...HEADERS, 'Content-Type: multipart/mixed; boundary="b0"']),
        ),
      );
      expect(message.subject).toBe('Lunch');
      expect(message.text).toContain('deep words');
      expect(message.defects.join()).toMatch(/MIME structure cannot be read/);
    });

    it('messages inside each other', async () => {
      let source = mail('innermost');
      for (let depth = 0; depth < 100; depth += 1) source = mail(source, [...HEADERS, 'Content-Type: message/rfc822']);
      expect((await readMessage(aRawMessage(source))).attachments.length).toBeGreaterThan(0);
    });

    it('5,000 recipients', async () => {
      const list = Array.from({ length: 5000 }, (_, index) => `P ${index} <p${index}@x.example>`).join(',\r\n ');
      const message = await readMessage(aRawMessage(mail('hi', ['From: a@x.example', `To: ${list}`])));
      expect(message.to).toHaveLength(5000);
      expect(message.to[4999]).toEqual({ name: 'P 4999', address: 'p4999@x.example' });
    });

    it('2 MB of headers', async () => {
      const message = await readMessage(
        aRawMessage(mail('hi', [...HEADERS, `X-Long: ${'a'.repeat(2_100_000)}`, 'Cc: c@x.example'])),
      );
      expect(message.cc).toEqual([{ name: '', address: 'c@x.example' }]);
      expect(message.text).toBe('hi');
    });

    it.each([
      ['unclosed', 'A group: <x@y.example>, "q, r" <c@d.example>; e@f.example, "unclosed <i@j.example>'],
      ['endless', '('.repeat(100_000)],
      ['encoded', '=?utf-8?Q?=40?= <a=40b@c.example>'],
    ])('an address list that is %s', async (_, list) => {
      const message = await readMessage(aRawMessage(mail('hi', ['From: a@x.example', `To: ${list}`])));
      for (const { address } of message.to) expect(address.length).toBeLessThanOrEqual(320);
      expect(message.text).toBe('hi');
    });
  });

  it('gives two copies of a message without Message-ID the same id, and others another', async () => {
    const headers = HEADERS.filter((line) => !line.startsWith('Message-ID'));
    const first = await readMessage(aRawMessage(mail('hi', headers)));
    const copy = await readMessage(
      aRawMessage(mail('hi', ['Received: from x by y; Fri, 23 Aug 2002 10:00:00 +0000', ...headers])),
    );
    const other = await readMessage(aRawMessage(mail('ho', headers)));
    expect(copy.messageId).toBe(first.messageId);
    expect(other.messageId).not.toBe(first.messageId);
  });

  it('reads any octets whatever without throwing', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        'Content-Type: multipart/mixed; boundary=q',
        '--q',
        '--q--',
        '',
        'Content-Transfer-Encoding: base64',
        'Content-Type: text/html; charset=utf-16',
        'Subject: =?x?Q?=ZZ?=',
        'From: <',
        'To: ;:,<>"',
        'Date: 99',
        'Content-Type: message/rfc822',
        '<div><table>',
        '> q',
        '\u0000',
      ),
      fc.string({ maxLength: 60 }),
    );
    const source = fc.oneof(
      fc.uint8Array({ maxLength: 2000 }).map((bytes) => new Uint8Array(bytes)),
      fc.array(line, { maxLength: 30 }).map((lines) => new Uint8Array(Buffer.from(lines.join('\r\n')))),
    );
    await fc.assert(
      fc.asyncProperty(source, async (bytes) => {
        const message = await readMessage(aRawMessage(bytes));
        expect(message.messageId).toMatch(/^<[^<>\s]+>$/);
        expect(message.subject).not.toMatch(/[\r\n]/);
        expect(Number.isFinite(message.receivedAt)).toBe(true);
        expect(`${message.text}${message.quoted}`).not.toContain('\u0000');
        // What crosses threads and goes into the store must be plain data.
        expect(structuredClone(message)).toEqual(message);
      }),
      { numRuns: 400 },
    );
  });

  it.skipIf(NO_SHARED_DATA)('reads every message of the MIME corpus (needs ../shared/data)', async () => {
    const { sources } = await findSources([sharedData('mime') ?? '']);
    const unread: string[] = [];
    for (const source of sources) {
      for await (const found of source.messages()) {
        const { from, defects } = await readMessage(loadMessage(found));
        const unexpected = defects.filter((defect) => !/^no readable From|^Date cannot|^unknown charset/.test(defect));
        if (unexpected.length > 0 || (from.address === '' && defects.length === 0))
          unread.push(`${found.path} at ${found.offset}: ${defects.join('; ')}`);
      }
    }
    expect(unread).toEqual([]);
  });
});
