/** A list of numbers that grows, in one block of memory: a number takes its bytes and nothing more. */
type Numbers = Float64Array | Int32Array | Uint16Array;

const FIRST_CAPACITY = 64;
/** By a half more each time: little stays empty. */
const GROWTH = 1.5;

export class Column {
  #values: Numbers;
  #length = 0;

  /** `kind` decides what fits; a number that does not is cut as a typed array cuts it. */
  constructor(kind: new (length: number) => Numbers) {
    this.#values = new kind(FIRST_CAPACITY);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#grow();
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** 0 beyond the end. */
  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** `index` is below `length`. */
  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  #grow(): void {
    const Kind = this.#values.constructor as new (length: number) => Numbers;
    const larger = new Kind(Math.ceil(this.#values.length * GROWTH));
    larger.set(this.#values);
    this.#values = larger;
  }
}
