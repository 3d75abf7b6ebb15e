/** The connected Gmail mailboxes, opened when first needed and shared by sync and outbox: one quota, one token each. */
import { AppError } from '#core/contract/app-error.ts';
import type { AccountId } from '#core/mail/message.ts';
import { type Credentials, type FirstToken, GoogleAccess } from '#main/account/google-access.ts';
import { googleAddresses } from '#main/account/google-addresses.ts';
import { canFilter, canModify } from '#main/account/scopes.ts';
import { reconnectNeeded } from '#main/account/sign-in-errors.ts';
import { GmailClient } from '#main/gmail/gmail-client.ts';
import type { GmailAccount } from '#main/store/gmail-accounts.ts';
import type { World } from './world.ts';

export interface Mailbox {
  readonly access: GoogleAccess;
  readonly gmail: GmailClient;
  /** False for an account that was connected to be read only. */
  readonly mayModify: boolean;
  readonly mayFilter: boolean;
}

export class Mailboxes {
  readonly #world: World;
  readonly #open = new Map<AccountId, Promise<Mailbox>>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Throws `auth-expired` where the sign-in is not there any more, `no-keyring` where it cannot be read. */
  async of(account: GmailAccount): Promise<Mailbox> {
    const known = this.#open.get(account.id);
    if (known) return await known;
    const opening = this.#fromKeychain(account);
    this.#open.set(account.id, opening);
    try {
      return await opening;
    } catch (error) {
      this.#open.delete(account.id);
      throw error;
    }
  }

  /** After a sign-in: what was open under this account before is forgotten. */
  async put(accountId: AccountId, credentials: Credentials, first: FirstToken): Promise<Mailbox> {
    const opening = this.newMailbox(credentials, first);
    this.#open.set(accountId, opening);
    return await opening;
  }

  forget(accountId: AccountId): void {
    this.#open.delete(accountId);
  }

  async newMailbox(credentials: Credentials, first?: FirstToken): Promise<Mailbox> {
    const addresses = googleAddresses(this.#world.environment);
    const access = await GoogleAccess.open(credentials, addresses, first);
    const gmail = await GmailClient.open(access, addresses, this.#world.clock);
    return { access, gmail, mayModify: canModify(access.scopes), mayFilter: canFilter(access.scopes) };
  }

  async #fromKeychain({ keychainName }: GmailAccount): Promise<Mailbox> {
    const credentials = await this.#world.keychain.get(keychainName);
    if (!credentials) throw reconnectNeeded();
    return await this.newMailbox(credentials);
  }
}

/** The account must be signed in to again before anything else can be done with it. */
export function isSignedOut(error: unknown): error is AppError {
  return error instanceof AppError && (error.kind === 'auth-expired' || error.kind === 'no-keyring');
}
