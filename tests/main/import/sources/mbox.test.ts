import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMbox } from '#main/import/sources/mbox.ts';
import { readPostmark } from '#main/import/sources/postmark.ts';
import type { RawMessage } from '#main/import/sources/raw-message.ts';

async function* inChunks(source: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < source.length; at += size) yield source.subarray(at, at + size);
}

async function read(source: string, chunkSize = 1_000_000): Promise<readonly RawMessage[]> {
  const messages: RawMessage[] = [];
  for await (const message of readMbox('test.mbox', inChunks(Buffer.from(source, 'latin1'), chunkSize)))
    messages.push(message);
  return messages;
}

function textOf({ bytes }: RawMessage): string {
  return Buffer.from(bytes).toString('latin1');
}

const POSTMARK = 'From ann@lee.example Thu Aug 22 11:26:25 2002\n';

describe('readMbox', () => {
  it('reads each message with its place and its postmark', async () => {
    const first = `${POSTMARK}Subject: one\n\nbody\n`;
    const second = 'From 1688576581436100417@xxx Mon Jan 11 08:01:57 +0000 2021\nSubject: two\n\nbody\n';
    const messages = await read(`${first}\n${second}\n`);
    expect(messages.map(textOf)).toEqual(['Subject: one\n\nbody\n', 'Subject: two\n\nbody\n']);
    expect(messages.map(({ offset, position, sizeBytes }) => ({ offset, position, sizeBytes }))).toEqual([
      { offset: 0, position: first.length + 1, sizeBytes: 19 },
      { offset: first.length + 1, position: first.length + second.length + 2, sizeBytes: 19 },
    ]);
    expect(messages.map(({ postmarkAt }) => postmarkAt)).toEqual([
      Date.UTC(2002, 7, 22, 11, 26, 25),
      Date.UTC(2021, 0, 11, 8, 1, 57),
    ]);
    expect(messages.map(({ gmailId }) => gmailId)).toEqual([undefined, '176f0774508acf41']);
  });

  it('reads files with CRLF', async () => {
    const messages = await read(
      `${POSTMARK}Subject: one\n\nbody\n\n${POSTMARK}Subject: two\n\n>From me\n\n`.replaceAll('\n', '\r\n'),
    );
    expect(messages.map(textOf)).toEqual(['Subject: one\r\n\r\nbody\r\n', 'Subject: two\r\n\r\nFrom me\r\n']);
  });

  it('does not cut a message at a line that only starts like a postmark', async () => {
    const body =
      'My favourite film:\n\nFrom Russia with love\nYear: 1963\n\nFrom now on we meet on Thu at ten.\nFrom ann@lee.example Thu Aug 22 11:26:25 2002\nis how a postmark looks.\n';
    const messages = await read(`${POSTMARK}Subject: one\n\n${body}\n${POSTMARK}Subject: two\n\n`);
    expect(messages).toHaveLength(2);
    expect(textOf(messages[0] as RawMessage)).toBe(`Subject: one\n\n${body}`);
  });

  it('cuts at a postmark without an empty line before it, where headers follow', async () => {
    expect(await read(`From - \nSubject: one\n\nbody\nFrom - \nSubject: two\n\nbody`)).toHaveLength(2);
  });

  it('takes one > off quoted lines, and only there', async () => {
    const [message] = await read(
      `${POSTMARK}Subject: one\n\n>From me\n>>From you\n> >From him\n >From her\n>Fromage\nFrom >From`,
    );
    expect(message && textOf(message)).toBe(
      'Subject: one\n\nFrom me\n>From you\n> >From him\n >From her\n>Fromage\nFrom >From',
    );
  });

  it('leaves out what stands before the first postmark, and a byte order mark', async () => {
    expect(await read(`\xEF\xBB\xBF${POSTMARK}Subject: one\n\n`)).toHaveLength(1);
    expect((await read(`some note\n\n${POSTMARK}Subject: one\n\n`)).map(textOf)).toEqual(['Subject: one\n']);
    expect(await read('no mail at all\n')).toEqual([]);
    expect(await read('')).toEqual([]);
  });

  it('keeps the head of a message without end, and reads the next', async () => {
    const line = 'x'.repeat(1023);
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${POSTMARK}Subject: big\n\n`);
      const chunk = Buffer.from(`${line}\n`.repeat(1024));
      for (let megabyte = 0; megabyte < 80; megabyte += 1) yield chunk;
      yield Buffer.from(`\n${POSTMARK}Subject: small\n\n`);
    }
    const messages: RawMessage[] = [];
    for await (const message of readMbox('big.mbox', endless())) messages.push(message);
    expect(messages.map(({ sizeBytes }) => sizeBytes)).toEqual([80 * 1024 * 1024 + 15, 15]);
    expect(messages[0]?.bytes.length).toBe(64 * 1024 * 1024);
    expect(messages[0]?.defects).toEqual(['longer than 64 MB: the rest was left out']);
    expect(messages[1]?.defects).toEqual([]);
  });

  const line = fc.oneof(
    fc.constantFrom('', 'From me', '>From me', '>>From me', 'From - ', '> From', 'Subject: x', POSTMARK.trimEnd()),
    fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[^\x20-\x7E]/g, '')),
  );
  const message = fc.array(line, { maxLength: 12 }).map((lines) => `Subject: s\n\n${lines.join('\n')}\n`);
  /** As RFC 4155 and mboxrd ask for. */
  const written = (messages: readonly string[]): string =>
    messages.map((text) => `${POSTMARK}${text.replaceAll(/^(>*From )/gm, '>$1')}\n`).join('');

  it('gives back what mboxrd holds, whatever the messages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 5 }), async (messages) => {
        expect((await read(written(messages))).map(textOf)).toEqual(messages);
      }),
      { numRuns: 300 },
    );
  });

  it('reads the same in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 4 }), fc.integer({ min: 1, max: 50 }), async (messages, size) => {
        const source = written(messages).replaceAll('>From', 'From');
        expect(await read(source, size)).toEqual(await read(source));
      }),
      { numRuns: 200 },
    );
  });

  it('places messages so that they cover the file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 4 }), async (messages) => {
        const source = written(messages);
        let expected = 0;
        for (const { offset, position } of await read(source)) {
          expect(offset).toBe(expected);
          expected = position;
        }
        expect(expected).toBe(source.length);
      }),
    );
  });
});

describe('readPostmark', () => {
  it.each([
    ['From ???@??? Thu Aug 22 11:26:25 2002', Date.UTC(2002, 7, 22, 11, 26, 25)],
    ['From Ann Lee Thu Aug 22 11:26 EDT 2002', Date.UTC(2002, 7, 22, 15, 26)],
    ['From ann@lee.example Thu, 22 Aug 2002 11:26:25 +0200', Date.UTC(2002, 7, 22, 9, 26, 25)],
    ['From joe Thu Aug 22 11:26:25 2002 remote from mars', Date.UTC(2002, 7, 22, 11, 26, 25)],
    ['From MAILER-DAEMON Thu Jan  1 00:00:00 1970', undefined],
    ['From 1844347792267117879@xxx', undefined],
    ['From -', undefined],
  ])('accepts %s', (line, at) => {
    expect(readPostmark(line)?.at).toBe(at);
    expect(readPostmark(line)).toBeDefined();
  });

  it.each([
    'From Russia with love',
    'From the Monday meeting',
    'From 10:00 on Thu',
    'from ann@lee.example Thu Aug 22 11:26:25 2002',
    'From',
    `From ${'x'.repeat(2000)} Thu Aug 22 11:26:25 2002`,
  ])('refuses %s', (line) => {
    expect(readPostmark(line)).toBeUndefined();
  });
});
