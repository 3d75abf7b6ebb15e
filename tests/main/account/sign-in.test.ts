import { connect, Server } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readClientFile } from '#main/account/client-file.ts';
import { GoogleAccess } from '#main/account/google-access.ts';
import { googleAddresses } from '#main/account/google-addresses.ts';
import { FILTER_SCOPE, MODIFY_SCOPE } from '#main/account/scopes.ts';
import { type SignedIn, signIn } from '#main/account/sign-in.ts';
import { asTokenError } from '#main/account/sign-in-errors.ts';
import { CLIENT_JSON } from '#tests/helpers/gmail-server/oauth.ts';
import { type GmailServer, type GmailServerOptions, startGmailServer } from '#tests/helpers/gmail-server/server.ts';

const holding = (text: string): unknown => expect.stringContaining(text);

const servers: GmailServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function google(options: GmailServerOptions = {}): Promise<GmailServer> {
  const server = await startGmailServer(options);
  servers.push(server);
  return server;
}

interface Attempt {
  readonly url: URL;
  readonly redirectUri: URL;
  readonly result: Promise<SignedIn>;
  readonly cancel: () => void;
}

/** Starts a sign-in and waits until the browser would open. */
async function begin(server: GmailServer, differing: { scopes?: string[]; timeoutMs?: number } = {}): Promise<Attempt> {
  const controller = new AbortController();
  let opened: (url: string) => void = () => undefined;
  const url = new Promise<string>((resolve) => {
    opened = resolve;
  });
  const result = signIn({
    client: readClientFile(server.clientJson),
    addresses: googleAddresses(server.env),
    scopes: [MODIFY_SCOPE],
    openUrl: (page) => opened(page),
    signal: controller.signal,
    ...differing,
  });
  result.catch(() => undefined);
  const page = new URL(await url);
  const redirectUri = new URL(page.searchParams.get('redirect_uri') ?? '');
  return { url: page, redirectUri, result, cancel: () => controller.abort() };
}

