/** Keeps one account in step with Gmail: the first sync, then a look every few seconds, through failures and pauses. */
import { AppError, type AppErrorData, toAppErrorData } from '#core/contract/app-error.ts';
import type { AccountId, MessageRowId } from '#core/mail/message.ts';
import { GmailError, isGmailFailure } from '#main/gmail/gmail-error.ts';
import { type AccountChange, getAccount, updateAccount } from '#main/store/accounts.ts';
import { type GmailAccount, getGmailAccount } from '#main/store/gmail-accounts.ts';
import { countWanted } from '#main/store/gmail-wanted.ts';
import { reportFault } from '../faults.ts';
import { isSignedOut, type Mailboxes } from '../google/mailboxes.ts';
import type { World } from '../google/world.ts';
import type { WriterContext } from '../writer-context.ts';
import { applyHistory } from './apply-history.ts';
import { fetchWanted } from './fetch-wanted.ts';
import { firstSync } from './first-sync.ts';
import { reconcile } from './reconcile.ts';
import { SyncScope } from './sync-scope.ts';

/** A network that stays away is asked less and less often. */
const LONGEST_WAIT_MS = 5 * 60_000;
/** More than this to fetch is shown as a job. */
const JOB_FROM = 100;

export interface AccountSyncOptions {
  readonly context: WriterContext;
  readonly world: World;
  readonly mailboxes: Mailboxes;
  readonly onStored: (ids: readonly MessageRowId[]) => void;
}

export class AccountSync {
  readonly #id: AccountId;
  readonly #options: AccountSyncOptions;
  #ended = new AbortController();
  #pass: Promise<void> | undefined;
  #loop: Promise<void> | undefined;
  #waiting: AbortController | undefined;
  #failures = 0;

