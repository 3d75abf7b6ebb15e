/**
 * Google as far as Acquaint meets it, on 127.0.0.1: sign-in, Gmail v1, quota, and faults on demand.
 *
 * Tests speak real HTTP with it. What it keeps to is what Google documents or was seen to do: ids, paging, error bodies,
 * quota units, history with gaps, drafts that are consumed by sending.
 */
import { createServer, type IncomingMessage as HttpRequest, type ServerResponse } from 'node:http';
import { type PartAnswer, readBatch, writeBatchAnswer } from './batch.ts';
import { answerConsent, type BrowserAnswer } from './browser.ts';
import {
  apiNotEnabled,
  errorBody,
  GmailAnswer,
  invalidArgument,
  quotaExceeded,
  tooManyAtOnce,
  unauthenticated,
} from './errors.ts';
import { type Fault, Faults, nameOfFault } from './faults.ts';
import { Mailbox } from './mailbox.ts';
import { CLIENT_JSON, type OAuthAnswer, OAuthServer } from './oauth.ts';
import { type GmailMethod, Quota } from './quota.ts';
import { type Call, findRoute, requireScope } from './routes.ts';
import { readMboxSeeds, type Seed } from './seed.ts';

export interface GmailServerOptions {
  /** The account's address; `olive@owner.example` where absent, as in the builders. */
  readonly address?: string;
  readonly sendAs?: readonly { readonly address: string; readonly name: string }[];
  /** An mbox file to start with; Takeout's ids, threads and labels are kept. */
  readonly mbox?: string;
  readonly messages?: readonly Seed[];
  readonly clock?: () => number;
  /** 6,000 where absent: what Google grants new projects since May 2026. */
  readonly unitsPerMinute?: number;
  /** Calls of one user at the same time before 429; 12 where absent. Google publishes no number. */
  readonly maxAtOnce?: number;
  readonly messageIds?: 'keep' | 'rewrite';
  readonly accessTokenMs?: number;
  /** How long every Gmail call takes, in the test's own time; not at all where absent. */
  readonly delay?: () => Promise<void>;
  readonly isTester?: boolean;
  readonly apiEnabled?: boolean;
}

export interface LoggedCall {
  readonly method: string;
  readonly path: string;
  /** What was searched for; '' where nothing was. */
  readonly query: string;
  readonly status: number;
  readonly fault?: Fault['kind'];
}

export type CallListener = (method: string, stage: 'arrived' | 'done') => void;

