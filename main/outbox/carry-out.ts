/** Does one step of an action at Gmail, at a list's server, or in the browser. */
import { AppError } from '#core/contract/app-error.ts';
import type { AccountId, MessageRowId } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';
import type { Clock } from '#main/gmail/clock.ts';
import { isGmailFailure } from '#main/gmail/gmail-error.ts';
import type { Caller } from '#main/gmail/gmail-client.ts';
import type { WritableDb } from '#main/store/database.ts';
import { type GmailAccount, listGmailAccounts } from '#main/store/gmail-accounts.ts';
import { listGmailIdsOfMessage } from '#main/store/gmail-messages.ts';
import { moveStep, type Plan, type Step } from '#main/store/outbox.ts';
import { getTriageMessage } from '#main/store/triage-messages.ts';
import { hostOf } from '#main/unsubscribe/list-unsubscribe.ts';
import { type Network, unsubscribeByOneClick } from '#main/unsubscribe/one-click.ts';
import { deliverLetter } from './deliver-letter.ts';
import type { OpenDoor } from './mail-door.ts';

export interface Tools {
  readonly db: WritableDb;
  readonly clock: Clock;
  readonly network: Network;
  readonly openDoor: OpenDoor;
  readonly owner: () => Owner;
  readonly openUrl: (url: string) => void;
  readonly signal: AbortSignal;
}

/** Google's page has to be answered before a step can go on. */
export class PermissionNeeded extends Error {
  readonly ask: () => Promise<void>;

  constructor(ask: () => Promise<void>) {
    super('a permission is needed');
    this.ask = ask;
  }
}

/** Where nothing can be done for want of an account that may. */
function noAccount(hasReadOnly: boolean): AppError {
  return hasReadOnly
    ? new AppError({
        kind: 'no-account',
        message: 'Your Gmail account is connected to be read only.',
        cure: 'Connect it again without “read only”; until then this waits here.',
      })
    : new AppError({
        kind: 'no-account',
        message: 'No Gmail account is connected.',
        cure: 'Connect Gmail in the settings; until then this waits here.',
      });
}

/** Leaves the step `done`. Throws where it cannot be done now, or at all: the caller decides which. */
export async function carryOut(step: Step, tools: Tools): Promise<void> {
  const { db } = tools;
  const { plan } = step;
  switch (plan.type) {
    case 'letter': {
      const account = accountFor(step, tools);
      const door = await tools.openDoor(account.id);
      const about = step.messageIds[0];
      const original = about === undefined ? undefined : getTriageMessage(db, about);
      await deliverLetter(step, plan, {
        db,
        clock: tools.clock,
        door,
        owner: tools.owner(),
        original,
        signal: tools.signal,
      });
      return;
    }
    case 'labels':
      moveStep(db, step.id, { state: 'done', outcome: await pushLabels(step, plan, tools) });
      return;
    case 'block':
      await block(plan.address, step, tools);
      moveStep(db, step.id, {
        state: 'done',
        outcome: `Gmail puts mail from ${plan.address} into the trash from now on`,
      });
      return;
    case 'one-click':
      if (step.state !== 'waiting') throw interrupted(plan.url);
      moveStep(db, step.id, { state: 'sending' });
      await unsubscribeByOneClick(plan.url, tools.signal, tools.network);
      moveStep(db, step.id, { state: 'done', outcome: `Unsubscribed: ${hostOf(plan.url)} said so` });
      return;
    case 'open':
      tools.openUrl(plan.url);
      moveStep(db, step.id, {
        state: 'done',
        outcome: `Opened ${hostOf(plan.url)} in your browser: unsubscribe there`,
      });
  }
}

/** The account in which a letter was begun; else the one that has the message, else the first that may send. */
function accountFor(step: Step, { db }: Tools): GmailAccount {
  const all = listGmailAccounts(db);
  const able = all.filter(({ readOnly }) => !readOnly);
  const about = step.messageIds[0];
  const has = ({ id }: GmailAccount): boolean => about !== undefined && listGmailIdsOfMessage(db, id, about).length > 0;
  const account = able.find(({ id }) => id === step.accountId) ?? able.find(has) ?? able[0];
  if (!account) throw noAccount(all.length > 0);
  return account;
}

async function pushLabels(step: Step, plan: Extract<Plan, { type: 'labels' }>, tools: Tools): Promise<string> {
  const { db, openDoor, signal } = tools;
  const accounts = listGmailAccounts(db);
  const caller: Caller = { priority: 'user', signal };
  let pushed = 0;
  for (const { id, readOnly } of accounts) {
    const gmailIds = gmailIdsOf(step.messageIds, id, tools);
    if (readOnly || gmailIds.length === 0) continue;
    const { gmail } = await openDoor(id);
    try {
      await gmail.modify(gmailIds, plan, caller);
    } catch (error) {
      // Deleted there in the meantime: nothing is left to be labelled, and the next sync takes it away here.
      if (!isGmailFailure(error, 'gone')) throw error;
    }
    pushed += gmailIds.length;
  }
  if (pushed > 0) return 'Done';
  if (accounts.length === 0) return 'Done here; no Gmail account is connected';
  return accounts.every(({ readOnly }) => readOnly)
    ? 'Done here only: the account is connected to be read only'
    : 'Done here; the connected mailbox does not have this message';
}

function gmailIdsOf(messageIds: readonly MessageRowId[], accountId: AccountId, { db }: Tools): readonly string[] {
  return messageIds.flatMap((messageId) => listGmailIdsOfMessage(db, accountId, messageId));
}

async function block(address: string, step: Step, tools: Tools): Promise<void> {
  const door = await tools.openDoor(accountFor(step, tools).id);
  const caller: Caller = { priority: 'user', signal: tools.signal };
  // Looking first makes a repeat after a lost answer harmless.
  if ((await door.gmail.listBlocked(caller)).includes(address.toLowerCase())) return;
  if (!door.mayFilter) throw new PermissionNeeded(door.askForFilters);
  await door.gmail.createBlock(address, caller);
}

function interrupted(url: string): AppError {
  return new AppError({
    kind: 'not-allowed',
    message: `Acquaint was closed while it asked ${hostOf(url)}; it is not known whether you are unsubscribed.`,
    cure: 'Wait for the next newsletter, or try again.',
  });
}
