/** Google's page, asked for by the user: for a mailbox, for one again, and for the permission to make filters. */
import { type AppErrorData, toAppErrorData } from '#core/contract/app-error.ts';
import type { RequestArguments } from '#core/contract/requests.ts';
import { mailboxKey } from '#core/mail/address.ts';
import type { AccountId } from '#core/mail/message.ts';
import { type OAuthClient, readClientFile } from '#main/account/client-file.ts';
import type { Credentials } from '#main/account/google-access.ts';
import { googleAddresses } from '#main/account/google-addresses.ts';
import { FILTER_SCOPE, MODIFY_SCOPE, READ_SCOPE } from '#main/account/scopes.ts';
import { type SignedIn, signIn } from '#main/account/sign-in.ts';
import { clientNotKept, otherAccount, signInCancelled } from '#main/account/sign-in-errors.ts';
import type { GmailClient } from '#main/gmail/gmail-client.ts';
import { updateAccount } from '#main/store/accounts.ts';
import { type GmailAccount, listGmailAccounts } from '#main/store/gmail-accounts.ts';
import type { WriterContext } from '../writer-context.ts';
import type { Mailboxes } from './mailboxes.ts';
import type { World } from './world.ts';

export type ConnectRequest = RequestArguments<'account.connect'>;

export interface SignedInMailbox {
  readonly signedIn: SignedIn;
  readonly address: string;
  /** The addresses that it may send as, its own first. */
  readonly sendAs: Awaited<ReturnType<GmailClient['listSendAs']>>;
}

/** What is looked up to find out whether there is a keychain at all. */
const NOBODY = 'nobody';

export class SignIns {
  readonly #context: WriterContext;
  readonly #world: World;
  readonly #mailboxes: Mailboxes;
  readonly #asking = new Map<AccountId, Promise<void>>();
  #connecting: AbortController | undefined;

  constructor(context: WriterContext, world: World, mailboxes: Mailboxes) {
    this.#context = context;
    this.#world = world;
    this.#mailboxes = mailboxes;
  }

  /** Signs in to any mailbox, or to the one of `again`. */
  async forMailbox(request: ConnectRequest, again: GmailAccount | undefined): Promise<SignedInMailbox> {
    // A second attempt takes the place of one that waits in some forgotten browser window.
    this.cancel();
    const connecting = new AbortController();
    this.#connecting = connecting;
    const signal = AbortSignal.any([connecting.signal, this.#context.closing]);
    const client = request.clientJson === undefined ? await this.#clientOf(again) : readClientFile(request.clientJson);
    if (!request.sessionOnly) await this.#world.keychain.get(NOBODY);
    if (signal.aborted) throw signInCancelled();
    const signedIn = await this.#signIn(client, [request.readOnly ? READ_SCOPE : MODIFY_SCOPE], again, signal);
    const { gmail } = await this.#mailboxes.newMailbox(signedIn.credentials, signedIn.first);
    const caller = { priority: 'user', signal } as const;
    const { address } = await gmail.getProfile(caller);
    if (again) expectSame(address, again);
    const sendAs = await gmail.listSendAs(caller);
    if (signal.aborted) throw signInCancelled();
    return { signedIn, address, sendAs };
  }

  cancel(): void {
    this.#connecting?.abort();
  }

  /** Asked for when somebody is first blocked; one page for several actions that need it. */
  async forFilters(account: GmailAccount): Promise<void> {
    const asking = this.#asking.get(account.id) ?? this.#addFilters(account);
    this.#asking.set(account.id, asking);
    try {
      await asking;
    } finally {
      this.#asking.delete(account.id);
    }
  }

  /** Into the keychain; where there is none, for this session only, and the account says so. */
  async keep(account: GmailAccount, { credentials, first }: SignedIn): Promise<void> {
    await this.#mailboxes.put(account.id, credentials, first);
    const error = await this.#store(account.keychainName, credentials);
    updateAccount(this.#context.db, account.id, { state: account.readOnly ? 'read-only' : 'ready', error });
  }

  async #addFilters(account: GmailAccount): Promise<void> {
    const { closing } = this.#context;
    const { access } = await this.#mailboxes.of(account);
    const signedIn = await this.#signIn(access.credentials.client, [MODIFY_SCOPE, FILTER_SCOPE], account, closing);
    const { gmail } = await this.#mailboxes.newMailbox(signedIn.credentials, signedIn.first);
    expectSame((await gmail.getProfile({ priority: 'user', signal: closing })).address, account);
    await this.keep(account, signedIn);
  }

  async #signIn(
    client: OAuthClient,
    scopes: readonly string[],
    account: GmailAccount | undefined,
    signal: AbortSignal,
  ): Promise<SignedIn> {
    return await signIn({
      client,
      addresses: googleAddresses(this.#world.environment),
      scopes,
      ...(account === undefined ? {} : { address: account.address }),
      openUrl: (url) => this.#context.emit({ type: 'open-url', url }),
      signal,
    });
  }

  /** The client of this account, or else of any: one client serves all of a user's mailboxes. */
  async #clientOf(account: GmailAccount | undefined): Promise<OAuthClient> {
    for (const one of account ? [account] : listGmailAccounts(this.#context.db)) {
      try {
        return (await this.#mailboxes.of(one)).access.credentials.client;
      } catch {
        // Signed in for a session that is over: nothing of it was kept.
      }
    }
    throw clientNotKept();
  }

  async #store(keychainName: string, credentials: Credentials): Promise<AppErrorData | null> {
    try {
      await this.#world.keychain.set(keychainName, credentials);
      return null;
    } catch (error) {
      return toAppErrorData(error);
    }
  }
}

function expectSame(chosen: string, { address }: GmailAccount): void {
  if (mailboxKey(chosen) !== mailboxKey(address)) throw otherAccount(chosen, address);
}
