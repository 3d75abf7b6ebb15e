/** Everything of the writer thread that has to do with Google: sign-ins, mailboxes, syncs, and the outbox that writes to them. */
import { randomUUID } from 'node:crypto';
import { AppError, type AppErrorData, toAppErrorData } from '#core/contract/app-error.ts';
import type { AccountView } from '#core/contract/views.ts';
import { mailboxKey } from '#core/mail/address.ts';
import type { AccountId, MessageRowId } from '#core/mail/message.ts';
import { readClientFile } from '#main/account/client-file.ts';
import type { Credentials } from '#main/account/google-access.ts';
import { googleAddresses } from '#main/account/google-addresses.ts';
import { FILTER_SCOPE, MODIFY_SCOPE, READ_SCOPE } from '#main/account/scopes.ts';
import { signIn, type SignedIn } from '#main/account/sign-in.ts';
import { signInCancelled } from '#main/account/sign-in-errors.ts';
import type { Caller } from '#main/gmail/gmail-client.ts';
import type { MailDoor } from '#main/outbox/mail-door.ts';
import { Outbox } from '#main/outbox/outbox.ts';
import { getAccount, updateAccount, upsertAccount } from '#main/store/accounts.ts';
import { isMuted } from '#main/store/boundaries.ts';
import { deleteAccount, deleteFromAccount, listOfAccount } from '#main/store/delete-messages.ts';
import {
  type GmailAccount,
  getGmailAccount,
  listGmailAccounts,
  releaseGmailAccount,
  setPaused,
  upsertGmailAccount,
} from '#main/store/gmail-accounts.ts';
import { retryFailedWanted } from '#main/store/gmail-wanted.ts';
import { getLabels } from '#main/store/labels.ts';
import { reportFault } from '../faults.ts';
import { addOwnAddresses } from '../handlers/owner.ts';
import { AccountSync, pausedError } from '../sync/account-sync.ts';
import type { WriterContext } from '../writer-context.ts';
import { type Mailbox, Mailboxes } from './mailboxes.ts';
import type { World } from './world.ts';

/** Messages that are deleted in one transaction. */
const BATCH = 200;

export class Google {
  readonly outbox: Outbox;
  readonly #context: WriterContext;
  readonly #world: World;
  readonly #mailboxes: Mailboxes;
  readonly #syncs = new Map<AccountId, AccountSync>();
  readonly #sendAs = new Map<AccountId, readonly string[]>();
  readonly #asking = new Map<AccountId, Promise<void>>();
  #connecting: AbortController | undefined;
  /** How many actions have reached Gmail. */
  #pushed = 0;

  constructor(context: WriterContext, world: World) {
    this.#context = context;
    this.#world = world;
    this.#mailboxes = new Mailboxes(world);
    this.outbox = new Outbox({
      db: context.db,
      clock: world.clock,
      network: world.network,
      undoWindowMs: world.undoWindowMs,
      signal: context.closing,
      owner: context.owner,
      newKey: () => randomUUID(),
      openDoor: async (id) => await this.#door(id),
      openUrl: (url) => context.emit({ type: 'open-url', url }),
      onChange: (item) => context.emit({ type: 'outbox', item }),
      onLabels: () => context.emit({ type: 'queue-changed' }),
      onPushed: () => {
        this.#pushed += 1;
        this.#lookForNews();
      },
      reportFault,
    });
  }

