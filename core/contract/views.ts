/** What the window and the command line are shown: plain, serialisable answers to requests. */
import type { ActionKind, ReplyKind, Tone } from '../boundary/kinds.ts';
import type { Address } from '../mail/address.ts';
import type { AccountId, Attachment, Direction, MessageRowId, PersonId, ThreadRowId } from '../mail/message.ts';
import type { Owner } from '../mail/owner.ts';
import type { Correction } from '../triage/corrections.ts';
import type { Advice, Assessment, Label, Lane, Reason } from '../triage/vocabulary.ts';
import type { AppErrorData } from './app-error.ts';

/** One row of the queue. */
export interface QueueItem {
  readonly id: MessageRowId;
  readonly messageId: string;
  readonly threadId: ThreadRowId;
  readonly personId: PersonId;
  readonly from: Address;
  readonly subject: string;
  /** First words of the text, one line. */
  readonly snippet: string;
  readonly receivedAt: number;
  readonly unread: boolean;
  readonly attachmentCount: number;
  readonly lane: Lane;
  readonly labels: readonly Label[];
  readonly advice: Advice;
  readonly strength: number;
  /** The strongest reasons, shown as chips. */
  readonly reasons: readonly Reason[];
}

export interface QueuePage {
  readonly items: readonly QueueItem[];
  /** Messages in the queue by lane, over all pages. */
  readonly counts: Readonly<Record<Lane, number>>;
  /** Pass it on to get the next page; absent on the last. */
  readonly nextCursor?: string;
}

/** A received message with everything that is said about it; what `queue --json` of the command line prints. */
export interface JudgedMessage extends Assessment {
  readonly id: MessageRowId;
  readonly messageId: string;
  readonly threadId: ThreadRowId;
  readonly from: Address;
  readonly subject: string;
  readonly receivedAt: number;
}

/** A person of the record as it was at a moment; what `people --json` of the command line prints. */
export interface KnownPerson {
  readonly name: string;
  readonly addresses: readonly string[];
  /** 0–100. */
  readonly strength: number;
  readonly contributions: readonly { readonly name: string; readonly points: number; readonly reason: Reason }[];
  /** 0–1: would the owner answer a message of theirs. */
  readonly likelyToAnswer: number;
  readonly receivedCount: number;
  readonly sentCount: number;
  readonly firstReceivedAt?: number;
  readonly lastReceivedAt?: number;
  readonly firstSentAt?: number;
  readonly lastSentAt?: number;
  /** Why the addresses are one person's; empty for a single address. */
  readonly joins: readonly Reason[];
}

/** A message opened for reading. */
export interface MessageView {
  readonly id: MessageRowId;
  readonly messageId: string;
  readonly threadId: ThreadRowId;
  readonly personId: PersonId;
  readonly direction: Direction;
  readonly from: Address;
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly subject: string;
  readonly receivedAt: number;
  readonly sentAt?: number;
  readonly text: string;
  readonly quoted: string;
  /** Unsanitised; the renderer sanitises it and shows it in a sandboxed frame only. */
  readonly html?: string;
  readonly attachments: readonly Attachment[];
  readonly labels: readonly string[];
  readonly defects: readonly string[];
  /** Absent for sent messages and for received ones not yet read through. */
  readonly assessment?: Assessment;
  /** Header lines that the verdict can quote, `Name: value`. */
  readonly headerLines: readonly string[];
  /** Earlier and later messages of the thread, oldest first, this one included. */
  readonly thread: readonly MessageSummary[];
  /** The boundary already set with this sender, latest first. */
  readonly boundaries: readonly BoundaryView[];
  /** What the user said of its labels, or of those of its thread or sender. */
  readonly corrections: readonly CorrectionView[];
}

/** A word of the user's on labels that holds. */
export interface CorrectionView extends Correction {
  /** Names it for `correction.undo`. */
  readonly decision: number;
}

/** What a message is said to be, as far as a correction can move it. */
export type Standing = Pick<Assessment, 'lane' | 'labels' | 'advice'>;

/** A message that a correction would move. */
export interface Move {
  readonly id: MessageRowId;
  readonly messageId: string;
  readonly from: Address;
  readonly subject: string;
  readonly receivedAt: number;
  readonly before: Standing;
  readonly after: Standing;
}

/** What a correction would change. */
export interface Foresight {
  /** The message that is corrected; absent where it stays as it is. */
  readonly itself?: Move;
  /** The others, newest first, at most 200. */
  readonly moves: readonly Move[];
  readonly moveCount: number;
  /** False where the time was up first, or mail is still being read through: there may be more. */
  readonly complete: boolean;
}

