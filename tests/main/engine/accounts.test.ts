import { describe, expect, it } from 'vitest';
import { listAccounts } from '#main/store/accounts.ts';
import { getCoverage } from '#main/store/coverage.ts';
import { listGmailAccounts } from '#main/store/gmail-accounts.ts';
import { getRowIdByGmailId } from '#main/store/messages.ts';
import { listOwnerCandidates } from '#main/store/owner-candidates.ts';
import { listProbes, upsertProbes } from '#main/store/probes.ts';
import { getSetting } from '#main/store/settings.ts';
import { aGmailServer } from '#tests/helpers/connected-gmail.ts';
import { OWNER_ADDRESS } from '#tests/helpers/builders.ts';
import { aLetter, aSentLetter, someLetters } from '#tests/helpers/letters.ts';
import { mailboxDifferences } from '#tests/helpers/mailbox-differences.ts';
import { aWriter } from '#tests/helpers/test-writer.ts';
import { aKeychain, noKeychain, type TestWriter } from '#tests/helpers/writer.ts';

const AMPLE = { unitsPerMinute: 1_000_000 };

const gmailAccount = ({ db }: TestWriter) => listAccounts(db).find(({ kind }) => kind === 'gmail');

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('account.connect', () => {
  it('knows the owner by every address of the mailbox', async () => {
    const server = await aGmailServer({ sendAs: [{ address: 'work@olive.example', name: 'Olive' }], ...AMPLE });
    const writer = aWriter({ server });
    await writer.connect();
    expect(getSetting(writer.db, 'owner')?.addresses).toEqual(['olive@owner.example', 'work@olive.example']);
  });

  it('takes the owner’s name from sent mail where Gmail has none, and keeps what the user writes', async () => {
    const named = (name: string) => aSentLetter({ from: `${name} <${OWNER_ADDRESS}>` });
    const messages = [named('O. Owner'), named('Olive Owner'), named('Olive Owner'), named(OWNER_ADDRESS), aLetter()];
    const server = await aGmailServer({ messages, ...AMPLE });
    const writer = aWriter({ server });
    await writer.connect();
    expect(getSetting(writer.db, 'owner')?.name).toBe('Olive Owner');
    const owner = { addresses: [OWNER_ADDRESS], name: 'Olive' };
    await writer.request('owner.confirm', { owner });
    for (let letter = 0; letter < 5; letter += 1) server.mailbox.deliver(named('Somebody'));
    await writer.request('sync.run', {});
    expect(getSetting(writer.db, 'owner')?.name).toBe('Olive');
  });

  it('finds old addresses in the mail for the user to confirm, and believes a no for ever', async () => {
    const messages = ['old@firm.example', 'older@school.example'].map((address) =>
      aSentLetter({ from: `Olive Owner <${address}>`, labels: ['SENT'] }),
    );
    const server = await aGmailServer({ messages, sendAs: [{ address: 'work@olive.example', name: '' }], ...AMPLE });
    const writer = aWriter({ server });
    const { id } = await writer.connect();
    const found = () =>
      listOwnerCandidates(writer.db)
        .map(({ address }) => address)
        .toSorted();
    expect(found()).toEqual(['old@firm.example', 'older@school.example']);
    const owner = { addresses: [OWNER_ADDRESS, 'old@firm.example'], name: 'Olive' };
    await writer.request('owner.confirm', { owner, notMine: ['older@school.example'] });
    expect(found()).toEqual(['old@firm.example']);
    // Signing in again brings no address back that was taken off the list.
    const again = writer.request('account.connect', { accountId: id });
    await server.acceptConsent(await writer.nextUrl());
    await again;
    expect(getSetting(writer.db, 'owner')).toMatchObject(owner);
  });

  it('keeps the sign-in in the keychain and no secret anywhere else', async () => {
    const server = await aGmailServer({ messages: someLetters(2), ...AMPLE });
    const keychain = aKeychain();
    const writer = aWriter({ server, keychain });
    await writer.connect();
    const [credentials] = [...keychain.kept.values()];
    if (!credentials) throw new Error('nothing was kept');
    expect(credentials.scopes).toEqual(['https://www.googleapis.com/auth/gmail.modify']);
    const dump =
      JSON.stringify(writer.db.prepare('SELECT * FROM gmail_accounts').all()) +
      JSON.stringify(writer.db.prepare('SELECT * FROM settings').all()) +
      JSON.stringify(writer.events);
    for (const secret of [credentials.refreshToken, credentials.client.clientSecret])
      expect(dump).not.toContain(secret);
  });

  it('says how to switch the Gmail API on', async () => {
    const server = await aGmailServer({ apiEnabled: false, ...AMPLE });
    const writer = aWriter({ server });
    await expect(writer.connect()).rejects.toMatchObject({
      kind: 'gmail-rejected',
      message: expect.stringContaining('not switched on') as unknown,
    });
    expect(listAccounts(writer.db)).toEqual([]);
  });

  it('can be cancelled, and a second attempt takes the place of the first', async () => {
    const server = await aGmailServer(AMPLE);
    const writer = aWriter({ server });
    const first = writer.request('account.connect', { clientJson: server.clientJson });
    first.catch(() => undefined);
    await writer.nextUrl();
    const second = writer.request('account.connect', { clientJson: server.clientJson });
    second.catch(() => undefined);
    await expect(first).rejects.toMatchObject({ kind: 'cancelled' });
    await writer.nextUrl();
    await writer.request('account.cancelConnect', {});
    await expect(second).rejects.toMatchObject({ kind: 'cancelled' });
    expect(listAccounts(writer.db)).toEqual([]);
  });

  it('works for the session where there is no keychain, says so, and asks again after a restart', async () => {
    const server = await aGmailServer({ messages: someLetters(3), ...AMPLE });
    const writer = aWriter({ server, keychain: noKeychain });
    expect(await writer.connect({ sessionOnly: true })).toMatchObject({ error: { kind: 'no-keyring' } });
    expect(gmailAccount(writer)).toMatchObject({ state: 'ready', messageCount: 3, error: { kind: 'no-keyring' } });
    await writer.close();
    const again = aWriter({ server, keychain: noKeychain, profileDir: writer.profileDir });
    await until(() => gmailAccount(again)?.state === 'reconnect');
    expect(gmailAccount(again)).toMatchObject({ messageCount: 3 });
    await expect(
      again.request('account.connect', { accountId: gmailAccount(again)?.id ?? 0, sessionOnly: true }),
    ).rejects.toMatchObject({ kind: 'invalid-input', message: expect.stringContaining('no longer has') as unknown });
  });

  it('says that there is no keychain before any page is opened', async () => {
    const server = await aGmailServer(AMPLE);
    const writer = aWriter({ server, keychain: noKeychain });
    await expect(writer.request('account.connect', { clientJson: server.clientJson })).rejects.toMatchObject({
      kind: 'no-keyring',
    });
    expect(writer.events).toEqual([]);
    expect(listAccounts(writer.db)).toEqual([]);
  });

  it('signs in again without the file, to the account that is meant and no other', async () => {
    const server = await aGmailServer({ messages: someLetters(3), ...AMPLE });
    const elsewhere = await aGmailServer({ address: 'other@owner.example', ...AMPLE });
    const writer = aWriter({ server });
    const { id } = await writer.connect();
    const again = writer.request('account.connect', { accountId: id });
    const url = await writer.nextUrl();
    expect(new URL(url).searchParams.get('login_hint')).toBe('olive@owner.example');
    await server.acceptConsent(url);
    expect(await again).toMatchObject({ id, state: 'ready' });
    expect(listAccounts(writer.db)).toHaveLength(1);

    await writer.close();
    const wrong = aWriter({ server: elsewhere, keychain: writer.keychain, profileDir: writer.profileDir });
    const chosen = wrong.request('account.connect', { accountId: id });
    chosen.catch(() => undefined);
    await elsewhere.acceptConsent(await wrong.nextUrl());
    await expect(chosen).rejects.toMatchObject({
      kind: 'auth-refused',
      message: 'On Google’s page other@owner.example was chosen instead of olive@owner.example.',
    });
    expect(listAccounts(wrong.db)).toHaveLength(1);
  });

  it('connects a second account with the client of the first', async () => {
    const server = await aGmailServer({ messages: someLetters(2), ...AMPLE });
    const writer = aWriter({ server });
    await writer.connect();
    await writer.close();
    const second = await aGmailServer({ address: 'second@owner.example', messages: someLetters(4), ...AMPLE });
    const both = aWriter({ server: second, keychain: writer.keychain, profileDir: writer.profileDir });
    const connecting = both.request('account.connect', {});
    await second.acceptConsent(await both.nextUrl());
    expect(await connecting).toMatchObject({ address: 'second@owner.example' });
    expect(listAccounts(both.db).map(({ address }) => address)).toEqual([
      'olive@owner.example',
      'second@owner.example',
    ]);
    expect(getSetting(both.db, 'owner')?.addresses).toEqual(['olive@owner.example', 'second@owner.example']);
  });

  it('gives a read-only account the right to change, and keeps what it has', async () => {
    const server = await aGmailServer({ messages: someLetters(3), ...AMPLE });
    const writer = aWriter({ server });
    const { id } = await writer.connect({ readOnly: true });
    expect(gmailAccount(writer)).toMatchObject({ state: 'read-only', readOnly: true });
    const raising = writer.request('account.connect', { accountId: id });
    await server.acceptConsent(await writer.nextUrl());
    await raising;
    expect(gmailAccount(writer)).toMatchObject({ state: 'ready', messageCount: 3 });
    expect(gmailAccount(writer)?.readOnly).toBeUndefined();
    expect(server.countCalls('users.messages.get')).toBe(3);
  });

  it('goes on after a restart without asking', async () => {
    const server = await aGmailServer({ messages: someLetters(3), ...AMPLE });
    const keychain = aKeychain();
    const writer = aWriter({ server, keychain });
    await writer.connect();
    await writer.close();
    const late = server.mailbox.deliver(someLetters(1)[0] ?? { raw: '' });
    const again = aWriter({ server, keychain, profileDir: writer.profileDir });
    await until(() => getRowIdByGmailId(again.db, late.id) !== undefined);
    expect(again.events.filter(({ type }) => type === 'open-url')).toEqual([]);
  });
});