  constructor(id: AccountId, options: AccountSyncOptions) {
    this.#id = id;
    this.#options = options;
    options.context.closing.addEventListener('abort', () => this.#ended.abort(options.context.closing.reason), {
      once: true,
    });
  }

  /** Begins to look for news by itself, at once and from then on. */
  start(): void {
    if (this.#loop || this.#ended.signal.aborted) return;
    this.#loop = this.#keepUp().finally(() => {
      this.#loop = undefined;
    });
  }

  /**
   * Resolves when everything that Gmail had when this was called is here; rejects with why it could not be had.
   *
   * A pass that is under way may have looked before: it is waited for, and another one follows.
   */
  async pass(): Promise<void> {
    if (this.#pass) await this.#pass;
    await this.#begin();
  }

  /** The network is back, or the user has signed in: no more waiting. */
  hurry(): void {
    this.#failures = 0;
    this.#waiting?.abort();
    this.start();
  }

  /** Ends what runs; resolves when it has ended. What is stored stays, and the next pass goes on from there. */
  async stop(reason: AppError): Promise<void> {
    this.#ended.abort(reason);
    await this.#pass?.catch(() => undefined);
    await this.#loop;
    this.#ended = new AbortController();
  }

  async #keepUp(): Promise<void> {
    const { signal } = this.#ended;
    while (!signal.aborted) {
      try {
        await this.#begin();
        this.#failures = 0;
      } catch (error) {
        if (signal.aborted || isSignedOut(error) || isPaused(error)) return;
        this.#failures += 1;
        reportFault(error);
        await this.#wait(waitAfter(error, this.#failures, this.#options), signal);
        continue;
      }
      await this.#wait(this.#options.world.pollMs, signal);
    }
  }

  async #begin(): Promise<void> {
    this.#pass ??= this.#once().finally(() => {
      this.#pass = undefined;
    });
    await this.#pass;
  }

  async #wait(ms: number, signal: AbortSignal): Promise<void> {
    this.#waiting = new AbortController();
    await this.#options.world.clock.sleep(ms, AbortSignal.any([signal, this.#waiting.signal])).catch(() => undefined);
  }

  async #once(): Promise<void> {
    const { context, mailboxes } = this.#options;
    const account = getGmailAccount(context.db, this.#id);
    if (!account || account.paused) throw pausedError();
    try {
      const { gmail } = await mailboxes.of(account);
      const scope = (signal: AbortSignal): SyncScope =>
        new SyncScope({
          context,
          account,
          gmail,
          onStored: this.#options.onStored,
          signal: AbortSignal.any([signal, this.#ended.signal]),
        });
      if (account.phase === 'done') await this.#catchUp(scope);
      else await this.#firstSync(account, scope);
      this.#tell(account, { lastSyncAt: context.now(), error: this.#keepsNoSignIn() });
    } catch (error) {
      this.#tellFailure(account, error);
      throw error;
    }
  }

  async #firstSync(account: GmailAccount, scopeOf: (signal: AbortSignal) => SyncScope): Promise<void> {
    const { context, world } = this.#options;
    const before = scopeOf(this.#ended.signal);
    // A job that cannot even begin is none: offline for a night would leave a hundred of them.
    await before.gmail.getProfile(before.caller);
    this.#tell(account, { state: 'syncing' });
    await context.jobs.run('sync', `Syncing ${account.address}`, async (job) => {
      const scope = scopeOf(job.signal);
      let lookedAt = context.now();
      await firstSync(scope, job, async () => {
        if (context.now() - lookedAt < world.pollMs) return;
        lookedAt = context.now();
        await this.#takeNews(scope);
      });
    });
  }

  async #catchUp(scopeOf: (signal: AbortSignal) => SyncScope): Promise<void> {
    const { context } = this.#options;
    const scope = scopeOf(this.#ended.signal);
    await this.#takeNews(scope);
    const { open } = countWanted(context.db, this.#id);
    if (open < JOB_FROM) {
      await fetchWanted(scope);
      return;
    }
    await context.jobs.run('sync', `Syncing ${scope.account.address}`, async (job) => {
      job.progress({ accountId: this.#id, totalMessages: open });
      await fetchWanted(scopeOf(job.signal), {
        onBatch: () => {
          const done = open - countWanted(context.db, this.#id).open;
          job.progress({
            doneMessages: done,
            status: `${done.toLocaleString('en-GB')} of ${open.toLocaleString('en-GB')}`,
          });
        },
      });
    });
  }

  async #takeNews(scope: SyncScope): Promise<void> {
    const { historyId } = scope.account;
    if (historyId === undefined) {
      await reconcile(scope);
      return;
    }
    try {
      await applyHistory(scope, historyId);
    } catch (error) {
      if (!isGmailFailure(error, 'gone')) throw error;
      // Gmail keeps its history for a week or so.
      await reconcile(scope);
    }
  }

  /** In a keychain-less session this stays to be told. */
  #keepsNoSignIn(): AppErrorData | null {
    const { error } = getAccount(this.#options.context.db, this.#id) ?? {};
    return error?.kind === 'no-keyring' ? error : null;
  }

  #tell({ readOnly }: GmailAccount, change: AccountChange): void {
    const { context } = this.#options;
    const before = getAccount(context.db, this.#id);
    const after: AccountChange = { state: readOnly ? 'read-only' : 'ready', ...change };
    updateAccount(context.db, this.#id, after);
    const isSame =
      before?.state === after.state && JSON.stringify(before?.error ?? null) === JSON.stringify(after.error ?? null);
    if (!isSame || change.lastSyncAt !== undefined) context.emit({ type: 'status-changed' });
  }

  #tellFailure(account: GmailAccount, error: unknown): void {
    if (this.#options.context.closing.aborted) return;
    const data = toAppErrorData(error);
    if (isSignedOut(error)) this.#tell(account, { state: 'reconnect', error: data });
    else if (data.kind === 'cancelled') this.#tell(account, {});
    else if (data.kind === 'offline') this.#tell(account, { state: 'offline', error: data });
    else this.#tell(account, { error: data });
  }
}

function waitAfter(error: unknown, failures: number, { world, context }: AccountSyncOptions): number {
  const told = error instanceof GmailError && error.retryAt !== undefined ? error.retryAt - context.now() : 0;
  return Math.max(told, Math.min(LONGEST_WAIT_MS, world.pollMs * 2 ** Math.min(failures - 1, 10)));
}

export function pausedError(): AppError {
  return new AppError({
    kind: 'cancelled',
    message: 'The sync of this account is paused.',
    cure: 'Start it again: it goes on where it stopped.',
  });
}

function isPaused(error: unknown): boolean {
  return error instanceof AppError && error.kind === 'cancelled';
}
