/** A message as the mailbox keeps it: its source and what lists and searches look at. */
import { headerOf, readHeaderFields, splitMessage } from './mime-tree.ts';
import type { Searchable } from './query.ts';

export const SYSTEM_LABELS = [
  'INBOX', 'SENT', 'DRAFT', 'UNREAD', 'STARRED', 'IMPORTANT', 'SPAM', 'TRASH', 'CHAT',
  'CATEGORY_PERSONAL', 'CATEGORY_SOCIAL', 'CATEGORY_PROMOTIONS', 'CATEGORY_UPDATES', 'CATEGORY_FORUMS',
] as const; // prettier-ignore

export interface MailboxMessage extends Searchable {
  readonly id: string;
  readonly threadId: string;
  readonly labels: Set<string>;
  readonly references: readonly string[];
  readonly raw: Buffer;
  historyId: bigint;
}

/** What left the mailbox: one entry a delivery to the world. */
export interface Delivery {
  readonly messageId: string;
  readonly id: string;
  readonly threadId: string;
  /** Every address of To, Cc and Bcc. */
  readonly recipients: readonly string[];
  readonly raw: string;
}

export const addressesIn = (value: string): string[] =>
  [...value.matchAll(/[^\s<>,;:"]+@[^\s<>,;:"]+/g)].map(([address]) => address.toLowerCase());
export const bareSubject = (subject: string): string =>
  subject.replace(/^(?:\s*(?:re|fwd?|aw|sv)\s*:)+\s*/i, '').trim();

export interface ListQuery {
  readonly q?: string;
  readonly labelIds?: readonly string[];
  readonly includeSpamTrash?: boolean;
  readonly pageToken?: string;
  readonly limit: number;
}

/** What the header fields say; ids, labels and time are the mailbox's. */
export function readSource(
  raw: Buffer,
): Omit<MailboxMessage, 'id' | 'threadId' | 'labels' | 'historyId' | 'at'> & { readonly datedAt: number | undefined } {
  const fields = readHeaderFields(splitMessage(raw).head);
  const field = (name: string): string => headerOf(fields, name);
  const datedAt = Date.parse(field('Date'));
  return {
    raw,
    from: field('From').toLowerCase(),
    to: field('To').toLowerCase(),
    cc: field('Cc').toLowerCase(),
    bcc: field('Bcc').toLowerCase(),
    subject: field('Subject'),
    messageId: field('Message-ID'),
    references: `${field('References')} ${field('In-Reply-To')}`.match(/<[^<>\s]+>/g) ?? [],
    datedAt: Number.isNaN(datedAt) ? undefined : datedAt,
  };
}
