/** The user's words for the engine's. */
import type { ActionKind, Tone } from '#core/boundary/kinds.ts';
import type { BoundaryView, OutboxItem } from '#core/contract/views.ts';
import type { Advice, Label, Lane } from '#core/triage/vocabulary.ts';

export const LANE_WORDS = {
  known: { title: 'Known', one: 'known', about: 'People with whom you have a real, two-way history' },
  acquaintance: {
    title: 'Acquaintances',
    one: 'acquaintance',
    about: 'Some history, an introduction or common ground',
  },
  stranger: { title: 'Strangers', one: 'stranger', about: 'Nothing in your record says that you know them' },
  bulk: { title: 'Bulk', one: 'bulk', about: 'Newsletters, lists and mail sent to many' },
  automated: {
    title: 'Automated',
    one: 'automated',
    about: 'Codes, alerts, receipts, calendars: written by machines for you',
  },
} as const satisfies Record<Lane, { readonly title: string; readonly one: string; readonly about: string }>;

/** `warn`: a line was crossed; `good`: speaks for the sender. */
export const LABEL_TONE: Readonly<Partial<Record<Label, 'warn' | 'good'>>> = {
  nagging: 'warn',
  'ignored-request': 'warn',
  'hostile-reply': 'warn',
  introduction: 'good',
  apology: 'good',
  'answers-how-we-know': 'good',
  personal: 'good',
};

export const ACTION_WORDS = {
  'how-we-know': { title: 'How do we know each other?', done: 'Asked how you know each other' },
  decline: { title: 'No, thank you', done: 'Declined' },
  remove: { title: 'Please remove me', done: 'Asked to be removed' },
  'do-not-engage': { title: 'Do not engage', done: 'Archived and muted' },
  spam: { title: 'Mark as spam', done: 'Marked as spam' },
  block: { title: 'Block', done: 'Blocked' },
  unsubscribe: { title: 'Unsubscribe', done: 'Unsubscribe' },
  archive: { title: 'Archive', done: 'Archived' },
} as const satisfies Record<ActionKind, { readonly title: string; readonly done: string }>;

/** What advice comes down to: an action, an answer of the user's own, or nothing. */
export const ACTION_OF_ADVICE = {
  reply: 'answer',
  'ask-how-we-know': 'how-we-know',
  decline: 'decline',
  'ask-removal': 'remove',
  unsubscribe: 'unsubscribe',
  'do-not-engage': 'do-not-engage',
  block: 'block',
  'mark-spam': 'spam',
  none: 'none',
} as const satisfies Record<Advice, ActionKind | 'answer' | 'none'>;

export const TONE_WORDS = { kind: 'Kind', neutral: 'Neutral', firm: 'Firm' } as const satisfies Record<Tone, string>;

export const BOUNDARY_STATE_WORDS = {
  waiting: 'waiting to be sent',
  set: 'set',
  answered: 'answered',
  kept: 'kept',
  ignored: 'ignored',
  forgiven: 'forgiven',
} as const satisfies Record<BoundaryView['state'], string>;

export const OUTBOX_STATE_WORDS = {
  undoable: 'can be undone',
  waiting: 'waiting to be sent',
  sending: 'sending',
  done: 'done',
  failed: 'failed',
  undone: 'undone',
} as const satisfies Record<OutboxItem['state'], string>;

export function outboxTitle(kind: OutboxItem['kind'], count: number): string {
  const many = count > 1 ? ` (${count.toLocaleString('en')} messages)` : '';
  if (kind === 'reply') return `Reply${many}`;
  if (kind === 'mark-read') return `Marked as read${many}`;
  return `${ACTION_WORDS[kind].done}${many}`;
}

/** Strength in words, for the meter's tooltip and for screen readers. */
export function strengthWords(strength: number): string {
  if (strength >= 75) return 'a strong two-way history';
  if (strength >= 50) return 'a real two-way history';
  if (strength >= 25) return 'some history';
  if (strength > 0) return 'hardly any history';
  return 'no history';
}

/** `1 message`, `1,204 messages`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
