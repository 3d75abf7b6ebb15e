/** What a key press comes to: which letters, which labels, whom it sets a boundary with, or why it must not be done. */
import { type EarlierBoundary, composeReply, refusedReply } from '#core/boundary/compose-reply.ts';
import { isSendableAddress } from '#core/boundary/header-field.ts';
import { type ActionKind, isReplyKind, type ReplyKind, type Tone, type WayOutMethod } from '#core/boundary/kinds.ts';
import type { BoundaryKind } from '#core/boundary/ledger.ts';
import { reachesOwner } from '#core/boundary/reply-original.ts';
import { AppError } from '#core/contract/app-error.ts';
import type { BoundaryView } from '#core/contract/views.ts';
import type { Address } from '#core/mail/address.ts';
import type { MessageRowId } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import { mailboxKey } from '#core/mail/address.ts';
import { getPersonIdByKey } from '#main/store/addresses.ts';
import { getAssessment } from '#main/store/assessments.ts';
import { listBoundariesWith } from '#main/store/boundaries.ts';
import type { ReadableDb } from '#main/store/database.ts';
import type { Plan, Step } from '#main/store/outbox.ts';
import { getTriageMessage } from '#main/store/triage-messages.ts';
import { LABEL_DELTAS } from './local-change.ts';
import { chosenWay, leavingInWords, refusedLeaving, waysToLeave } from './plan-leaving.ts';

export interface ActionRequest {
  readonly ids: readonly MessageRowId[];
  readonly kind: ActionKind;
  readonly tone?: Tone | undefined;
  /** The edited letter; for all letters of the action. */
  readonly body?: string | undefined;
  /** Of unsubscribing: another way than the best. */
  readonly way?: WayOutMethod | undefined;
  /** The user knows of an earlier same boundary and wants it sent all the same. */
  readonly again: boolean;
}

export interface PlanningTools {
  readonly db: ReadableDb;
  readonly owner: Owner;
  readonly now: number;
  /** An id that is nobody else's; made here, since core knows no randomness. */
  readonly newKey: () => string;
}

export interface PlannedBoundary {
  readonly kind: BoundaryKind;
  readonly to: Address;
  readonly messageId: MessageRowId;
}

export interface PlannedAction {
  /** What is changed here: everything asked for but what was left out. */
  readonly messageIds: readonly MessageRowId[];
  readonly steps: readonly Pick<Step, 'messageIds' | 'plan'>[];
  readonly boundaries: readonly PlannedBoundary[];
  /** What is going to happen, for the user. */
  readonly outcome: string;
}

/** One thing to do about one or more messages of the same person or list. */
interface Part {
  readonly messages: readonly TriageMessage[];
  /** Absent where changing labels is all. */
  readonly plan?: Plan;
  readonly boundary?: PlannedBoundary;
  readonly says: string;
}

type Tried = Part | { readonly messages: readonly TriageMessage[]; readonly refusal: AppError };

/**
 * Throws `not-found`, and `not-allowed` where nothing of it may be done.
 *
 * Of several messages those that must not be answered are left out, and the outcome says so.
 */
export function planAction(request: ActionRequest, tools: PlanningTools): PlannedAction {
  const messages = request.ids.map((id) => getTriageMessage(tools.db, id)).filter((message) => message !== undefined);
  if (messages.length === 0) {
    throw new AppError({
      kind: 'not-found',
      message: 'This message is no longer there.',
      cure: 'It was deleted in Gmail; nothing is left to do.',
    });
  }
  const tried = tryParts(messages, request, tools);
  const parts = tried.filter((part) => !('refusal' in part)) as Part[];
  const refused = tried.flatMap((part) => ('refusal' in part ? [part] : []));
  if (parts.length === 0 && refused[0]) throw refused[0].refusal;
  const messageIds = parts.flatMap((part) => part.messages.map(({ id }) => id));
  const letters = parts.flatMap(({ plan, messages: about }) =>
    plan ? [{ messageIds: about.map(({ id }) => id), plan }] : [],
  );
  return {
    messageIds,
    steps: [...letters, { messageIds, plan: { type: 'labels', ...LABEL_DELTAS[request.kind] } }],
    boundaries: parts.flatMap(({ boundary }) => boundary ?? []),
    outcome: [inWords(parts), leftOutInWords(refused)].filter((words) => words !== '').join(' '),
  };
}

function tryParts(messages: readonly TriageMessage[], request: ActionRequest, tools: PlanningTools): readonly Tried[] {
  const { kind } = request;
  if (isReplyKind(kind)) return bySender(messages).map((group) => letterTo(group, kind, request, tools));
  switch (kind) {
    case 'archive':
      return [{ messages, says: '' }];
    case 'spam':
    case 'do-not-engage':
      return bySender(messages).map((group) => ({ messages: group, says: '', ...boundaryWith(group, kind, tools) }));
    case 'block':
      return bySender(messages).map((group) => block(group, tools));
    case 'unsubscribe':
      return bySender(messages).map((group) => leave(group, request, tools));
  }
}

