/** How a list is left: the ways that its message offers, the one that is taken, or why none is. */
import { isSendableAddress } from '#core/boundary/header-field.ts';
import type { WayOutMethod } from '#core/boundary/kinds.ts';
import { AppError } from '#core/contract/app-error.ts';
import type { UnsubscribeOffer, UnsubscribeWay } from '#core/contract/views.ts';
import { UNKNOWN_OWNER } from '#core/mail/owner.ts';
import { wayOutInText } from '#core/outreach/detectors/unsubscribe.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import type { ReadableDb } from '#main/store/database.ts';
import { getMessage } from '#main/store/messages.ts';
import type { Plan } from '#main/store/outbox.ts';
import { getSetting } from '#main/store/settings.ts';
import { hostOf, waysOut, whyNotOneClick } from '#main/unsubscribe/list-unsubscribe.ts';
import { unsubscribeLink } from '#main/unsubscribe/link-in-text.ts';

export type LeavingPlan = Extract<Plan, { readonly type: 'one-click' | 'letter' | 'open' }>;

export interface LeavingTools {
  readonly db: ReadableDb;
  /** An id that is nobody else's. */
  readonly newKey: () => string;
  readonly ownAddresses: readonly string[];
}

export interface ChosenWay {
  readonly way?: WayOutMethod | undefined;
  /** The mail as the user has edited it. */
  readonly body?: string | undefined;
}

const METHOD_OF_PLAN = { 'one-click': 'one-click', letter: 'mailto', open: 'link' } as const satisfies Record<
  LeavingPlan['type'],
  WayOutMethod
>;

/** Best first: one click, a letter, a page in the headers, a link or an address in the text. */
export function waysToLeave(message: TriageMessage, tools: LeavingTools): readonly LeavingPlan[] {
  const { db, newKey, ownAddresses } = tools;
  const plans = waysOut(message.headers).flatMap((way): readonly LeavingPlan[] => {
    switch (way.method) {
      case 'one-click':
        return [{ type: 'one-click', url: way.url }];
      case 'link':
        return [{ type: 'open', url: way.url }];
      case 'mailto': {
        const { to, subject, body } = way.letter;
        return isSendableAddress(to) ? [letter(to, subject, body, newKey())] : [];
      }
    }
  });
  if (plans.some(({ type }) => type === 'open')) return plans;
  const stored = getMessage(db, message.id, () => []);
  if (!stored) return plans;
  const url = unsubscribeLink(stored);
  if (url !== undefined) return [...plans, { type: 'open', url }];
  const found = plans.length > 0 ? undefined : wayOutInText(stored.text, ownAddresses, message.from.address);
  if (found?.method !== 'mailto' || !isSendableAddress(found.address)) return plans;
  return [letter(found.address, 'unsubscribe', '', newKey())];
}

function letter(to: string, subject: string, body: string, key: string): LeavingPlan {
  return {
    type: 'letter',
    kind: 'unsubscribe',
    to: { name: '', address: to },
    subject,
    body: body === '' ? 'Please unsubscribe me.' : body,
    references: [],
    messageId: `<${key}@acquaint.invalid>`,
    outboxKey: key,
  };
}

/** Why a message's list must not be left at all. */
export function refusedLeaving({ labels }: TriageMessage): AppError | undefined {
  if (!labels.includes('SPAM')) return undefined;
  return refused(
    'Gmail holds this for spam: unsubscribing would only confirm that your address is read.',
    'Leave it there, or block its sender.',
  );
}

/** The way asked for, else the best; an AppError where there is none. */
export function chosenWay(plans: readonly LeavingPlan[], { way, body }: ChosenWay): LeavingPlan | AppError {
  const plan = way === undefined ? plans[0] : plans.find(({ type }) => METHOD_OF_PLAN[type] === way);
  if (plan) return plan.type === 'letter' && body !== undefined && body.trim() !== '' ? { ...plan, body } : plan;
  return plans.length === 0
    ? refused('This message names no way to unsubscribe.', 'Ask to be removed, or block its sender.')
    : refused('This message does not offer that way out.', 'Press the key again to see what it offers.');
}

export function leavingInWords(plan: LeavingPlan): string {
  switch (plan.type) {
    case 'one-click':
      return `Asking ${hostOf(plan.url)} to unsubscribe you`;
    case 'letter':
      return `Writing “${plan.subject}” to ${plan.to.address}`;
    case 'open':
      return `Opening ${hostOf(plan.url)} in your browser`;
  }
}

/** What a sender offers, by the newest of some messages; nothing is done. */
export function offerOf(messages: readonly TriageMessage[], newest: TriageMessage, db: ReadableDb): UnsubscribeOffer {
  const { addresses } = getSetting(db, 'owner') ?? UNKNOWN_OWNER;
  const plans = waysToLeave(newest, { db, newKey: () => '', ownAddresses: addresses });
  const refusal = refusedLeaving(newest) ?? (plans.length === 0 ? chosenWay(plans, {}) : undefined);
  const obstacle = whyNotOneClick(newest.headers);
  return {
    messageRowIds: messages.map(({ id }) => id),
    from: newest.from,
    ways: refusal === undefined ? plans.map(toWay) : [],
    ...(obstacle === undefined ? {} : { withoutOneClick: obstacle }),
    ...(refusal instanceof AppError ? { refusal: refusal.toData() } : {}),
  };
}

function toWay(plan: LeavingPlan): UnsubscribeWay {
  switch (plan.type) {
    case 'one-click':
      return { method: 'one-click', host: hostOf(plan.url) };
    case 'letter':
      return { method: 'mailto', to: plan.to.address, subject: plan.subject, body: plan.body };
    case 'open':
      return { method: 'link', url: plan.url, host: hostOf(plan.url) };
  }
}

function refused(message: string, cure: string): AppError {
  return new AppError({ kind: 'not-allowed', message, cure });
}
