/**
 * Sends a letter exactly once, whatever breaks.
 *
 * Gmail's `send` has no key by which a repeat is known, so: create a draft, journal its id, send the draft. Sending consumes
 * the draft; sending it again finds nothing (404). After an unknown outcome we look: is the draft still there? Then nothing
 * was sent. Is the letter among the sent ones (by our own field, since Gmail may give it another Message-ID)? Then it was.
 * Never is a letter sent again without having looked, on Retry neither. Every arrow is one committed, flushed transaction:
 *
 *   waiting → drafting → drafted → sending → done
 *                           ↑         ↓
 *                           └───── unknown → failed
 */
import { OUTBOX_ID_FIELD, serialiseMessage } from '#core/boundary/rfc5322.ts';
import { AppError } from '#core/contract/app-error.ts';
import { mailboxKey } from '#core/mail/address.ts';
import type { Owner } from '#core/mail/owner.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import type { Clock } from '#main/gmail/clock.ts';
import { GmailError, isGmailFailure } from '#main/gmail/gmail-error.ts';
import type { Caller, MessageHeaders } from '#main/gmail/gmail-client.ts';
import type { WritableDb } from '#main/store/database.ts';
import { moveStep, type Plan, type Step } from '#main/store/outbox.ts';
import { threadGmailId } from '#main/store/threads.ts';
import type { MailDoor } from './mail-door.ts';

export type LetterPlan = Extract<Plan, { readonly type: 'letter' }>;

export interface LetterTools {
  readonly db: WritableDb;
  readonly clock: Clock;
  readonly door: MailDoor;
  readonly owner: Owner;
  /** The message that it answers. */
  readonly original: TriageMessage | undefined;
  readonly signal: AbortSignal;
}

/** Gmail may list a message some seconds after it has taken it. */
const LOOKS = 4;
const FIRST_LOOK_AFTER_MS = 2000;
/** Sent messages to the same address that are looked at where the thread is not known. */
const LATEST_SENT = 5;

/**
 * Goes on from whatever state the step is in, until it is done.
 *
 * Throws where it cannot go on now (the state says from where it can later), or `gmail-rejected` with the state `failed`.
 */
export async function deliverLetter(step: Step, plan: LetterPlan, tools: LetterTools): Promise<void> {
  const { db, door } = tools;
  const caller: Caller = { priority: 'user', signal: tools.signal };
  let { state, draftId } = step;
  const move = (change: Parameters<typeof moveStep>[2]): void => {
    moveStep(db, step.id, change);
    ({ state } = change);
    if (change.draftId !== undefined) draftId = change.draftId ?? undefined;
  };

  if (state === 'waiting') move({ state: 'drafting', accountId: door.accountId });
  else if (state === 'drafting') {
    // We were stopped while the draft was made: there may be one. Or the user has it written anew after it was lost, perhaps
    // in other words: so a draft that is there, and therefore was not sent, gives way to a new one.
    const found = await findDraft(plan, door, caller);
    if (found !== undefined) await door.gmail.deleteDraft(found, caller);
    else {
      const gmailId = await findSent(plan, tools, caller);
      if (gmailId !== undefined) return move({ state: 'done', sentGmailId: gmailId, outcome: sentTo(plan) });
    }
  }
  if (state === 'drafting') move({ state: 'drafted', draftId: await createDraft(plan, tools, caller) });
  // Stopped, or cut off, between asking for it to be sent and hearing of it.
  if (state === 'sending') move({ state: 'unknown' });

  for (;;) {
    if (state === 'unknown') {
      const found = await settle(draftId ?? '', plan, tools, caller);
      if (found.as === 'draft') move({ state: 'drafted' });
      else if (found.as === 'sent') return move({ state: 'done', sentGmailId: found.gmailId, outcome: sentTo(plan) });
      else {
        const error = lost(plan);
        move({ state: 'failed', draftId: null, error: error.toData() });
        throw error;
      }
    }
    move({ state: 'sending' });
    try {
      const sent = await door.gmail.sendDraft(draftId ?? '', caller);
      return move({ state: 'done', sentGmailId: sent.gmailId, outcome: sentTo(plan) });
    } catch (error) {
      const happened = error instanceof GmailError && (error.mayHaveHappened || error.failure === 'gone');
      if (happened || tools.signal.aborted) move({ state: 'unknown' });
      else move({ state: 'drafted' });
      // A draft that is gone was sent by an earlier call of ours: to be settled now. All else waits for better times.
      if (!happened || tools.signal.aborted) throw error;
    }
  }
}

function sentTo({ kind, to }: LetterPlan): string {
  return kind === 'unsubscribe'
    ? `Asked ${to.address} to unsubscribe you; it answers by mail or not at all`
    : `Sent to ${to.address}`;
}

