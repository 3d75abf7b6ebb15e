/**
 * Form letters: received texts of one template.
 *
 * Texts are compared by their sketches (core/outreach/minhash.ts). Each is filed under the bands of its sketch, so that
 * only texts that share a band are compared, and of a crowded band only the latest: work per message is constant.
 */
import { sketchBands, sketchSimilarity } from '../outreach/minhash.ts';

/** Share of common word pairs from which two texts are one template; different letters stay below 0.25. */
export const LEAST_SIMILARITY = 0.42;
const COMPARED_PER_BAND = 64;

interface Text {
  readonly sketch: string;
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
  readonly #bands = new Map<string, Text[]>();
  readonly #byMessageId = new Map<string, Text>();
  /** A message is asked about before it is observed: the comparison is made once. */
  #latest: { readonly sketch: string; readonly nearest: Text | undefined } | undefined;

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
    const campaign = this.#nearest(sketch)?.campaign ?? [];
    const text: Text = { sketch, messageId, at, sender, deliveredTo, campaign };
    campaign.push(text);
    this.#latest = undefined;
    this.#byMessageId.set(messageId, text);
    for (const band of sketchBands(sketch)) {
      const texts = this.#bands.get(band);
      if (!texts) this.#bands.set(band, [text]);
      else {
        texts.push(text);
        if (texts.length > COMPARED_PER_BAND) texts.shift();
      }
    }
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
    if (sketch === '') return undefined;
    if (this.#latest?.sketch !== sketch) this.#latest = { sketch, nearest: this.#compare(sketch) };
    return this.#latest.nearest;
  }

  #compare(sketch: string): Text | undefined {
    let best: Text | undefined;
    let bestSimilarity = 0;
    const compared = new Set<Text>();
    for (const band of sketchBands(sketch)) {
      for (const text of this.#bands.get(band) ?? []) {
        if (compared.has(text)) continue;
        compared.add(text);
        const similarity = sketchSimilarity(text.sketch, sketch);
        if (similarity >= LEAST_SIMILARITY && similarity > bestSimilarity) {
          best = text;
          bestSimilarity = similarity;
        }
      }
    }
    return best;
  }
}
