/** What parse workers are given and give back: plain data that crosses threads. */
import type { Owner } from '#core/mail/owner.ts';
import type { PreparedMessage } from '#main/store/prepared-message.ts';
import type { FoundMessage } from './sources/raw-message.ts';

export interface ParseSettings {
  /** As far as known: tells sent mail from received where no label does. */
  readonly owner: Owner;
}

export interface ParseRequest {
  readonly id: number;
  readonly messages: readonly FoundMessage[];
}

export interface ParseAnswer {
  readonly id: number;
  /** As many as were asked for, in the same order. */
  readonly messages: readonly ParsedMessage[];
}

export interface ParsedMessage {
  readonly path: string;
  readonly offset: number;
  readonly position: number;
  /** '' where not even that could be read. */
  readonly messageId: string;
  /** Absent for drafts and chats, which are never stored, and for files that could not be read at all. */
  readonly prepared?: PreparedMessage;
  readonly defects: readonly string[];
}
