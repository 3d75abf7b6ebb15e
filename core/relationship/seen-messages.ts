/** Every message that was observed, by its Message-ID: enough to know it again. Kept in columns, some 30 bytes each. */
import { Column } from './column.ts';
import type { Mailbox } from './people.ts';

/** A message that more people had proves nothing about who answers it. */
export const MOST_PARTIES = 3;
const NONE = -1;

export interface SeenMessage {
  readonly from: string;
  readonly direction: 'sent' | 'received';
  readonly at: number;
}

export class SeenMessages {
  readonly #numbers = new Map<string, number>();
  readonly #at = new Column(Float64Array);
  /** Twice the place of the writer in `#addresses`, and one more where the message was sent. */
  readonly #fromAndDirection = new Column(Int32Array);
  /** `MOST_PARTIES` places in `#mailboxes` each, `NONE` where there are fewer. */
  readonly #parties = new Column(Int32Array);
  readonly #addresses = new Places<string>();
  readonly #mailboxes = new Places<Mailbox>();

  get size(): number {
    return this.#numbers.size;
  }

  /** `parties` had it besides the owner. A message that comes again counts as it came last. */
  add(messageId: string, { from, direction, at }: SeenMessage, parties: readonly Mailbox[]): void {
    this.#numbers.set(messageId, this.#at.length);
    this.#at.push(at);
    this.#fromAndDirection.push(this.#addresses.placeOf(from) * 2 + (direction === 'sent' ? 1 : 0));
    for (let index = 0; index < MOST_PARTIES; index += 1) {
      const party = parties.length > MOST_PARTIES ? undefined : parties[index];
      this.#parties.push(party ? this.#mailboxes.placeOf(party) : NONE);
    }
  }

  get(messageId: string): SeenMessage | undefined {
    const number = this.#numbers.get(messageId);
    if (number === undefined) return undefined;
    const fromAndDirection = this.#fromAndDirection.at(number);
    return {
      from: this.#addresses.get(fromAndDirection >> 1) ?? '',
      direction: fromAndDirection % 2 === 1 ? 'sent' : 'received',
      at: this.#at.at(number),
    };
  }

  /** Whoever had a message besides the owner; nobody where they were more than `MOST_PARTIES`. */
  partiesOf(messageId: string): readonly Mailbox[] {
    const number = this.#numbers.get(messageId);
    const found: Mailbox[] = [];
    if (number === undefined) return found;
    for (let index = 0; index < MOST_PARTIES; index += 1) {
      const party = this.#mailboxes.get(this.#parties.at(number * MOST_PARTIES + index));
      if (party) found.push(party);
    }
    return found;
  }
}

/** Things numbered in the order in which they came. */
class Places<Thing> {
  readonly #things: Thing[] = [];
  readonly #places = new Map<Thing, number>();

  placeOf(thing: Thing): number {
    let place = this.#places.get(thing);
    if (place === undefined) {
      place = this.#things.length;
      this.#things.push(thing);
      this.#places.set(thing, place);
    }
    return place;
  }

  get(place: number): Thing | undefined {
    return this.#things[place];
  }
}