  start(): void {
    this.outbox.resume();
    for (const { id } of listGmailAccounts(this.#context.db)) this.#syncOf(id).start();
  }

  /** `closing` was aborted before. */
  async stop(): Promise<void> {
    this.#connecting?.abort();
    await Promise.all([...this.#syncs.values()].map((sync) => sync.stop(pausedError())));
    await this.outbox.ended();
  }

  /** Signs in and begins to sync. Throws `invalid-input`, `auth-refused`, `cancelled`, `offline`, `gmail-rejected`. */
  async connect(clientJson: string, readOnly: boolean): Promise<AccountView> {
    const { db, emit, now, closing } = this.#context;
    const client = readClientFile(clientJson);
    // A second attempt takes the place of one that waits in some forgotten browser window.
    this.#connecting?.abort();
    const connecting = new AbortController();
    this.#connecting = connecting;
    const signal = AbortSignal.any([connecting.signal, closing]);
    const signedIn = await signIn({
      client,
      addresses: googleAddresses(this.#world.environment),
      scopes: [readOnly ? READ_SCOPE : MODIFY_SCOPE],
      openUrl: (url) => emit({ type: 'open-url', url }),
      signal,
    });
    const caller: Caller = { priority: 'user', signal };
    const mailbox = await this.#mailboxes.newMailbox(signedIn.credentials, signedIn.first);
    const { address } = await mailbox.gmail.getProfile(caller);
    if (signal.aborted) throw signInCancelled();
    const sendAs = await mailbox.gmail.listSendAs(caller);
    await addOwnAddresses(this.#context, [address, ...sendAs.map((one) => one.address)], sendAs[0]?.name ?? '');
    const id = upsertAccount(db, 'gmail', address, now());
    await this.#syncs.get(id)?.stop(pausedError());
    const keychainName = getGmailAccount(db, id)?.keychainName ?? randomUUID();
    upsertGmailAccount(db, id, keychainName, readOnly);
    await this.#keep(id, keychainName, signedIn);
    this.outbox.accountConnected();
    this.#syncOf(id).hurry();
    emit({ type: 'status-changed' });
    return this.#view(id);
  }

  cancelConnect(): void {
    this.#connecting?.abort();
  }

  /** Ends the grant at Google, forgets the sign-in, and keeps the mail unless told otherwise. */
  async disconnect(id: AccountId, eraseMail: boolean): Promise<void> {
    const { db, emit, giveWay, triage } = this.#context;
    const account = this.#account(id);
    await this.#syncs.get(id)?.stop(pausedError());
    this.#syncs.delete(id);
    try {
      await (await this.#mailboxes.of(account)).access.revoke();
    } catch (error) {
      // Offline, or revoked before. The secret goes all the same; the grant can be ended at myaccount.google.com.
      reportFault(error);
    }
    await this.#world.keychain.delete(account.keychainName).catch(() => undefined);
    this.#mailboxes.forget(id);
    this.#sendAs.delete(id);
    if (eraseMail) {
      for (let batch = listOfAccount(db, id, BATCH); batch.length > 0; batch = listOfAccount(db, id, BATCH)) {
        deleteFromAccount(db, id, batch);
        await giveWay();
      }
      deleteAccount(db, id);
    } else releaseGmailAccount(db, id);
    triage.wake();
    emit({ type: 'status-changed' });
    emit({ type: 'queue-changed' });
  }

  /** Pushes what waits and brings what is new; resolves when both are done. Throws the first failure. */
  async sync(id: AccountId | undefined): Promise<void> {
    const { db } = this.#context;
    const accounts = id === undefined ? listGmailAccounts(db) : [this.#account(id)];
    if (accounts.length === 0) {
      throw new AppError({
        kind: 'no-account',
        message: 'No Gmail account is connected.',
        cure: 'Connect one, or import a mailbox from files.',
      });
    }
    this.outbox.hurry();
    const pushed = this.#pushed;
    await this.#passAll(accounts);
    await this.outbox.settled();
    // What was just sent comes back as sent mail.
    if (this.#pushed !== pushed) await this.#passAll(accounts);
    await this.#context.triage.settled();
  }

  async pause(id: AccountId): Promise<void> {
    const account = this.#account(id);
    setPaused(this.#context.db, account.id, true);
    await this.#syncs.get(id)?.stop(pausedError());
    this.#context.emit({ type: 'status-changed' });
  }

  /** The network is back: nothing waits any longer. */
  hurry(): void {
    for (const sync of this.#syncs.values()) sync.hurry();
    this.outbox.hurry();
  }

  async #passAll(accounts: readonly GmailAccount[]): Promise<void> {
    const { db } = this.#context;
    const passes = accounts.map(async ({ id }) => {
      setPaused(db, id, false);
      this.#context.emit({ type: 'status-changed' });
      retryFailedWanted(db, id);
      const sync = this.#syncOf(id);
      await sync.pass();
      sync.start();
    });
    const failed = (await Promise.allSettled(passes)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }

  #lookForNews(): void {
    for (const { id, phase } of listGmailAccounts(this.#context.db)) if (phase === 'done') this.#syncOf(id).hurry();
  }

  #syncOf(id: AccountId): AccountSync {
    const known = this.#syncs.get(id);
    if (known) return known;
    const sync = new AccountSync(id, {
      context: this.#context,
      world: this.#world,
      mailboxes: this.#mailboxes,
      onStored: (ids) => this.#archiveMuted(ids),
    });
    this.#syncs.set(id, sync);
    return sync;
  }

  #archiveMuted(ids: readonly MessageRowId[]): void {
    const { db } = this.#context;
    const muted = ids.filter((id) => getLabels(db, id)?.includes('INBOX') === true && isMuted(db, id));
    if (muted.length > 0) this.outbox.archiveMuted(muted);
  }

  /** Into the keychain; where there is none, for this session only, and the account says so. */
  async #keep(id: AccountId, keychainName: string, { credentials, first }: SignedIn): Promise<void> {
    const { db } = this.#context;
    await this.#mailboxes.put(id, credentials, first);
    const error = await this.#store(keychainName, credentials);
    const { readOnly } = this.#account(id);
    updateAccount(db, id, { state: readOnly ? 'read-only' : 'ready', error });
  }

  async #store(keychainName: string, credentials: Credentials): Promise<AppErrorData | null> {
    try {
      await this.#world.keychain.set(keychainName, credentials);
      return null;
    } catch (error) {
      return toAppErrorData(error);
    }
  }

  async #door(id: AccountId): Promise<MailDoor> {
    const account = this.#account(id);
    const mailbox = await this.#mailboxes.of(account);
    return {
      accountId: id,
      address: account.address,
      gmail: mailbox.gmail,
      sendAs: async () => await this.#sendAsOf(id, mailbox),
      mayFilter: mailbox.mayFilter,
      askForFilters: async () => await this.#askForFilters(account),
    };
  }

  async #sendAsOf(id: AccountId, { gmail }: Mailbox): Promise<readonly string[]> {
    const known = this.#sendAs.get(id);
    if (known) return known;
    const listed = await gmail.listSendAs({ priority: 'user', signal: this.#context.closing });
    const addresses = listed.map(({ address }) => address);
    this.#sendAs.set(id, addresses);
    return addresses;
  }

  /** One page for several actions that need it. */
  async #askForFilters(account: GmailAccount): Promise<void> {
    const asking = this.#asking.get(account.id) ?? this.#signInForFilters(account);
    this.#asking.set(account.id, asking);
    try {
      await asking;
    } finally {
      this.#asking.delete(account.id);
    }
  }

  async #signInForFilters(account: GmailAccount): Promise<void> {
    const { closing, emit } = this.#context;
    const { access } = await this.#mailboxes.of(account);
    const signedIn = await signIn({
      client: access.credentials.client,
      addresses: googleAddresses(this.#world.environment),
      scopes: [MODIFY_SCOPE, FILTER_SCOPE],
      address: account.address,
      openUrl: (url) => emit({ type: 'open-url', url }),
      signal: closing,
    });
    const mailbox = await this.#mailboxes.newMailbox(signedIn.credentials, signedIn.first);
    const { address } = await mailbox.gmail.getProfile({ priority: 'user', signal: closing });
    if (mailboxKey(address) !== mailboxKey(account.address)) {
      throw new AppError({
        kind: 'auth-refused',
        message: `On Google’s page ${address} was chosen instead of ${account.address}.`,
        cure: 'Press Retry and choose the account that the message is in.',
      });
    }
    await this.#keep(account.id, account.keychainName, signedIn);
  }

  #account(id: AccountId): GmailAccount {
    const account = getGmailAccount(this.#context.db, id);
    if (account) return account;
    throw new AppError({
      kind: 'not-found',
      message: 'There is no such Gmail account.',
      cure: 'Connect it in the settings.',
    });
  }

  #view(id: AccountId): AccountView {
    const view = getAccount(this.#context.db, id);
    if (!view) throw new Error(`no account ${id}`);
    return view;
  }
}
