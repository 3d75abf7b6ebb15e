/**
 * Unsubscribing by one click (RFC 8058): one POST, on the user's word, with nothing in it that tells who asks.
 *
 * HTTPS only, to the address that was looked up and found public, no cookies, no referrer, no user agent, no redirect, ten
 * seconds, and at most 64 kB of an answer that is thrown away.
 */
import { request as httpsRequest, type RequestOptions } from 'node:https';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { AppError } from '#core/contract/app-error.ts';
import { type Lookup, lookupHost, publicAddressOf } from './public-host.ts';

export interface Network {
  readonly lookup: Lookup;
  readonly request: (options: RequestOptions, onResponse: (response: IncomingMessage) => void) => ClientRequest;
}

export const internet: Network = { lookup: lookupHost, request: httpsRequest };

const TIMEOUT_MS = 10_000;
const LONGEST_ANSWER = 64 * 1024;
/** RFC 8058 §3.2. */
const BODY = 'List-Unsubscribe=One-Click';

/**
 * Resolves where the server said yes (2xx).
 *
 * Throws `not-allowed` where the address may not be asked or the server said no, `offline` where no answer came: then it is
 * not known what happened.
 */
export async function unsubscribeByOneClick(
  url: string,
  signal: AbortSignal,
  network: Network = internet,
): Promise<void> {
  const target = new URL(url);
  if (target.protocol !== 'https:' || target.username !== '' || target.password !== '' || target.port !== '') {
    throw new AppError({
      kind: 'not-allowed',
      message: 'This list cannot be left by one click.',
      cure: 'Open its page in the browser instead.',
    });
  }
  const pinned = await publicAddressOf(target.hostname, network.lookup);
  const status = await post(target, pinned, AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]), network);
  if (status >= 200 && status < 300) return;
  const said =
    status >= 300 && status < 400 ? 'wants to lead elsewhere, which it must not' : `answered with error ${status}`;
  throw new AppError({
    kind: 'not-allowed',
    message: `${target.hostname} ${said}: you are probably still subscribed.`,
    cure: 'Try again to use the next way out that the list offers.',
  });
}

function post(
  target: URL,
  pinned: { readonly address: string; readonly family: number },
  signal: AbortSignal,
  network: Network,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const lost = (cause: unknown): void =>
      reject(
        new AppError(
          {
            kind: 'offline',
            message: `${target.hostname} gave no answer; it is not known whether you are unsubscribed.`,
            cure: 'Check the network and try again.',
          },
          { cause },
        ),
      );
    const request = network.request(
      {
        host: target.hostname,
        port: 443,
        path: `${target.pathname}${target.search}`,
        method: 'POST',
        // A connection of its own, to the address that was checked.
        agent: false,
        lookup: (_host, options, callback) => {
          if (options.all === true) callback(null, [{ address: pinned.address, family: pinned.family }]);
          else callback(null, pinned.address, pinned.family);
        },
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(BODY) },
        signal,
      },
      (response) => {
        const { statusCode = 0 } = response;
        let received = 0;
        response.on('data', (chunk: Buffer) => {
          received += chunk.length;
          if (received > LONGEST_ANSWER) request.destroy();
        });
        response.on('error', () => undefined);
        // The status is the answer; what follows it is of no interest.
        resolve(statusCode);
      },
    );
    request.on('error', lost);
    request.end(BODY);
  });
}
