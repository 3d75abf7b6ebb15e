/** The one shape of a message on its way from Gmail or a file to the store, and out of it again. */
import type { Address } from './address.ts';
import type { PictureType } from './picture-type.ts';

declare const brand: unique symbol;

/** Row id of a message in the local store. */
export type MessageRowId = number & { readonly [brand]: 'MessageRowId' };
/** Row id of a thread in the local store. */
export type ThreadRowId = number & { readonly [brand]: 'ThreadRowId' };
/** Row id of a person in the local store. */
export type PersonId = number & { readonly [brand]: 'PersonId' };
/** Row id of an account: a connected Gmail mailbox, or one imported collection of files. */
export type AccountId = number & { readonly [brand]: 'AccountId' };

/** A file that came with a message; its bytes stay in the source. */
export interface Attachment {
  /** File name as the sender gave it, '' where absent. Never a path to write to. */
  readonly name: string;
  /** Media type, lower-cased, e.g. `application/pdf`. */
  readonly type: string;
  readonly sizeBytes: number;
}

/** A picture that the HTML of a message shows and the message itself brings. */
export interface Picture {
  /** Without angle brackets (RFC 2392). */
  readonly contentId: string;
  /** By its octets, whatever the sender called it. */
  readonly type: PictureType;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The header fields that ranking and labels read, beside addresses, subject and dates.
 *
 * Values are unfolded and decoded; absent fields are undefined, never ''.
 */
export interface ListHeaders {
  /** RFC 2919: the part in angle brackets, lower-cased. */
  readonly listId?: string;
  /** RFC 2369, as written. */
  readonly listUnsubscribe?: string;
  /** RFC 8058, as written. */
  readonly listUnsubscribePost?: string;
  readonly listPost?: string;
  readonly precedence?: string;
  /** RFC 3834. */
  readonly autoSubmitted?: string;
  /** Microsoft's X-Auto-Response-Suppress. */
  readonly autoResponseSuppress?: string;
  /** `<>` marks a bounce or another automatic message (RFC 5321 §4.5.5). */
  readonly returnPath?: string;
  /** The topmost Authentication-Results (RFC 8601): the only one the user's own provider wrote. */
  readonly authenticationResults?: string;
  /** One entry a DKIM-Signature: its `d=` domain and the lower-cased field names of its `h=` (RFC 6376 §3.5). */
  readonly dkimSignatures?: readonly { readonly domain: string; readonly signedHeaders: readonly string[] }[];
  /** X-Mailer or User-Agent. */
  readonly mailer?: string;
  /** Feedback-ID, X-Campaign-ID and the like of bulk senders: `name: value`, for evidence. */
  readonly bulkMarkers?: readonly string[];
}

/** A message as it arrives, before the store has seen it. */
export interface IncomingMessage {
  /** Message-ID with its angle brackets; where absent, made from the content: `<…@missing.acquaint.invalid>`. */
  readonly messageId: string;
  /** Hexadecimal Gmail ids (API, or Takeout's decimal ones turned to hexadecimal). */
  readonly gmailId?: string;
  readonly gmailThreadId?: string;
  readonly inReplyTo?: string;
  /** Oldest first, with angle brackets. */
  readonly references: readonly string[];
  /** The first address of From; `{name:'', address:''}` where it cannot be read. */
  readonly from: Address;
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  /** Delivered-To and X-Original-To, lower-cased: which of the owner's addresses was hit. */
  readonly deliveredTo: readonly string[];
  readonly subject: string;
  /** When it reached the mailbox (Gmail's internalDate, the From_ line, the topmost Received), else the Date header, else 0. */
  readonly receivedAt: number;
  /** The Date header; absent where it cannot be read. May lie in 1904 or 2099. */
  readonly sentAt?: number;
  readonly headers: ListHeaders;
  /** Gmail label ids: system ids in capitals (INBOX, SENT, UNREAD, SPAM, CATEGORY_PROMOTIONS …), the user's own by name. */
  readonly labels: readonly string[];
  /** The writer's own words: plain text, quotes of earlier mail removed, signature kept. */
  readonly text: string;
  /** The removed rest (quotes, forwarded originals), '' where there is none. `text` + `quoted` is the whole plain text. */
  readonly quoted: string;
  /** HTML body as received, unsanitised: hostile. Undefined where the message has none. */
  readonly html?: string;
  /** What the HTML shows by `cid:`, within bounds (main/import/mime/inline-pictures.ts). Absent where there is none, and in what is read from the store. */
  readonly pictures?: readonly Picture[];
  readonly attachments: readonly Attachment[];
  /** Size of the source in octets. */
  readonly sizeBytes: number;
  /** What could not be read, in words, e.g. `unknown charset x-foo, read as windows-1252`. Empty for a sound message. */
  readonly defects: readonly string[];
}

/** Who wrote it: the owner (`sent`) or somebody else (`received`). Drafts are never stored. */
export type Direction = 'received' | 'sent';