async function createDraft(plan: LetterPlan, tools: LetterTools, caller: Caller): Promise<string> {
  const { door } = tools;
  const source = serialiseMessage({
    from: { name: tools.owner.name, address: await senderOf(tools) },
    to: plan.to,
    subject: plan.subject,
    body: plan.body,
    sentAt: tools.clock.now(),
    messageId: plan.messageId,
    inReplyTo: plan.inReplyTo,
    references: plan.references,
    outboxId: plan.outboxKey,
  });
  const threadId = plan.kind === 'unsubscribe' ? undefined : await threadOf(tools, caller);
  try {
    return (await door.gmail.createDraft(source, threadId, caller)).draftId;
  } catch (error) {
    // The thread is not in this mailbox (any more): then the letter begins one.
    if (threadId === undefined || !isGmailFailure(error, 'gone')) throw error;
    return (await door.gmail.createDraft(source, undefined, caller)).draftId;
  }
}

/** The address that the original was sent to, where the account may send as it; else the account's own. */
async function senderOf({ door, original }: LetterTools): Promise<string> {
  const mine = await door.sendAs();
  const reached = [
    ...(original?.deliveredTo ?? []),
    ...[...(original?.to ?? []), ...(original?.cc ?? [])].map(({ address }) => address),
  ];
  const keys = new Set(reached.map(mailboxKey));
  return mine.find((address) => keys.has(mailboxKey(address))) ?? door.address;
}

/** Gmail's thread of the original, by what the store knows, else by asking for its Message-ID. */
async function threadOf({ db, door, original }: LetterTools, caller: Caller): Promise<string | undefined> {
  if (!original) return undefined;
  const known = threadGmailId(db, original.threadId);
  if (known !== null) return known;
  const id = /^<([^<>\s"]+)>$/.exec(original.messageId)?.[1];
  if (id === undefined || id.endsWith('@missing.acquaint.invalid')) return undefined;
  const { messages } = await door.gmail.listMessages({ q: `rfc822msgid:${id}`, maxResults: 1 }, caller);
  return messages[0]?.gmailThreadId;
}

/** Our draft, by our own field: found where an answer to its creation was lost. */
async function findDraft(plan: LetterPlan, door: MailDoor, caller: Caller): Promise<string | undefined> {
  const candidates = await door.gmail.listDrafts(`to:${plan.to.address}`, caller);
  for (const { draftId, message } of candidates) {
    if (isOurs(await headersOf(message.gmailId, door, caller), plan)) return draftId;
  }
  return undefined;
}

type Found = { readonly as: 'draft' | 'nothing' } | { readonly as: 'sent'; readonly gmailId: string };

/** What became of a letter whose sending was not answered. */
async function settle(draftId: string, plan: LetterPlan, tools: LetterTools, caller: Caller): Promise<Found> {
  const { door, clock } = tools;
  if (await door.gmail.hasDraft(draftId, caller)) return { as: 'draft' };
  for (let look = 0; look < LOOKS; look += 1) {
    if (look > 0) await clock.sleep(FIRST_LOOK_AFTER_MS * 2 ** (look - 1), tools.signal);
    const gmailId = await findSent(plan, tools, caller);
    if (gmailId !== undefined) return { as: 'sent', gmailId };
  }
  return { as: 'nothing' };
}

async function findSent(plan: LetterPlan, tools: LetterTools, caller: Caller): Promise<string | undefined> {
  const { door } = tools;
  const threadId = plan.kind === 'unsubscribe' ? undefined : await threadOf(tools, caller);
  if (threadId !== undefined) {
    const thread = await door.gmail.getThread(threadId, [OUTBOX_ID_FIELD], caller).catch((error: unknown) => {
      if (isGmailFailure(error, 'gone')) return [];
      throw error;
    });
    const sent = thread.find((message) => isOurs(message, plan) && message.labelIds.includes('SENT'));
    if (sent) return sent.gmailId;
  }
  const { messages } = await door.gmail.listMessages(
    { q: `in:sent to:${plan.to.address}`, maxResults: LATEST_SENT },
    caller,
  );
  for (const { gmailId } of messages) {
    if (isOurs(await headersOf(gmailId, door, caller), plan)) return gmailId;
  }
  return undefined;
}

async function headersOf(gmailId: string, door: MailDoor, caller: Caller): Promise<MessageHeaders | undefined> {
  try {
    return await door.gmail.getHeaders(gmailId, [OUTBOX_ID_FIELD], caller);
  } catch (error) {
    if (isGmailFailure(error, 'gone')) return undefined;
    throw error;
  }
}

function isOurs(message: MessageHeaders | undefined, plan: LetterPlan): boolean {
  return message?.headers.get(OUTBOX_ID_FIELD.toLowerCase())?.trim() === plan.outboxKey;
}

function lost({ to }: LetterPlan): AppError {
  return new AppError({
    kind: 'gmail-rejected',
    message: `The letter to ${to.address} is neither among Gmail’s drafts nor among the sent mail. It was not sent again.`,
    cure: 'Somebody may have deleted the draft. Look into “Sent” in Gmail, then press Retry to write it once more.',
  });
}
