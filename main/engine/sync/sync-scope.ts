/** What every part of one account's sync works with. */
import type { MessageRowId } from '#core/mail/message.ts';
import type { Caller, GmailClient } from '#main/gmail/gmail-client.ts';
import { LabelNames } from '#main/gmail/label-names.ts';
import type { GmailAccount } from '#main/store/gmail-accounts.ts';
import { getGmailAccount } from '#main/store/gmail-accounts.ts';
import type { WriterContext } from '../writer-context.ts';

export interface SyncScopeOptions {
  readonly context: WriterContext;
  readonly account: GmailAccount;
  readonly gmail: GmailClient;
  /** Ends everything: pause, cancel, close. */
  readonly signal: AbortSignal;
  /** Messages that were just stored, in no order. */
  readonly onStored: (ids: readonly MessageRowId[]) => void;
}

export class SyncScope {
  readonly context: WriterContext;
  readonly gmail: GmailClient;
  readonly caller: Caller;
  readonly onStored: SyncScopeOptions['onStored'];
  readonly #account: GmailAccount;
  #labels: Promise<LabelNames> | undefined;

  constructor({ context, account, gmail, signal, onStored }: SyncScopeOptions) {
    this.context = context;
    this.gmail = gmail;
    this.caller = { priority: 'background', signal };
    this.onStored = onStored;
    this.#account = account;
  }

  get id(): GmailAccount['id'] {
    return this.#account.id;
  }

  /** As the store has it now. */
  get account(): GmailAccount {
    return getGmailAccount(this.context.db, this.#account.id) ?? this.#account;
  }

  get signal(): AbortSignal | undefined {
    return this.caller.signal;
  }

  /** Listed once for all who ask. */
  async labelNames(): Promise<LabelNames> {
    this.#labels ??= this.gmail.listLabels(this.caller).then((names) => new LabelNames(names));
    try {
      return await this.#labels;
    } catch (error) {
      this.#labels = undefined;
      throw error;
    }
  }

  /** Labels as the store keeps them; a label that was made a moment ago makes the list be read again. */
  async labelsOf(labelIds: readonly string[]): Promise<readonly string[]> {
    const names = await this.labelNames();
    if (names.knows(labelIds)) return names.of(labelIds);
    this.#labels = undefined;
    return (await this.labelNames()).of(labelIds);
  }
}
