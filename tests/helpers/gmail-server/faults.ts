/** What can go wrong between Acquaint and Google, on demand. */
import type { ErrorShape } from './errors.ts';

export type Fault =
  /** An answer of Gmail's, with the call not carried out. */
  | ({ readonly kind: 'error' } & Partial<ErrorShape> & Pick<ErrorShape, 'status'>)
  /** The connection is cut, either before the call is carried out or after. */
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
  /** The call is carried out, its answer breaks off in the middle of the JSON although the length says it is whole. */
  | { readonly kind: 'truncate' }
  /** The answer comes in two halves, `ms` apart. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** A hotel's sign-in page instead of Gmail. */
  | { readonly kind: 'captive-portal' }
  /** A page of history without records and without a `history` key, but with a next page. */
  | { readonly kind: 'empty-page' };

export interface FaultRule {
  /** `users.drafts.send`, `oauth.token`, or `*` for every Gmail call. */
  readonly on: string;
  readonly fault: Fault;
  /** How often; 1 where absent. */
  readonly times?: number;
  /** Calls of that kind to let pass first. */
  readonly after?: number;
  /** Only calls whose path holds this, e.g. a message's id. */
  readonly path?: string;
}

/** mulberry32: a small, well-spread generator, so that a run of faults can be repeated from its seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface ActiveRule {
  readonly rule: FaultRule;
  left: number;
  skip: number;
}

export class Faults {
  #rules: ActiveRule[] = [];
  #chance: ((method: string) => Fault | undefined) | undefined;
  /** Faults dealt out so far. */
  count = 0;

  add(rule: FaultRule): void {
    this.#rules.push({ rule, left: rule.times ?? 1, skip: rule.after ?? 0 });
  }

  /** Every Gmail call fails with probability `rate`, by one of `faults`, the same way for the same seed and order of calls. */
  addRandom({
    seed,
    rate,
    faults,
  }: {
    readonly seed: number;
    readonly rate: number;
    readonly faults: readonly Fault[];
  }): void {
    const random = seededRandom(seed);
    this.#chance = (method) => {
      if (!method.startsWith('users.') || random() >= rate) return undefined;
      return faults[Math.floor(random() * faults.length)];
    };
  }

  clear(): void {
    this.#rules = [];
    this.#chance = undefined;
  }

  /** The fault for this call, if one is due. */
  next(method: string, path = ''): Fault | undefined {
    for (const active of this.#rules) {
      if (active.left === 0) continue;
      const { on, path: part = '' } = active.rule;
      if (!path.includes(part)) continue;
      if (on !== method && !(on === '*' && method.startsWith('users.'))) continue;
      if (active.skip > 0) {
        active.skip -= 1;
        continue;
      }
      active.left -= 1;
      this.count += 1;
      return active.rule.fault;
    }
    const fault = this.#chance?.(method);
    if (fault) this.count += 1;
    return fault;
  }
}
