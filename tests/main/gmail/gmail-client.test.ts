import { describe, expect, it } from 'vitest';
import { GmailClient, type Caller, type RawGmailMessage } from '#main/gmail/gmail-client.ts';
import type { Fault } from '#tests/helpers/gmail-server/faults.ts';
import { accessTo, aGmailServer, clientOf } from '#tests/helpers/connected-gmail.ts';
import { aLetter } from '#tests/helpers/letters.ts';
import { VirtualClock } from '#tests/helpers/virtual-clock.ts';
import { hastyClock } from '#tests/helpers/writer.ts';

const user: Caller = { priority: 'user' };
/** Reads nothing out of it. */
const whole = async (message: RawGmailMessage): Promise<RawGmailMessage> => await Promise.resolve(message);
const MAIL =
  'From: Ann <ann@lee.example>\r\nTo: olive@owner.example\r\nSubject: Hello\r\nMessage-ID: <a@lee.example>\r\n\r\nHi\r\n';
const START = Date.UTC(2026, 2, 2, 9);

/** A server, a client, and a clock that both go by. */
async function aMailbox(options: { readonly messages?: number; readonly unitsPerMinute?: number } = {}) {
  const clock = new VirtualClock(START);
  const messages = Array.from({ length: options.messages ?? 1 }, (_, index) => ({
    raw: MAIL.replace('<a@', `<a${index || ''}@`),
    at: START - index * 1000,
  }));
  const server = await aGmailServer({
    messages,
    clock: clock.now,
    ...(options.unitsPerMinute ? { unitsPerMinute: options.unitsPerMinute } : {}),
  });
  clock.isBusy = () => server.load.now > 0;
  const client = await clientOf(server, clock);
  const ids = server.mailbox.newestFirst().map(({ id }) => id);
  return { server, client, clock, ids, id: ids[0] ?? '' };
}

describe('GmailClient', () => {
  it('gets a message with the very octets that Gmail holds', async () => {
    const { client, id } = await aMailbox();
    const message = await client.getRaw(id, user, whole);
    expect(Buffer.from(message.bytes).toString()).toBe(MAIL);
    expect(message).toMatchObject({ gmailId: id, gmailThreadId: id, labelIds: ['INBOX'], receivedAt: START });
  });

  it('pages through everything once', async () => {
    const { client, ids } = await aMailbox({ messages: 7 });
    const found: string[] = [];
    let pageToken: string | undefined;
    do {
      const page = await client.listMessages({ maxResults: 3, pageToken }, user);
      found.push(...page.messages.map(({ gmailId }) => gmailId));
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined);
    expect(found).toEqual(ids);
  });

  it('uses one modify for one message and one batchModify for many', async () => {
    const { server, client, ids } = await aMailbox({ messages: 3 });
    await client.modify(ids.slice(0, 1), { add: [], remove: ['INBOX'] }, user);
    await client.modify(ids, { add: ['STARRED'], remove: ['INBOX'] }, user);
    expect([server.countCalls('users.messages.modify'), server.countCalls('users.messages.batchModify')]).toEqual([
      1, 1,
    ]);
    expect(ids.map((id) => [...server.mailbox.get(id).labels])).toEqual([['STARRED'], ['STARRED'], ['STARRED']]);
  });

  it('reads history over a page that has no history key but a next page', async () => {
    const { server, client, id } = await aMailbox();
    const start = server.mailbox.history.current.toString();
    server.mailbox.modify(id, ['STARRED'], ['INBOX']);
    server.faults.add({ on: 'users.history.list', fault: { kind: 'empty-page' } });
    const first = await client.listHistory(start, undefined, user);
    expect(first).toMatchObject({ changes: [], nextPageToken: start });
    const second = await client.listHistory(start, first.nextPageToken, user);
    expect(second.changes).toEqual([
      { type: 'labelled', gmailId: id, labelIds: ['STARRED'] },
      { type: 'unlabelled', gmailId: id, labelIds: ['INBOX'] },
    ]);
    expect(second.historyId).toBe(server.mailbox.history.current.toString());
  });

  it('refreshes once and goes on when the token is no longer accepted', async () => {
    const { server, client, id } = await aMailbox();
    server.oauth.expireAccessTokens();
    await Promise.all([client.getRaw(id, user, whole), client.getRaw(id, user, whole), client.getProfile(user)]);
    expect(server.oauth.refreshCount).toBe(1);
  });

  it('asks to connect again when the grant has ended, without a loop', async () => {
    const { server, client } = await aMailbox();
    server.oauth.expireAccessTokens();
    server.oauth.endGrants();
    await expect(client.getProfile(user)).rejects.toMatchObject({ kind: 'auth-expired' });
    expect(server.countCalls('users.getProfile')).toBe(1);
  });
});

