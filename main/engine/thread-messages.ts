/** What the engine and its worker threads say to each other, and the worker's side of it. */
import type { MessagePort } from 'node:worker_threads';
import { toAppErrorData } from '#core/contract/app-error.ts';
import type { Answer } from '#core/contract/bridge.ts';
import type { AppEvent } from '#core/contract/events.ts';
import type { EngineRequestName } from '#core/contract/requests.ts';
import { reportFault } from './faults.ts';
import { asStoreError } from '#main/store/store-error.ts';

export interface WorkerSettings {
  readonly profileDir: string;
  /** Writer only. */
  readonly parseWorker: string;
  /** Writer only: the profile is the sample, from which nothing is ever sent. */
  readonly isSample: boolean;
}

export type ToWorker =
  /** `input` has been checked against the contract. */
  | { readonly type: 'request'; readonly id: number; readonly name: EngineRequestName; readonly input: unknown }
  | { readonly type: 'close' };

export type FromWorker =
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer<unknown> }
  /** The reader cannot serve yet: the writer has to make or migrate the database. */
  | { readonly type: 'unready'; readonly id: number; readonly why: 'absent' | 'outdated' }
  | { readonly type: 'event'; readonly event: AppEvent }
  /** The database is open (writer only). */
  | { readonly type: 'ready' }
  /** It is not, and the worker ends. */
  | { readonly type: 'failed'; readonly answer: Answer<never> };

/** An answer that carries what was thrown, SQLite's errors in the user's words. */
export function failure(error: unknown): Answer<never> {
  reportFault(error);
  return { ok: false, error: toAppErrorData(asStoreError(error)) };
}

/** Answers every request with what `handle` returns or throws. */
export function serve(
  port: MessagePort,
  handle: (name: EngineRequestName, input: unknown) => unknown,
  close: () => Promise<void>,
): void {
  const send = (message: FromWorker): void => port.postMessage(message);
  port.on('message', (message: ToWorker) => {
    if (message.type === 'close') {
      void close().finally(() => port.close());
      return;
    }
    const { id, name, input } = message;
    // Inside an async function, so that what a handler throws at once becomes an answer as well.
    const answering = (async (): Promise<unknown> => await handle(name, input))();
    answering.then(
      (value) => send({ type: 'answer', id, answer: { ok: true, value } }),
      (error: unknown) => {
        if (error instanceof UnreadyError) send({ type: 'unready', id, why: error.why });
        else send({ type: 'answer', id, answer: failure(error) });
      },
    );
  });
}

/** Thrown in the reader where the writer has to come first. */
export class UnreadyError extends Error {
  readonly why: 'absent' | 'outdated';

  constructor(why: 'absent' | 'outdated') {
    super(`The database is ${why}.`);
    this.why = why;
  }
}
