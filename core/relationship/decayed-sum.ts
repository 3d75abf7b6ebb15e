/** A sum in which what happened one half-life ago counts half; constant work to add, constant work to read. */
export class DecayedSum {
  readonly #halfLifeMs: number;
  #sum = 0;
  #at = Number.NEGATIVE_INFINITY;

  constructor(halfLifeMs: number) {
    this.#halfLifeMs = halfLifeMs;
  }

  /** Times must not fall; an earlier one counts as if it were now. */
  add(weight: number, at: number): void {
    this.#sum = this.read(at) + weight;
    if (at > this.#at) this.#at = at;
  }

  read(asOf: number): number {
    if (this.#sum === 0 || asOf <= this.#at) return this.#sum;
    return this.#sum * 2 ** ((this.#at - asOf) / this.#halfLifeMs);
  }
}
