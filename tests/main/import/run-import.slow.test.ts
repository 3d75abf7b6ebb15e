import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listImportDefects } from '#main/store/imports.ts';
import { tgz, zip } from '#tests/helpers/archives.ts';
import { anOwner } from '#tests/helpers/builders.ts';
import { aMailbox, everythingImported, imported } from '#tests/helpers/imported.ts';
import { mail } from '#tests/helpers/raw-mail.ts';
import { NO_SHARED_DATA, sharedData } from '#tests/helpers/shared-data.ts';
import { aStore, aTemporaryFolder } from '#tests/helpers/test-store.ts';

function aFile(content: string | Uint8Array, name = 'mail.mbox'): string {
  const path = join(aTemporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

describe('runImport', () => {
  it('stores every message with what its file says of it', async () => {
    const { db } = aStore();
    const summary = await imported(db, [aFile(aMailbox(150))]);
    expect(summary).toMatchObject({ read: 150, added: 150, known: 0, defective: 15, cancelled: false });
    expect(db.prepare('SELECT direction, count(*) FROM messages GROUP BY 1 ORDER BY 1').raw().all()).toEqual([
      ['received', 113],
      ['sent', 37],
    ]);
    expect(
      db
        .prepare(
          "SELECT gmail_id FROM sources JOIN messages ON id = sources.message_id WHERE messages.message_id = '<0@mail.example>'",
        )
        .pluck()
        .get(),
    ).toBe('17979cfe362a0000');
  });

  it('works out who the owner is', async () => {
    const { db } = aStore();
    const summary = await imported(db, [aFile(aMailbox(100))]);
    expect(summary.ownerCandidates).toMatchObject([
      { address: 'olive@owner.example', name: 'Olive Owner', sentCount: 25, deliveredCount: 75 },
    ]);
  });

  it.each([
    ['zip', zip],
    ['tgz', tgz],
  ] as const)('brings the same out of a .%s as out of the mailbox in it', async (kind, pack) => {
    const plain = aStore();
    const packed = aStore();
    await imported(plain.db, [aFile(aMailbox(150), 'Mail.mbox')]);
    const path = aFile(pack([{ name: 'Takeout/Mail/Mail.mbox', content: aMailbox(150) }]), `takeout.${kind}`);
    expect(await imported(packed.db, [path])).toMatchObject({ read: 150, added: 150, known: 0, defective: 15 });
    const whereFrom = { accounts: [], files: [], defects: [] };
    expect({ ...everythingImported(packed.db), ...whereFrom }).toEqual({
      ...everythingImported(plain.db),
      ...whereFrom,
    });
    expect(await imported(packed.db, [path])).toMatchObject({ read: 150, added: 0, known: 150 });
  });

  it('goes on in an archive where it was stopped', async () => {
    const { db } = aStore();
    const path = aFile(tgz([{ name: 'Takeout/Mail/All.mbox', content: aMailbox(600) }]), 'takeout.tgz');
    const stop = new AbortController();
    const stopped = await imported(db, [path], {
      signal: stop.signal,
      onProgress: ({ doneMessages = 0 }) => doneMessages >= 128 && stop.abort(),
    });
    expect(stopped.cancelled).toBe(true);
    expect(stopped.added).toBeLessThan(600);
    const rest = await imported(db, [path]);
    expect(rest).toMatchObject({ read: 600, added: 600 - stopped.added, known: stopped.added });
  });

  it('keeps what a bomb held before it was given up, and says why', async () => {
    const { db } = aStore();
    const filler = Buffer.alloc(64 * 1024 * 1024, 'a');
    const files = Array.from({ length: 6 }, (_, index) => ({
      name: `${index}.mbox`,
      content: Buffer.concat([Buffer.from(aMailbox(2, index * 2)), filler]),
    }));
    const summary = await imported(db, [aFile(tgz(files), 'bomb.tgz')]);
    expect(summary.added).toBeGreaterThan(0);
    expect(
      listImportDefects(db, summary.jobId)
        .flatMap(({ defects }) => defects)
        .join(),
    ).toMatch(/unpacks to more than 250 times/);
  });

  it('knows sent mail without labels by the owner', async () => {
    const { db } = aStore();
    const path = aFile(mail('hi', ['From: Olive <olive@owner.example>', 'To: ann@lee.example']), 'sent.eml');
    await imported(db, [path], { owner: anOwner() });
    expect(db.prepare('SELECT direction FROM messages').pluck().get()).toBe('sent');
  });

  it('lists what could not be read, with its place', async () => {
    const { db } = aStore();
    const path = aFile(aMailbox(30));
    const summary = await imported(db, [path]);
    const defects = listImportDefects(db, summary.jobId);
    expect(defects.map(({ messageId }) => messageId)).toEqual([
      '<9@mail.example>',
      '<19@mail.example>',
      '<29@mail.example>',
    ]);
    expect(defects[0]).toMatchObject({ path, defects: ['unknown charset x-unheard-of, read as windows-1252'] });
    expect(aMailbox(30).slice(defects[0]?.offset).startsWith('From 1700000000000000009@xxx')).toBe(true);
  });

  it('adds nothing the second time', async () => {
    const { db } = aStore();
    const path = aFile(aMailbox(100));
    await imported(db, [path]);
    const before = everythingImported(db);
    expect(await imported(db, [path])).toMatchObject({ read: 100, added: 0, known: 100, defective: 0 });
    expect(everythingImported(db)).toEqual(before);
  });

  it('adds no message of a file that was moved or packed', async () => {
    const { db } = aStore();
    const path = aFile(aMailbox(100));
    await imported(db, [path]);
    const moved = join(aTemporaryFolder(), 'mail.mbox');
    renameSync(path, moved);
    expect(await imported(db, [moved])).toMatchObject({ read: 100, added: 0, known: 100 });
    expect(await imported(db, [aFile(gzipSync(aMailbox(100)), 'mail.mbox.gz')])).toMatchObject({
      read: 100,
      added: 0,
      known: 100,
    });
    expect(db.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(100);
  });

  it('adds what a file has grown by', async () => {
    const { db } = aStore();
    const path = aFile(aMailbox(100));
    await imported(db, [path]);
    appendFileSync(path, aMailbox(20, 100));
    expect(await imported(db, [path])).toMatchObject({ read: 120, added: 20, known: 100 });
    const whole = aStore();
    await imported(whole.db, [aFile(aMailbox(120))]);
    const { files: _, defects: __, ...grown } = everythingImported(db);
    expect(everythingImported(whole.db)).toMatchObject(grown);
  });

  it('reads a file again that was rewritten', async () => {
    const { db } = aStore();
    const path = aFile(aMailbox(100));
    await imported(db, [path]);
    // As when a mail program takes deleted messages out: other messages at the same places.
    writeFileSync(path, aMailbox(100, 50));
    expect(await imported(db, [path])).toMatchObject({ read: 100, added: 50, known: 50 });
  });

  it('reads a folder of everything', async () => {
    const { db } = aStore();
    const folder = aTemporaryFolder();
    mkdirSync(join(folder, 'Maildir', 'cur'), { recursive: true });
    mkdirSync(join(folder, 'Maildir', '.Sent', 'cur'), { recursive: true });
    writeFileSync(join(folder, 'Maildir', 'cur', '1704067200.1.host:2,S'), mail('one'));
    writeFileSync(
      join(folder, 'Maildir', '.Sent', 'cur', '1704067201.2.host:2,S'),
      mail('two', ['From: olive@owner.example', 'To: ann@lee.example']),
    );
    writeFileSync(
      join(folder, 'three.eml'),
      mail('three', ['From: ann@lee.example', 'Date: Mon, 1 Jan 2024 00:00:00 +0000']),
    );
    writeFileSync(join(folder, 'notes.txt'), 'no mail');
    writeFileSync(join(folder, 'mail.mbox'), aMailbox(10));
    expect(await imported(db, [folder])).toMatchObject({ read: 13, added: 13 });
    expect(await imported(db, [folder])).toMatchObject({ read: 13, added: 0, known: 13 });
  });

  it('never stores drafts', async () => {
    const { db } = aStore();
    const draft = aMailbox(2).replace('X-Gmail-Labels: Inbox\n', 'X-Gmail-Labels: Drafts\n');
    expect(await imported(db, [aFile(draft)])).toMatchObject({ read: 2, added: 1, known: 0 });
  });

  it('keeps what an archive holds that ends early, and says so', async () => {
    const { db } = aStore();
    const packed = gzipSync(aMailbox(500));
    const path = aFile(packed.subarray(0, Math.floor(packed.length / 2)), 'cut.mbox.gz');
    const summary = await imported(db, [path]);
    expect(summary.added).toBeGreaterThan(100);
    expect(summary.added).toBeLessThan(500);
    expect(listImportDefects(db, summary.jobId).at(-1)?.defects).toEqual([
      expect.stringMatching(/^the file cannot be read to its end: unexpected end of file/),
    ]);
  });

  it('tells how far it has come, in messages, bytes and words', async () => {
    const { db } = aStore();
    const content = aMailbox(300);
    const seen: {
      readonly doneMessages?: number;
      readonly doneBytes?: number;
      readonly totalBytes?: number;
      readonly status?: string;
    }[] = [];
    await imported(db, [aFile(content)], { onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ doneMessages }) => doneMessages)).toEqual([64, 128, 192, 256, 300]);
    expect(seen.at(-1)).toMatchObject({
      doneBytes: content.length,
      totalBytes: content.length,
      defectCount: 30,
      status: expect.stringMatching(/^300 (messages|of about 300 messages)/) as string,
    });
  });

  it('stops when cancelled, keeps what it has, and goes on from there', async () => {
    const { db } = aStore();
    const path = aFile(aMailbox(400));
    const cancelling = new AbortController();
    const first = await imported(db, [path], {
      signal: cancelling.signal,
      onProgress: ({ doneMessages = 0 }) => doneMessages >= 128 && cancelling.abort(),
    });
    expect(first).toMatchObject({ cancelled: true, added: 128 });
    expect(await imported(db, [path])).toMatchObject({ cancelled: false, read: 400, added: 272, known: 128 });
    const whole = aStore();
    await imported(whole.db, [path]);
    expect(everythingImported(db)).toEqual(everythingImported(whole.db));
  });

  it.skipIf(NO_SHARED_DATA).each([
    ['outreach-dev', 719, 719, 'miriam.castell@mail.example'],
    ['enron/arora-h', 492, 492, 'harry.arora@enron.com'],
  ])('imports %s and finds its owner (needs ../shared/data)', async (name, read, added, owner) => {
    const { db } = aStore();
    const summary = await imported(db, [sharedData(name) ?? '']);
    expect(summary).toMatchObject({ read, added, defective: 0 });
    expect(summary.ownerCandidates[0]?.address).toBe(owner);
  });
});
