/**
 * The memory of all earlier mail that a verdict may ask (docs/architecture.md, "Judged on arrival").
 *
 * Fed one message after the other in date order, received and sent; work per message is constant. Everything it answers
 * rests on what was observed so far and nothing later.
 */
import type { Verdict } from '../contract/views.ts';
import type { Owner } from '../mail/owner.ts';
import type { TriageMessage } from '../triage/triage-message.ts';
import type { Label, Reason } from '../triage/vocabulary.ts';
import type { ReplyKind } from '../boundary/kinds.ts';
import type { Probed } from './probe.ts';

/** What passed between the owner and one person (all of his or her addresses) so far. */
export interface PersonRecord {
  /** Stable within one Correspondence: the person's first mailbox key. */
  readonly key: string;
  readonly name: string;
  /** Addresses as last written, the most used first. */
  readonly addresses: readonly string[];
  /** Personal mail received from them: automatic mail left out, and what came through lists, which is `listedCount`. */
  readonly receivedCount: number;
  readonly listedCount: number;
  /** Owner's messages with them in To or Cc, boundary replies left out. */
  readonly sentCount: number;
  /** Owner's boundary replies to them. */
  readonly boundarySentCount: number;
  readonly firstReceivedAt?: number;
  readonly lastReceivedAt?: number;
  readonly firstSentAt?: number;
  readonly lastSentAt?: number;
  /** Threads in which both wrote. */
  readonly sharedThreadCount: number;
  /** Personal mail since the owner last wrote to them (to any address). */
  readonly unansweredCount: number;
  readonly introducedBy?: {
    readonly address: string;
    readonly name: string;
    readonly at: number;
    readonly messageId: string;
    /** False where the introducer only copied them in, without a word of introduction. */
    readonly inWords: boolean;
  };
  /** Why addresses were taken for one person; empty for a single address. */
  readonly joins: readonly AddressJoin[];
  /** What Gmail says of letters that are not here yet; the counts above are of what is here. */
  readonly probed?: Probed;
}

/** Why two addresses are one person. */
export interface AddressJoin extends Reason {
  /** Mailbox keys. */
  readonly from: string;
  readonly to: string;
  /** Where it is the user's word: its id. */
  readonly wordId?: number;
}

export interface Strength {
  /** 0–100. Ranks people to the last decimal: round it where it is shown, never where it is compared or stored. */
  readonly value: number;
  /** Contributions in words, largest first; they explain the value. */
  readonly contributions: readonly { readonly name: string; readonly points: number; readonly reason: Reason }[];
  /** 0–1: would the owner answer an average message of theirs. For a given message ask `likelyToAnswer`. */
  readonly likelyToAnswer: number;
}

/**
 * What the arriving message itself says for a tie, checked by `core/triage`: pass it to `strength`.
 *
 * Without it a stranger with a verified name-drop, or with explained common ground, is as weak as any stranger; and a
 * newsletter of a known firm as strong as a colleague.
 */
export interface Arriving {
  /** Through a list, bulk software or by a machine: the firm's domain then earns nothing. */
  readonly impersonal?: boolean;
  /** The person named, looked up and verified. */
  readonly vouchedBy?: { readonly name: string; readonly messageIds: readonly string[] };
  /** Name of the circle, where the common ground is explained. */
  readonly circle?: string;
}

/** Whether the owner would answer one message, and the families of features that say so, strongest first. */
export interface LikelyAnswer {
  /** 0–1. */
  readonly value: number;
  /** `logit` is positive for an answer and negative against it. */
  readonly because: readonly { readonly name: string; readonly logit: number; readonly text: string }[];
}

export interface ThreadRecord {
  readonly ownerWrote: boolean;
  readonly messageCount: number;
  readonly participantKeys: readonly string[];
  readonly lastSentAt?: number;
  /** The owner's latest boundary reply in this thread. */
  readonly boundary?: { readonly kind: ReplyKind; readonly at: number; readonly messageId: string };
}

export interface BoundaryRecord {
  readonly kind: ReplyKind;
  readonly at: number;
  readonly messageId: string;
  readonly toAddress: string;
}

export interface Correspondence {
  /**
   * Adds a message; call after it has been judged, in order of `receivedAt`. `labels` is the verdict on it, if received.
   *
   * Of `signals.found` two kinds are read: `introduces`, and `new-address` (the writer says that this is a new address of
   * somebody the owner knows), which joins it to the old one once the owner answers.
   */
  observe(message: TriageMessage, labels: readonly Label[]): void;
  readonly owner: Owner;
  isOwner(address: string): boolean;
  /** The record of whoever writes from this address; undefined where nothing passed yet. */
  record(address: string): PersonRecord | undefined;
  /** Strength of the tie as of this moment, 0 with an empty record. */
  strength(address: string, asOf: number, arriving?: Arriving): Strength;
  /** Would the owner answer this message; ask before it is observed. */
  likelyToAnswer(message: TriageMessage): LikelyAnswer;
  /**
   * Sentences about the person with the messages they rest on. Never empty: says so where there is no record, and how far
   * back what was observed goes; `isComplete` where no older mail is still to come.
   */
  evidence(address: string, asOf: number, isComplete?: boolean): readonly Reason[];
  /** People with any mail under this name (folded: case, accents, order), strongest tie first. */
  peopleNamed(name: string): readonly PersonRecord[];
  /** People with any mail whose first name it is, strongest tie first. */
  peopleCalled(firstName: string): readonly PersonRecord[];
  /** Other people at the same registrable domain with two-way mail; empty on free-mail domains. */
  knownAtDomain(address: string): readonly PersonRecord[];
  /** Unanswered messages from this very address since the owner last wrote to it, through lists too, automatic ones left out. */
  streak(address: string): {
    readonly count: number;
    readonly messageIds: readonly string[];
    readonly firstAt?: number;
    /** The kind of outreach that the latest of them with any was judged to be. */
    readonly wanted?: Label;
  };
  thread(message: TriageMessage): ThreadRecord | undefined;
  /** An earlier message by its Message-ID: who wrote it. */
  earlier(
    messageId: string,
  ): { readonly from: string; readonly direction: 'sent' | 'received'; readonly at: number } | undefined;
  /** The owner's boundary replies to this person, to anybody at the same (not free-mail) domain, or to the same campaign, oldest first. */
  boundariesWith(message: TriageMessage): readonly BoundaryRecord[];
  /** Messages from that person, domain or campaign since a boundary. */
  receivedSince(message: TriageMessage, boundary: BoundaryRecord): readonly string[];
  /** Earlier messages whose text is nearly the same, from other senders or addresses (by its sketch), or undefined. */
  campaignOf(
    message: TriageMessage,
  ): { readonly id: string; readonly messageIds: readonly string[]; readonly senders: readonly string[] } | undefined;
  /** The user's word on whoever writes from an address; it wins over every score. `null` takes it back. */
  judge(address: string, verdict: Verdict | null): void;
  /** The user's word on whoever writes from an address, given on any address of the person. */
  verdict(address: string): Verdict | undefined;
  /** The user said that whoever writes from the one address is not who writes from the other. */
  areSaidToBeTwo(address: string, other: string): boolean;
  /** Everybody with any mail up to this moment, strongest first. */
  people(asOf: number): readonly (PersonRecord & { readonly strength: Strength })[];
  /** How far back what was observed goes. */
  readonly coverage: { readonly receivedSince?: number; readonly sentSince?: number; readonly messageCount: number };
}
