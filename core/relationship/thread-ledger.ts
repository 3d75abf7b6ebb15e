/** Per thread: who spoke, what waits for an answer, and the owner's boundary in it. */
import type { ReplyKind } from '../boundary/kinds.ts';
import type { ThreadRecord } from './correspondence.ts';

interface Thread {
  ownerWrote: boolean;
  messageCount: number;
  readonly participantKeys: Set<string>;
  lastSentAt: number | undefined;
  boundary: { readonly kind: ReplyKind; readonly at: number; readonly messageId: string } | undefined;
  /** Mailbox key → when their message came that the owner has not answered; and the other way round. */
  readonly waitingForOwner: Map<string, number>;
  readonly waitingForThem: Map<string, number>;
  /** People with whom both sides have spoken here. */
  readonly bothSpoke: Set<string>;
  readonly wroteToOwner: Set<string>;
  readonly writtenByOwner: Set<string>;
}

/** What a message did in its thread, as seen from one other person. */
export interface ThreadStep {
  readonly opensThread: boolean;
  readonly completesThread: boolean;
  readonly answerMs?: number;
}

export class ThreadLedger {
  readonly #threads = new Map<number, Thread>();

  record(threadId: number): ThreadRecord | undefined {
    const thread = this.#threads.get(threadId);
    if (!thread) return undefined;
    return {
      ownerWrote: thread.ownerWrote,
      messageCount: thread.messageCount,
      participantKeys: [...thread.participantKeys],
      ...(thread.lastSentAt === undefined ? {} : { lastSentAt: thread.lastSentAt }),
      ...(thread.boundary === undefined ? {} : { boundary: thread.boundary }),
    };
  }

  received(threadId: number, key: string, at: number): ThreadStep {
    const thread = this.#thread(threadId);
    const opensThread = thread.messageCount === 0;
    thread.messageCount += 1;
    thread.participantKeys.add(key);
    const asked = thread.waitingForThem.get(key);
    thread.waitingForThem.delete(key);
    thread.waitingForOwner.set(key, at);
    thread.wroteToOwner.add(key);
    return step(opensThread, completes(thread, key), asked === undefined ? undefined : at - asked);
  }

  /** Steps in the order of `keys`, the people written to. */
  sent(threadId: number, keys: readonly string[], at: number): readonly ThreadStep[] {
    const thread = this.#thread(threadId);
    const opensThread = thread.messageCount === 0;
    thread.messageCount += 1;
    thread.ownerWrote = true;
    thread.lastSentAt = at;
    return keys.map((key) => {
      const asked = thread.waitingForOwner.get(key);
      thread.waitingForOwner.delete(key);
      thread.waitingForThem.set(key, at);
      thread.participantKeys.add(key);
      thread.writtenByOwner.add(key);
      return step(opensThread, completes(thread, key), asked === undefined ? undefined : at - asked);
    });
  }

  /** A boundary reply in the thread: the owner wrote, but nobody was answered. */
  bounded(threadId: number, boundary: NonNullable<Thread['boundary']>): void {
    const thread = this.#thread(threadId);
    thread.messageCount += 1;
    thread.ownerWrote = true;
    thread.lastSentAt = boundary.at;
    thread.boundary = boundary;
  }

  #thread(threadId: number): Thread {
    let thread = this.#threads.get(threadId);
    if (!thread) {
      thread = {
        ownerWrote: false,
        messageCount: 0,
        participantKeys: new Set(),
        lastSentAt: undefined,
        boundary: undefined,
        waitingForOwner: new Map(),
        waitingForThem: new Map(),
        bothSpoke: new Set(),
        wroteToOwner: new Set(),
        writtenByOwner: new Set(),
      };
      this.#threads.set(threadId, thread);
    }
    return thread;
  }
}

/** True once per thread and person: with the message that makes it a thread in which both spoke. */
function completes(thread: Thread, key: string): boolean {
  if (thread.bothSpoke.has(key) || !thread.wroteToOwner.has(key) || !thread.writtenByOwner.has(key)) return false;
  thread.bothSpoke.add(key);
  return true;
}

function step(opensThread: boolean, completesThread: boolean, answerMs: number | undefined): ThreadStep {
  return { opensThread, completesThread, ...(answerMs === undefined ? {} : { answerMs: Math.max(0, answerMs) }) };
}
