/**
 * The interaction ledger of one person: what passed, each way, when and how.
 *
 * It is a fold over `Interaction`s in time order: `add` is constant work, and folding the same interactions again gives
 * the same ledger. That is how a past moment is looked at, and how two addresses become one person.
 */
import { DAY_MS, DecayedSums } from './decayed-sums.ts';

/** Where the other side of a message stood in its header: the owner's place when received, theirs when sent. */
export type Place = 'to' | 'cc' | 'bcc';

/** Something that passed between the owner and a person. */
export interface Interaction {
  /**
   * `received` · `listed`: through a list or bulk software, or in the spam folder · `sent` · `boundary`: the owner's
   * boundary reply · `introduced` · `company`: somebody else's message named them beside the owner.
   */
  readonly kind: 'received' | 'listed' | 'sent' | 'boundary' | 'introduced' | 'company';
  readonly at: number;
  readonly messageId: string;
  readonly place: Place;
  /** People in To and Cc together, the owner included; at least 1. */
  readonly recipientCount: number;
  /** First message of its thread that was seen. */
  readonly opensThread: boolean;
  /** The other side had written in this thread before: now both have. */
  readonly completesThread: boolean;
  /** How long the message that it answers had waited; undefined where it answers none. */
  readonly answerMs: number | undefined;
  readonly introducer: Introducer | undefined;
}

export interface Introducer {
  readonly address: string;
  readonly name: string;
  /** False where the introducer only copied them in, without a word of introduction. */
  readonly inWords: boolean;
}

/** An answer within this time shows that the owner did not have to think about it. */
const FAST_ANSWER_MS = 2 * 3_600_000;

/** How much of a received letter was meant for the owner: 1 for a letter to the owner alone, less in Cc or in a crowd. */
function directness(place: Place, recipientCount: number): number {
  const byPlace = { to: 1, cc: 0.5, bcc: 0.2 }[place];
  return byPlace / Math.sqrt(recipientCount);
}

const QUARTERS = [7, 30, 90, 365] as const;

/** The fold. Times are those of the messages; decayed sums are over the half-lives they are asked for. */
export class Ledger {
  /** Personal mail from them; `listedCount` is what came through lists and bulk software. */
  receivedCount = 0;
  listedCount = 0;
  sentCount = 0;
  boundarySentCount = 0;
  firstReceivedAt: number | undefined;
  lastReceivedAt: number | undefined;
  firstSentAt: number | undefined;
  lastSentAt: number | undefined;
  lastCompanyAt: number | undefined;
  /** Threads in which both wrote. */
  sharedThreadCount = 0;
  /** Personal mail since the owner last wrote, boundary replies included. */
  unansweredCount = 0;
  /** When the first of those came. */
  waitingSinceAt: number | undefined;
  /** Received with the owner in To or Bcc; to the owner alone. */
  directCount = 0;
  aloneCount = 0;
  /** Sent to them alone. */
  sentAloneCount = 0;
  answeredByOwnerCount = 0;
  answeredFastCount = 0;
  answeredByThemCount = 0;
  openedByOwnerCount = 0;
  introduction: Interaction | undefined;

  /** Messages the owner sent, and days on which one was sent: a burst in an afternoon is one exchange. */
  readonly sent = new DecayedSums(QUARTERS);
  readonly sentDays = new DecayedSums([14, 30, 365, 1460] as const);
  /** Sent, a letter to one counting more than one to many. */
  readonly sentDirectly = new DecayedSums([30] as const);
  readonly received = new DecayedSums(QUARTERS);
  readonly receivedDays = new DecayedSums([1460] as const);
  /** Received, by `directness`. */
  readonly receivedDirectly = new DecayedSums([7, 30] as const);
  readonly answered = new DecayedSums(QUARTERS);
  readonly company = new DecayedSums([30] as const);

  #lastSentDay = Number.NEGATIVE_INFINITY;
  #lastReceivedDay = Number.NEGATIVE_INFINITY;

  add(interaction: Interaction): void {
    if (interaction.completesThread) this.sharedThreadCount += 1;
    switch (interaction.kind) {
      case 'received':
        this.#addReceived(interaction);
        break;
      case 'listed':
        this.listedCount += 1;
        break;
      case 'sent':
        this.#addSent(interaction);
        break;
      case 'boundary':
        this.boundarySentCount += 1;
        this.unansweredCount = 0;
        this.waitingSinceAt = undefined;
        break;
      case 'introduced':
        this.introduction ??= interaction;
        break;
      case 'company':
        this.company.add(1, interaction.at);
        this.lastCompanyAt = interaction.at;
        break;
    }
  }

  #addReceived({ at, place, recipientCount, answerMs }: Interaction): void {
    this.receivedCount += 1;
    this.unansweredCount += 1;
    this.waitingSinceAt ??= at;
    this.firstReceivedAt ??= at;
    this.lastReceivedAt = at;
    if (place !== 'cc') this.directCount += 1;
    if (recipientCount === 1) this.aloneCount += 1;
    if (answerMs !== undefined) this.answeredByThemCount += 1;
    this.received.add(1, at);
    this.receivedDirectly.add(directness(place, recipientCount), at);
    const day = Math.floor(at / DAY_MS);
    if (day !== this.#lastReceivedDay) this.receivedDays.add(1, at);
    this.#lastReceivedDay = day;
  }

  #addSent({ at, recipientCount, answerMs, opensThread }: Interaction): void {
    this.sentCount += 1;
    this.unansweredCount = 0;
    this.waitingSinceAt = undefined;
    this.firstSentAt ??= at;
    this.lastSentAt = at;
    if (recipientCount === 1) this.sentAloneCount += 1;
    if (opensThread) this.openedByOwnerCount += 1;
    if (answerMs !== undefined) {
      this.answeredByOwnerCount += 1;
      if (answerMs <= FAST_ANSWER_MS) this.answeredFastCount += 1;
      this.answered.add(1, at);
    }
    this.sent.add(1, at);
    this.sentDirectly.add(1 / Math.sqrt(recipientCount), at);
    const day = Math.floor(at / DAY_MS);
    if (day !== this.#lastSentDay) this.sentDays.add(1, at);
    this.#lastSentDay = day;
  }
}

export function ledgerOf(interactions: readonly Interaction[]): Ledger {
  const ledger = new Ledger();
  for (const interaction of interactions) ledger.add(interaction);
  return ledger;
}
