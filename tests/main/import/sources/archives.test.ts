import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '#core/contract/app-error.ts';
import { findSources } from '#main/import/sources/find-sources.ts';
import type { MailSource } from '#main/import/sources/mail-source.ts';
import type { FoundMessage } from '#main/import/sources/raw-message.ts';
import { paxRecord, tar, tgz, zip } from '#tests/helpers/archives.ts';
import { aMailbox } from '#tests/helpers/imported.ts';
import { mail } from '#tests/helpers/raw-mail.ts';
import { aTemporaryFolder } from '#tests/helpers/test-store.ts';

const MBOX = 'Takeout/Mail/All mail Including Spam and Trash.mbox';
const PAGE = { name: 'Takeout/archive_browser.html', content: '<html>From here on</html>' };

function aFile(name: string, content: Uint8Array, folder = aTemporaryFolder()): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function theSource(path: string, signal?: AbortSignal): Promise<MailSource> {
  const { sources } = await findSources([path], signal);
  const [source] = sources;
  if (source === undefined || sources.length > 1) throw new Error(`${sources.length} sources`);
  return source;
}

/** What came before it broke, and how it broke. */
async function read(
  source: MailSource,
): Promise<{ readonly found: readonly FoundMessage[]; readonly error?: unknown }> {
  const found: FoundMessage[] = [];
  try {
    for await (const message of source.messages()) found.push(message);
    return { found };
  } catch (error) {
    return { found, error };
  }
}

const textOf = ({ bytes = new Uint8Array() }: FoundMessage) => Buffer.from(bytes).toString();

describe.each([
  ['zip', (files: { name: string; content: string }[]) => zip(files)],
  ['tgz', (files: { name: string; content: string }[]) => tgz(files)],
  ['tar', (files: { name: string; content: string }[]) => tar(files)],
])('a Takeout as .%s', (kind, pack) => {
  it('gives every message of its mailboxes, as unpacking it would', async () => {
    const folder = aTemporaryFolder();
    const plain = aFile('plain.mbox', Buffer.from(aMailbox(40)), folder);
    const packed = aFile(`takeout.${kind}`, pack([PAGE, { name: MBOX, content: aMailbox(40) }]), folder);
    const [expected, actual] = [await read(await theSource(plain)), await read(await theSource(packed))];
    expect(actual.error).toBeUndefined();
    expect(actual.found.map(textOf)).toEqual(expected.found.map(textOf));
    expect(actual.found.map(({ gmailId }) => gmailId)).toEqual(expected.found.map(({ gmailId }) => gmailId));
    expect(actual.found[0]?.path).toBe(join(packed, MBOX));
  });

  it('keeps a position that grows from mailbox to mailbox, the same in every reading', async () => {
    const path = aFile(
      `takeout.${kind}`,
      pack([
        { name: 'Takeout/Mail/Inbox.mbox', content: aMailbox(5) },
        PAGE,
        { name: 'Takeout/Mail/Sent.mbox', content: aMailbox(5, 5) },
        { name: 'one.eml', content: mail('hello') },
      ]),
    );
    const source = await theSource(path);
    const positions = (await read(source)).found.map(({ position }) => position);
    expect(positions).toHaveLength(11);
    expect(positions).toEqual([...new Set(positions)].toSorted((a, b) => a - b));
    expect((await read(source)).found.map(({ position }) => position)).toEqual(positions);
    expect(source.bytesRead()).toBeGreaterThan(0);
    expect(source.bytesRead()).toBeLessThanOrEqual(source.totalBytes);
  });

  it('says which folder a mailbox is, where its name does', async () => {
    const path = aFile(`takeout.${kind}`, pack([{ name: 'Takeout/Mail/Sent.mbox', content: aMailbox(1) }]));
    expect((await read(await theSource(path))).found[0]?.labels).toEqual(['SENT']);
  });

  it('reads a Maildir in it with its flags', async () => {
    const path = aFile(`mail.${kind}`, pack([{ name: 'Archive/cur/1030015594.M1.host:2,FS', content: mail('hello') }]));
    const { found } = await read(await theSource(path));
    expect(found.map(({ labels }) => labels)).toEqual([['Archive', 'STARRED']]);
  });

  it('is no mail where it holds none', async () => {
    const path = aFile(`photos.${kind}`, pack([PAGE, { name: 'notes.txt', content: 'From here to there' }]));
    await expect(findSources([path])).rejects.toThrow(/No mail was found in .*photos/);
  });

  it('may come in parts, some of them without mail', async () => {
    const folder = aTemporaryFolder();
    const first = aFile(`takeout-1-001.${kind}`, pack([PAGE]), folder);
    const second = aFile(`takeout-1-002.${kind}`, pack([{ name: MBOX, content: aMailbox(3) }]), folder);
    const { sources } = await findSources([first, second]);
    expect(sources.map(({ path }) => path)).toEqual([second]);
    expect((await findSources([folder])).sources.map(({ path }) => path)).toEqual([second]);
  });

  it('is left off at once when the import is stopped', async () => {
    const path = aFile(
      `takeout.${kind}`,
      pack([
        { name: 'a.eml', content: mail('1') },
        { name: 'b.eml', content: mail('2') },
      ]),
    );
    const stop = new AbortController();
    const source = await theSource(path, stop.signal);
    const found: string[] = [];
    for await (const message of source.messages()) {
      found.push(message.path);
      stop.abort();
    }
    expect(found).toHaveLength(1);
    await expect(findSources([path], stop.signal)).rejects.toThrow(/abort/i);
  });

  it('writes nothing, whatever its files are called', async () => {
    const folder = aTemporaryFolder();
    mkdirSync(join(folder, 'inner'));
    const names = ['../escaped.eml', '/tmp/escaped.eml', 'C:\\escaped.eml', 'line\nbreak.eml'];
    const path = aFile(
      `evil.${kind}`,
      pack(names.map((name) => ({ name, content: mail(name) }))),
      join(folder, 'inner'),
    );
    const { found, error } = await read(await theSource(path));
    expect(error).toBeUndefined();
    expect(found).toHaveLength(4);
    expect(found[3]?.path).toMatch(/line break\.eml$/);
    expect(execFileSync('find', [folder, '-type', 'f'], { encoding: 'utf8' }).trim()).toBe(path);
  });
});