describe('signIn', () => {
  it('comes back with a refresh token and the scopes, by PKCE and without a token in any address', async () => {
    const server = await google();
    const attempt = await begin(server);
    expect(attempt.url.searchParams.get('code_challenge_method')).toBe('S256');
    expect(attempt.redirectUri.hostname).toBe('127.0.0.1');
    const browser = await server.acceptConsent(attempt.url.href);
    const { credentials, first } = await attempt.result;
    expect(credentials.scopes).toContain(MODIFY_SCOPE);
    expect(browser.status).toBe(200);
    expect(browser.text).toContain('You can close this page');
    expect(browser.text).not.toMatch(/<script|https?:/i);
    expect(browser.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const secret of [credentials.refreshToken, first.accessToken]) {
      expect(browser.text).not.toContain(secret);
      expect(attempt.url.href).not.toContain(secret);
    }
  });

  it('says what to do when consent is refused', async () => {
    const server = await google();
    const attempt = await begin(server);
    const browser = await server.refuseConsent(attempt.url.href);
    await expect(attempt.result).rejects.toMatchObject({
      kind: 'auth-refused',
      cure: holding('Allow'),
    });
    expect([browser.status, browser.text]).toEqual([400, holding('Not connected')]);
  });

  it('names the box that was left unticked', async () => {
    const server = await google();
    const attempt = await begin(server);
    await server.acceptConsent(attempt.url.href, ['openid']);
    await expect(attempt.result).rejects.toMatchObject({
      kind: 'auth-refused',
      message: holding('unticked'),
    });
    const forFilters = await begin(server, { scopes: [MODIFY_SCOPE, FILTER_SCOPE] });
    await server.acceptConsent(forFilters.url.href, [MODIFY_SCOPE]);
    await expect(forFilters.result).rejects.toMatchObject({ message: holding('filters') });
  });

  it('gives up when nobody comes back, and tells testers where to be listed', async () => {
    const server = await google({ isTester: false });
    const attempt = await begin(server, { timeoutMs: 50 });
    expect((await fetch(attempt.url)).status).toBe(403);
    await expect(attempt.result).rejects.toMatchObject({
      kind: 'auth-refused',
      cure: holding('Test users'),
    });
    await expect(fetch(attempt.redirectUri)).rejects.toThrow('fetch failed');
  });

  it('says by how much the clock is wrong where Google refuses the code', () => {
    const at = Date.UTC(2026, 10, 2, 12);
    const refusal = (now: number) =>
      asTokenError(
        {
          response: {
            status: 400,
            data: { error: 'invalid_grant' },
            headers: new Headers({ date: new Date(at).toUTCString() }),
          },
        },
        'sign-in',
        now,
      );
    expect(refusal(at + 3 * 3_600_000)).toMatchObject({
      message: 'This computer’s clock is 3 hours ahead of Google’s.',
    });
    expect(refusal(at - 12 * 60_000).message).toBe('This computer’s clock is 12 minutes behind Google’s.');
    expect(refusal(at + 60_000)).toMatchObject({ kind: 'auth-refused', message: holding('too late') });
  });

  it('blames the clock where a certificate is of another time', () => {
    const cause = Object.assign(new Error('certificate is not yet valid'), { code: 'CERT_NOT_YET_VALID' });
    const error = asTokenError(new TypeError('fetch failed', { cause }), 'refresh');
    expect(error).toMatchObject({ kind: 'offline', message: holding('clock'), cure: holding('clock') });
  });

  it('says so where the computer gives no port to listen on', async () => {
    const listen = vi.spyOn(Server.prototype, 'listen').mockImplementation(function refuse(this: Server) {
      queueMicrotask(() => this.emit('error', Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' })));
      return this;
    });
    onTestFinished(() => listen.mockRestore());
    const failing = signIn({
      client: readClientFile(CLIENT_JSON),
      addresses: googleAddresses({}),
      scopes: [MODIFY_SCOPE],
      openUrl: () => undefined,
      signal: new AbortController().signal,
    });
    await expect(failing).rejects.toMatchObject({
      kind: 'auth-refused',
      message: holding('EADDRINUSE'),
      cure: holding('127.0.0.1'),
    });
  });

  it('can be cancelled', async () => {
    const attempt = await begin(await google());
    attempt.cancel();
    await expect(attempt.result).rejects.toMatchObject({ kind: 'cancelled' });
  });

  it('tells a client that Google does not know from a network that is down', async () => {
    const server = await google();
    server.faults.add({ on: 'oauth.token', fault: { kind: 'error', status: 500 }, times: 9 });
    const attempt = await begin(server);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const consent = server.acceptConsent(attempt.url.href);
    await withoutItsPauses(attempt.result);
    await consent;
    await expect(attempt.result).rejects.toMatchObject({ kind: 'offline' });
    expect(server.countCalls('oauth.token')).toBeGreaterThan(1);
  });
});

/** Google's library pauses up to seconds between its attempts: each turn of the event loop stands for 5 ms of them. */
async function withoutItsPauses(result: Promise<unknown>): Promise<void> {
  let isSettled = false;
  void Promise.allSettled([result]).then(() => (isSettled = true));
  while (!isSettled) {
    await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(5);
  }
  vi.useRealTimers();
}

/** A request as no browser would be allowed to send it. */
function rawRequest(port: string, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('the loopback listener', () => {
  it('is not ended by other paths, methods, hosts, or a wrong state, and takes one answer only', async () => {
    const server = await google();
    const attempt = await begin(server);
    const { port, origin } = attempt.redirectUri;
    const state = attempt.url.searchParams.get('state') ?? '';
    const statuses = [
      (await fetch(`${origin}/other?state=${state}&code=x`)).status,
      (await fetch(`${origin}/?state=${state}&code=x`, { method: 'POST' })).status,
      (await fetch(`${origin}/?state=${state.slice(0, -1)}x&code=x`)).status,
      (await fetch(`${origin}/?code=x`)).status,
      (await fetch(`${origin}/?state=${state}`)).status,
    ];
    expect(statuses).toEqual([400, 400, 400, 400, 400]);
    const rebound = await rawRequest(port, [
      `GET /?state=${state}&code=x HTTP/1.1`,
      `Host: evil.example:${port}`,
      'Connection: close',
    ]);
    expect(rebound).toMatch(/^HTTP\/1.1 400/);
    await server.acceptConsent(attempt.url.href);
    await expect(attempt.result).resolves.toBeDefined();
    await expect(fetch(`${origin}/?state=${state}&code=x`)).rejects.toThrow('fetch failed');
  });

  it('uses another state and another verifier each time', async () => {
    const server = await google();
    const [one, two] = [await begin(server), await begin(server)];
    for (const name of ['state', 'code_challenge', 'redirect_uri']) {
      expect(one.url.searchParams.get(name)).not.toBe(two.url.searchParams.get(name));
    }
    expect(Buffer.from(one.url.searchParams.get('state') ?? '', 'base64url')).toHaveLength(32);
    one.cancel();
    two.cancel();
  });
});

describe('readClientFile', () => {
  it('takes a desktop client and reads no addresses from it', () => {
    const json = JSON.stringify({
      installed: { client_id: 'id', client_secret: 's', token_uri: 'https://evil.example/token' },
    });
    expect(readClientFile(json)).toEqual({ clientId: 'id', clientSecret: 's' });
  });

  it.each([
    ['{"web":{"client_id":"id","client_secret":"s"}}', 'Web application'],
    ['{"type":"service_account"}', 'service account'],
    ['{}', 'not a client file'],
    ['not json', 'not a client file'],
    ['{"installed":{"client_id":""}}', 'not a client file'],
  ])('says what is wrong with %s', (json, message) => {
    expect(() => readClientFile(json)).toThrow(message);
  });
});

describe('googleAddresses', () => {
  it('is Google unless the environment names this machine', () => {
    expect(googleAddresses({}).gmail).toBe('https://gmail.googleapis.com/');
    expect(googleAddresses({ ACQUAINT_GOOGLE_URL: 'http://127.0.0.1:99' }).token).toBe('http://127.0.0.1:99/token');
    expect(googleAddresses({ ACQUAINT_GOOGLE_UNITS_PER_MINUTE: '15000' }).unitsPerMinute).toBe(15_000);
  });

  it.each([
    'http://192.168.0.1',
    'https://evil.example',
    'http://127.0.0.1.evil.example',
    'http://a@127.0.0.1',
    'file:///x',
    'x',
  ])('refuses %s', (url) => {
    expect(() => googleAddresses({ ACQUAINT_GOOGLE_URL: url })).toThrow('another machine');
  });
});

describe('GoogleAccess', () => {
  async function connected(server: GmailServer): Promise<GoogleAccess> {
    const attempt = await begin(server);
    await server.acceptConsent(attempt.url.href);
    const { credentials, first } = await attempt.result;
    return GoogleAccess.open(credentials, googleAddresses(server.env), first);
  }

  it('uses the first token, refreshes a rejected one once for all who ask, and keeps the refresh token', async () => {
    const server = await google();
    const access = await connected(server);
    const first = await access.token();
    expect(server.oauth.refreshCount).toBe(0);
    server.oauth.expireAccessTokens();
    access.reject(first);
    const again = await Promise.all(Array.from({ length: 10 }, () => access.token()));
    expect(new Set(again).size).toBe(1);
    expect(again[0]).not.toBe(first);
    expect(server.oauth.refreshCount).toBe(1);
    access.reject(first);
    expect(await access.token()).toBe(again[0]);
  });

  it('asks to connect again when the grant has ended', async () => {
    const server = await google();
    const access = await connected(server);
    access.reject(await access.token());
    server.oauth.endGrants();
    await expect(access.token()).rejects.toMatchObject({
      kind: 'auth-expired',
      cure: holding('again'),
    });
  });

  it('revokes the grant itself, not only the token at hand', async () => {
    const server = await google();
    const access = await connected(server);
    await access.revoke();
    expect(server.oauth.revoked).toEqual([access.credentials.refreshToken]);
  });
});
