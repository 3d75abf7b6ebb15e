/**
 * An import: sources → parse workers → the store, in constant memory.
 *
 * Batches are stored in the order of the files, each in one transaction with the position it reaches. So an import that
 * is killed at any moment and run again ends with the same store as one that was not; and what was stored is not parsed
 * again as long as the file still is what it was.
 */
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import type { ImportDefect, ImportSummary, JobView } from '#core/contract/views.ts';
import type { AccountId } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';
import { updateAccount, upsertAccount } from '#main/store/accounts.ts';
import { inTransaction, type WritableDb } from '#main/store/database.ts';
import { getImportPosition, insertImportDefects, upsertImportPosition } from '#main/store/imports.ts';
import { insertMessages } from '#main/store/insert-messages.ts';
import { listOwnerCandidates } from '#main/store/owner-candidates.ts';
import { batchesOf } from './batches.ts';
import { importStatus } from './import-status.ts';
import { ParsePool } from './parse-pool.ts';
import type { ParsedMessage } from './parsed-batch.ts';
import { findSources, type FoundSources } from './sources/find-sources.ts';
import type { MailSource } from './sources/mail-source.ts';
import type { FoundMessage } from './sources/raw-message.ts';

export interface ImportTools {
  readonly db: WritableDb;
  /** The built or source file of `parse-worker.ts`. */
  readonly parseWorker: URL | string;
  /** As far as known. */
  readonly owner: Owner;
  readonly job: {
    readonly id: number;
    readonly signal: AbortSignal;
    progress(
      change: Partial<
        Pick<JobView, 'doneBytes' | 'totalBytes' | 'doneMessages' | 'totalMessages' | 'defectCount' | 'status'>
      >,
    ): void;
  };
  /** Lets waiting requests run; awaited between transactions. */
  readonly giveWay: () => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Enough that no worker waits while the writer is at work; each is a megabyte at most, but for very long messages. */
const BATCHES_AHEAD = 4;
/** More than four would wait for the one writer. */
const MAX_WORKERS = 4;

/**
 * Imports every mailbox under `paths`. Work that was done when `job.signal` is aborted stays.
 *
 * Throws `not-found` or `unreadable-file` for a chosen path, what the store throws, and the signal's reason when it is
 * aborted while mailboxes are still being looked for.
 */
export async function runImport(paths: readonly string[], tools: ImportTools): Promise<ImportSummary> {
  const startedAt = tools.now();
  const found = await findSources(paths, tools.job.signal);
  const run = new ImportRun(found, tools, startedAt);
  try {
    for (const source of found.sources) {
      if (tools.job.signal.aborted) break;
      await run.importSource(source);
    }
  } finally {
    await run.close();
  }
  return run.summary(tools.now());
}

class ImportRun {
  readonly #tools: ImportTools;
  readonly #pool: ParsePool;
  readonly #workerCount = Math.min(MAX_WORKERS, availableParallelism());
  readonly #startedAt: number;
  readonly #totalBytes: number;
  readonly #totalMessages: number | undefined;
  /** Of the sources that are done. */
  #doneBytes = 0;
  #read = 0;
  #added = 0;
  #known = 0;
  #defective = 0;

  constructor(found: FoundSources, tools: ImportTools, startedAt: number) {
    this.#tools = tools;
    this.#startedAt = startedAt;
    this.#pool = new ParsePool(tools.parseWorker, this.#workerCount, { owner: tools.owner });
    this.#totalBytes = found.sources.reduce((sum, { totalBytes }) => sum + totalBytes, 0);
    const counts = found.sources.map(({ messageCount }) => messageCount);
    this.#totalMessages = counts.includes(undefined)
      ? undefined
      : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    this.#storeDefects(
      found.unreadable.map(({ path, reason }) => ({
        path,
        offset: 0,
        messageId: '',
        defects: [`cannot be read: ${reason}`],
      })),
    );
  }

