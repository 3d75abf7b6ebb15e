/**
 * Form letters: received texts of one template.
 *
 * Texts are compared by their sketches (core/outreach/minhash.ts). Each is filed under the bands of its sketch, so that
 * only texts that share a band are compared, and of a crowded band only the latest: work per message is constant. What is
 * kept of a text are numbers in columns, some 130 bytes.
 */
import { BAND_COUNT, bandHash, HASH_COUNT, minimaOf, shareOfMinima } from '../outreach/minhash.ts';
import { Column } from './column.ts';

/** Share of common word pairs from which two texts are one template; different letters stay below 0.25. */
export const LEAST_SIMILARITY = 0.42;
/** Latest texts of a slot that are looked at: those of one template are all alike. */
const READ_PER_SLOT = 8;
const FIRST_SLOTS = 4096;
/** Bands a slot takes on average before there are more slots. */
const BANDS_PER_SLOT = 3;

/** Letters and senders of a campaign that are named: some templates come by the ten thousand. */
export const NAMED_OF_CAMPAIGN = 20;

export interface Campaign {
  /** The first message's id. */
  readonly id: string;
  /** The earliest, at most `NAMED_OF_CAMPAIGN`. */
  readonly messageIds: readonly string[];
  /** The earliest, at most `NAMED_OF_CAMPAIGN`. */
  readonly senders: readonly string[];
}

/** Texts of one template, with what is asked of all of them at once. */
interface Group {
  readonly texts: number[];
  readonly senders: Set<string>;
  readonly targets: Set<string>;
}

/** What a sketch is like, found once for the question and once more for the observation. */
interface Comparison {
  readonly sketch: string;
  readonly minima: readonly number[];
  /** The most similar earlier text. */
  readonly nearest: number | undefined;
}

export class Campaigns {
  /** Of each text, by its number: */
  readonly #messageIds: string[] = [];
  readonly #senders: string[] = [];
  readonly #at = new Column(Float64Array);
  /** Place in `#targetLists`. */
  readonly #targets = new Column(Int32Array);
  /** Number of the first text like it, itself where there was none. */
  readonly #first = new Column(Int32Array);
  /** `HASH_COUNT` each. */
  readonly #minima = new Column(Uint16Array);
  /** `BAND_COUNT` each: the band filed before it in its slot, counted from 1; 0 for none. */
  readonly #filedBefore = new Column(Int32Array);

  readonly #numbers = new Map<string, number>();
  /** First text → all of its template; only where there are several. */
  readonly #groups = new Map<number, Group>();
  /** Most mail comes to the same few addresses. */
  readonly #targetLists: (readonly string[])[] = [];
  readonly #targetNumbers = new Map<string, number>();
  /** Slot → the band filed last, counted from 1. Its length is a power of two. */
  #slots = new Int32Array(FIRST_SLOTS);
  #latest: Comparison | undefined;

