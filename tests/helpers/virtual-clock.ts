/**
 * A clock that stands still while anything is being done, and jumps to the next wake-up when nothing is.
 *
 * Client and server share it, so that minutes of quota pass in milliseconds and the order of events stays that of real
 * time. "Nothing is being done" is a number of turns of the event loop without a change in `busy`.
 */
import type { Clock } from '#main/gmail/clock.ts';

const IDLE_TURNS = 12;

export class VirtualClock implements Clock {
  #now: number;
  #sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  #advancing = false;
  /** True while something real is going on, e.g. an HTTP request under way. */
  isBusy: () => boolean = () => false;

  constructor(startAt = Date.UTC(2026, 2, 2, 9)) {
    this.#now = startAt;
  }

  readonly now = (): number => this.#now;

  readonly sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const sleeper = { at: this.#now + Math.max(0, ms), wake: resolve };
      this.#sleepers.push(sleeper);
      signal?.addEventListener(
        'abort',
        () => {
          this.#sleepers = this.#sleepers.filter((one) => one !== sleeper);
          reject(signal.reason as Error);
        },
        { once: true },
      );
      void this.#advance();
    });

  async #advance(): Promise<void> {
    if (this.#advancing) return;
    this.#advancing = true;
    while (this.#sleepers.length > 0) {
      for (let turn = 0; turn < IDLE_TURNS; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        if (this.isBusy()) turn = 0;
      }
      const next = this.#sleepers.reduce<number>((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
      this.#now = Math.max(this.#now, next);
      const due = this.#sleepers.filter(({ at }) => at <= this.#now);
      this.#sleepers = this.#sleepers.filter(({ at }) => at > this.#now);
      for (const { wake } of due) wake();
    }
    this.#advancing = false;
  }
}
