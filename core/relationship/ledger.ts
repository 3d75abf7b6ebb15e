/**
 * The interaction ledger of one person: what passed, each way, when and how.
 *
 * It is a fold over `Interaction`s in time order: `add` is constant work, and folding the same interactions again gives
 * the same ledger, which is how a past moment is looked at and how two addresses become one person.
 */
import { DecayedSum } from './decayed-sum.ts';

export const DAY_MS = 86_400_000;

/** Half-lives of the decayed counts: from what is going on this week to an old friendship. */
export const HALF_LIVES_DAYS = [7, 30, 90, 365, 1460] as const;
export type HalfLifeDays = (typeof HALF_LIVES_DAYS)[number];

/** Where the other side of a message stood in its header: the owner's place when received, theirs when sent. */
export type Place = 'to' | 'cc' | 'bcc' | 'list';

/** One thing that passed between the owner and a person. */
export interface Interaction {
  readonly kind: 'received' | 'sent' | 'boundary' | 'introduced';
  readonly at: number;
  readonly messageId: string;
  /** Mailbox key of the person's address that took part. */
  readonly mailbox: string;
  readonly place: Place;
  /** To and Cc together. */
  readonly recipientCount: number;
  /** First message of its thread that was seen. */
  readonly opensThread: boolean;
  /** The other side had written in this thread before: now both have. */
  readonly completesThread: boolean;
  /** How long the message that it answers had waited; absent where it answers none. */
  readonly answerMs?: number;
  readonly introducer?: { readonly address: string; readonly name: string };
}

/** How much a message counts as being between the two, by place and crowd: 1 for a letter to one, little for a circular. */
export function directness(place: Place, recipientCount: number): number {
  const byPlace = { to: 1, cc: 0.5, bcc: 0.2, list: 0.05 }[place];
  return byPlace / Math.sqrt(Math.max(1, recipientCount));
}

type ByHalfLife = Readonly<Record<HalfLifeDays, DecayedSum>>;

function decayedSums(): ByHalfLife {
  return Object.fromEntries(HALF_LIVES_DAYS.map((days) => [days, new DecayedSum(days * DAY_MS)] as const)) as Record<
    HalfLifeDays,
    DecayedSum
  >;
}

/** The fold. Counts are of messages; decayed sums are of `directness`. */
export class Ledger {
  receivedCount = 0;
  sentCount = 0;
  boundarySentCount = 0;
  firstReceivedAt: number | undefined;
  lastReceivedAt: number | undefined;
  firstSentAt: number | undefined;
  lastSentAt: number | undefined;
  sharedThreadCount = 0;
  /** Received since the owner last wrote, boundary replies included. */
  unansweredCount = 0;
  /** Messages of theirs that the owner answered, and of the owner's that they answered. */
  answeredByOwnerCount = 0;
  answeredByThemCount = 0;
  /** Threads that the owner opened with a message to them. */
  openedByOwnerCount = 0;
  introduction: Interaction | undefined;
  readonly received = decayedSums();
  readonly sent = decayedSums();

  add(interaction: Interaction): void {
    const { at } = interaction;
    if (interaction.completesThread) this.sharedThreadCount += 1;
    switch (interaction.kind) {
      case 'received':
        this.receivedCount += 1;
        this.unansweredCount += 1;
        this.firstReceivedAt ??= at;
        this.lastReceivedAt = at;
        if (interaction.answerMs !== undefined) this.answeredByThemCount += 1;
        this.#accumulate(this.received, interaction);
        break;
      case 'sent':
        this.sentCount += 1;
        this.unansweredCount = 0;
        this.firstSentAt ??= at;
        this.lastSentAt = at;
        if (interaction.answerMs !== undefined) this.answeredByOwnerCount += 1;
        if (interaction.opensThread) this.openedByOwnerCount += 1;
        this.#accumulate(this.sent, interaction);
        break;
      case 'boundary':
        this.boundarySentCount += 1;
        this.unansweredCount = 0;
        break;
      case 'introduced':
        this.introduction ??= interaction;
        break;
    }
  }

  #accumulate(sums: ByHalfLife, interaction: Interaction): void {
    const weight = directness(interaction.place, interaction.recipientCount);
    for (const days of HALF_LIVES_DAYS) sums[days].add(weight, interaction.at);
  }
}

/** Folds interactions up to and including a moment. */
export function ledgerOf(interactions: readonly Interaction[], asOf = Number.POSITIVE_INFINITY): Ledger {
  const ledger = new Ledger();
  for (const interaction of interactions) if (interaction.at <= asOf) ledger.add(interaction);
  return ledger;
}