describe('back-off', () => {
  const retried: readonly (readonly [string, Fault])[] = [
    ['503', { kind: 'error', status: 503 }],
    ['500', { kind: 'error', status: 500 }],
    ['403 rateLimitExceeded', { kind: 'error', status: 403, reason: 'rateLimitExceeded', domain: 'usageLimits' }],
    [
      '403 userRateLimitExceeded',
      { kind: 'error', status: 403, reason: 'userRateLimitExceeded', domain: 'usageLimits' },
    ],
    ['429', { kind: 'error', status: 429 }],
    ['a connection dropped before', { kind: 'drop', when: 'before' }],
    ['a connection dropped after', { kind: 'drop', when: 'after' }],
    ['half an answer', { kind: 'truncate' }],
    ['a captive portal', { kind: 'captive-portal' }],
  ];

  it.each(retried)('waits at least a second and tries again after %s', async (_, fault) => {
    const { server, client, clock, id } = await aMailbox();
    server.faults.add({ on: 'users.messages.modify', fault, times: 2 });
    const before = clock.now();
    await client.modify([id], { add: ['STARRED'], remove: [] }, user);
    expect(server.countCalls('users.messages.modify')).toBe(3);
    // 1–2 s, then 2–3 s.
    expect(clock.now() - before).toBeGreaterThanOrEqual(3000);
    expect(clock.now() - before).toBeLessThanOrEqual(5000);
  });

  const told: readonly (readonly [string, Fault])[] = [
    ['in seconds', { kind: 'error', status: 429, headers: { 'Retry-After': '37' } }],
    ['as a date', { kind: 'error', status: 503, headers: { 'Retry-After': new Date(START + 37_000).toUTCString() } }],
    [
      'in its message',
      {
        kind: 'error',
        status: 429,
        message: `User-rate limit exceeded.  Retry after ${new Date(START + 37_000).toISOString()}`,
      },
    ],
  ];

  it.each(told)('waits as long as Gmail says %s', async (_, fault) => {
    const { server, client, clock } = await aMailbox();
    server.faults.add({ on: 'users.getProfile', fault });
    await client.getProfile(user);
    expect(clock.now() - START).toBeGreaterThanOrEqual(37_000);
    expect(clock.now() - START).toBeLessThanOrEqual(38_000);
  });

  it('holds back every other call too until the pause is over', async () => {
    const { server, client, clock, id } = await aMailbox();
    server.faults.add({
      on: 'users.getProfile',
      fault: { kind: 'error', status: 429, headers: { 'Retry-After': '20' } },
    });
    const paused = client.getProfile(user);
    while (server.countCalls('users.getProfile') === 0) await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setTimeout(resolve, 5));
    await client.getRaw(id, user, whole);
    expect(clock.now() - START).toBeGreaterThanOrEqual(20_000);
    await paused;
  });

  it('tells the caller of a pause of hours instead of sleeping through it', async () => {
    const { server, client } = await aMailbox();
    server.faults.add({
      on: 'users.getProfile',
      fault: { kind: 'error', status: 429, headers: { 'Retry-After': '7200' } },
    });
    await expect(client.getProfile(user)).rejects.toMatchObject({ kind: 'rate-limited', retryAt: START + 7_200_000 });
  });

  const refused: readonly (readonly [string, string, Fault])[] = [
    ['gmail-rejected', 'a bad request', { kind: 'error', status: 400, reason: 'invalidArgument' }],
    ['auth-refused', 'a missing scope', { kind: 'error', status: 403, reason: 'insufficientPermissions' }],
    ['gmail-rejected', 'an organisation that forbids it', { kind: 'error', status: 403, reason: 'domainPolicy' }],
    [
      'gmail-rejected',
      'an API that is not enabled',
      { kind: 'error', status: 403, reason: 'accessNotConfigured', domain: 'usageLimits' },
    ],
    ['not-found', 'what is gone', { kind: 'error', status: 404, reason: 'notFound' }],
  ];

  it.each(refused)('answers %s to %s at once', async (kind, _, fault) => {
    const { server, client } = await aMailbox();
    server.faults.add({ on: 'users.getProfile', fault, times: 9 });
    await expect(client.getProfile(user)).rejects.toMatchObject({ kind });
    expect(server.countCalls('users.getProfile')).toBe(1);
  });

  it('gives up on a network that stays away, and can be ended while it waits', async () => {
    const { server, client } = await aMailbox();
    server.faults.add({ on: '*', fault: { kind: 'drop', when: 'before' }, times: 99 });
    await expect(client.getProfile(user)).rejects.toMatchObject({ kind: 'offline' });
    expect(server.countCalls('users.getProfile')).toBe(3);
    const controller = new AbortController();
    const waiting = client.getProfile({ priority: 'user', signal: controller.signal });
    controller.abort(new Error('ended'));
    await expect(waiting).rejects.toThrow('ended');
  });
});

