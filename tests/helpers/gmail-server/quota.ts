/**
 * Gmail's quota of 2026: units per user in any minute.
 *
 * Source: developers.google.com/workspace/gmail/api/reference/quota after the change of 1 May 2026 (6,000 units a minute,
 * `messages.get` 20). A call that would overspend is answered 429 and, as at Google, costs nothing.
 */
export const UNITS = {
  'users.getProfile': 1,
  'users.messages.list': 5,
  'users.messages.get': 20,
  'users.messages.attachments.get': 20,
  'users.messages.modify': 5,
  'users.messages.batchModify': 50,
  'users.messages.trash': 20,
  'users.messages.untrash': 5,
  'users.messages.send': 100,
  'users.threads.list': 10,
  'users.threads.get': 40,
  'users.threads.modify': 10,
  'users.history.list': 2,
  'users.labels.list': 1,
  'users.labels.get': 1,
  'users.labels.create': 5,
  'users.drafts.create': 10,
  'users.drafts.get': 20,
  'users.drafts.list': 5,
  'users.drafts.delete': 10,
  'users.drafts.send': 100,
  'users.settings.filters.create': 5,
  'users.settings.filters.delete': 5,
  'users.settings.filters.list': 1,
  'users.settings.sendAs.list': 1,
} as const;

export type GmailMethod = keyof typeof UNITS;

const WINDOW_MS = 60_000;

export class Quota {
  readonly unitsPerMinute: number;
  readonly #clock: () => number;
  readonly #window: { at: number; units: number }[] = [];
  #inWindow = 0;
  /** Units of accepted calls since the start. */
  spent = 0;
  /** Calls turned away. */
  refused = 0;
  /** The most units that were accepted within any minute. */
  peak = 0;
  readonly spentBy = new Map<GmailMethod, number>();

  constructor(unitsPerMinute: number, clock: () => number) {
    this.unitsPerMinute = unitsPerMinute;
    this.#clock = clock;
  }

  /** Books a call; false where it would overspend. */
  take(method: GmailMethod): boolean {
    const units = UNITS[method];
    const now = this.#clock();
    for (let oldest = this.#window[0]; oldest && oldest.at <= now - WINDOW_MS; oldest = this.#window[0]) {
      this.#inWindow -= oldest.units;
      this.#window.shift();
    }
    if (this.#inWindow + units > this.unitsPerMinute) {
      this.refused += 1;
      return false;
    }
    this.#window.push({ at: now, units });
    this.#inWindow += units;
    this.spent += units;
    this.peak = Math.max(this.peak, this.#inWindow);
    this.spentBy.set(method, (this.spentBy.get(method) ?? 0) + units);
    return true;
  }
}
