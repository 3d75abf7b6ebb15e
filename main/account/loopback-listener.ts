/**
 * The one-shot web server on 127.0.0.1 to which Google leads the browser back (RFC 8252 §7.3).
 *
 * It takes one request: GET / with the right Host and the right state. Anything else is turned away and changes nothing,
 * so that no page in the browser can end or hijack a sign-in by guessing the port.
 */
import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { portRefused } from './sign-in-errors.ts';
import { type AnswerPage, PAGE_HEADERS, renderAnswerPage } from './answer-page.ts';

export interface Redirect {
  readonly code?: string;
  /** RFC 6749 §4.1.2.1, e.g. `access_denied`. */
  readonly error?: string;
  /** Shows the page in the browser; the listener is closed by then. */
  readonly reply: (page: AnswerPage) => void;
}

export interface LoopbackListener {
  readonly redirectUri: string;
  /** Resolves with the first valid request; rejects with the signal's reason. */
  readonly redirect: Promise<Redirect>;
  readonly close: () => void;
}

const NOT_FOR_YOU: AnswerPage = {
  status: 400,
  title: 'Nothing here',
  text: 'This address only takes the answer of a sign-in that is under way.',
};

/** Listens on a free port; `signal` ends it. Throws `auth-refused` where the system gives none. */
export async function listenForRedirect(state: string, signal: AbortSignal): Promise<LoopbackListener> {
  const server = createServer({ maxHeaderSize: 16 * 1024 });
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portRefused(error.code ?? error.message)));
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the loopback listener has no port');
  const host = `127.0.0.1:${address.port}`;
  const close = (): void => {
    server.close();
    server.closeIdleConnections();
  };

  const redirect = new Promise<Redirect>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const query = answerIn(request, host, state);
      if (!query) {
        send(response, NOT_FOR_YOU);
        return;
      }
      close();
      const code = query.get('code');
      const error = query.get('error');
      resolve({
        ...(code ? { code } : {}),
        ...(error ? { error } : {}),
        reply: (page) => send(response, page),
      });
    });
  });
  // Whoever opened the listener may fail before waiting for it.
  redirect.catch(() => undefined);
  signal.addEventListener('abort', close, { once: true });
  return { redirectUri: `http://${host}`, redirect, close };
}

/** The query of the one request that is meant for us. */
function answerIn(request: IncomingMessage, host: string, state: string): URLSearchParams | undefined {
  if (request.method !== 'GET' || request.headers.host !== host) return undefined;
  const path = request.url ?? '';
  const target = URL.canParse(path, `http://${host}`) ? new URL(path, `http://${host}`) : undefined;
  if (target?.pathname !== '/' || !isSame(target.searchParams.get('state') ?? '', state)) return undefined;
  return target.searchParams.has('code') || target.searchParams.has('error') ? target.searchParams : undefined;
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function send(response: ServerResponse, page: AnswerPage): void {
  response.writeHead(page.status, PAGE_HEADERS);
  response.end(renderAnswerPage(page));
}
