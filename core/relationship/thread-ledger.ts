/**
 * Per thread: who spoke, what waits for an answer, and the owner's boundary in it.
 *
 * Kept in columns of numbers: most threads are one message that nobody will ask about again, and they are many.
 */
import type { ReplyKind } from '../boundary/kinds.ts';
import { Column } from './column.ts';
import type { ThreadRecord } from './correspondence.ts';

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

/** Where no moment is: no message has a time before it. */
const NEVER = Number.NEGATIVE_INFINITY;
const OWNER = -1;

export class ThreadLedger {
  readonly #threads = new Map<number, number>();
  /** Of each thread, by its place: */
  readonly #messageCount = new Column(Int32Array);
  readonly #ownerCount = new Column(Int32Array);
  readonly #lastSentAt = new Column(Float64Array);
  readonly #lastAt = new Column(Float64Array);
  /** Number of the last writer's mailbox, or `OWNER`. */
  readonly #lastWriter = new Column(Int32Array);
  /** The first and the last of its parties, counted from 1; 0 for none. */
  readonly #firstParty = new Column(Int32Array);
  readonly #lastParty = new Column(Int32Array);
  readonly #boundaries = new Map<number, NonNullable<ThreadRecord['boundary']>>();

  /** Of each other person in a thread, by its place: */
  readonly #mailbox = new Column(Int32Array);
  readonly #wroteCount = new Column(Int32Array);
  readonly #writtenCount = new Column(Int32Array);
  /** When their message came that the owner has not answered, or the owner's that they have not. */
  readonly #waitingForOwnerSince = new Column(Float64Array);
  readonly #waitingForThemSince = new Column(Float64Array);
  readonly #nextParty = new Column(Int32Array);

  readonly #keys: string[] = [];
  readonly #numbers = new Map<string, number>();

  record(threadId: number): ThreadRecord | undefined {
    const thread = this.#threads.get(threadId);
    if (thread === undefined) return undefined;
    const lastSentAt = this.#lastSentAt.at(thread);
    const boundary = this.#boundaries.get(thread);
    return {
      ownerWrote: this.#ownerCount.at(thread) > 0,
      messageCount: this.#messageCount.at(thread),
      participantKeys: this.participants(threadId),
      ...(lastSentAt === NEVER ? {} : { lastSentAt }),
      ...(boundary === undefined ? {} : { boundary }),
    };
  }

