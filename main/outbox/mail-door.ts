/** How the outbox reaches the mailboxes; made by the engine, which knows the sign-ins. */
import type { AccountId } from '#core/mail/message.ts';
import type { GmailClient } from '#main/gmail/gmail-client.ts';

export interface MailDoor {
  readonly accountId: AccountId;
  readonly address: string;
  readonly gmail: GmailClient;
  /** Addresses that the account may send as, its own first, lower-cased. */
  readonly sendAs: () => Promise<readonly string[]>;
  readonly mayFilter: boolean;
  /** Asks Google's page for the permission to make filters; resolves when it is granted, rejects with why not. */
  readonly askForFilters: () => Promise<void>;
}

/** Throws `auth-expired` or `no-keyring` where the account has to be signed in to again. */
export type OpenDoor = (accountId: AccountId) => Promise<MailDoor>;
