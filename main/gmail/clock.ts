/** Time as far as pacing and waiting need it; tests bring one of their own. */

export interface Clock {
  /** Ms since the epoch. */
  readonly now: () => number;
  /** Resolves after `ms`; rejects with the signal's reason. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** A longer timer fires at once in Node. */
const LONGEST_TIMER_MS = 2_147_483_647;

export const systemClock: Clock = {
  now: Date.now,
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const ended = (): void => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(
        () => {
          signal?.removeEventListener('abort', ended);
          resolve();
        },
        Math.min(ms, LONGEST_TIMER_MS),
      );
      signal?.addEventListener('abort', ended, { once: true });
    }),
};
