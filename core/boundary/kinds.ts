/** What the user can do with a message by one key. */

/** Boundaries that send a reply (mission B1–B3). */
export const REPLY_KINDS = ['how-we-know', 'decline', 'remove'] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

/** Every action on a message; the command line's `act --kind` has the same words. */
export const ACTION_KINDS = [...REPLY_KINDS, 'do-not-engage', 'spam', 'block', 'unsubscribe', 'archive'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** Ways out of a list, best first: RFC 8058, RFC 2369 by mail, a page in the browser. */
export const WAYS_OUT = ['one-click', 'mailto', 'link'] as const;
export type WayOutMethod = (typeof WAYS_OUT)[number];

/** How firmly a boundary reply is worded (mission B2, O9). */
export const TONES = ['kind', 'neutral', 'firm'] as const;
export type Tone = (typeof TONES)[number];

export function isReplyKind(kind: ActionKind): kind is ReplyKind {
  return (REPLY_KINDS as readonly ActionKind[]).includes(kind);
}
