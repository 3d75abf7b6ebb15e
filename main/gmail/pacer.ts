/**
 * Spends the user's quota to its limit and never over it.
 *
 * Three rules hold at once. In any minute the units of calls begun stay within the budget; a call counts until a minute
 * after its answer, so that however long it was on its way, Google's own minute never holds more. Background work leaves a
 * reserve for the user's actions, and after a first burst (a new account shall show something at once) flows evenly. At
 * most so many calls are under way together as Gmail is seen to bear: halved when it complains, raised by one after a
 * good while.
 */
import type { Clock } from './clock.ts';

/** `user`: a key was pressed for this; goes before everything else. */
export type Priority = 'user' | 'background';

const WINDOW_MS = 60_000;
/** Share of the budget that only the user's actions may take: at 6,000 units two replies. */
const RESERVE = 0.04;
/** Share that background work may take at once at the start. */
const BURST = 0.35;
/** How much evenly flowing work may catch up at once. */
const CATCH_UP_MS = 2000;

const MOST_AT_ONCE = 10;
const AT_ONCE_AT_FIRST = 6;
const GOOD_CALLS_TO_RAISE = 50;
/** The user's calls may go over the limit by so many: they are few, and waited for. */
const EXTRA_FOR_USER = 2;

interface Spent {
  readonly units: number;
  /** When it stops counting; undefined while under way. */
  until: number | undefined;
}

interface Waiting {
  readonly units: number;
  readonly start: () => void;
}

export class Pacer {
  readonly #clock: Clock;
  readonly #budget: number;
  readonly #waiting: Record<Priority, Waiting[]> = { user: [], background: [] };
  /** What to do with the calls that wait, by the signal that ends them: one listener a signal, however many calls wait. */
  readonly #leaving = new Map<AbortSignal, Set<() => void>>();
  #spent: Spent[] = [];
  #inWindow = 0;
  #underWay = 0;
  #atOnce = AT_ONCE_AT_FIRST;
  #goodCalls = 0;
  #pausedUntil = 0;
  /** Units that background work may begin now without running ahead of its even flow. */
  #flow: number;
  #flowAt: number;
  #wakeAt: number | undefined;

  constructor(unitsPerMinute: number, clock: Clock) {
    this.#clock = clock;
    this.#budget = unitsPerMinute;
    this.#flow = unitsPerMinute * BURST;
    this.#flowAt = clock.now();
  }

  /** Waits for its turn, then runs `call`. Rejects with the signal's reason where it is aborted while waiting. */
  async run<Result>(
    units: number,
    priority: Priority,
    signal: AbortSignal | undefined,
    call: () => Promise<Result>,
  ): Promise<Result> {
    await this.#turn(units, priority, signal);
    const spent: Spent = { units, until: undefined };
    this.#spent.push(spent);
    try {
      return await call();
    } finally {
      spent.until = this.#clock.now() + WINDOW_MS;
      this.#underWay -= 1;
      this.#pump();
    }
  }

  /** Gmail asked for a pause: nothing begins before. */
  pauseUntil(at: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, at);
  }

  /** Gmail complained: fewer at once from now on. */
  complained(): void {
    this.#atOnce = Math.max(1, Math.floor(this.#atOnce / 2));
    this.#goodCalls = 0;
  }

  succeeded(): void {
    this.#goodCalls += 1;
    if (this.#goodCalls < GOOD_CALLS_TO_RAISE) return;
    this.#goodCalls = 0;
    this.#atOnce = Math.min(MOST_AT_ONCE, this.#atOnce + 1);
  }

  #turn(units: number, priority: Priority, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
      const queue = this.#waiting[priority];
      const leave = (): void => {
        stopListening();
        const place = queue.indexOf(entry);
        if (place !== -1) queue.splice(place, 1);
        reject(signal?.reason as Error);
      };
      const entry: Waiting = {
        units,
        start: () => {
          stopListening();
          resolve();
        },
      };
      const stopListening = this.#onAbort(signal, leave);
      queue.push(entry);
      this.#pump();
    });
  }

  /** Calls `leave` when the signal is aborted, unless the returned function was called before. */
  #onAbort(signal: AbortSignal | undefined, leave: () => void): () => void {
    if (!signal) return () => undefined;
    const leaving = this.#leaving.get(signal) ?? new Set();
    leaving.add(leave);
    this.#leaving.set(signal, leaving);
    if (leaving.size === 1) signal.addEventListener('abort', this.#leaveAll);
    return () => {
      if (!leaving.delete(leave) || leaving.size > 0) return;
      this.#leaving.delete(signal);
      signal.removeEventListener('abort', this.#leaveAll);
    };
  }

  readonly #leaveAll = ({ target }: Event): void => {
    for (const leave of this.#leaving.get(target as AbortSignal) ?? []) leave();
  };

  /** Begins whatever may begin now, and comes back when the next may. */
  #pump(): void {
    const now = this.#clock.now();
    this.#forget(now);
    for (const priority of ['user', 'background'] as const) {
      const queue = this.#waiting[priority];
      for (let next = queue[0]; next; next = queue[0]) {
        const at = this.#startsAt(next.units, priority, now);
        if (at > now) {
          if (at !== Number.POSITIVE_INFINITY) this.#wake(at, now);
          break;
        }
        queue.shift();
        this.#underWay += 1;
        this.#inWindow += next.units;
        if (priority === 'background') this.#flow -= next.units;
        next.start();
      }
    }
  }

  /** When a call may begin; infinity where only the end of another can tell. */
  #startsAt(units: number, priority: Priority, now: number): number {
    if (this.#underWay >= this.#atOnce + (priority === 'user' ? EXTRA_FOR_USER : 0)) return Number.POSITIVE_INFINITY;
    if (this.#pausedUntil > now) return this.#pausedUntil;
    const limit = priority === 'user' ? this.#budget : this.#budget * (1 - RESERVE);
    return Math.max(
      this.#windowHasRoomAt(limit - units, now),
      priority === 'user' ? now : this.#flowReachesAt(units, now),
    );
  }

  #windowHasRoomAt(room: number, now: number): number {
    let held = this.#inWindow;
    if (held <= room) return now;
    const ending = this.#spent.flatMap(({ units: ended, until }) => (until === undefined ? [] : [{ ended, until }]));
    for (const { ended, until } of ending.toSorted((one, other) => one.until - other.until)) {
      held -= ended;
      if (held <= room) return until;
    }
    return Number.POSITIVE_INFINITY;
  }

  #flowReachesAt(units: number, now: number): number {
    const perMs = (this.#budget * (1 - RESERVE)) / WINDOW_MS;
    const cap = perMs * CATCH_UP_MS;
    if (this.#flow < cap) this.#flow = Math.min(cap, this.#flow + (now - this.#flowAt) * perMs);
    this.#flowAt = now;
    return this.#flow >= Math.min(units, cap) ? now : now + Math.ceil((Math.min(units, cap) - this.#flow) / perMs);
  }

  #forget(now: number): void {
    const isOver = ({ until }: Spent): boolean => until !== undefined && until <= now;
    if (!this.#spent.some(isOver)) return;
    for (const spent of this.#spent) if (isOver(spent)) this.#inWindow -= spent.units;
    this.#spent = this.#spent.filter((spent) => !isOver(spent));
  }

  #wake(at: number, now: number): void {
    if (this.#wakeAt !== undefined && this.#wakeAt <= at) return;
    this.#wakeAt = at;
    void this.#clock.sleep(at - now).then(() => {
      if (this.#wakeAt === at) this.#wakeAt = undefined;
      this.#pump();
    });
  }
}
