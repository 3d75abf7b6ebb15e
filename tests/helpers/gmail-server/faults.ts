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
  | { readonly kind: 'empty-page' }
  /** The answer is written in UTF-16, and says so. */
  | { readonly kind: 'charset' }
  /** The message asked for has from now on a label that is in no list of labels. */
  | { readonly kind: 'unknown-label' };

/** The one method that can have such a fault; undefined where all can. */
function onlyMethodOf(fault: Fault): string | undefined {
  if (fault.kind === 'empty-page') return 'users.history.list';
  if (fault.kind === 'unknown-label') return 'users.messages.get';
  // Elsewhere a 404 is an answer that means what it says.
  return fault.kind === 'error' && fault.status === 404 ? 'users.history.list' : undefined;
}

/** What a fault is counted under, e.g. `error 403 domainPolicy`, `drop after`. */
export function nameOfFault(fault: Fault): string {
  switch (fault.kind) {
    case 'error':
      return ['error', fault.status, fault.reason, fault.headers && 'with a time'].filter(Boolean).join(' ');
    case 'drop':
      return `drop ${fault.when}`;
    default:
      return fault.kind;
  }
}

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
  /** Only calls whose query holds this value. */
  readonly query?: string;
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
  /** Faults that reached a client, by `nameOfFault`. */
  readonly served = new Map<string, number>();

  /** How many faults reached a client. */
  get count(): number {
    return [...this.served.values()].reduce((sum, count) => sum + count, 0);
  }

  countServed(name: string): void {
    this.served.set(name, (this.served.get(name) ?? 0) + 1);
  }

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
      const own = faults.filter((fault) => onlyMethodOf(fault) === method);
      const common = faults.filter((fault) => onlyMethodOf(fault) === undefined);
      // Half of them where there are any, so that the rare ones are seen at all.
      const possible = own.length > 0 && random() < 0.5 ? own : common;
      return possible[Math.floor(random() * possible.length)];
    };
  }

  clear(): void {
    this.#rules = [];
    this.#chance = undefined;
  }

  /** The fault for this call, if one is due. */
  next(method: string, path = '', query = new URLSearchParams()): Fault | undefined {
    for (const active of this.#rules) {
      if (active.left === 0) continue;
      const { on, path: part = '', query: value } = active.rule;
      if (!path.includes(part) || (value !== undefined && ![...query.values()].includes(value))) continue;
      if (on !== method && !(on === '*' && method.startsWith('users.'))) continue;
      if (active.skip > 0) {
        active.skip -= 1;
        continue;
      }
      active.left -= 1;
      return active.rule.fault;
    }
    return this.#chance?.(method);
  }
}
