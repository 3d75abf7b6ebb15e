/** The writer thread's features on a real database in this thread, with Google's place taken by the test server. No vitest: benches use it too. */
import type { AppEvent } from '#core/contract/events.ts';
import type { RequestInput, RequestResult, WriteRequestName } from '#core/contract/requests.ts';
import { ENGINE_REQUESTS } from '#core/contract/requests.ts';
import type { AccountView, OutboxItem } from '#core/contract/views.ts';
import type { AccountId } from '#core/mail/message.ts';
import { UNKNOWN_OWNER } from '#core/mail/owner.ts';
import type { Credentials } from '#main/account/google-access.ts';
import type { Keychain } from '#main/account/keychain.ts';
import { AppError } from '#core/contract/app-error.ts';
import { type Clock, systemClock } from '#main/gmail/clock.ts';
import { ownerFeature } from '#main/engine/handlers/owner.ts';
import { googleFeatures } from '#main/engine/google/google-features.ts';
import { systemWorld, type World } from '#main/engine/google/world.ts';
import { createJobs } from '#main/engine/jobs.ts';
import { createTriage } from '#main/engine/triage.ts';
import type { WriterContext } from '#main/engine/writer-context.ts';
import { getAccount } from '#main/store/accounts.ts';
import type { WritableDb } from '#main/store/database.ts';
import { openWriter } from '#main/store/open.ts';
import { getAction } from '#main/store/outbox.ts';
import { getSetting } from '#main/store/settings.ts';
import type { GmailServer } from './gmail-server/server.ts';

/** A keychain that outlives the writer, as the system's does. */
export function aKeychain(): Keychain & { readonly kept: ReadonlyMap<string, Credentials> } {
  const kept = new Map<string, Credentials>();
  return {
    kept,
    get: async (name) => await Promise.resolve(kept.get(name)),
    set: async (name, credentials) => await Promise.resolve(void kept.set(name, credentials)),
    delete: async (name) => await Promise.resolve(void kept.delete(name)),
  };
}

/** A machine without a keychain. */
export const noKeychain: Keychain = {
  get: async () => await Promise.reject(noKeyring()),
  set: async () => await Promise.reject(noKeyring()),
  delete: async () => await Promise.reject(noKeyring()),
};

function noKeyring(): AppError {
  return new AppError({ kind: 'no-keyring', message: 'no keychain', cure: 'none' });
}

/** Waits a fiftieth of what is asked for, so that back-offs of seconds are tested in milliseconds. */
export const hastyClock: Clock = {
  now: Date.now,
  sleep: async (ms, signal) => await systemClock.sleep(ms / 50, signal),
};

export interface WriterOptions extends Partial<World> {
  /** Without `acceptConsent` where it runs in another process. */
  readonly server?: Pick<GmailServer, 'env' | 'clientJson'> & Partial<Pick<GmailServer, 'acceptConsent'>>;
  readonly profileDir: string;
}

export interface TestWriter {
  readonly db: WritableDb;
  readonly context: WriterContext;
  readonly profileDir: string;
  readonly events: readonly AppEvent[];
  readonly keychain: Keychain;
  readonly request: <Name extends WriteRequestName>(
    name: Name,
    input: RequestInput<Name>,
  ) => Promise<RequestResult<Name>>;
  /** Connects the account of the server and waits for the first sync. */
  readonly connect: (options?: {
    readonly readOnly?: boolean;
    readonly sessionOnly?: boolean;
    readonly scopes?: readonly string[];
  }) => Promise<AccountView>;
  readonly account: (id: AccountId) => AccountView | undefined;
  /** Resolves with the item when it is in one of these states. */
  readonly reached: (outboxId: number, ...states: OutboxItem['state'][]) => Promise<OutboxItem>;
  /** What the browser would be shown next. */
  readonly nextUrl: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Undo windows of some 30 ms and no polling, unless told otherwise. */
export function startWriter(options: WriterOptions): TestWriter {
  const { server, profileDir, ...world } = options;
  const keychain = world.keychain ?? aKeychain();
  const writer = openWriter(profileDir);
  const { db } = writer;
  const events: AppEvent[] = [];
  const urls: string[] = [];
  const urlWaiters: ((url: string) => void)[] = [];
  const closing = new AbortController();
  const clock = world.clock ?? hastyClock;
  const emit = (event: AppEvent): void => {
    events.push(event);
    if (event.type !== 'open-url') return;
    const waiter = urlWaiters.shift();
    if (waiter) waiter(event.url);
    else urls.push(event.url);
  };
  const giveWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const jobs = createJobs(db, emit, clock.now);
  const owner = (): ReturnType<WriterContext['owner']> => getSetting(db, 'owner') ?? UNKNOWN_OWNER;
  const triage = createTriage({ db, emit, jobs, owner, giveWay, now: clock.now, closing: closing.signal });
  const context: WriterContext = {
    db,
    profileDir,
    emit,
    jobs,
    owner,
    triage,
    giveWay,
    now: clock.now,
    closing: closing.signal,
    parseWorker: '',
  };
  const features = googleFeatures({
    ...systemWorld,
    environment: server?.env ?? {},
    undoWindowMs: 1500,
    pollMs: 3_600_000,
    ...world,
    clock,
    keychain,
  });
  features.account.start(context);
  const handlers = {
    ...ownerFeature.handlers,
    ...features.account.handlers,
    ...features.sync.handlers,
    ...features.outbox.handlers,
  };

  async function request<Name extends WriteRequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<RequestResult<Name>> {
    const handler = handlers[name as keyof typeof handlers] as unknown as (
      input: unknown,
      context: WriterContext,
    ) => Promise<RequestResult<Name>>;
    return await handler(ENGINE_REQUESTS[name].parse(input), context);
  }

  async function nextUrl(): Promise<string> {
    const url = urls.shift();
    if (url !== undefined) return url;
    return await new Promise((resolve) => urlWaiters.push(resolve));
  }

  let closed: Promise<void> | undefined;
  async function close(): Promise<void> {
    closed ??= (async () => {
      closing.abort(new AppError({ kind: 'cancelled', message: 'closed', cure: '' }));
      await jobs.cancelAll();
      await features.account.stop();
      await triage.ended();
      writer.close();
    })();
    await closed;
  }
  return {
    db,
    context,
    profileDir,
    events,
    keychain,
    request,
    nextUrl,
    close,
    account: (id) => getAccount(db, id),
    async connect({ readOnly = false, sessionOnly = false, scopes } = {}) {
      if (!server?.acceptConsent) throw new Error('no server to connect to');
      const connecting = request('account.connect', { clientJson: server.clientJson, readOnly, sessionOnly });
      connecting.catch(() => undefined);
      await server.acceptConsent(await nextUrl(), scopes);
      const account = await connecting;
      await request('sync.run', {});
      return account;
    },
    async reached(outboxId, ...states) {
      for (;;) {
        const action = getAction(db, outboxId);
        if (action && states.includes(action.state)) return action;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}
