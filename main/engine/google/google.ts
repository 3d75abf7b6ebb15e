/** Everything of the writer thread that has to do with Google: sign-ins, mailboxes, syncs, and the outbox that writes to them. */
import { randomUUID } from 'node:crypto';
import { AppError } from '#core/contract/app-error.ts';
import type { AccountView } from '#core/contract/views.ts';
import type { AccountId, MessageRowId } from '#core/mail/message.ts';
import type { MailDoor } from '#main/outbox/mail-door.ts';
import { Outbox } from '#main/outbox/outbox.ts';
import { getAccount, upsertAccount } from '#main/store/accounts.ts';
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
import { addOwnAddresses, learnOwnName } from '../handlers/owner.ts';
import { AccountSync, pausedError } from '../sync/account-sync.ts';
import type { WriterContext } from '../writer-context.ts';
import { type Mailbox, Mailboxes } from './mailboxes.ts';
import { type ConnectRequest, SignIns } from './sign-ins.ts';
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
  readonly #signIns: SignIns;
  /** How many actions have reached Gmail. */
  #pushed = 0;

  constructor(context: WriterContext, world: World) {
    this.#context = context;
    this.#world = world;
    this.#mailboxes = new Mailboxes(world);
    this.#signIns = new SignIns(context, world, this.#mailboxes);
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
    this.#signIns.cancel();
    await Promise.all([...this.#syncs.values()].map((sync) => sync.stop(pausedError())));
    await this.outbox.ended();
  }

  /**
   * Signs in and begins to sync.
   *
   * Throws `invalid-input`, `auth-refused`, `cancelled`, `offline`, `gmail-rejected`; `no-keyring` where the sign-in could
   * not be kept and the user was not told.
   */
  async connect(request: ConnectRequest): Promise<AccountView> {
    const { db, emit, now } = this.#context;
    const { readOnly, accountId } = request;
    const again = accountId === undefined ? undefined : this.#account(accountId as AccountId);
    const { signedIn, address, sendAs } = await this.#signIns.forMailbox(request, again);
    await addOwnAddresses(this.#context, address, sendAs);
    const id = again?.id ?? upsertAccount(db, 'gmail', address, now());
    await this.#syncs.get(id)?.stop(pausedError());
    const keychainName = getGmailAccount(db, id)?.keychainName ?? randomUUID();
    upsertGmailAccount(db, id, keychainName, readOnly);
    await this.#signIns.keep(this.#account(id), signedIn);
    this.outbox.accountConnected();
    this.#syncOf(id).hurry();
    emit({ type: 'status-changed' });
    return this.#view(id);
  }

  cancelConnect(): void {
    this.#signIns.cancel();
  }

  /**
   * Ends the grant at Google (and says whether Google heard of it), forgets the sign-in, keeps the mail unless told otherwise.
   *
   * What was imported has no grant to end: it can only be erased.
   */
  async disconnect(id: AccountId, eraseMail: boolean): Promise<{ readonly accessEnded: boolean }> {
    const { db, emit, triage } = this.#context;
    const isImport = getAccount(db, id)?.kind === 'import';
    const accessEnded = isImport || (await this.#endAccess(this.#account(id)));
    if (eraseMail) await this.#erase(id);
    else if (!isImport) releaseGmailAccount(db, id);
    triage.wake();
    emit({ type: 'status-changed' });
    emit({ type: 'queue-changed' });
    return { accessEnded };
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

  async #endAccess(account: GmailAccount): Promise<boolean> {
    const { id, keychainName } = account;
    await this.#syncs.get(id)?.stop(pausedError());
    this.#syncs.delete(id);
    let isEnded = true;
    try {
      await (await this.#mailboxes.of(account)).access.revoke();
    } catch (error) {
      // Offline, or the secret is not there any more: it goes all the same, and the grant can be ended at myaccount.google.com.
      reportFault(error);
      isEnded = false;
    }
    await this.#world.keychain.delete(keychainName).catch(() => undefined);
    this.#mailboxes.forget(id);
    this.#sendAs.delete(id);
    return isEnded;
  }

  async #erase(id: AccountId): Promise<void> {
    const { db, giveWay } = this.#context;
    for (let batch = listOfAccount(db, id, BATCH); batch.length > 0; batch = listOfAccount(db, id, BATCH)) {
      deleteFromAccount(db, id, batch);
      await giveWay();
    }
    deleteAccount(db, id);
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
      onStored: (ids) => {
        this.#archiveMuted(ids);
        learnOwnName(this.#context).catch(reportFault);
      },
    });
    this.#syncs.set(id, sync);
    return sync;
  }

  #archiveMuted(ids: readonly MessageRowId[]): void {
    const { db } = this.#context;
    const muted = ids.filter((id) => getLabels(db, id)?.includes('INBOX') === true && isMuted(db, id));
    if (muted.length > 0) this.outbox.archiveMuted(muted);
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
      askForFilters: async () => await this.#signIns.forFilters(account),
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