  /** Earlier texts nearly the same as this one, provided more than one sender or more than one owner address is in it. */
  find(sketch: string, sender: string, deliveredTo: readonly string[]): Campaign | undefined {
    const { nearest } = this.#compare(sketch);
    if (nearest === undefined) return undefined;
    const { texts, senders, targets } = this.#groupOf(nearest);
    const others = senders.size > 1 || !senders.has(sender);
    const addresses = targets.size > 1 || deliveredTo.some((address) => targets.size > 0 && !targets.has(address));
    if (!others && !addresses) return undefined;
    const messageIds = texts.slice(0, NAMED_OF_CAMPAIGN).map((text) => this.#messageIds[text] ?? '');
    return { id: messageIds[0] ?? '', messageIds, senders: firstOf(senders, NAMED_OF_CAMPAIGN) };
  }

  observe(sketch: string, sender: string, deliveredTo: readonly string[], messageId: string, at: number): void {
    const { minima, nearest } = this.#compare(sketch);
    if (minima.length === 0) return;
    this.#latest = undefined;
    const text = this.#messageIds.length;
    const first = nearest === undefined ? text : this.#first.at(nearest);
    this.#messageIds.push(messageId);
    this.#senders.push(sender);
    this.#at.push(at);
    this.#targets.push(this.#targetNumber(deliveredTo));
    this.#first.push(first);
    for (const minimum of minima) this.#minima.push(minimum);
    this.#numbers.set(messageId, text);
    if (first !== text) {
      const group = this.#groupOf(first);
      this.#groups.set(first, group);
      this.#addTo(group, text);
    }
    for (let band = 0; band < BAND_COUNT; band += 1) this.#filedBefore.push(0);
    if (this.#filedBefore.length > this.#slots.length * BANDS_PER_SLOT) this.#fileAllAgain();
    else this.#file(text);
  }

  /** The id of the group of like texts that an observed message is in, if its text could be compared. */
  groupOf(messageId: string): string | undefined {
    const text = this.#numbers.get(messageId);
    return text === undefined ? undefined : this.#messageIds[this.#first.at(text)];
  }

  /** The id of the group that a text would join. */
  groupFor(sketch: string): string | undefined {
    const { nearest } = this.#compare(sketch);
    return nearest === undefined ? undefined : this.#messageIds[this.#first.at(nearest)];
  }

  /** What came in a group after a moment, oldest first. */
  since(group: string, at: number): readonly { readonly at: number; readonly messageId: string }[] {
    const text = this.#numbers.get(group);
    if (text === undefined) return [];
    return this.#groupOf(text)
      .texts.map((one) => ({ at: this.#at.at(one), messageId: this.#messageIds[one] ?? '' }))
      .filter((one) => one.at > at);
  }

  #groupOf(text: number): Group {
    const first = this.#first.at(text);
    return this.#groups.get(first) ?? this.#addTo({ texts: [], senders: new Set(), targets: new Set() }, first);
  }

  #addTo(group: Group, text: number): Group {
    group.texts.push(text);
    group.senders.add(this.#senders[text] ?? '');
    for (const target of this.#targetLists[this.#targets.at(text)] ?? []) group.targets.add(target);
    return group;
  }

  #targetNumber(targets: readonly string[]): number {
    const written = targets.join('\n');
    let number = this.#targetNumbers.get(written);
    if (number === undefined) {
      number = this.#targetLists.length;
      this.#targetLists.push([...targets]);
      this.#targetNumbers.set(written, number);
    }
    return number;
  }

  #compare(sketch: string): Comparison {
    if (this.#latest?.sketch === sketch) return this.#latest;
    const minima = minimaOf(sketch);
    let nearest: number | undefined;
    let most = 0;
    for (const text of this.#near(minima)) {
      const similarity = shareOfMinima(minima, (index) => this.#minima.at(text * HASH_COUNT + index));
      if (similarity < LEAST_SIMILARITY || similarity <= most) continue;
      nearest = text;
      most = similarity;
    }
    this.#latest = { sketch, minima, nearest };
    return this.#latest;
  }

  /** Texts that share a band with these minima, each once. */
  #near(minima: readonly number[]): Iterable<number> {
    let found: Set<number> | undefined;
    for (let place = 0; place < minima.length; place += 2) {
      const [first = 0, second = 0] = [minima[place], minima[place + 1]];
      let filed = this.#slots[this.#slotOf(place / 2, first, second)] ?? 0;
      for (let read = 0; filed > 0 && read < READ_PER_SLOT; read += 1) {
        // A band is two minima of its text: the places agree where the bands do.
        const start = (filed - 1) * 2;
        if (start % HASH_COUNT === place && this.#minima.at(start) === first && this.#minima.at(start + 1) === second)
          (found ??= new Set()).add(Math.floor(start / HASH_COUNT));
        filed = this.#filedBefore.at(filed - 1);
      }
    }
    return found ?? NOTHING;
  }

  #slotOf(band: number, first: number, second: number): number {
    return bandHash(band, first, second) & (this.#slots.length - 1);
  }

  #file(text: number): void {
    for (let band = 0; band < BAND_COUNT; band += 1) {
      const number = text * BAND_COUNT + band;
      const slot = this.#slotOf(band, this.#minima.at(number * 2), this.#minima.at(number * 2 + 1));
      this.#filedBefore.set(number, this.#slots[slot] ?? 0);
      this.#slots[slot] = number + 1;
    }
  }

  /** Into twice as many slots. */
  #fileAllAgain(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let text = 0; text < this.#messageIds.length; text += 1) this.#file(text);
  }
}

const NOTHING: readonly number[] = [];

/** Without a look at the rest, which may be long. */
function firstOf(values: Iterable<string>, most: number): readonly string[] {
  const found: string[] = [];
  for (const value of values) {
    if (found.length === most) break;
    found.push(value);
  }
  return found;
}
