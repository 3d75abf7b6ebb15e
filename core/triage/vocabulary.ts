/** The words that a verdict on a message is made of; `docs/glossary.md` explains each. */

/** Best relationship first; this is also the order of the queue. */
export const LANES = ['known', 'acquaintance', 'stranger', 'bulk', 'automated'] as const;
export type Lane = (typeof LANES)[number];

export const LABELS = [
  'resume-broadcast',
  'broadcast',
  'contact-list-mail',
  'newsletter',
  'recruiter',
  'cold-outreach',
  'nagging',
  'unsolicited-advice',
  'flattery',
  'connection-request',
  'campaign',
  'forward-request',
  'introduction',
  'hostile-reply',
  'apology',
  'answers-how-we-know',
  'ignored-request',
  'transactional',
  'security',
  'calendar',
  'personal',
] as const;
export type Label = (typeof LABELS)[number];

export const ADVICE = [
  'reply',
  'ask-how-we-know',
  'decline',
  'ask-removal',
  'unsubscribe',
  'do-not-engage',
  'block',
  'mark-spam',
  'none',
] as const;
export type Advice = (typeof ADVICE)[number];

/** What can be offered to leave a list, best first (RFC 8058, RFC 2369, a link in the body). */
export type UnsubscribeMethod = 'one-click' | 'mailto' | 'link' | 'none';

/** What was read out of a message or counted in the record; each only where it applies. */
export interface Facts {
  /** Unanswered messages in the sender's current streak, this one included. */
  readonly nagCount?: number;
  readonly nameDrop?: { readonly name: string; readonly verified: boolean; readonly address?: string };
  /** Address of the person who introduced the sender. */
  readonly introducedBy?: string;
  readonly offersToIntroduce?: { readonly name: string; readonly alreadyKnown: boolean };
  readonly circle?: { readonly name: string; readonly explained: boolean };
  /** Somebody else at the sender's registrable domain has two-way mail with the owner. */
  readonly knownDomain?: boolean;
  readonly role?: string;
  readonly place?: string;
  readonly remote?: boolean;
  /** `relocation`, `role:sales`, `no-growth` … */
  readonly dealBreakersBroken?: readonly string[];
  readonly campaignId?: string;
  /** Messages since the first request to stop, this one included. */
  readonly ignoredCount?: number;
  /** Name of the person in a connection request. */
  readonly invitedBy?: string;
  readonly inviteNote?: boolean;
  readonly unsubscribe?: UnsubscribeMethod;
}

/** One reason in words, with the messages it rests on. */
export interface Reason {
  /** A whole sentence or clause for the user, e.g. `You wrote 42 times, last on 3 May 2026`. */
  readonly text: string;
  /** Message-IDs (with angle brackets) of earlier messages, or of the message itself. */
  readonly messageIds: readonly string[];
  /** Words of the message itself that this rests on, verbatim, to be highlighted. */
  readonly quotes?: readonly string[];
  /** The label this reason supports, where it supports one. */
  readonly label?: Label;
  /** It is the user's own word: there is nothing behind it to be opened. */
  readonly said?: true;
}

/** Everything Acquaint says about one received message, judged on arrival: from earlier mail alone. */
export interface Assessment {
  readonly lane: Lane;
  readonly labels: readonly Label[];
  readonly facts: Facts;
  readonly advice: Advice;
  /** Why this advice, in one sentence. */
  readonly adviceReason: string;
  /** Relationship strength of the sender on arrival, 0–100. */
  readonly strength: number;
  /** Never empty. The strongest reason first. */
  readonly why: readonly Reason[];
  /** Labels that the user said it has not; absent where nothing was said. */
  readonly denied?: readonly Label[];
}
