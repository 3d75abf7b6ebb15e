/** A short way to tell a mailbox message by message, for tests of the record. */
import type { ThreadRowId } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';
import type { Signals } from '#core/outreach/signals.ts';
import type { Correspondence } from '#core/relationship/correspondence.ts';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import type { Label } from '#core/triage/vocabulary.ts';
import { anAddress, anOwner, aTriageMessage, OWNER_ADDRESS, someSignals } from '#tests/helpers/builders.ts';

const DAY_MS = 86_400_000;
/** Day 0 of every story: 1 January 2026. */
export const DAY_ZERO = Date.UTC(2026, 0, 1, 9);

export function day(number: number): number {
  return DAY_ZERO + Math.round(number * DAY_MS);
}

export interface Told {
  readonly on: number;
  readonly from?: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly thread?: number;
  readonly subject?: string;
  readonly id?: string;
  readonly inReplyTo?: string;
  readonly signals?: Partial<Signals>;
  readonly labels?: readonly Label[];
  readonly message?: Partial<TriageMessage>;
}

export class Story {
  readonly correspondence: Correspondence;
  #count = 0;

  constructor(owner: Owner = anOwner(), correspondence: Correspondence = createCorrespondence(owner, [])) {
    this.correspondence = correspondence;
  }

  /** Somebody writes, by default to the owner alone. */
  received(told: Told & { readonly from: string }): TriageMessage {
    const message = this.draft({ ...told, to: told.to ?? [OWNER_ADDRESS] });
    this.correspondence.observe(message, told.labels ?? []);
    return message;
  }

  /** The owner writes. */
  sent(told: Told & { readonly to: readonly string[] }): TriageMessage {
    const message = { ...this.draft({ ...told, from: `Olive Owner <${OWNER_ADDRESS}>` }), direction: 'sent' as const };
    this.correspondence.observe(message, []);
    return message;
  }

  /** A received message and the owner's answer an hour later. */
  exchange(told: Told & { readonly from: string }): void {
    const thread = told.thread ?? 1000 + this.#count;
    this.received({ ...told, thread });
    this.sent({ on: told.on + 1 / 24, to: [told.from], thread });
  }

  /** A message that has not been observed. */
  draft({ on, from = '', to = [], cc = [], thread, subject, id, inReplyTo, signals, message }: Told): TriageMessage {
    this.#count += 1;
    return aTriageMessage({
      messageId: id ?? `<story-${this.#count}>`,
      threadId: (thread ?? 100_000 + this.#count) as ThreadRowId,
      from: anAddress(from),
      to: to.map(anAddress),
      cc: cc.map(anAddress),
      deliveredTo: [],
      subject: subject ?? `Subject ${this.#count}`,
      receivedAt: day(on),
      ...(inReplyTo === undefined ? {} : { inReplyTo }),
      signals: someSignals(signals),
      ...message,
    });
  }

  value(address: string, on: number): number {
    return this.correspondence.strength(address, day(on)).value;
  }

  texts(address: string, on: number): readonly string[] {
    return this.correspondence.evidence(address, day(on)).map(({ text }) => text);
  }
}
