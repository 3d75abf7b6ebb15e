import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runImport } from '#main/import/run-import.ts';
import { listAccounts } from '#main/store/accounts.ts';
import type { WritableDb } from '#main/store/database.ts';
import { listFailedWanted } from '#main/store/gmail-wanted.ts';
import { getMessage, getRowIdByGmailId } from '#main/store/messages.ts';
import { aGmailServer } from '#tests/helpers/connected-gmail.ts';
import type { GmailServer } from '#tests/helpers/gmail-server/server.ts';
import { aLetter, aSentLetter, someLetters } from '#tests/helpers/letters.ts';
import { aTemporaryFolder } from '#tests/helpers/test-store.ts';
import { WORKERS } from '#tests/helpers/test-engine.ts';
import { aWriter } from '#tests/helpers/test-writer.ts';
import type { TestWriter } from '#tests/helpers/writer.ts';

/** No waiting for the quota where it is not what a test is about. */
const AMPLE = { unitsPerMinute: 1_000_000 };

function labelsHere(db: WritableDb, gmailId: string): readonly string[] | undefined {
  const id = getRowIdByGmailId(db, gmailId);
  return id === undefined ? undefined : getMessage(db, id, () => [])?.labels.toSorted();
}

function labelsThere(server: GmailServer, gmailId: string): readonly string[] {
  return [...server.mailbox.get(gmailId).labels].map((id) => server.mailbox.labelNames.get(id) ?? id).toSorted();
}

/** Every message of the server, and no other, with its labels. */
function expectInStep({ db }: TestWriter, server: GmailServer): void {
  const there = server.mailbox.newestFirst().filter(({ labels }) => !labels.has('DRAFT'));
  expect(there.map(({ id }) => [id, labelsHere(db, id)])).toEqual(there.map(({ id }) => [id, labelsThere(server, id)]));
  expect(listAccounts(db).find(({ kind }) => kind === 'gmail')?.messageCount).toBe(there.length);
}

/** In the order in which messages were got. */
function gotten(server: GmailServer): readonly string[] {
  return server.calls
    .filter(({ method, status }) => method === 'users.messages.get' && status === 200)
    .map(({ path }) => server.mailbox.get(path.slice(path.lastIndexOf('/') + 1)).subject);
}

