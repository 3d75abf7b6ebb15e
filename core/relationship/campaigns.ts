/**
 * Form letters: received texts that are nearly the same.
 *
 * SimHash (Charikar 2002; Manku, Jain and Das Sarma, WWW 2007): two texts are nearly the same when few of the 64 bits
 * differ. Bits are cut into bands; texts within `MAX_DISTANCE` share at least one band, so only those are compared, and
 * of a crowded band only the latest: work per message is constant.
 */

/** Bits that may differ. */
export const MAX_DISTANCE = 7;
const BAND_COUNT = 8;
const COMPARED_PER_BAND = 64;

interface Text {
  readonly high: number;
  readonly low: number;
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
  readonly #bands = new Map<number, Text[]>();
  readonly #byMessageId = new Map<string, Text>();

  /** Earlier texts nearly the same as this one, provided more than one sender or more than one owner address is in it. */
  find(simhash: string, sender: string, deliveredTo: readonly string[]): Campaign | undefined {
    const campaign = this.#nearest(simhash)?.campaign;
    const first = campaign?.[0];
    if (!campaign || !first) return undefined;
    const senders = new Set(campaign.map((text) => text.sender));
    const targets = new Set(campaign.flatMap((text) => text.deliveredTo));
    const others = senders.size > 1 || !senders.has(sender);
    const addresses = targets.size > 1 || deliveredTo.some((address) => targets.size > 0 && !targets.has(address));
    if (!others && !addresses) return undefined;
    return { id: first.messageId, messageIds: campaign.map((text) => text.messageId), senders: [...senders] };
  }

  observe(simhash: string, sender: string, deliveredTo: readonly string[], messageId: string, at: number): void {
    const words = parse(simhash);
    if (!words) return;
    const campaign = this.#nearest(simhash)?.campaign ?? [];
    const text: Text = { ...words, messageId, at, sender, deliveredTo, campaign };
    campaign.push(text);
    this.#byMessageId.set(messageId, text);
    for (const band of bandsOf(words)) {
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
  groupFor(simhash: string): string | undefined {
    return this.#nearest(simhash)?.campaign[0]?.messageId;
  }

  /** What came in a group after a moment, oldest first. */
  since(group: string, at: number): readonly { readonly at: number; readonly messageId: string }[] {
    return (this.#byMessageId.get(group)?.campaign ?? []).filter((text) => text.at > at);
  }

  #nearest(simhash: string): Text | undefined {
    const words = parse(simhash);
    if (!words) return undefined;
    let best: Text | undefined;
    let bestDistance = MAX_DISTANCE + 1;
    for (const band of bandsOf(words)) {
      for (const text of this.#bands.get(band) ?? []) {
        const distance = ones(text.high ^ words.high) + ones(text.low ^ words.low);
        if (distance < bestDistance) {
          best = text;
          bestDistance = distance;
        }
      }
    }
    return best;
  }
}

function parse(simhash: string): { readonly high: number; readonly low: number } | undefined {
  if (!/^[0-9a-f]{16}$/.test(simhash)) return undefined;
  return { high: Number.parseInt(simhash.slice(0, 8), 16) | 0, low: Number.parseInt(simhash.slice(8), 16) | 0 };
}

function bandsOf({ high, low }: { readonly high: number; readonly low: number }): readonly number[] {
  return Array.from({ length: BAND_COUNT }, (_, band) => {
    const word = band < 4 ? high : low;
    return band * 256 + ((word >>> ((band % 4) * 8)) & 255);
  });
}

function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
