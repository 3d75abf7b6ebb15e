/**
 * Every call to Gmail goes through here: at its turn, with a fresh token, again after a pause where that is safe.
 *
 * The retries of Google's own client are switched off: they ignore Retry-After, start after 0.1 s, and never retry the
 * 403s by which Gmail asks for a pause (docs/decisions/google-client.md).
 */
import type { GoogleAccess } from '#main/account/google-access.ts';
import { backoffMs } from './backoff.ts';
import type { Clock } from './clock.ts';
import { asGmailError, GmailError, isGmailFailure, unreadableAnswer } from './gmail-error.ts';
import type { Pacer, Priority } from './pacer.ts';
import { CALL_UNITS, type CallName } from './units.ts';

/** What Google's generated methods take as their second argument. */
export interface CallOptions {
  readonly headers: { readonly authorization: string };
  readonly signal: AbortSignal;
  readonly timeout: number;
  readonly retry: false;
  readonly redirect: 'error';
  readonly fetchImplementation: typeof fetch;
}

export interface CallDetails {
  readonly priority: Priority;
  readonly signal?: AbortSignal | undefined;
  /** True where doing it twice is the same as doing it once. */
  readonly repeatable: boolean;
  /** How many calls of its kind it is; 1 where absent. */
  readonly times?: number;
}

/** Attempts by what went wrong; a user waits for the network's return, not for a fifth attempt. */
const MOST_ATTEMPTS = { offline: 3, busy: 6, rate: 8 } as const;
/** A longer pause is told to the caller. */
export const LONGEST_PAUSE_MS = 5 * 60_000;
/** A message may have 50 MB. */
const CALL_TIMEOUT_MS = 120_000;

export class PacedCalls {
  readonly #access: GoogleAccess;
  readonly #pacer: Pacer;
  readonly #clock: Clock;
  readonly #random: () => number;

  constructor(access: GoogleAccess, pacer: Pacer, clock: Clock, random: () => number = Math.random) {
    this.#access = access;
    this.#pacer = pacer;
    this.#clock = clock;
    this.#random = random;
  }

  /** The answer's body; throws a GmailError, `auth-expired`, or the signal's reason. */
  async run<Result>(
    name: CallName,
    details: CallDetails,
    call: (options: CallOptions) => Promise<{ readonly data: Result }>,
  ): Promise<Result> {
    const { priority, signal } = details;
    const never = new AbortController().signal;
    const failures = { offline: 0, busy: 0, rate: 0 };
    let rejectedToken = false;
    for (;;) {
      try {
        return await this.#pacer.run(CALL_UNITS[name] * (details.times ?? 1), priority, signal, () =>
          this.#once(signal ?? never, call),
        );
      } catch (error) {
        if (signal?.aborted) throw signal.reason;
        const failed = asGmailError(error, this.#clock.now());
        if (!(failed instanceof GmailError)) throw failed;
        const { failure } = failed;
        if (failure === 'auth') {
          if (rejectedToken) throw failed;
          rejectedToken = true;
          continue;
        }
        if (failure !== 'offline' && failure !== 'busy' && failure !== 'rate') throw failed;
        failures[failure] += 1;
        const mayRepeat = details.repeatable || !failed.mayHaveHappened;
        if (!mayRepeat || failures[failure] >= MOST_ATTEMPTS[failure]) throw failed;
        await this.#pause(failed, failures[failure] - 1, signal);
      }
    }
  }

  async #once<Result>(
    signal: AbortSignal,
    call: (options: CallOptions) => Promise<{ readonly data: Result }>,
  ): Promise<Result> {
    const token = await this.#access.token();
    try {
      const { data } = await call({
        headers: { authorization: `Bearer ${token}` },
        signal,
        timeout: CALL_TIMEOUT_MS,
        retry: false,
        redirect: 'error',
        fetchImplementation: fetch,
      });
      // An empty answer (204) is '' and right for some calls; any other text is JSON that could not be read.
      if (typeof data === 'string' && data !== '') throw unreadableAnswer(/<html|<!doctype/i.test(data));
      this.#pacer.succeeded();
      return data;
    } catch (error) {
      if (isGmailFailure(asGmailError(error, this.#clock.now()), 'auth')) this.#access.reject(token);
      throw error;
    }
  }

  async #pause(failed: GmailError, attempt: number, signal: AbortSignal | undefined): Promise<void> {
    const now = this.#clock.now();
    const waitMs = Math.max(backoffMs(attempt, this.#random), (failed.retryAt ?? 0) - now);
    // Hours, as when too much was sent in a day: other kinds of calls are not concerned, and nobody sleeps through it.
    if (waitMs > LONGEST_PAUSE_MS) throw failed;
    if (failed.failure === 'rate') {
      this.#pacer.complained();
      // The quota is the user's, not the call's: all calls pause.
      this.#pacer.pauseUntil(now + waitMs);
    }
    await this.#clock.sleep(waitMs, signal);
  }
}