describe('the first sync', () => {
  it('is never done without its record being complete, wherever it is cut short', async () => {
    const server = await aGmailServer({ messages: [aLetter()], ...AMPLE });
    const writer = aWriter({ server });
    const row = writer.db.prepare(
      'SELECT phase, complete FROM accounts a JOIN gmail_accounts g ON g.account_id = a.id',
    );
    writer.db.exec(
      `CREATE TRIGGER cut BEFORE UPDATE OF complete ON accounts WHEN NEW.complete = 1 BEGIN SELECT RAISE(ABORT, 'cut'); END`,
    );
    await expect(writer.connect()).rejects.toMatchObject({ message: 'cut' });
    expect(row.get()).toEqual({ phase: 'fetch', complete: 0 });
    writer.db.exec('DROP TRIGGER cut');
    await writer.request('sync.run', {});
    expect(row.get()).toEqual({ phase: 'done', complete: 1 });
  });

  it('brings every message field by field', async () => {
    const question = aLetter({ labels: ['INBOX', 'UNREAD', 'Friends'], subject: 'Grüße =?utf-8?q?=C3=BC?=' });
    const server = await aGmailServer({
      messages: [question, aSentLetter({ inReplyTo: question.messageId })],
      ...AMPLE,
    });
    const writer = aWriter({ server });
    expect(await writer.connect()).toMatchObject({ kind: 'gmail', address: 'olive@owner.example' });
    expect(listAccounts(writer.db)[0]).toMatchObject({ state: 'ready', messageCount: 2 });
    for (const held of server.mailbox.newestFirst()) {
      const id = getRowIdByGmailId(writer.db, held.id);
      const stored = id === undefined ? undefined : getMessage(writer.db, id, () => []);
      expect(stored).toMatchObject({
        messageId: held.messageId,
        receivedAt: held.at,
        direction: held.labels.has('SENT') ? 'sent' : 'received',
        text: expect.stringMatching(/^Shall we have lunch, number \d+\?$/) as unknown,
      });
    }
    expectInStep(writer, server);
    expect(writer.events.filter(({ type }) => type === 'queue-changed')).not.toHaveLength(0);
  });

  it('shows the inbox first, then what the owner wrote to its senders, then sent mail, then the rest', async () => {
    const old = Array.from({ length: 8 }, (_, index) =>
      aLetter({ labels: [], subject: `old ${index}`, at: 1000 + index }),
    );
    const other = aSentLetter({ to: 'somebody@else.example', subject: 'sent to another', at: 3000 });
    const known = aSentLetter({ to: 'ann@lee.example', subject: 'sent to Ann', at: 2000 });
    const server = await aGmailServer({ messages: [...old, other, known, aLetter({ subject: 'inbox' })], ...AMPLE });
    await aWriter({ server }).connect();
    expect(gotten(server).slice(0, 3)).toEqual(['inbox', 'sent to Ann', 'sent to another']);
    expect(new Set(gotten(server)).size).toBe(11);
  });

  it('gets no message twice and leaves drafts, spam and trash where they are', async () => {
    const server = await aGmailServer({ messages: someLetters(130), ...AMPLE });
    server.mailbox.seed(aLetter({ labels: ['SPAM'] }));
    server.mailbox.seed(aLetter({ labels: ['TRASH'] }));
    server.mailbox.createDraft(Buffer.from(aSentLetter().raw), undefined);
    const writer = aWriter({ server });
    await writer.connect();
    expect(server.countCalls('users.messages.get')).toBe(130);
    expect(listAccounts(writer.db)[0]?.messageCount).toBe(130);
    expect(listAccounts(writer.db)[0]?.error).toBeUndefined();
  });

  it('takes over what changes while it runs', async () => {
    const server = await aGmailServer({ messages: someLetters(60), ...AMPLE });
    const writer = aWriter({ server, pollMs: 1 });
    const subjects = ['during', 'the sync'];
    const watch = setInterval(() => {
      const subject = server.countCalls('users.messages.get') > 10 ? subjects.shift() : undefined;
      if (subject !== undefined) server.mailbox.deliver(aLetter({ subject }));
    }, 1);
    await writer.connect();
    clearInterval(watch);
    await writer.request('sync.run', {});
    expectInStep(writer, server);
  });

  it('counts every id that was listed as stored or as an explicit failure', async () => {
    const server = await aGmailServer({ messages: someLetters(12), ...AMPLE });
    const bad = server.mailbox.newestFirst()[3]?.id ?? '';
    server.faults.add({
      on: 'users.messages.get',
      fault: { kind: 'error', status: 400, reason: 'failedPrecondition' },
      times: 5,
      path: bad,
    });
    const writer = aWriter({ server });
    const account = await writer.connect();
    const failed = listFailedWanted(writer.db, account.id);
    expect(failed).toEqual([{ gmailId: bad, reason: expect.stringContaining('Gmail refused') as unknown }]);
    expect(writer.account(account.id)?.messageCount).toBe(11);
    await writer.request('sync.run', {});
    expectInStep(writer, server);
  });

  it('is not troubled by messages that vanish between listing and getting', async () => {
    const server = await aGmailServer({ messages: someLetters(5), ...AMPLE });
    const gone = server.mailbox.newestFirst()[0]?.id ?? '';
    server.faults.add({
      on: 'users.messages.get',
      fault: { kind: 'error', status: 404, reason: 'notFound' },
      path: gone,
    });
    server.mailbox.remove(gone);
    const writer = aWriter({ server });
    await writer.connect();
    expectInStep(writer, server);
  });

  it('stores one message that Gmail holds twice once, and knows both ids', async () => {
    const twice = aLetter({ messageId: '<twice@x.example>', at: 5000 });
    const server = await aGmailServer({
      messages: [
        { ...twice, labels: ['INBOX'] },
        { ...twice, labels: ['Work'] },
      ],
      ...AMPLE,
    });
    const writer = aWriter({ server });
    const account = await writer.connect();
    expect(writer.account(account.id)?.messageCount).toBe(1);
    const [one, two] = server.mailbox.newestFirst().map(({ id }) => id);
    server.mailbox.history.expire();
    await writer.request('sync.run', {});
    expect(server.countCalls('users.messages.get')).toBe(2);
    server.mailbox.remove(one ?? '');
    await writer.request('sync.run', {});
    expect(labelsHere(writer.db, two ?? '')).toBeDefined();
    server.mailbox.remove(two ?? '');
    await writer.request('sync.run', {});
    expect(writer.account(account.id)?.messageCount).toBe(0);
  });

  it('can be paused and goes on where it was', async () => {
    const server = await aGmailServer({ messages: someLetters(80), ...AMPLE });
    const writer = aWriter({ server });
    const connecting = writer.connect();
    connecting.catch(() => undefined);
    while (server.countCalls('users.messages.get') < 20) await new Promise((resolve) => setTimeout(resolve, 1));
    const account = listAccounts(writer.db)[0];
    if (!account) throw new Error('no account');
    await writer.request('sync.pause', { accountId: account.id });
    await expect(connecting).rejects.toMatchObject({ kind: 'cancelled' });
    // What was on its way may still arrive there.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = server.countCalls('users.messages.get');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.countCalls('users.messages.get')).toBe(before);
    await writer.request('sync.run', {});
    expectInStep(writer, server);
    expect(server.countCalls('users.messages.get')).toBeLessThanOrEqual(80 + 30);
  });
});