describe('calls that must not be made twice', () => {
  const SOURCE = 'From: <olive@owner.example>\r\nTo: <ann@lee.example>\r\nSubject: x\r\n\r\nNo\r\n';

  it.each([
    ['a dropped connection', { kind: 'drop', when: 'after' }],
    ['a server error', { kind: 'error', status: 500 }],
    ['half an answer', { kind: 'truncate' }],
  ] as const)('are not repeated after %s: it may have happened', async (_, fault) => {
    const { server, client } = await aMailbox();
    const { draftId } = await client.createDraft(SOURCE, undefined, user);
    server.faults.add({ on: 'users.drafts.send', fault });
    await expect(client.sendDraft(draftId, user)).rejects.toMatchObject({ mayHaveHappened: true });
    expect(server.countCalls('users.drafts.send')).toBe(1);
  });

  it('are repeated when Gmail only asked for a pause: it surely did nothing', async () => {
    const { server, client } = await aMailbox();
    const { draftId } = await client.createDraft(SOURCE, undefined, user);
    server.faults.add({ on: 'users.drafts.send', fault: { kind: 'error', status: 429 }, times: 2 });
    await client.sendDraft(draftId, user);
    expect(server.mailbox.deliveries).toHaveLength(1);
    expect(await client.hasDraft(draftId, user)).toBe(false);
  });

  it('say so when there was no connection at all', async () => {
    const { server, client } = await aMailbox();
    await server.close();
    // Until the client has noticed that its open connection is gone.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(client.createDraft(SOURCE, undefined, user)).rejects.toMatchObject({
      kind: 'offline',
      mayHaveHappened: false,
    });
  });
});

