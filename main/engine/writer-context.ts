/**
 * What a feature of the writer thread gets to work with, and the shape of a feature.
 *
 * A feature is one file in `handlers/` that exports a `WriterFeature`: its request handlers, typed by the contract, and
 * what it has to start and stop. It is registered by adding it to the list in `handlers/index.ts`.
 *
 * Rules of the thread: it answers requests while a job runs, so a job awaits `giveWay()` between transactions and keeps
 * each transaction near 100 ms. Everything thrown ends up as an `AppErrorData` with the caller.
 */
import type { AppEvent } from '#core/contract/events.ts';
import type { RequestArguments, RequestResult, WriteRequestName } from '#core/contract/requests.ts';
import type { MessageRowId } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';
import type { WritableDb } from '#main/store/database.ts';
import type { Jobs } from './jobs.ts';

export interface WriterContext {
  readonly db: WritableDb;
  readonly profileDir: string;
  /** To every listener of the engine. `queue-changed` and `status-changed` are cheap: they are sent on at most 5 times a second. */
  readonly emit: (event: AppEvent) => void;
  readonly jobs: Jobs;
  /** As confirmed or worked out so far; `UNKNOWN_OWNER` before. */
  readonly owner: () => Owner;
  readonly triage: TriageQueue;
  /** Lets waiting requests and timers run. */
  readonly giveWay: () => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Aborted when the engine closes: ends every wait. */
  readonly closing: AbortSignal;
  /** The built or source file of the parse workers (`main/import/parse-worker.ts`). */
  readonly parseWorker: URL | string;
}

/** The work of judging (see `triage.ts`), as other features see it. */
export interface TriageQueue {
  /**
   * Call after `insertMessages` and after anything that verdicts rest on has changed: what is not judged yet, or stale, is
   * worked off soon. Returns at once.
   */
  wake(): void;
  /**
   * The user's word on somebody, or on who is who, was given or taken back: judges everything again, soon.
   *
   * Call in the transaction that stores the word, so that no word is kept without its consequences.
   */
  judgementsChanged(): void;
  /** Resolves when everything stored so far is judged; rejects as `cancelled` when the judging is. */
  settled(): Promise<void>;
  /** Calls back with messages that were judged for the first time, after they were stored. Returns a function that ends it. */
  onJudged(listener: (ids: readonly MessageRowId[]) => void): () => void;
}

export type WriteHandler<Name extends WriteRequestName> = (
  input: RequestArguments<Name>,
  context: WriterContext,
) => RequestResult<Name> | Promise<RequestResult<Name>>;

export type WriteHandlers = { readonly [Name in WriteRequestName]: WriteHandler<Name> };

export interface WriterFeature<Handlers extends Partial<WriteHandlers> = Partial<WriteHandlers>> {
  readonly handlers: Handlers;
  /** Called once, when the database is open: start what runs by itself. */
  readonly start?: (context: WriterContext) => void;
  /** Called when the engine closes, `closing` already aborted; awaited before the database is closed. */
  readonly stop?: () => Promise<void>;
}
