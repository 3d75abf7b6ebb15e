/**
 * The one way in to the mail: the window and the command line ask here, worker threads answer.
 *
 * This thread runs no SQL and reads no mail; it checks arguments and passes messages on. Reads go to the reader, which never
 * waits for an import or a sync; everything else goes to the one writer.
 */
import { Worker } from 'node:worker_threads';
import { AppError, toAppErrorData } from '#core/contract/app-error.ts';
import type { AppEvent } from '#core/contract/events.ts';
import {
  ENGINE_REQUESTS,
  type EngineRequestName,
  READ_REQUESTS,
  type RequestInput,
  type RequestResult,
} from '#core/contract/requests.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './thread-messages.ts';

export interface EngineOptions {
  readonly profileDir: string;
  /** The threads' files: `.ts` under Node, the built `.cjs` in the app. */
  readonly workers: { readonly writer: URL | string; readonly reader: URL | string; readonly parse: URL | string };
  readonly onEvent?: (event: AppEvent) => void;
  /**
   * True for the window: the writer starts at once, makes the profile where there is none, and works off what waits (sync,
   * outbox, judging). Otherwise each thread starts with the first request for it, and a profile that does not exist is an error.
   */
  readonly background?: boolean;
  /** The sample mailbox: actions go through the same states, and nothing leaves this computer. */
  readonly isSample?: boolean;
}

export interface Engine {
  /** Rejects with an `AppError`, never with anything else. */
  request<Name extends EngineRequestName>(name: Name, input: RequestInput<Name>): Promise<RequestResult<Name>>;
  /** Calls back on every event until the returned function is called. */
  onEvent(listener: (event: AppEvent) => void): () => void;
  /** Cancels what runs, lets it come to a clean end, and stops the threads. Requests still waiting reject as `cancelled`. */
  close(): Promise<void>;
}

export function openEngine(options: EngineOptions): Engine {
  const { profileDir, workers, onEvent, background = false, isSample = false } = options;
  const listeners = new Set<(event: AppEvent) => void>(onEvent ? [onEvent] : []);
  const emit = (event: AppEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const settings: WorkerSettings = { profileDir, parseWorker: workers.parse.toString(), isSample };
  const reader = new Thread(workers.reader, settings, emit);
  const writer = new Thread(workers.writer, settings, emit);
  let closed = false;
  if (background) writer.start();

  async function ask(name: EngineRequestName, input: unknown): Promise<unknown> {
    if (!(name in READ_REQUESTS)) return await writer.ask(name, input);
    const answer = await reader.ask(name, input);
    if (answer !== ABSENT && answer !== OUTDATED) return answer;
    if (answer === ABSENT && !background && !writer.started) throw noProfile(profileDir);
    await writer.opened();
    const second = await reader.ask(name, input);
    if (second === ABSENT || second === OUTDATED) throw noProfile(profileDir);
    return second;
  }

  return {
    async request(name, input) {
      if (closed) throw closedError();
      const checked = ENGINE_REQUESTS[name].safeParse(input);
      if (!checked.success) throw invalidInput(name, checked.error.issues);
      return (await ask(name, checked.data)) as RequestResult<typeof name>;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
      await Promise.all([reader.close(), writer.close()]);
      listeners.clear();
    },
  };
}

const ABSENT = Symbol('absent');
const OUTDATED = Symbol('outdated');

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: AppError) => void;
}

/** One worker thread: started when needed, and again after it has failed. */
class Thread {
  readonly #file: URL | string;
  readonly #settings: WorkerSettings;
  readonly #emit: (event: AppEvent) => void;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #ready: Promise<void> = Promise.resolve();
  #settleReady: { readonly resolve: () => void; readonly reject: (error: AppError) => void } | undefined;
  #exited: Promise<void> = Promise.resolve();
  #serial = 0;

  constructor(file: URL | string, settings: WorkerSettings, emit: (event: AppEvent) => void) {
    this.#file = file;
    this.#settings = settings;
    this.#emit = emit;
  }

  get started(): boolean {
    return this.#worker !== undefined;
  }

  start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#file, { workerData: this.#settings });
    this.#worker = worker;
    this.#ready = new Promise((resolve, reject) => {
      this.#settleReady = { resolve, reject };
    });
    // Whoever waits for it hears of a failure; nobody has to.
    this.#ready.catch(() => undefined);
    let failed: AppError | undefined;
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'failed' && !message.answer.ok) failed = new AppError(message.answer.error);
      else this.#receive(message);
    });
    worker.on('error', (error: unknown) => {
      failed ??= new AppError(toAppErrorData(error), { cause: error });
    });
    this.#exited = new Promise((resolve) => {
      worker.once('exit', () => {
        const error = failed ?? closedError();
        this.#worker = undefined;
        this.#settleReady?.reject(error);
        for (const { reject } of this.#waiting.values()) reject(error);
        this.#waiting.clear();
        resolve();
      });
    });
    return worker;
  }

  /** Resolves when the writer has the database open; rejects with why it cannot. */
  async opened(): Promise<void> {
    this.start();
    await this.#ready;
  }

  async ask(name: EngineRequestName, input: unknown): Promise<unknown> {
    const worker = this.start();
    this.#serial += 1;
    const id = this.#serial;
    return await new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ type: 'request', id, name, input } satisfies ToWorker);
    });
  }

  async close(): Promise<void> {
    this.#worker?.postMessage({ type: 'close' } satisfies ToWorker);
    await this.#exited;
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'event':
        this.#emit(message.event);
        break;
      case 'ready':
        this.#settleReady?.resolve();
        break;
      case 'unready':
        this.#take(message.id)?.resolve(message.why === 'absent' ? ABSENT : OUTDATED);
        break;
      case 'answer': {
        const waiting = this.#take(message.id);
        if (message.answer.ok) waiting?.resolve(message.answer.value);
        else waiting?.reject(new AppError(message.answer.error));
        break;
      }
      case 'failed':
        break;
    }
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}

function closedError(): AppError {
  return new AppError({ kind: 'cancelled', message: 'Acquaint was closed.', cure: 'Open it and try again.' });
}

function noProfile(profileDir: string): AppError {
  return new AppError({
    kind: 'not-found',
    message: `There is no Acquaint profile in ${profileDir}.`,
    cure: 'Import a mailbox into it first, or connect an account.',
  });
}

function invalidInput(
  name: string,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): AppError {
  const found = issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  return new AppError({
    kind: 'invalid-input',
    message: `${name} was asked with something that it cannot take: ${found.join('; ')}`,
    cure: 'Correct it and try again.',
  });
}