describe('a zip archive', () => {
  it('that was not downloaded to its end is refused in words', async () => {
    const whole = zip([{ name: MBOX, content: aMailbox(50) }]);
    const path = aFile('takeout.zip', whole.subarray(0, 5000));
    await expect(findSources([path])).rejects.toMatchObject({
      kind: 'unreadable-file',
      message: expect.stringMatching(/cannot be unpacked/) as string,
      cure: expect.stringMatching(/Download it again/) as string,
    });
  });

  it('with a password is refused with what helps', async () => {
    const path = aFile('locked.zip', zip([{ name: MBOX, content: aMailbox(3), isEncrypted: true }]));
    await expect(findSources([path])).rejects.toThrow(/is locked with a password/);
  });

  it('that is locked in part gives the rest first', async () => {
    const path = aFile(
      'part.zip',
      zip([
        { name: 'odd.mbox', content: aMailbox(3), method: 9 },
        { name: MBOX, content: aMailbox(3) },
      ]),
    );
    const { found, error } = await read(await theSource(path));
    expect(found).toHaveLength(3);
    expect(String(error)).toMatch(/odd\.mbox is packed in a way that cannot be read here \(method 9\)/);
  });

  it('whose file is longer than it says is given up there', async () => {
    const path = aFile('liar.zip', zip([{ name: MBOX, content: aMailbox(2000), announcedSize: 40_000 }]));
    expect(String((await read(await theSource(path))).error)).toMatch(/too many bytes/);
  });
});

describe('a bomb', () => {
  const mailbox = Buffer.concat([Buffer.from(aMailbox(1)), Buffer.alloc(64 * 1024 * 1024, 'a')]);

  it.each([
    // One mailbox listed again and again at the same place: what no check of a single file finds.
    ['zip', () => zip([{ name: MBOX, content: mailbox }], 8)],
    ['tgz', () => tgz(Array.from({ length: 8 }, (_, index) => ({ name: `${index}.mbox`, content: mailbox })))],
  ])('as .%s ends with a clear error, not with the disk or the day', async (kind, pack) => {
    const path = aFile(`bomb.${kind}`, pack());
    const { error } = await read(await theSource(path));
    expect(error).toBeInstanceOf(AppError);
    expect(String(error)).toMatch(/unpacks to more than 250 times its size/);
  });
});

describe('a tar archive', () => {
  it('may have names and sizes too long for its headers', async () => {
    const name = `Takeout/Mail/${'long '.repeat(60)}.mbox`;
    const content = aMailbox(2);
    const { found } = await read(
      await theSource(
        aFile(
          'long.tgz',
          tgz([
            { name: 'pax', type: 'x', content: paxRecord('path', name) + paxRecord('size', String(content.length)) },
            { name: 'short', content },
            { name: '././@LongLink', type: 'L', content: `gnu-${name}\0` },
            { name: 'short', content },
            { name: 'plain.mbox', content },
          ]),
        ),
      ),
    );
    expect([...new Set(found.map(({ path }) => path.slice(path.indexOf('.tgz/') + 5)))]).toEqual([
      name,
      `gnu-${name}`,
      'plain.mbox',
    ]);
    expect(found).toHaveLength(6);
  });

  it('that ends early gives what it holds, then the error', async () => {
    const whole = tar([{ name: MBOX, content: aMailbox(50) }]);
    const { found, error } = await read(await theSource(aFile('cut.tar', whole.subarray(0, 20_000))));
    expect(found.length).toBeGreaterThan(5);
    expect(String(error)).toMatch(/ends in the middle/);
  });

  it('with something else where a file should begin is damaged', async () => {
    const whole = tar([
      { name: 'a.eml', content: mail('first') },
      { name: 'b.eml', content: mail('second') },
    ]);
    whole.write('not the name that was summed', 1024);
    const { found, error } = await read(await theSource(aFile('bent.tar', whole)));
    expect(found).toHaveLength(1);
    expect(String(error)).toMatch(/damaged/);
  });
});
