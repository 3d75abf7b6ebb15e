/** Per thread: who spoke, what waits for an answer, and the owner's boundary in it. */
import type { ReplyKind } from '../boundary/kinds.ts';
import type { ThreadRecord } from './correspondence.ts';

/** One other person in a thread. */
interface Party {
  readonly key: string;
  wroteCount: number;
  writtenCount: number;
  /** When their message came that the owner has not answered, or the owner's that they have not; -1 where none waits. */
  waitingForOwnerSince: number;
  waitingForThemSince: number;
}

interface Thread {
  messageCount: number;
  ownerCount: number;
  lastSentAt: number | undefined;
  lastAt: number;
  /** Mailbox key of the last writer, '' for the owner. */
  lastWriter: string;
  readonly parties: Party[];
  boundary: { readonly kind: ReplyKind; readonly at: number; readonly messageId: string } | undefined;
}

/** What a message did in its thread, as seen from one other person. */
export interface ThreadStep {
  readonly opensThread: boolean;
  readonly completesThread: boolean;
  readonly answerMs: number | undefined;
}

/** A thread as it stands before the next message of one writer. */
export interface ThreadState {
  readonly messageCount: number;
  readonly ownerCount: number;
  readonly writerCount: number;
  /** The owner has written to this writer in the thread. */
  readonly ownerWroteToWriter: boolean;
  readonly lastSentAt: number | undefined;
  readonly lastAt: number | undefined;
  readonly lastBy: 'nobody' | 'owner' | 'writer' | 'other';
}

const NEW_THREAD: ThreadState = {
  messageCount: 0,
  ownerCount: 0,
  writerCount: 0,
  ownerWroteToWriter: false,
  lastSentAt: undefined,
  lastAt: undefined,
  lastBy: 'nobody',
};

export class ThreadLedger {
  readonly #threads = new Map<number, Thread>();

  record(threadId: number): ThreadRecord | undefined {
    const thread = this.#threads.get(threadId);
    if (!thread) return undefined;
    return {
      ownerWrote: thread.ownerCount > 0,
      messageCount: thread.messageCount,
      participantKeys: thread.parties.map(({ key }) => key),
      ...(thread.lastSentAt === undefined ? {} : { lastSentAt: thread.lastSentAt }),
      ...(thread.boundary === undefined ? {} : { boundary: thread.boundary }),
    };
  }

  /** Mailbox keys of whoever wrote in the thread or was written to by the owner. */
  participants(threadId: number): readonly string[] {
    return this.#threads.get(threadId)?.parties.map(({ key }) => key) ?? [];
  }

  state(threadId: number, writer: string): ThreadState {
    const thread = this.#threads.get(threadId);
    if (!thread) return NEW_THREAD;
    const party = thread.parties.find(({ key }) => key === writer);
    return {
      messageCount: thread.messageCount,
      ownerCount: thread.ownerCount,
      writerCount: party?.wroteCount ?? 0,
      ownerWroteToWriter: (party?.writtenCount ?? 0) > 0,
      lastSentAt: thread.lastSentAt,
      lastAt: thread.lastAt,
      lastBy: thread.lastWriter === '' ? 'owner' : thread.lastWriter === writer ? 'writer' : 'other',
    };
  }

  received(threadId: number, writer: string, at: number): ThreadStep {
    const thread = this.#grow(threadId, writer, at);
    const party = partyOf(thread, writer);
    const asked = party.waitingForThemSince;
    party.waitingForThemSince = -1;
    party.waitingForOwnerSince = at;
    party.wroteCount += 1;
    return step(thread.messageCount === 1, party.wroteCount === 1 && party.writtenCount > 0, asked, at);
  }

  /** Steps in the order of `written`, the people written to. */
  sent(threadId: number, written: readonly string[], at: number): readonly ThreadStep[] {
    const thread = this.#grow(threadId, '', at);
    thread.ownerCount += 1;
    thread.lastSentAt = at;
    return written.map((key) => {
      const party = partyOf(thread, key);
      const asked = party.waitingForOwnerSince;
      party.waitingForOwnerSince = -1;
      party.waitingForThemSince = at;
      party.writtenCount += 1;
      return step(thread.messageCount === 1, party.writtenCount === 1 && party.wroteCount > 0, asked, at);
    });
  }

  /** A boundary reply in the thread: the owner wrote, but nobody was answered. */
  bounded(threadId: number, boundary: NonNullable<Thread['boundary']>): void {
    const thread = this.#grow(threadId, '', boundary.at);
    thread.ownerCount += 1;
    thread.lastSentAt = boundary.at;
    thread.boundary = boundary;
  }

  #grow(threadId: number, writer: string, at: number): Thread {
    let thread = this.#threads.get(threadId);
    if (!thread) {
      thread = {
        messageCount: 0,
        ownerCount: 0,
        lastSentAt: undefined,
        lastAt: at,
        lastWriter: writer,
        parties: [],
        boundary: undefined,
      };
      this.#threads.set(threadId, thread);
    }
    thread.messageCount += 1;
    thread.lastAt = at;
    thread.lastWriter = writer;
    return thread;
  }
}

function partyOf(thread: Thread, key: string): Party {
  for (const party of thread.parties) if (party.key === key) return party;
  const party: Party = { key, wroteCount: 0, writtenCount: 0, waitingForOwnerSince: -1, waitingForThemSince: -1 };
  thread.parties.push(party);
  return party;
}

/** `completesThread` is true once per thread and person: with the message that makes it one in which both spoke. */
function step(opensThread: boolean, completesThread: boolean, askedAt: number, at: number): ThreadStep {
  return { opensThread, completesThread, answerMs: askedAt < 0 ? undefined : Math.max(0, at - askedAt) };
}
