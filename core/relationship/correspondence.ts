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

/** What passed between the owner and one person (all of his or her addresses) so far. */
export interface PersonRecord {
  /** Stable within one Correspondence: the person's first mailbox key. */
  readonly key: string;
  readonly name: string;
  /** Addresses as last written, the most used first. */
  readonly addresses: readonly string[];
  /** Personal mail received from them (automatic mail left out). */
  readonly receivedCount: number;
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
  /** Received since the owner last wrote to them (to any address). */
  readonly unansweredCount: number;
  readonly introducedBy?: {
    readonly address: string;
    readonly name: string;
    readonly at: number;
    readonly messageId: string;
  };
}

export interface Strength {
  /** 0–100. */
  readonly value: number;
  /** Contributions in words, largest first; they explain the value. */
  readonly contributions: readonly { readonly name: string; readonly points: number; readonly reason: Reason }[];
  /** 0–1: would the owner answer a message of theirs. */
  readonly likelyToAnswer: number;
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
  /** Adds a message; call after it has been judged, in order of `receivedAt`. `labels` is the verdict on it, if received. */
  observe(message: TriageMessage, labels: readonly Label[]): void;
  readonly owner: Owner;
  isOwner(address: string): boolean;
  /** The record of whoever writes from this address; undefined where nothing passed yet. */
  record(address: string): PersonRecord | undefined;
  /** Strength of the tie as of this moment, 0 with an empty record. */
  strength(address: string, asOf: number): Strength;
  /** Sentences about the person with the messages they rest on. Never empty: says so where there is no record. */
  evidence(address: string, asOf: number): readonly Reason[];
  /** People with any mail under this name (folded: case, accents, order), strongest tie first. */
  peopleNamed(name: string): readonly PersonRecord[];
  /** Other people at the same registrable domain with two-way mail; empty on free-mail domains. */
  knownAtDomain(address: string): readonly PersonRecord[];
  /** Unanswered messages from this very address since the owner last wrote to it, automatic ones left out. */
  streak(address: string): {
    readonly count: number;
    readonly messageIds: readonly string[];
    readonly firstAt?: number;
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
  /** Earlier messages whose text is nearly the same, from other senders or addresses (SimHash), or undefined. */
  campaignOf(
    message: TriageMessage,
  ): { readonly id: string; readonly messageIds: readonly string[]; readonly senders: readonly string[] } | undefined;
  /** The user's word on whoever writes from an address; it wins over every score. `null` takes it back. */
  judge(address: string, verdict: Verdict | null): void;
  /** Everybody with any mail up to this moment, strongest first. */
  people(asOf: number): readonly (PersonRecord & { readonly strength: Strength })[];
  /** How far back what was observed goes. */
  readonly coverage: { readonly receivedSince?: number; readonly sentSince?: number; readonly messageCount: number };
}