describe('a grant that has ended', () => {
  it('asks to connect again, keeps the mail, and goes on after that', async () => {
    const server = await aGmailServer({ messages: someLetters(5), ...AMPLE });
    const writer = aWriter({ server });
    const account = await writer.connect();
    server.oauth.expireAccessTokens();
    server.oauth.endGrants();
    await expect(writer.request('sync.run', {})).rejects.toMatchObject({ kind: 'auth-expired' });
    expect(gmailAccount(writer)).toMatchObject({
      state: 'reconnect',
      messageCount: 5,
      error: { kind: 'auth-expired' },
    });
    const calls = server.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.calls).toHaveLength(calls);
    server.mailbox.deliver(someLetters(1)[0] ?? { raw: '' });
    expect((await writer.connect()).id).toBe(account.id);
    expect(gmailAccount(writer)).toMatchObject({ state: 'ready', messageCount: 6 });
    expect(gmailAccount(writer)?.error).toBeUndefined();
    expect(server.countCalls('users.messages.get')).toBe(6);
  });

  it('that ends in the middle of a sync goes on from where it was, without getting anything twice', async () => {
    const server = await aGmailServer({ messages: someLetters(120), ...AMPLE });
    const writer = aWriter({ server });
    const gets = (): readonly string[] =>
      server.calls
        .filter(({ method, status }) => method === 'users.messages.get' && status === 200)
        .map(({ path }) => path);
    const connecting = writer.connect();
    connecting.catch(() => undefined);
    await until(() => gets().length >= 100);
    server.oauth.expireAccessTokens();
    server.oauth.endGrants();
    await expect(connecting).rejects.toMatchObject({ kind: 'auth-expired' });
    expect(gmailAccount(writer)).toMatchObject({ state: 'reconnect', error: { kind: 'auth-expired' } });
    const stored = gmailAccount(writer)?.messageCount ?? 0;
    expect(stored).toBeGreaterThanOrEqual(90);
    expect(stored).toBeLessThan(120);
    const lists = server.countCalls('users.messages.list');
    await writer.connect();
    expect(gmailAccount(writer)).toMatchObject({ state: 'ready', messageCount: 120 });
    expect(await mailboxDifferences(writer.db, server)).toEqual([]);
    expect(gets()).toHaveLength(120);
    expect(new Set(gets()).size).toBe(120);
    // Neither the inbox nor its senders are asked about again: what was left to be listed are sent mail and all mail.
    expect(server.countCalls('users.messages.list')).toBeLessThanOrEqual(lists + 2);
  });
});

