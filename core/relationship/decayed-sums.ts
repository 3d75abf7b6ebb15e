/**
 * Sums in which what happened one half-life ago counts half, for several half-lives at once.
 *
 * Constant work to add, constant work to read. Adding the same things in the same order gives the same bits, so that a
 * ledger that was folded again equals the one that grew.
 */
export const DAY_MS = 86_400_000;

export class DecayedSums<HalfLifeDays extends number> {
  readonly #halfLives: readonly HalfLifeDays[];
  /** Made with the first addition: most people are only ever seen in company. */
  #sums: number[] | undefined;
  #at = Number.NEGATIVE_INFINITY;

  constructor(halfLives: readonly HalfLifeDays[]) {
    this.#halfLives = halfLives;
  }

  /** Times must not fall; an earlier one counts as if it were the latest. */
  add(weight: number, at: number): void {
    const sums = this.#sums;
    if (!sums) {
      this.#sums = this.#halfLives.map(() => weight);
      this.#at = at;
      return;
    }
    const elapsed = at > this.#at ? (at - this.#at) / DAY_MS : 0;
    for (let index = 0; index < sums.length; index += 1)
      sums[index] = (sums[index] ?? 0) * 2 ** (-elapsed / (this.#halfLives[index] ?? 1)) + weight;
    if (at > this.#at) this.#at = at;
  }

  /** The sum as of a moment, 0 where nothing was added; of an earlier moment, the sum as it is. */
  read(halfLifeDays: HalfLifeDays, asOf: number): number {
    const sum = this.#sums?.[this.#halfLives.indexOf(halfLifeDays)] ?? 0;
    return asOf > this.#at ? sum * 2 ** ((this.#at - asOf) / DAY_MS / halfLifeDays) : sum;
  }
}
