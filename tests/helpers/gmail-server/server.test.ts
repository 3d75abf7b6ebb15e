import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { gmail_v1 } from '@googleapis/gmail';
import { afterEach, describe, expect, it } from 'vitest';
import { aTemporaryFolder } from '../test-store.ts';
import { CLIENT_ID, CLIENT_SECRET } from './oauth.ts';
import { type GmailServer, type GmailServerOptions, startGmailServer } from './server.ts';

const MODIFY = 'https://www.googleapis.com/auth/gmail.modify';
const SETTINGS = 'https://www.googleapis.com/auth/gmail.settings.basic';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A client with nothing in it but `fetch`, so that no code of the app takes part. */
interface Session {
  readonly server: GmailServer;
  readonly redirects: URL[];
  readonly call: <Result>(method: string, path: string, body?: unknown) => Promise<{ status: number; body: Result }>;
}

async function signIn(options: GmailServerOptions = {}, scopes: readonly string[] = [MODIFY]): Promise<Session> {
  const server = await startGmailServer(options);
  const redirects: URL[] = [];
  const listener = createServer((request, response) => {
    redirects.push(new URL(request.url ?? '/', 'http://127.0.0.1'));
    response.end('back');
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  open.push(server, listener);
  const port = (listener.address() as { port: number }).port;
  const verifier = 'v'.repeat(64);
  const query = new URLSearchParams({
    client_id: CLIENT_ID,
    redirect_uri: `http://127.0.0.1:${port}`,
    response_type: 'code',
    state: 'a-state',
    scope: scopes.join(' '),
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  await server.acceptConsent(`${server.url}/o/oauth2/v2/auth?${query}`);
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: CLIENT_ID,
    client_secret: CLIENT_SECRET,
    code: redirects[0]?.searchParams.get('code') ?? '',
    code_verifier: verifier,
    redirect_uri: `http://127.0.0.1:${port}`,
  });
  const answer = await fetch(`${server.url}/token`, { method: 'POST', body: form });
  const tokens = (await answer.json()) as { access_token: string };
  return {
    server,
    redirects,
    call: async <Result>(method: string, path: string, body?: unknown) => {
      const response = await fetch(`${server.url}/gmail/v1/users/me${path}`, {
        method,
        headers: { authorization: `Bearer ${tokens.access_token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as Result };
    },
  };
}

interface ErrorAnswer {
  readonly error: { readonly code: number; readonly errors: readonly { readonly reason: string }[] };
}

const mail = (subject: string, headers = ''): string =>
  `From: Ann Lee <ann@lee.example>\r\nTo: olive@owner.example\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@lee.example>\r\nDate: Mon, 02 Mar 2026 09:00:00 +0000\r\n${headers}\r\nHello & goodbye\r\n`;

const reply = (headers: string): string =>
  Buffer.from(`From: olive@owner.example\r\nTo: ann@lee.example\r\n${headers}\r\nNo, thank you.\r\n`).toString(
    'base64url',
  );

describe('the sign-in', () => {
  it('gives tokens for a code once, with the right verifier only', async () => {
    const { server, redirects } = await signIn();
    expect(redirects[0]?.searchParams.get('state')).toBe('a-state');
    const again = await fetch(`${server.url}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        code: redirects[0]?.searchParams.get('code') ?? '',
      }),
    });
    expect([again.status, await again.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
  });

  it('answers an expired access token with 401 and an ended grant with invalid_grant', async () => {
    const { server, call } = await signIn();
    server.oauth.expireAccessTokens();
    expect((await call('GET', '/profile')).status).toBe(401);
  });
});

describe('messages', () => {
  it('keeps the ids, threads and labels of a Takeout mbox, without its own fields', async () => {
    const mbox = join(aTemporaryFolder(), 'mail.mbox');
    writeFileSync(
      mbox,
      `From 1520524314001511398@xxx Mon Jan 02 03:04:05 +0000 2017\r\nX-GM-THRID: 1520524314001511390\r\nX-Gmail-Labels: Inbox,Unread,"Friends"\r\n${mail('one')}>From the start\r\n\r\nFrom 1520524314001511399@xxx Mon Jan 02 03:04:06 +0000 2017\r\n${mail('two')}\r\n`,
    );
    const { server, call } = await signIn({ mbox });
    expect(server.mailbox.size).toBe(2);
    const { body } = await call<gmail_v1.Schema$Message>('GET', '/messages/1519fcceb86793e6?format=raw');
    expect(body).toMatchObject({ threadId: '1519fcceb86793de', internalDate: String(Date.UTC(2017, 0, 2, 3, 4, 5)) });
    expect(body.labelIds).toEqual(['INBOX', 'UNREAD', server.mailbox.labelIdNamed('Friends')]);
    const raw = Buffer.from(body.raw ?? '', 'base64url').toString();
    expect(raw).toMatch(/^From: Ann Lee/);
    expect(raw).toMatch(/^From the start/m);
    expect(raw).not.toContain('X-GM');
  });

  it('lists newest first in pages that neither lose nor repeat a message that arrives meanwhile', async () => {
    const { server, call } = await signIn({
      messages: Array.from({ length: 7 }, (_, index) => ({ raw: mail(`m${index}`), at: 1000 + index })),
    });
    const first = (await call<gmail_v1.Schema$ListMessagesResponse>('GET', '/messages?maxResults=3')).body;
    server.mailbox.deliver({ raw: mail('new'), at: 9000 });
    const second = (
      await call<gmail_v1.Schema$ListMessagesResponse>('GET', `/messages?maxResults=3&pageToken=${first.nextPageToken}`)
    ).body;
    const third = (
      await call<gmail_v1.Schema$ListMessagesResponse>(
        'GET',
        `/messages?maxResults=3&pageToken=${second.nextPageToken}`,
      )
    ).body;
    const ids = [first, second, third]
      .flatMap((page) => page.messages ?? [])
      .map(({ id }) => server.mailbox.get(id ?? '').subject);
    expect(ids).toEqual(['m6', 'm5', 'm4', 'm3', 'm2', 'm1', 'm0']);
    expect(third.nextPageToken).toBeUndefined();
  });

  it('finds what the owner wrote to somebody', async () => {
    const sent = 'From: olive@owner.example\r\nTo: Ann <ann@lee.example>\r\nSubject: x\r\n\r\nhi';
    const { call } = await signIn({ messages: [{ raw: mail('a') }, { raw: sent }] });
    const found = await call<gmail_v1.Schema$ListMessagesResponse>(
      'GET',
      `/messages?q=${encodeURIComponent('from:me to:ann@lee.example')}`,
    );
    expect(found.body.messages).toHaveLength(1);
  });

  it('escapes the snippet and shows the parts of a full message', async () => {
    const raw = `From: a@b.example\r\nSubject: parts\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\na < b\r\n--x\r\nContent-Type: application/pdf; name="cv.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nUERG\r\n--x--\r\n`;
    const { server, call } = await signIn({ messages: [{ raw }] });
    const id = server.mailbox.newestFirst()[0]?.id ?? '';
    const { body } = await call<gmail_v1.Schema$Message>('GET', `/messages/${id}`);
    expect(body.snippet).toBe('a &lt; b');
    expect(body.payload?.parts?.map((part) => [part.partId, part.mimeType, part.filename])).toEqual([
      ['0', 'text/plain', ''],
      ['1', 'application/pdf', 'cv.pdf'],
    ]);
  });
});

describe('history', () => {
  it('tells every kind of change and leaves the key out where nothing happened', async () => {
    const { server, call } = await signIn({ messages: [{ raw: mail('a') }, { raw: mail('b') }] });
    const start = server.mailbox.history.current.toString();
    const [b, a] = server.mailbox.newestFirst().map(({ id }) => id);
    server.mailbox.deliver({ raw: mail('c') });
    server.mailbox.modify(a ?? '', ['STARRED'], ['INBOX']);
    server.mailbox.remove(b ?? '');
    const { body } = await call<gmail_v1.Schema$ListHistoryResponse>('GET', `/history?startHistoryId=${start}`);
    const kinds = (body.history ?? []).map((record) =>
      Object.keys(record).find((key) => /Added|Deleted|Removed/.test(key)),
    );
    expect(kinds).toEqual(['messagesAdded', 'labelsAdded', 'labelsRemoved', 'messagesDeleted']);
    const nothing = await call<gmail_v1.Schema$ListHistoryResponse>('GET', `/history?startHistoryId=${body.historyId}`);
    expect(nothing.body).toEqual({ historyId: body.historyId });
  });

  it('answers 404 for a start that is forgotten and 400 for plural types', async () => {
    const { server, call } = await signIn();
    const start = server.mailbox.history.current.toString();
    expect((await call('GET', `/history?startHistoryId=${start}&historyTypes=messagesAdded`)).status).toBe(400);
    server.mailbox.history.expire();
    expect((await call('GET', `/history?startHistoryId=${start}`)).status).toBe(404);
  });
});

describe('drafts and sending', () => {
  it('consumes a draft by sending it: a repeat is answered 404 and delivers nothing', async () => {
    const { server, call } = await signIn({ messages: [{ raw: mail('a') }] });
    const threadId = server.mailbox.newestFirst()[0]?.threadId ?? '';
    const raw = reply('Subject: Re: a\r\nIn-Reply-To: <a@lee.example>\r\nReferences: <a@lee.example>\r\n');
    const draft = await call<gmail_v1.Schema$Draft>('POST', '/drafts', { message: { raw, threadId } });
    const sent = await call<gmail_v1.Schema$Message>('POST', '/drafts/send', { id: draft.body.id });
    const again = await call('POST', '/drafts/send', { id: draft.body.id });
    expect([sent.status, sent.body.threadId, sent.body.labelIds, again.status]).toEqual([200, threadId, ['SENT'], 404]);
    expect(server.sentInThread(threadId)).toHaveLength(1);
    expect(server.mailbox.drafts.size).toBe(0);
  });

  it('puts a reply without References, or under another subject, into a thread of its own', async () => {
    const { server, call } = await signIn({ messages: [{ raw: mail('a') }] });
    const threadId = server.mailbox.newestFirst()[0]?.threadId ?? '';
    for (const headers of ['Subject: Re: a\r\n', 'Subject: other\r\nReferences: <a@lee.example>\r\n']) {
      const sent = await call<gmail_v1.Schema$Message>('POST', '/messages/send', { raw: reply(headers), threadId });
      expect(sent.body.threadId).not.toBe(threadId);
    }
  });
});

describe('labels and filters', () => {
  it('refuses unknown labels, SENT, and a filter without its own scope', async () => {
    const { server, call } = await signIn({ messages: [{ raw: mail('a') }] });
    const id = server.mailbox.newestFirst()[0]?.id ?? '';
    expect((await call('POST', `/messages/${id}/modify`, { addLabelIds: ['Label_77'] })).status).toBe(400);
    expect((await call('POST', `/messages/${id}/modify`, { addLabelIds: ['SENT'] })).status).toBe(400);
    const refused = await call<ErrorAnswer>('POST', '/settings/filters', {
      criteria: { from: 'a@b' },
      action: { addLabelIds: ['TRASH'] },
    });
    expect(refused.body.error.errors[0]?.reason).toBe('insufficientPermissions');
  });

  it('applies a filter to what arrives after it', async () => {
    const { server, call } = await signIn({}, [MODIFY, SETTINGS]);
    await call('POST', '/settings/filters', {
      criteria: { from: 'ann@lee.example' },
      action: { addLabelIds: ['TRASH'], removeLabelIds: ['INBOX'] },
    });
    expect([...server.mailbox.deliver({ raw: mail('late') }).labels]).toEqual(['UNREAD', 'TRASH']);
  });
});

describe('quota', () => {
  it('turns calls away once a minute is spent and takes them again as it slides', async () => {
    let now = 1_000_000;
    const { server, call } = await signIn({ unitsPerMinute: 100, clock: () => now, messages: [{ raw: mail('a') }] });
    const id = server.mailbox.newestFirst()[0]?.id ?? '';
    const statuses = [];
    for (let index = 0; index < 6; index += 1) statuses.push((await call('GET', `/messages/${id}`)).status);
    now += 60_000;
    statuses.push((await call('GET', `/messages/${id}`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 200]);
    expect([server.quota.spent, server.quota.refused, server.quota.peak]).toEqual([120, 1, 100]);
  });
});

describe('batch', () => {
  it('answers every part with its own status', async () => {
    const { server } = await signIn({ messages: [{ raw: mail('a') }] });
    const body = [
      '--b',
      'Content-Type: application/http',
      'Content-ID: <one>',
      '',
      'GET /gmail/v1/users/me/messages/ffff',
      '',
      '--b--',
      '',
    ].join('\r\n');
    const response = await fetch(`${server.url}/batch/gmail/v1`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/mixed; boundary=b' },
      body,
    });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain('Content-ID: <response-one>');
    expect(text).toContain('HTTP/1.1 401');
  });
});

describe('faults', () => {
  it('plays each on demand and only as often as asked', async () => {
    const { server, call } = await signIn({ messages: [{ raw: mail('a') }] });
    server.faults.add({
      on: 'users.getProfile',
      fault: { kind: 'error', status: 503, headers: { 'Retry-After': '2' } },
    });
    expect((await call('GET', '/profile')).status).toBe(503);
    expect((await call('GET', '/profile')).status).toBe(200);
    server.faults.add({ on: 'users.getProfile', fault: { kind: 'truncate' } });
    await expect(call('GET', '/profile')).rejects.toThrow(SyntaxError);
    server.faults.add({ on: 'users.messages.send', fault: { kind: 'drop', when: 'before' } });
    await expect(call('POST', '/messages/send', { raw: reply('Subject: x\r\n') })).rejects.toThrow('fetch failed');
    expect(server.mailbox.deliveries).toHaveLength(0);
    server.faults.add({ on: 'users.messages.send', fault: { kind: 'drop', when: 'after' } });
    await expect(call('POST', '/messages/send', { raw: reply('Subject: x\r\n') })).rejects.toThrow('fetch failed');
    expect(server.mailbox.deliveries).toHaveLength(1);
  });
});