  /** Mailbox keys of whoever wrote in the thread or was written to by the owner. */
  participants(threadId: number): readonly string[] {
    const thread = this.#threads.get(threadId);
    const keys: string[] = [];
    if (thread === undefined) return keys;
    for (let party = this.#firstParty.at(thread); party > 0; party = this.#nextParty.at(party - 1))
      keys.push(this.#keys[this.#mailbox.at(party - 1)] ?? '');
    return keys;
  }

  state(threadId: number, writer: string): ThreadState {
    const thread = this.#threads.get(threadId);
    if (thread === undefined) return NEW_THREAD;
    const number = this.#numbers.get(writer);
    const party = number === undefined ? undefined : this.#findParty(thread, number);
    const lastSentAt = this.#lastSentAt.at(thread);
    const lastWriter = this.#lastWriter.at(thread);
    return {
      messageCount: this.#messageCount.at(thread),
      ownerCount: this.#ownerCount.at(thread),
      writerCount: party === undefined ? 0 : this.#wroteCount.at(party),
      ownerWroteToWriter: party !== undefined && this.#writtenCount.at(party) > 0,
      lastSentAt: lastSentAt === NEVER ? undefined : lastSentAt,
      lastAt: this.#lastAt.at(thread),
      lastBy: lastWriter === OWNER ? 'owner' : lastWriter === number ? 'writer' : 'other',
    };
  }

  received(threadId: number, writer: string, at: number): ThreadStep {
    const number = this.#numberOf(writer);
    const thread = this.#grow(threadId, number, at);
    const party = this.#partyOf(thread, number);
    const askedAt = this.#waitingForThemSince.at(party);
    const wroteCount = this.#wroteCount.at(party) + 1;
    this.#waitingForThemSince.set(party, NEVER);
    this.#waitingForOwnerSince.set(party, at);
    this.#wroteCount.set(party, wroteCount);
    return this.#step(thread, wroteCount === 1 && this.#writtenCount.at(party) > 0, askedAt, at);
  }

  /** Steps in the order of `written`, the people written to. */
  sent(threadId: number, written: readonly string[], at: number): readonly ThreadStep[] {
    const thread = this.#ownerWrites(threadId, at);
    return written.map((key) => {
      const party = this.#partyOf(thread, this.#numberOf(key));
      const askedAt = this.#waitingForOwnerSince.at(party);
      const writtenCount = this.#writtenCount.at(party) + 1;
      this.#waitingForOwnerSince.set(party, NEVER);
      this.#waitingForThemSince.set(party, at);
      this.#writtenCount.set(party, writtenCount);
      return this.#step(thread, writtenCount === 1 && this.#wroteCount.at(party) > 0, askedAt, at);
    });
  }

  /** A boundary reply in the thread: the owner wrote, but nobody was answered. */
  bounded(
    threadId: number,
    boundary: { readonly kind: ReplyKind; readonly at: number; readonly messageId: string },
  ): void {
    this.#boundaries.set(this.#ownerWrites(threadId, boundary.at), boundary);
  }

  #ownerWrites(threadId: number, at: number): number {
    const thread = this.#grow(threadId, OWNER, at);
    this.#ownerCount.set(thread, this.#ownerCount.at(thread) + 1);
    this.#lastSentAt.set(thread, at);
    return thread;
  }

  #grow(threadId: number, writer: number, at: number): number {
    let thread = this.#threads.get(threadId);
    if (thread === undefined) {
      thread = this.#messageCount.length;
      this.#threads.set(threadId, thread);
      for (const counts of [this.#messageCount, this.#ownerCount, this.#firstParty, this.#lastParty]) counts.push(0);
      this.#lastSentAt.push(NEVER);
      this.#lastAt.push(at);
      this.#lastWriter.push(writer);
    }
    this.#messageCount.set(thread, this.#messageCount.at(thread) + 1);
    this.#lastAt.set(thread, at);
    this.#lastWriter.set(thread, writer);
    return thread;
  }

  #findParty(thread: number, mailbox: number): number | undefined {
    for (let party = this.#firstParty.at(thread); party > 0; party = this.#nextParty.at(party - 1))
      if (this.#mailbox.at(party - 1) === mailbox) return party - 1;
    return undefined;
  }

  #partyOf(thread: number, mailbox: number): number {
    const found = this.#findParty(thread, mailbox);
    if (found !== undefined) return found;
    const party = this.#mailbox.length;
    this.#mailbox.push(mailbox);
    for (const counts of [this.#wroteCount, this.#writtenCount, this.#nextParty]) counts.push(0);
    this.#waitingForOwnerSince.push(NEVER);
    this.#waitingForThemSince.push(NEVER);
    const last = this.#lastParty.at(thread);
    if (last === 0) this.#firstParty.set(thread, party + 1);
    else this.#nextParty.set(last - 1, party + 1);
    this.#lastParty.set(thread, party + 1);
    return party;
  }

  #numberOf(key: string): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#keys.length;
      this.#keys.push(key);
      this.#numbers.set(key, number);
    }
    return number;
  }

  /** `completesThread` is true once per thread and person: with the message that makes it one in which both spoke. */
  #step(thread: number, completesThread: boolean, askedAt: number, at: number): ThreadStep {
    return {
      opensThread: this.#messageCount.at(thread) === 1,
      completesThread,
      answerMs: askedAt === NEVER ? undefined : Math.max(0, at - askedAt),
    };
  }
}
