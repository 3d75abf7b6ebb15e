/**
 * Form letters: received texts of one template.
 *
 * Texts are compared by their sketches (core/outreach/minhash.ts). Each is filed under the bands of its sketch, so that
 * only texts that share a band are compared, and of a crowded band only the latest: work per message is constant. Bands
 * are filed in a table of numbers, by hash.
 */
import { sketchBands, sketchSimilarity } from '../outreach/minhash.ts';

/** Share of common word pairs from which two texts are one template; different letters stay below 0.25. */
export const LEAST_SIMILARITY = 0.42;
/** Latest texts kept in a slot: those of one template are all alike. */
const KEPT_PER_SLOT = 8;
const FIRST_SLOTS = 4096;
/** Bands a slot takes on average before the table grows. */
const BANDS_PER_SLOT = 3;

interface Text {
  readonly sketch: string;
  readonly bands: Int32Array;
  readonly messageId: string;
  readonly at: number;
  readonly sender: string;
  readonly deliveredTo: readonly string[];
  readonly campaign: Text[];
}

export interface Campaign {
  /** The first message's id. */
  readonly id: string;
  readonly messageIds: readonly string[];
  readonly senders: readonly string[];
}

export class Campaigns {
  readonly #texts: Text[] = [];
  readonly #byMessageId = new Map<string, Text>();
  #table = new BandTable(FIRST_SLOTS);
  /** A message is asked about before it is observed: the comparison is made once. */
  #latest: Comparison | undefined;

  /** Earlier texts nearly the same as this one, provided more than one sender or more than one owner address is in it. */
  find(sketch: string, sender: string, deliveredTo: readonly string[]): Campaign | undefined {
    const campaign = this.#nearest(sketch)?.campaign;
    const first = campaign?.[0];
    if (!campaign || !first) return undefined;
    const senders = new Set(campaign.map((text) => text.sender));
    const targets = new Set(campaign.flatMap((text) => text.deliveredTo));
    const others = senders.size > 1 || !senders.has(sender);
    const addresses = targets.size > 1 || deliveredTo.some((address) => targets.size > 0 && !targets.has(address));
    if (!others && !addresses) return undefined;
    return { id: first.messageId, messageIds: campaign.map((text) => text.messageId), senders: [...senders] };
  }

  observe(sketch: string, sender: string, deliveredTo: readonly string[], messageId: string, at: number): void {
    if (sketch === '') return;
    const { bands, nearest } = this.#compare(sketch);
    const campaign = nearest?.campaign ?? [];
    const text: Text = { sketch, bands, messageId, at, sender, deliveredTo, campaign };
    campaign.push(text);
    this.#latest = undefined;
    this.#byMessageId.set(messageId, text);
    this.#texts.push(text);
    if (this.#table.hasRoom) this.#table.file(bands, this.#texts.length - 1);
    else this.#enlarge();
  }

  /** The id of the group of like texts that an observed message is in, if its text could be compared. */
  groupOf(messageId: string): string | undefined {
    return this.#byMessageId.get(messageId)?.campaign[0]?.messageId;
  }

  /** The id of the group that a text would join. */
  groupFor(sketch: string): string | undefined {
    return this.#nearest(sketch)?.campaign[0]?.messageId;
  }

  /** What came in a group after a moment, oldest first. */
  since(group: string, at: number): readonly { readonly at: number; readonly messageId: string }[] {
    return (this.#byMessageId.get(group)?.campaign ?? []).filter((text) => text.at > at);
  }

  #nearest(sketch: string): Text | undefined {
    return sketch === '' ? undefined : this.#compare(sketch).nearest;
  }

  #compare(sketch: string): Comparison {
    if (this.#latest?.sketch === sketch) return this.#latest;
    const bands = sketchBands(sketch);
    let nearest: Text | undefined;
    let most = 0;
    for (const place of this.#table.near(bands)) {
      const text = this.#texts[place];
      if (!text) continue;
      const similarity = sketchSimilarity(text.sketch, sketch);
      if (similarity < LEAST_SIMILARITY || similarity <= most) continue;
      nearest = text;
      most = similarity;
    }
    this.#latest = { sketch, bands, nearest };
    return this.#latest;
  }

  /** More slots, everything filed again. */
  #enlarge(): void {
    this.#table = new BandTable(this.#table.size * 4);
    for (const [place, { bands }] of this.#texts.entries()) this.#table.file(bands, place);
  }
}

interface Comparison {
  readonly sketch: string;
  readonly bands: Int32Array;
  readonly nearest: Text | undefined;
}

/** Hash of a band → places of the latest texts that have it. */
class BandTable {
  readonly size: number;
  /** `KEPT_PER_SLOT` places a slot, counted from 1 (0 is nothing), and the whole hash beside each. */
  readonly #places: Int32Array;
  readonly #hashes: Int32Array;
  /** How many were ever filed in a slot: the next goes where the oldest is. */
  readonly #counts: Int32Array;
  #filed = 0;

  /** `size` is a power of two. */
  constructor(size: number) {
    this.size = size;
    this.#places = new Int32Array(size * KEPT_PER_SLOT);
    this.#hashes = new Int32Array(size * KEPT_PER_SLOT);
    this.#counts = new Int32Array(size);
  }

  get hasRoom(): boolean {
    return this.#filed < this.size * BANDS_PER_SLOT;
  }

  file(bands: Int32Array, place: number): void {
    for (let band = 0; band < bands.length; band += 1) {
      const hash = bands[band] ?? 0;
      const slot = hash & (this.size - 1);
      const count = this.#counts[slot] ?? 0;
      const index = slot * KEPT_PER_SLOT + (count % KEPT_PER_SLOT);
      this.#places[index] = place + 1;
      this.#hashes[index] = hash;
      this.#counts[slot] = count + 1;
      this.#filed += 1;
    }
  }

  /** Places of the texts that share a band with this one, each once. */
  near(bands: Int32Array): Iterable<number> {
    let found: Set<number> | undefined;
    for (let band = 0; band < bands.length; band += 1) {
      const hash = bands[band] ?? 0;
      const start = (hash & (this.size - 1)) * KEPT_PER_SLOT;
      for (let index = start; index < start + KEPT_PER_SLOT; index += 1) {
        const place = this.#places[index] ?? 0;
        if (place === 0) break;
        if (this.#hashes[index] === hash) (found ??= new Set()).add(place - 1);
      }
    }
    return found ?? NOWHERE;
  }
}

const NOWHERE: readonly number[] = [];
