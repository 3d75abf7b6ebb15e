/** The parse workers of an import. */
import { Worker } from 'node:worker_threads';
import type { ParseAnswer, ParsedMessage, ParseRequest, ParseSettings } from './parsed-batch.ts';
import type { FoundMessage } from './sources/raw-message.ts';

/** Takes a third off the memory of an import, and no time: what parsing leaves behind is garbage at once. */
const LIMITS = { maxYoungGenerationSizeMb: 32 };

interface Waiting {
  readonly resolve: (messages: readonly ParsedMessage[]) => void;
  readonly reject: (error: Error) => void;
}

/** One worker thread and what it still owes. */
interface Member {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

export class ParsePool {
  readonly #file: URL | string;
  readonly #settings: ParseSettings;
  readonly #members: (Member | undefined)[];
  #serial = 0;
  #closed = false;

  /** `file`: the worker's built or source file, as a path or a file: URL. Workers start with the first batch for them. */
  constructor(file: URL | string, size: number, settings: ParseSettings) {
    this.#file = typeof file === 'string' && file.startsWith('file:') ? new URL(file) : file;
    this.#settings = settings;
    this.#members = Array.from({ length: size }, () => undefined);
  }

  /**
   * As many answers as messages, in their order.
   *
   * A worker that dies of a batch (out of memory, a fault of ours) is replaced and given the messages one by one, so that
   * only the one that kills it is lost, with a defect that says so. Rejects after `close`.
   */
  async parse(messages: readonly FoundMessage[]): Promise<readonly ParsedMessage[]> {
    try {
      return await this.#ask(messages);
    } catch (error) {
      if (this.#closed) throw error;
      const [only] = messages;
      if (messages.length === 1 && only !== undefined) return [lost(only, error)];
      const parsed: ParsedMessage[] = [];
      for (const message of messages) parsed.push(...(await this.parse([message])));
      return parsed;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const member of this.#members) await member?.worker.terminate();
  }

  #ask(messages: readonly FoundMessage[]): Promise<readonly ParsedMessage[]> {
    const { worker, waiting } = this.#leastBusy();
    this.#serial += 1;
    const request: ParseRequest = { id: this.#serial, messages };
    return new Promise((resolve, reject) => {
      waiting.set(request.id, { resolve, reject });
      worker.postMessage(request);
    });
  }

  #leastBusy(): Member {
    let least = 0;
    for (const [index, member] of this.#members.entries()) {
      if ((member?.waiting.size ?? 0) < (this.#members[least]?.waiting.size ?? 0)) least = index;
    }
    const member = this.#members[least] ?? this.#start(least);
    return member;
  }

  #start(index: number): Member {
    const worker = new Worker(this.#file, { workerData: this.#settings, resourceLimits: LIMITS });
    const member: Member = { worker, waiting: new Map() };
    this.#members[index] = member;
    let reason = new Error('the parse worker stopped');
    worker.on('message', ({ id, messages }: ParseAnswer) => {
      member.waiting.get(id)?.resolve(messages);
      member.waiting.delete(id);
    });
    worker.on('error', (error: unknown) => {
      reason = error instanceof Error ? error : new Error(String(error));
    });
    worker.once('exit', () => {
      if (this.#members[index] === member) this.#members[index] = undefined;
      for (const { reject } of member.waiting.values()) reject(reason);
      member.waiting.clear();
    });
    return member;
  }
}

function lost({ path, offset, position }: FoundMessage, error: unknown): ParsedMessage {
  const reason = error instanceof Error ? error.message : String(error);
  return { path, offset, position, messageId: '', defects: [`could not be taken apart, left out: ${reason}`] };
}