export interface MessageSummary {
  readonly id: MessageRowId;
  readonly messageId: string;
  readonly direction: Direction;
  readonly from: Address;
  readonly subject: string;
  readonly snippet: string;
  readonly receivedAt: number;
}

/** How far back the record goes: what a "never" rests on. */
export interface Coverage {
  readonly receivedSince?: number;
  readonly sentSince?: number;
  readonly messageCount: number;
  /** False while a first sync or an import is still bringing older mail. */
  readonly complete: boolean;
  /** The same in words: `Your record goes back to March 2019 (complete).` */
  readonly text: string;
}

/** "Who is this?" (mission S1). */
export interface SenderView {
  readonly personId: PersonId;
  readonly name: string;
  readonly addresses: readonly string[];
  /** One entry a mailbox, the most used first, with why it is this person's. */
  readonly mailboxes: readonly SenderMailbox[];
  /** Addresses of which the user said that they are not this person's. */
  readonly others: readonly { readonly wordId: number; readonly address: string; readonly reason: Reason }[];
  readonly lane: Lane;
  /** Strength now, 0–100. */
  readonly strength: number;
  /** What it is the sum of, largest first. */
  readonly contributions: readonly { readonly name: string; readonly points: number; readonly reason: Reason }[];
  /** 0–1: would the owner answer a message of theirs. Absent until the mail has been read through. */
  readonly likelyToAnswer?: number;
  /** The user's own word on this person, where given. */
  readonly verdict?: Verdict;
  /** They wrote / you wrote. */
  readonly receivedCount: number;
  readonly sentCount: number;
  readonly firstContactAt?: number;
  readonly lastContactAt?: number;
  readonly lastSentAt?: number;
  /** Threads in which both spoke. */
  readonly sharedThreadCount: number;
  /** Received messages since the owner last wrote. */
  readonly unansweredCount: number;
  /** Sentences with the messages they rest on. */
  readonly evidence: readonly Reason[];
  readonly labels: readonly { readonly label: Label; readonly count: number }[];
  readonly boundaries: readonly BoundaryView[];
  /** Newest first, at most 200; `messageCount` says how many there are. */
  readonly messages: readonly MessageSummary[];
  readonly messageCount: number;
  readonly coverage: Coverage;
}

/** One mailbox of a person. */
export interface SenderMailbox {
  /** As last written. */
  readonly address: string;
  /** Why it is this person's; absent for the one that the others were joined to. */
  readonly because?: Reason;
  /** Where that is the user's word: what takes it back. */
  readonly wordId?: number;
}

/** A person as a search for people shows them. */
export interface FoundPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly strength: number;
  readonly lastContactAt?: number;
}

/** What the user's word on who is who would change. */
export interface PersonWordPreview {
  readonly before: readonly PersonInShort[];
  readonly after: readonly PersonInShort[];
  /** Messages in the inbox that would go to another lane, most first. */
  readonly moves: readonly { readonly from: Lane; readonly to: Lane; readonly count: number }[];
}

export interface PersonInShort {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly strength: number;
}

/** The user's word on a person; it wins over every score. */
export type Verdict = 'known' | 'stranger';

/** What the user said of whoever writes from an address; null: nothing. */
export interface SaidOfAddress {
  /** Mailbox key. */
  readonly address: string;
  readonly verdict: Verdict | null;
  readonly saidAt: number;
}

/** One entry of the boundary ledger (mission B6). */
export interface BoundaryView {
  readonly id: number;
  readonly personId: PersonId;
  readonly personName: string;
  readonly address: string;
  readonly kind: ActionKind;
  readonly setAt: number;
  /** `waiting`: in the undo window or offline · `set`: done · `answered` · `kept` · `ignored`: they went on · `forgiven`. */
  readonly state: 'waiting' | 'set' | 'answered' | 'kept' | 'ignored' | 'forgiven';
  /** Messages received from them since it was set. */
  readonly ignoredCount: number;
  readonly messageRowId: MessageRowId;
  /** How they answered: the latest answer, apology or angry letter since. */
  readonly answer?: {
    readonly messageRowId: MessageRowId;
    readonly reading: 'answer' | 'apology' | 'hostile';
    /** What the verdict on it says, an answer's claims checked. */
    readonly text: string;
  };
  /** The next step up, where they went on. */
  readonly nextStep?: ActionKind;
}

