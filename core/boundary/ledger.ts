/**
 * The boundary ledger: what was asked of a person, and whether it was kept (mission B6, B8).
 *
 * Pure transitions: the store keeps the entries, the engine says what happened. A boundary that is undone before it was
 * sent leaves no trace and is deleted by the store.
 */
import type { BoundaryView } from '../contract/views.ts';
import type { ActionKind, Tone } from './kinds.ts';

/** What can be asked of somebody or done about them; archiving is neither. */
export type BoundaryKind = Exclude<ActionKind, 'archive'>;
export type BoundaryState = BoundaryView['state'];

export interface BoundaryEntry {
  readonly kind: BoundaryKind;
  readonly state: BoundaryState;
  /** When it was sent or done; when it was asked for, while waiting. */
  readonly setAt: number;
  /** Messages since that went against it. */
  readonly ignoredCount: number;
  /** The latest message from them since, of any sort. */
  readonly lastReceivedAt?: number;
}

/** What a message received after the boundary is. */
export type Reading =
  /** Says how they know the owner (label `answers-how-we-know`). */
  | 'answer'
  /** Says sorry, or that it is done (label `apology`). */
  | 'apology'
  /** Anger or a lecture (label `hostile-reply`): unwelcome, but an answer, not another pitch. */
  | 'hostile'
  /** An absence note, a bounce: nobody decided to send it. */
  | 'automatic'
  | 'other';

export type BoundaryChange =
  | { readonly type: 'confirmed'; readonly at: number }
  | { readonly type: 'received'; readonly at: number; readonly reading: Reading }
  | { readonly type: 'time-passed'; readonly now: number }
  | { readonly type: 'forgiven' };

const DAY_MS = 86_400_000;

/** Silence for so long means that a boundary is kept. */
export const KEPT_AFTER_MS = 30 * DAY_MS;

/** Bulk senders have 48 hours to honour an unsubscription (Gmail's sender guidelines, February 2024). */
const UNSUBSCRIBE_GRACE_MS = 2 * DAY_MS;

/** A boundary that was just asked for. */
export function newBoundary(kind: BoundaryKind, at: number): BoundaryEntry {
  return { kind, state: 'waiting', setAt: at, ignoredCount: 0 };
}

/** The entry after something happened; the same object where that changes nothing. */
export function changed(entry: BoundaryEntry, change: BoundaryChange): BoundaryEntry {
  // What the user forgave stays forgiven; a new boundary begins a new entry.
  if (entry.state === 'forgiven') return entry;
  switch (change.type) {
    case 'confirmed':
      return entry.state === 'waiting' ? { ...entry, state: 'set', setAt: change.at } : entry;
    case 'received':
      return afterMessage(entry, change);
    case 'time-passed':
      return afterSilence(entry, change.now);
    case 'forgiven':
      return entry.state === 'waiting' ? entry : { ...entry, state: 'forgiven' };
  }
}

function afterMessage(
  entry: BoundaryEntry,
  { at, reading }: { readonly at: number; readonly reading: Reading },
): BoundaryEntry {
  // Mail that crossed with the reply is nobody's fault, and mail before it is not about it.
  if (entry.state === 'waiting' || at <= entry.setAt) return entry;
  const heard = { ...entry, lastReceivedAt: Math.max(at, entry.lastReceivedAt ?? at) };
  switch (reading) {
    case 'automatic':
      return entry;
    case 'apology':
      return { ...heard, state: entry.state === 'answered' ? 'answered' : 'set' };
    case 'hostile':
      return heard;
    case 'answer':
      return entry.kind === 'how-we-know' ? { ...heard, state: 'answered' } : ignored(heard, at);
    case 'other':
      return entry.state === 'answered' ? heard : ignored(heard, at);
  }
}

function ignored(entry: BoundaryEntry, at: number): BoundaryEntry {
  if (entry.kind === 'unsubscribe' && at - entry.setAt < UNSUBSCRIBE_GRACE_MS) return entry;
  return { ...entry, state: 'ignored', ignoredCount: entry.ignoredCount + 1 };
}

/** Only what stands can be kept: who went on has to say so, or be forgiven, before silence counts. */
function afterSilence(entry: BoundaryEntry, now: number): BoundaryEntry {
  const quietSince = Math.max(entry.setAt, entry.lastReceivedAt ?? entry.setAt);
  return entry.state === 'set' && now - quietSince >= KEPT_AFTER_MS ? { ...entry, state: 'kept' } : entry;
}

export interface NextStep {
  readonly kind: BoundaryKind;
  readonly tone?: Tone;
}

/** One step up where they went on: ask → decline → ask to be removed → block → spam; undefined where none is due. */
export function nextStep(entry: BoundaryEntry): NextStep | undefined {
  if (entry.state !== 'ignored') return undefined;
  switch (entry.kind) {
    case 'how-we-know':
      return { kind: 'decline', tone: 'firm' };
    case 'decline':
      return { kind: 'remove', tone: 'firm' };
    case 'remove':
    case 'do-not-engage':
    case 'spam':
      return { kind: 'block' };
    // Gmail sees no more of a list after a filter; a list that ignores an unsubscription is spam by its own rules.
    case 'block':
    case 'unsubscribe':
      return { kind: 'spam' };
  }
}
