/** How often something may be done again that costs time others need. */

/** After the first time it waits `share` times as long as the last time took, and at least `leastMs`. */
export class Pace {
  readonly #share: number;
  readonly #leastMs: number;
  #startedAt = Number.NEGATIVE_INFINITY;
  #spentMs = 0;

  constructor(share: number, leastMs: number) {
    this.#share = share;
    this.#leastMs = leastMs;
  }

  begin(now: number): void {
    this.#startedAt = now;
    this.#spentMs = 0;
  }

  /** Its turn has come at once: the user waits for it. */
  hurry(): void {
    this.#startedAt = Number.NEGATIVE_INFINITY;
  }

  /** Runs a part of the work and adds its time. */
  spend<Result>(work: () => Result): Result {
    const startedAt = performance.now();
    try {
      return work();
    } finally {
      this.#spentMs += performance.now() - startedAt;
    }
  }

  /** 0 or less: its turn has come. */
  waitMs(now: number): number {
    return this.#startedAt + Math.max(this.#leastMs, this.#spentMs * this.#share) - now;
  }
}