export interface SearchPage {
  readonly items: readonly (MessageSummary & { readonly personId: PersonId; readonly lane?: Lane })[];
  readonly nextCursor?: string;
}

/** A boundary reply before it is sent. */
export interface ReplyDraft {
  readonly messageRowId: MessageRowId;
  readonly kind: ReplyKind;
  readonly tone: Tone;
  readonly to: Address;
  readonly subject: string;
  readonly body: string;
  /** Why it must not be sent at all (machine, list, no-reply, own address); absent where it may. */
  readonly refusal?: string;
  /** What the user should know first, e.g. `You already asked her on 3 May.` */
  readonly warnings: readonly string[];
}

/** What one sender offers for being left. */
export interface UnsubscribeOffer {
  readonly messageRowIds: readonly MessageRowId[];
  readonly from: Address;
  /** Best first; none where `refusal` says why. */
  readonly ways: readonly UnsubscribeWay[];
  /** Why the sender's one-click link is not used, where there is one. */
  readonly withoutOneClick?: string;
  readonly refusal?: AppErrorData;
}

export type UnsubscribeWay =
  | { readonly method: 'one-click'; readonly host: string }
  | { readonly method: 'mailto'; readonly to: string; readonly subject: string; readonly body: string }
  | { readonly method: 'link'; readonly url: string; readonly host: string };

/** One user action on its way (design: journaled, shown at once, undoable, pushed when online). */
export interface OutboxItem {
  readonly id: number;
  readonly kind: ActionKind | 'reply' | 'mark-read';
  readonly messageRowIds: readonly MessageRowId[];
  /** `undoable` until `undoUntil`; `waiting` for the network or an account; then `sending`; then `done` or `failed`. */
  readonly state: 'undoable' | 'waiting' | 'sending' | 'done' | 'failed' | 'undone';
  readonly createdAt: number;
  readonly undoUntil: number;
  /** The truth about what happened, in the user's words: `Sent to anna@x.example`, `Opened in your browser` … */
  readonly outcome: string;
  readonly error?: AppErrorData;
}

export interface AccountView {
  readonly id: AccountId;
  readonly kind: 'gmail' | 'import' | 'sample';
  readonly address: string;
  /** `ready` · `syncing` · `offline` · `reconnect` (sign in again) · `read-only` · `paused` by the user. */
  readonly state: 'ready' | 'syncing' | 'offline' | 'reconnect' | 'read-only' | 'paused';
  /** Connected to be read only, in whatever state. */
  readonly readOnly?: true;
  readonly messageCount: number;
  readonly lastSyncAt?: number;
  readonly error?: AppErrorData;
}

/** A long piece of work: import, sync, reading through. */
export interface JobView {
  readonly id: number;
  readonly kind: 'import' | 'sync' | 'triage';
  readonly title: string;
  /** The mailbox that a sync is of. */
  readonly accountId?: AccountId;
  readonly state: 'running' | 'paused' | 'done' | 'cancelled' | 'failed';
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly doneMessages: number;
  /** Absent while unknown. */
  readonly totalMessages?: number;
  readonly defectCount: number;
  /** In words: `12,400 of about 20,000 messages; about 2 min left`. */
  readonly status: string;
  readonly error?: AppErrorData;
}

export interface ImportSummary {
  readonly jobId: number;
  /** Messages found in the files. */
  readonly read: number;
  readonly added: number;
  /** Already in the store. */
  readonly known: number;
  /** Kept as far as they could be read. */
  readonly defective: number;
  readonly cancelled: boolean;
  readonly elapsedMs: number;
  /** Owner addresses worked out from sent mail, likeliest first; to be confirmed. */
  readonly ownerCandidates: readonly OwnerCandidate[];
}

export interface OwnerCandidate {
  readonly address: string;
  readonly name: string;
  /** Messages that speak for it: sent by it, or delivered to it. */
  readonly sentCount: number;
  readonly deliveredCount: number;
}

export interface ImportDefect {
  readonly path: string;
  /** Byte offset in the file. */
  readonly offset: number;
  readonly messageId: string;
  readonly defects: readonly string[];
}

export interface StatusView {
  readonly profile: 'own' | 'sample';
  readonly owner: Owner;
  /** False until the user has confirmed who he or she is. */
  readonly ownerConfirmed: boolean;
  readonly accounts: readonly AccountView[];
  readonly messageCount: number;
  readonly coverage: Coverage;
  readonly jobs: readonly JobView[];
  readonly online: boolean;
}

/** One finding of `doctor`. */
export interface DoctorCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly cure: string;
}