describe('a network that is away', () => {
  it('shows as offline and is over as soon as it is back', async () => {
    const server = await aGmailServer({ messages: someLetters(2), ...AMPLE });
    const writer = aWriter({ server });
    await writer.connect();
    server.faults.add({ on: '*', fault: { kind: 'drop', when: 'before' }, times: 1000 });
    await expect(writer.request('sync.run', {})).rejects.toMatchObject({ kind: 'offline' });
    expect(gmailAccount(writer)?.state).toBe('offline');
    server.faults.clear();
    await writer.request('network.changed', { online: true });
    await until(() => gmailAccount(writer)?.state === 'ready');
    expect(gmailAccount(writer)?.error).toBeUndefined();
  });
});

describe('account.disconnect', () => {
  it('ends the grant, forgets the sign-in, keeps the mail, and finds it again without getting it', async () => {
    const server = await aGmailServer({ messages: someLetters(20), ...AMPLE });
    const keychain = aKeychain();
    const writer = aWriter({ server, keychain });
    const { id } = await writer.connect();
    expect(await writer.request('account.disconnect', { accountId: id })).toEqual({ accessEnded: true });
    expect(server.oauth.revoked).toHaveLength(1);
    expect(keychain.kept.size).toBe(0);
    expect(listAccounts(writer.db)).toMatchObject([
      { kind: 'import', address: 'olive@owner.example', messageCount: 20 },
    ]);
    expect(listGmailAccounts(writer.db)).toEqual([]);
    const gets = server.countCalls('users.messages.get');
    await writer.connect();
    expect(gmailAccount(writer)?.messageCount).toBe(20);
    // A sample of the kept ids is compared.
    expect(server.countCalls('users.messages.get') - gets).toBe(5);
  });

  it('in the middle of the first sync leaves nothing to come once all of the mailbox is here', async () => {
    const server = await aGmailServer({ messages: someLetters(3), ...AMPLE });
    const writer = aWriter({ server });
    for (const address of ['ann@lee.example', 'bo@other.example']) {
      const { id } = await writer.connect();
      writer.db.exec(`UPDATE accounts SET complete = 0 WHERE id = ${id}`);
      upsertProbes(writer.db, id, [{ address, sentCount: 3, receivedCount: 4, askedAt: 0 }]);
      await writer.request('account.disconnect', { accountId: id });
    }
    expect(getCoverage(writer.db).complete).toBe(false);
    await writer.connect();
    expect(listAccounts(writer.db)).toHaveLength(3);
    expect(getCoverage(writer.db).complete).toBe(true);
    expect(listProbes(writer.db)).toEqual([]);
  });

  it('erases the mail where the user wants it', async () => {
    const server = await aGmailServer({ messages: someLetters(20), ...AMPLE });
    const writer = aWriter({ server });
    const { id } = await writer.connect();
    await writer.request('account.disconnect', { accountId: id, eraseMail: true });
    expect(listAccounts(writer.db)).toEqual([]);
    expect(writer.db.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(0);
  });

  it('forgets the secret also where Google cannot be told', async () => {
    const server = await aGmailServer(AMPLE);
    const keychain = aKeychain();
    const writer = aWriter({ server, keychain });
    const { id } = await writer.connect();
    await server.close();
    expect(await writer.request('account.disconnect', { accountId: id })).toEqual({ accessEnded: false });
    expect(keychain.kept.size).toBe(0);
  }, 20_000);

  it('takes an access that had ended before for ended', async () => {
    const server = await aGmailServer(AMPLE);
    const writer = aWriter({ server });
    const { id } = await writer.connect();
    server.oauth.endGrants();
    expect(await writer.request('account.disconnect', { accountId: id })).toEqual({ accessEnded: true });
  });

  it('erases what was imported', async () => {
    const server = await aGmailServer({ messages: someLetters(5), ...AMPLE });
    const writer = aWriter({ server });
    await writer.request('account.disconnect', { accountId: (await writer.connect()).id });
    const [kept] = listAccounts(writer.db);
    expect(kept).toMatchObject({ kind: 'import', messageCount: 5 });
    await writer.request('account.disconnect', { accountId: kept?.id ?? 0, eraseMail: true });
    expect(listAccounts(writer.db)).toEqual([]);
    expect(writer.db.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(0);
  });

  it('knows no account that is not there', async () => {
    const writer = aWriter();
    await expect(writer.request('account.disconnect', { accountId: 7 })).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(writer.request('sync.run', {})).rejects.toMatchObject({ kind: 'no-account' });
  });
});

describe('sync.pause', () => {
  it('stops getting mail until it is asked for again, and says so', async () => {
    const server = await aGmailServer({ messages: someLetters(2), ...AMPLE });
    const writer = aWriter({ server });
    const { id } = await writer.connect();
    await writer.request('sync.pause', { accountId: id });
    expect(gmailAccount(writer)?.state).toBe('paused');
    server.mailbox.deliver(someLetters(1)[0] ?? { raw: '' });
    await writer.request('network.changed', { online: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(gmailAccount(writer)).toMatchObject({ state: 'paused', messageCount: 2 });
    await writer.request('sync.run', { accountId: id });
    expect(gmailAccount(writer)).toMatchObject({ state: 'ready', messageCount: 3 });
  });
});
