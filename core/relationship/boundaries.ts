/** The owner's boundary replies: to whom, at which firm, about which form letter, in order. */
import type { BoundaryRecord } from './correspondence.ts';
import type { Person } from './people.ts';
import { brandOf } from './sister-domains.ts';

interface Entry {
  readonly boundary: BoundaryRecord;
  readonly mailboxKey: string;
  /** Undefined for free mail. */
  readonly domain: string | undefined;
  /** Group of like texts that the message it answers is in. */
  readonly group: string | undefined;
}

/** The same domain, or sisters under one brand: who was told to stop does not start again under another name. */
function isOneFirm(one: string, other: string): boolean {
  return one === other || (brandOf(one) !== '' && brandOf(one) === brandOf(other));
}

export class Boundaries {
  readonly #entries: Entry[] = [];

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  add(entry: Entry): void {
    this.#entries.push(entry);
  }

  /** What concerns this person, domain or group of like texts, oldest first; `alsoAskedAt` are mailboxes that stand for the list. */
  concerning(
    person: Person | undefined,
    domain: string | undefined,
    group: string | undefined,
    alsoAskedAt: readonly string[] = [],
  ): readonly BoundaryRecord[] {
    const keys = [...(person?.mailboxes.map(({ key }) => key) ?? []), ...alsoAskedAt];
    return this.#entries
      .filter(
        (entry) =>
          keys.includes(entry.mailboxKey) ||
          (domain !== undefined && entry.domain !== undefined && isOneFirm(entry.domain, domain)) ||
          (group !== undefined && entry.group === group),
      )
      .map(({ boundary }) => boundary);
  }
}