  async importSource(source: MailSource): Promise<void> {
    const { db, job, giveWay, now } = this.#tools;
    const accountId = upsertAccount(db, 'import', basename(source.path), now());
    updateAccount(db, accountId, { complete: false });
    const stored = getImportPosition(db, source.path);
    const skipTo =
      stored !== undefined && (await source.identity(stored.offset)) === stored.identity ? stored.offset : 0;
    let reached = skipTo;
    let failure: unknown;
    // Parsed by several workers at once, stored in the order of the file.
    const pending: Promise<readonly ParsedMessage[]>[] = [];
    const storeNext = async (): Promise<void> => {
      const parsed = await pending.shift();
      if (parsed === undefined || job.signal.aborted) return;
      reached = await this.#store(source, accountId, parsed);
      this.#tellProgress(source);
      await giveWay();
    };
    for await (const batch of batchesOf(source.messages(), (error) => (failure = error))) {
      if (job.signal.aborted) return;
      const unread = batch.filter(({ position }) => position > skipTo);
      this.#read += batch.length - unread.length;
      this.#known += batch.length - unread.length;
      if (unread.length > 0) pending.push(this.#parse(unread));
      else await giveWay();
      while (pending.length > BATCHES_AHEAD * this.#workerCount) await storeNext();
    }
    while (pending.length > 0) await storeNext();
    if (job.signal.aborted) return;
    if (failure !== undefined) {
      this.#storeDefects([
        {
          path: source.path,
          offset: reached,
          messageId: '',
          defects: [`the file cannot be read to its end: ${wordsOf(failure)}`],
        },
      ]);
    }
    const position = { identity: await source.identity(reached), offset: reached, state: 'done' } as const;
    upsertImportPosition(db, source.path, position, now());
    updateAccount(db, accountId, { complete: true, lastSyncAt: now() });
    this.#doneBytes += source.totalBytes;
  }

  summary(endedAt: number): ImportSummary {
    const { db, job } = this.#tools;
    return {
      jobId: job.id,
      read: this.#read,
      added: this.#added,
      known: this.#known,
      defective: this.#defective,
      cancelled: job.signal.aborted,
      elapsedMs: endedAt - this.#startedAt,
      ownerCandidates: listOwnerCandidates(db),
    };
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  #parse(batch: readonly FoundMessage[]): Promise<readonly ParsedMessage[]> {
    const parsed = this.#pool.parse(batch);
    // Nobody waits for it when the import ends before its turn.
    parsed.catch(() => undefined);
    return parsed;
  }

  /** Returns the position that the source is stored up to now. */
  async #store(source: MailSource, accountId: AccountId, parsed: readonly ParsedMessage[]): Promise<number> {
    const { db, now } = this.#tools;
    const reached = parsed.at(-1)?.position ?? 0;
    const identity = await source.identity(reached);
    const defective = parsed.filter(({ defects }) => defects.length > 0);
    inTransaction(db, () => {
      const { added, known } = insertMessages(
        db,
        accountId,
        parsed.flatMap(({ prepared }) => (prepared === undefined ? [] : [prepared])),
      );
      upsertImportPosition(db, source.path, { identity, offset: reached, state: 'running' }, now());
      this.#storeDefects(defective);
      this.#added += added.length;
      this.#known += known;
    });
    this.#read += parsed.length;
    return reached;
  }

  #storeDefects(found: readonly ImportDefect[]): void {
    if (found.length === 0) return;
    insertImportDefects(this.#tools.db, this.#tools.job.id, found);
    this.#defective += found.length;
  }

  #tellProgress(source: MailSource): void {
    const { job, now } = this.#tools;
    const progress = {
      doneBytes: Math.min(this.#doneBytes + source.bytesRead(), this.#totalBytes),
      totalBytes: this.#totalBytes,
      doneMessages: this.#read,
      ...(this.#totalMessages === undefined ? {} : { totalMessages: this.#totalMessages }),
    };
    const status = importStatus({ ...progress, elapsedMs: now() - this.#startedAt });
    job.progress({ ...progress, defectCount: this.#defective, status });
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