export interface GmailServer {
  readonly url: string;
  /** Environment variables that point Acquaint here instead of at Google. */
  readonly env: Readonly<Record<string, string>>;
  /** What Google's console lets a user download for a desktop client. */
  readonly clientJson: string;
  readonly mailbox: Mailbox;
  readonly oauth: OAuthServer;
  readonly quota: Quota;
  readonly faults: Faults;
  readonly calls: readonly LoggedCall[];
  /** Requests to Gmail; a batch is one. */
  readonly roundTrips: number;
  /** Called with every Gmail call when it has come in, and when it was carried out but not yet answered. */
  readonly watch: (listener: CallListener | undefined) => void;
  /** Gmail calls in flight now (`delayed`: of these, waiting for `delay`), and the most there ever were. */
  readonly load: { readonly now: number; readonly delayed: number; readonly peak: number };
  /** What a user does in the browser: opens the page and allows all, or only `scopes`. */
  readonly acceptConsent: (url: string, scopes?: readonly string[]) => Promise<BrowserAnswer>;
  readonly refuseConsent: (url: string) => Promise<BrowserAnswer>;
  /** Sent messages in a thread, oldest first, as RFC 5322 source. */
  readonly sentInThread: (threadId: string) => readonly string[];
  readonly countCalls: (method: GmailMethod | 'oauth.token' | 'oauth.revoke') => number;
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

const JSON_TYPE = { 'Content-Type': 'application/json; charset=UTF-8' };

function failed(error: unknown): Answer {
  if (error instanceof GmailAnswer) {
    return {
      status: error.shape.status,
      headers: { ...JSON_TYPE, ...error.shape.headers },
      body: JSON.stringify(errorBody(error.shape)),
    };
  }
  // A fault of the test server itself must not look like one of Gmail's: 418 is never retried.
  return {
    status: 418,
    headers: { 'Content-Type': 'text/plain' },
    body: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

async function readBody(request: HttpRequest): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function parseJson(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw invalidArgument('Invalid JSON payload received. Unexpected token.');
  }
}

function faultAnswer(fault: Fault): Answer | undefined {
  if (fault.kind === 'error') {
    const { status } = fault;
    const shape = {
      reason: status >= 500 ? 'backendError' : 'rateLimitExceeded',
      message: `Error ${status} on demand`,
      ...fault,
    };
    return failed(new GmailAnswer(shape));
  }
  if (fault.kind === 'captive-portal')
    return {
      status: 200,
      headers: { 'Content-Type': 'text/html' },
      body: '<html><body>Welcome to the hotel! Please sign in.</body></html>',
    };
  return undefined;
}

/** Starts the server on a free port of 127.0.0.1. */
export async function startGmailServer(options: GmailServerOptions = {}): Promise<GmailServer> {
  const clock = options.clock ?? Date.now;
  const mailbox = new Mailbox({
    address: options.address ?? 'olive@owner.example',
    sendAs: options.sendAs ?? [],
    clock,
    messageIds: options.messageIds ?? 'rewrite',
  });
  for (const seed of [...(options.mbox === undefined ? [] : readMboxSeeds(options.mbox)), ...(options.messages ?? [])])
    mailbox.seed(seed);
  const oauth = new OAuthServer({
    clock,
    accessTokenMs: options.accessTokenMs ?? 3_599_000,
    isTester: options.isTester ?? true,
  });
  const quota = new Quota(options.unitsPerMinute ?? 6000, clock);
  const faults = new Faults();
  const calls: LoggedCall[] = [];
  let listener: CallListener | undefined;
  let roundTrips = 0;
  const maxAtOnce = options.maxAtOnce ?? 12;
  const load = { now: 0, delayed: 0, peak: 0 };

  /** One Gmail call up to its answer; `fault` is set where one has to be played on the way back. */
  function carryOut(call: Call, authorization: string | undefined): { answer: Answer; fault?: Fault; method: string } {
    const found = findRoute(call);
    if (!found)
      return { answer: failed(new Error(`the test server has no ${call.httpMethod} ${call.path}`)), method: call.path };
    const { route, parameters } = found;
    const { method } = route;
    const fault = faults.next(method, call.path, call.query);
    if (fault?.kind === 'drop' && fault.when === 'before') return { answer: { status: 0, body: '' }, fault, method };
    const instead = fault && faultAnswer(fault);
    if (instead) return { answer: instead, method, ...(fault ? { fault } : {}) };
    try {
      const scopes = oauth.scopesOf(authorization);
      if (!scopes) throw unauthenticated();
      if (options.apiEnabled === false) throw apiNotEnabled();
      requireScope(route, scopes);
      if (load.now > maxAtOnce) {
        faults.countServed('too many at once');
        throw tooManyAtOnce();
      }
      if (!quota.take(method)) {
        faults.countServed('over the quota');
        throw quotaExceeded();
      }
      if (fault?.kind === 'unknown-label') mailbox.addUnlistedLabel(parameters[0] ?? '', 'Label_4242');
      let value = route.run(mailbox, parameters, call);
      if (fault?.kind === 'empty-page') {
        value = {
          nextPageToken: call.query.get('pageToken') ?? call.query.get('startHistoryId') ?? '0',
          historyId: mailbox.history.current.toString(),
        };
      }
      const answer =
        value === undefined
          ? { status: 204, body: '' }
          : { status: 200, headers: JSON_TYPE, body: JSON.stringify(value) };
      return { answer, method, ...(fault ? { fault } : {}) };
    } catch (error) {
      return { answer: failed(error), method, ...(fault ? { fault } : {}) };
    }
  }

  function log(method: string, path: string, status: number, fault: Fault | undefined, query = ''): void {
    calls.push({ method, path, query, status, ...(fault ? { fault: fault.kind } : {}) });
  }

  async function write(
    response: ServerResponse,
    { status, headers, body }: Answer,
    fault: Fault | undefined,
  ): Promise<void> {
    // A client that was killed meanwhile hears nothing.
    if (fault && response.socket?.destroyed === false) faults.countServed(nameOfFault(fault));
    if (fault?.kind === 'drop') {
      response.socket?.destroy();
      return;
    }
    const inUtf16 = fault?.kind === 'charset' && body !== '';
    const bytes = Buffer.from(body, inUtf16 ? 'utf16le' : 'utf8');
    const shown = fault?.kind === 'truncate' ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes;
    const charset = inUtf16 ? { 'Content-Type': 'application/json; charset=UTF-16LE' } : {};
    response.writeHead(status, {
      ...headers,
      ...charset,
      ...(status === 204 ? {} : { 'Content-Length': shown.length }),
    });
    if (fault?.kind === 'slow') {
      response.write(shown.subarray(0, Math.floor(shown.length / 2)));
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      response.end(shown.subarray(Math.floor(shown.length / 2)));
    } else response.end(shown);
  }

  function runBatch(contentType: string, body: string, authorization: string | undefined): Answer {
    const parts = readBatch(contentType, body);
    if (parts.length === 0 || parts.length > 100)
      return failed(invalidArgument('The batch request must not contain more than 100 calls'));
    const answers = parts.map((part) => {
      const target = new URL(part.target, 'http://gmail.googleapis.com');
      let result: { answer: Answer; fault?: Fault; method: string };
      try {
        result = carryOut(
          {
            httpMethod: part.httpMethod,
            path: target.pathname,
            query: target.searchParams,
            body: parseJson(part.body),
          },
          authorization,
        );
      } catch (error) {
        result = { answer: failed(error), method: 'batch' };
      }
      log(result.method, target.pathname, result.answer.status, result.fault, target.searchParams.get('q') ?? '');
      return { call: part, answer: { status: result.answer.status, body: result.answer.body } satisfies PartAnswer };
    });
    return {
      status: 200,
      headers: { 'Content-Type': 'multipart/mixed; boundary=batch_answer' },
      body: writeBatchAnswer('batch_answer', answers),
    };
  }

  async function answerOAuth(method: string, response: ServerResponse, run: () => OAuthAnswer): Promise<void> {
    const fault = faults.next(method);
    if (fault?.kind === 'drop' && fault.when === 'before') return write(response, { status: 0, body: '' }, fault);
    const { status, headers, body } = run();
    const answer = (fault && faultAnswer(fault)) ?? {
      status,
      headers: headers ?? JSON_TYPE,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    };
    log(method, '', answer.status, fault);
    return write(response, answer, fault);
  }

  async function serve(request: HttpRequest, response: ServerResponse): Promise<void> {
    const target = new URL(request.url ?? '/', 'http://127.0.0.1');
    const body = (await readBody(request)).toString('utf8');
    const httpMethod = request.method ?? 'GET';
    switch (`${httpMethod} ${target.pathname}`) {
      case 'GET /o/oauth2/v2/auth':
        return answerOAuth('oauth.authorize', response, () => oauth.authorize(target.searchParams));
      case 'GET /consent':
        return answerOAuth('oauth.consent', response, () => oauth.consent(target.searchParams));
      case 'POST /token':
        return answerOAuth('oauth.token', response, () => oauth.exchange(new URLSearchParams(body)));
      case 'POST /revoke':
        return answerOAuth('oauth.revoke', response, () =>
          oauth.revoke(target.searchParams.get('token') ?? new URLSearchParams(body).get('token') ?? ''),
        );
    }
    roundTrips += 1;
    load.now += 1;
    load.peak = Math.max(load.peak, load.now);
    try {
      // A turn of the loop, so that calls of one moment overlap as they do at Google.
      await new Promise((resolve) => setImmediate(resolve));
      if (options.delay) {
        load.delayed += 1;
        await options.delay();
        load.delayed -= 1;
      }
      if (httpMethod === 'POST' && target.pathname === '/batch/gmail/v1') {
        const { headers } = request;
        const fault = faults.next('batch');
        const answer =
          (fault && faultAnswer(fault)) ?? runBatch(headers['content-type'] ?? '', body, headers.authorization);
        return await write(response, answer, fault);
      }
      listener?.(
        findRoute({ httpMethod, path: target.pathname, query: target.searchParams, body })?.route.method ?? '',
        'arrived',
      );
      let result: { answer: Answer; fault?: Fault; method: string };
      try {
        result = carryOut(
          { httpMethod, path: target.pathname, query: target.searchParams, body: parseJson(body) },
          request.headers.authorization,
        );
      } catch (error) {
        result = { answer: failed(error), method: target.pathname };
      }
      log(result.method, target.pathname, result.answer.status, result.fault, target.searchParams.get('q') ?? '');
      listener?.(result.method, 'done');
      await write(response, result.answer, result.fault);
    } finally {
      load.now -= 1;
    }
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.socket?.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the test server has no port');
  const url = `http://127.0.0.1:${address.port}`;

  return {
    url,
    env: { ACQUAINT_GOOGLE_URL: url, ACQUAINT_GOOGLE_UNITS_PER_MINUTE: String(quota.unitsPerMinute) },
    clientJson: CLIENT_JSON,
    mailbox,
    oauth,
    quota,
    faults,
    calls,
    get roundTrips() {
      return roundTrips;
    },
    load,
    watch: (next) => {
      listener = next;
    },
    acceptConsent: (pageUrl, scopes) => answerConsent(pageUrl, 'allow', scopes),
    refuseConsent: (pageUrl) => answerConsent(pageUrl, 'refuse'),
    sentInThread: (threadId) =>
      mailbox.deliveries.filter((delivery) => delivery.threadId === threadId).map(({ raw }) => raw),
    countCalls: (method) => calls.filter((call) => call.method === method).length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