/** One letter for one person, whatever the number of messages: the newest is answered, all are dealt with. */
function letterTo(
  group: readonly TriageMessage[],
  kind: ReplyKind,
  request: ActionRequest,
  tools: PlanningTools,
): Tried {
  const [original] = group;
  if (!original) return { messages: group, says: '' };
  const { db, owner, now, newKey } = tools;
  const earlier = earlierWith(tools, original.from);
  const same = earlier.find((boundary) => boundary.kind === kind);
  const reply = composeReply({
    original,
    owner,
    kind,
    tone: request.tone,
    body: request.body,
    verdict: getAssessment(db, original.id),
    earlier: earlierReplies(earlier),
    now,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  if (reply.refusal !== undefined) return { messages: group, refusal: refusedReply(reply.refusal) };
  if (same && !request.again) return { messages: group, refusal: askedBefore(reply.warnings[0] ?? '', same) };
  const key = newKey();
  return {
    messages: group,
    says: `To ${reply.to.address}`,
    boundary: { kind, to: original.from, messageId: original.id },
    plan: {
      type: 'letter',
      kind,
      to: reply.to,
      subject: reply.subject,
      body: reply.body,
      ...(reply.inReplyTo === undefined ? {} : { inReplyTo: reply.inReplyTo }),
      references: reply.references,
      messageId: `<${key}@acquaint.invalid>`,
      outboxKey: key,
    },
  };
}

/** Boundaries with the person behind an address, forgiven ones left out, latest first. */
export function earlierWith({ db, now }: Pick<PlanningTools, 'db' | 'now'>, from: Address): readonly BoundaryView[] {
  const personId = getPersonIdByKey(db, mailboxKey(from.address));
  const all = personId === undefined ? [] : listBoundariesWith(db, personId, now);
  return all.filter(({ state }) => state !== 'forgiven');
}

/** As composing a reply wants them. */
export function earlierReplies(boundaries: readonly BoundaryView[]): readonly EarlierBoundary[] {
  return boundaries.flatMap(({ kind, setAt }) => (isReplyKind(kind) ? [{ kind, at: setAt }] : []));
}

function askedBefore(warning: string, { state }: BoundaryView): AppError {
  const waiting = state === 'waiting';
  return new AppError({
    kind: 'not-allowed',
    message: waiting ? 'The same letter to this person is already on its way.' : warning,
    cure: waiting
      ? 'Undo that one first, if you want another wording.'
      : 'Open the reply and send it from there if you mean to say it again.',
  });
}

function block(group: readonly TriageMessage[], tools: PlanningTools): Tried {
  const address = group[0]?.from.address ?? '';
  // A filter takes Gmail's search language: nothing but a plain address may get into it.
  if (!isSendableAddress(address)) {
    return refused(group, 'This message has no address that could be blocked.', 'Mark it as spam instead.');
  }
  if (reachesOwner(address, tools.owner)) {
    return refused(group, `${address} is your own address.`, 'Mark the message as spam instead: its sender is forged.');
  }
  return {
    messages: group,
    says: `Mail from ${address} goes to the trash`,
    plan: { type: 'block', address },
    ...boundaryWith(group, 'block', tools),
  };
}

function leave(group: readonly TriageMessage[], request: ActionRequest, tools: PlanningTools): Tried {
  const [newest] = group;
  if (!newest) return { messages: group, says: '' };
  const refusal = refusedLeaving(newest);
  const ways = { db: tools.db, newKey: tools.newKey, ownAddresses: tools.owner.addresses };
  const plan = refusal ?? chosenWay(waysToLeave(newest, ways), request);
  if (plan instanceof AppError) return { messages: group, refusal: plan };
  return { messages: group, says: leavingInWords(plan), plan, ...boundaryWith(group, 'unsubscribe', tools) };
}

function boundaryWith(
  group: readonly TriageMessage[],
  kind: BoundaryKind,
  { owner }: PlanningTools,
): { readonly boundary?: PlannedBoundary } {
  const [newest] = group;
  if (!newest || newest.from.address === '' || newest.direction === 'sent' || reachesOwner(newest.from.address, owner))
    return {};
  return { boundary: { kind, to: newest.from, messageId: newest.id } };
}

/** Messages of one sender together, the newest first. */
export function bySender(messages: readonly TriageMessage[]): readonly (readonly TriageMessage[])[] {
  const groups = new Map<string, TriageMessage[]>();
  for (const message of messages.toSorted((one, other) => other.receivedAt - one.receivedAt)) {
    const key = mailboxKey(message.from.address);
    const group = groups.get(key);
    if (group) group.push(message);
    else groups.set(key, [message]);
  }
  return [...groups.values()];
}

function refused(messages: readonly TriageMessage[], message: string, cure: string): Tried {
  return { messages, refusal: new AppError({ kind: 'not-allowed', message, cure }) };
}

function inWords(parts: readonly Part[]): string {
  const said = parts.map(({ says }) => says).filter((words) => words !== '');
  if (said.length <= 3) return said.join(', ');
  return `${said.slice(0, 2).join(', ')} and ${said.length - 2} more`;
}

function leftOutInWords(
  refused: readonly { readonly messages: readonly TriageMessage[]; readonly refusal: AppError }[],
): string {
  const count = refused.reduce((sum, { messages }) => sum + messages.length, 0);
  if (count === 0) return '';
  return `${count === 1 ? 'One message was' : `${count} messages were`} left out: ${refused[0]?.refusal.message ?? ''}`;
}