describe('pacing', () => {
  it('spends at least 95 % of the quota while there is work, and is never turned away', async () => {
    const { server, client, clock, ids } = await aMailbox({ messages: 900, unitsPerMinute: 6000 });
    await Promise.all(ids.map((id) => client.getRaw(id, { priority: 'background' }, whole)));
    const minutes = (clock.now() - START) / 60_000;
    expect(server.quota.spent).toBe(18_000);
    expect(server.quota.refused).toBe(0);
    expect(server.quota.peak).toBeLessThanOrEqual(6000);
    expect(server.quota.spent / (6000 * minutes)).toBeGreaterThanOrEqual(0.95);
    expect(server.load.peak).toBeLessThanOrEqual(10);
  }, 30_000);

  it('lets the user go first, from a reserve', async () => {
    const { server, client, clock, ids } = await aMailbox({ messages: 400, unitsPerMinute: 6000 });
    const work = Promise.all(ids.map((id) => client.getRaw(id, { priority: 'background' }, whole)));
    // By then the first minute's budget is spent, and background work waits for the next.
    await clock.sleep(55_000);
    const pressedAt = clock.now();
    await client.modify(ids.slice(0, 2), { add: [], remove: ['INBOX'] }, user);
    expect(clock.now() - pressedAt).toBeLessThan(1000);
    await work;
    expect(server.quota.refused).toBe(0);
  }, 30_000);

  it('asks for less at once when Gmail says that it is too much', async () => {
    const clock = new VirtualClock(START);
    const messages = Array.from({ length: 60 }, (_, index) => ({ raw: MAIL.replace('<a@', `<a${index}@`) }));
    const server = await aGmailServer({ messages, clock: clock.now, maxAtOnce: 2 });
    clock.isBusy = () => server.load.now > 0;
    const client = await GmailClient.open(
      await accessTo(server),
      { ...addressesOf(server.url), unitsPerMinute: 6000 },
      clock,
    );
    await Promise.all(
      server.mailbox.newestFirst().map(({ id }) => client.getRaw(id, { priority: 'background' }, whole)),
    );
    expect(server.calls.filter(({ status }) => status === 429).length).toBeLessThan(12);
  }, 30_000);
});

function addressesOf(url: string) {
  return { authorize: `${url}/o/oauth2/v2/auth`, token: `${url}/token`, revoke: `${url}/revoke`, gmail: `${url}/` };
}

describe('a batch', () => {
  it('answers every search in one round trip, at the price of each', async () => {
    const server = await aGmailServer({ messages: [aLetter(), aLetter({ from: 'Max <max@pitch.example>' })] });
    const client = await clientOf(server);
    const before = server.roundTrips;
    const found = await client.searchMany(['from:max@pitch.example', 'from:nobody@x.example', 'in:inbox'], 100, user);
    expect(found.map(({ messages }) => messages.length)).toEqual([1, 0, 2]);
    expect(server.roundTrips - before).toBe(1);
    expect(server.quota.spentBy.get('users.messages.list')).toBe(15);
  });

  it('calls by itself what Gmail put off, and takes its word on what is gone', async () => {
    const { server, client, ids } = await aMailbox({ messages: 3 });
    const [one = '', two = '', three = ''] = ids;
    server.faults.add({ on: 'users.messages.get', path: two, fault: { kind: 'error', status: 429 }, times: 2 });
    server.mailbox.remove(three);
    const got = await client.getRawMany([one, two, three], user, whole);
    expect(got.map((result) => (result.status === 'fulfilled' ? result.value.gmailId : 'failed'))).toEqual([
      one,
      two,
      'failed',
    ]);
    expect(got[2]).toMatchObject({ reason: { failure: 'gone' } });
    expect(server.countCalls('users.messages.get')).toBe(1 + 3 + 1);
  });

  it.each<Fault>([{ kind: 'truncate' }, { kind: 'drop', when: 'after' }, { kind: 'captive-portal' }])(
    'is made again where it is answered by half or not at all ($kind)',
    async (fault) => {
      const server = await aGmailServer({ messages: [aLetter(), aLetter()] });
      const client = await clientOf(server, hastyClock);
      const ids = server.mailbox.newestFirst().map(({ id }) => id);
      server.faults.add({ on: 'batch', fault });
      const got = await client.getRawMany(ids, user, whole);
      expect(got.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    },
  );
});