describe('after an import of a Takeout archive', () => {
  async function imported(server: GmailServer, mbox: string): Promise<TestWriter> {
    const writer = aWriter({ server });
    const path = join(aTemporaryFolder(), 'mail.mbox');
    writeFileSync(path, mbox);
    const { db, context } = writer;
    await context.jobs.run(
      'import',
      'import',
      async (job) =>
        await runImport([path], {
          db,
          parseWorker: WORKERS.parse,
          owner: context.owner(),
          job,
          giveWay: context.giveWay,
          now: context.now,
        }),
    );
    return writer;
  }

  const archived = (id: number, letter: { readonly raw: Buffer | string }, labels: string): string =>
    `From ${id}@xxx Mon Mar 02 09:00:00 +0000 2026\r\nX-GM-THRID: ${id}\r\nX-Gmail-Labels: ${labels}\r\n${letter.raw.toString()}\r\n`;
  const hex = (id: number): string => BigInt(id).toString(16);

  it('gets only what the archive had not, and takes over the labels of today', async () => {
    const letters = [aLetter({ body: 'one' }), aLetter({ body: 'two' }), aLetter({ body: 'three' })] as const;
    const ids = [1_520_000_000_000, 1_520_000_000_001, 1_520_000_000_002] as const;
    const server = await aGmailServer({
      messages: letters.map((letter, index) => ({ ...letter, id: hex(ids[index] ?? 0), labels: ['Work'] })),
      ...AMPLE,
    });
    const writer = await imported(
      server,
      archived(ids[0], letters[0], 'Inbox,Unread') + archived(ids[1], letters[1], 'Inbox'),
    );
    await writer.connect();
    // Two of the sample, one that was missing.
    expect(server.countCalls('users.messages.get')).toBe(3);
    expectInStep(writer, server);
  });

  it('does not believe ids that belong to other messages', async () => {
    const [here, there] = [aLetter({ body: 'here' }), aLetter({ body: 'there' })];
    const id = 1_520_000_000_000;
    const server = await aGmailServer({ messages: [{ ...there, id: hex(id), labels: ['INBOX'] }], ...AMPLE });
    const writer = await imported(server, archived(id, here, 'Inbox'));
    await writer.connect();
    const rowId = getRowIdByGmailId(writer.db, hex(id));
    expect(rowId === undefined ? undefined : getMessage(writer.db, rowId, () => [])?.messageId).toBe(there.messageId);
  });
});
