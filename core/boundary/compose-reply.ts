/** One boundary reply, ready to be shown, edited and sent. */
import { AppError } from '../contract/app-error.ts';
import type { Address } from '../mail/address.ts';
import type { Owner } from '../mail/owner.ts';
import { dayInWords } from '../relationship/dates-in-words.ts';
import { type ReplyVerdict, refusalFor, warningsFor } from './guards.ts';
import { isMessageId, oneLine } from './header-field.ts';
import type { ReplyKind, Tone } from './kinds.ts';
import { readableName } from './readable-name.ts';
import { recipientOf, type ReplyOriginal } from './reply-original.ts';
import { letterText } from './templates.ts';

/** A boundary that was set with the same person before. */
export interface EarlierBoundary {
  readonly kind: ReplyKind;
  readonly at: number;
}

export interface ReplyRequest {
  readonly original: ReplyOriginal;
  readonly owner: Owner;
  readonly kind: ReplyKind;
  /** Chosen from the history where absent. */
  readonly tone?: Tone | undefined;
  /** The owner's own words in place of the template. */
  readonly body?: string | undefined;
  readonly verdict?: ReplyVerdict | undefined;
  /** With this person, whatever the address; not those forgiven or undone. */
  readonly earlier: readonly EarlierBoundary[];
  readonly now: number;
  /** IANA name of the owner's time zone. */
  readonly timeZone?: string | undefined;
}

export interface ComposedReply {
  readonly to: Address;
  readonly tone: Tone;
  readonly subject: string;
  readonly body: string;
  /** Absent where the original has no Message-ID of its own. */
  readonly inReplyTo?: string;
  readonly references: readonly string[];
  /** Why it must not be sent at all; absent where it may. */
  readonly refusal?: string;
  /** What the user should know first. */
  readonly warnings: readonly string[];
}

/** Makes the reply and says whether it may be sent. Never throws on what a stranger's mail holds. */
export function composeReply(request: ReplyRequest): ComposedReply {
  const { original, owner, kind, verdict } = request;
  const to = recipientOf(original);
  const tone = request.tone ?? suggestedTone(kind, request.earlier, verdict);
  const body =
    request.body ??
    letterText({
      kind,
      tone,
      language: original.signals.language,
      recipient: readableName(to.name === '' ? { ...to, name: original.from.name } : to),
      ownerName: owner.name,
      policy: owner.policy,
      facts: verdict?.facts ?? {},
      earlier: earlierToName(request),
      now: request.now,
      timeZone: request.timeZone ?? 'UTC',
    });
  const refusal = body.trim() === '' ? 'The reply is empty.' : refusalFor(original, owner, verdict);
  const parent = ownMessageId(original);
  return {
    to,
    tone,
    subject: replySubject(original.subject),
    body,
    ...(parent === undefined ? {} : { inReplyTo: parent }),
    references: referencesFor(original),
    ...(refusal === undefined ? {} : { refusal }),
    warnings: [...onceOnlyWarning(request, to), ...warningsFor(original, verdict)],
  };
}

/** Kind at first; firmer each time that somebody prods (mission O9). Writing often is no offence in itself. */
function suggestedTone(kind: ReplyKind, earlier: readonly EarlierBoundary[], verdict: ReplyVerdict | undefined): Tone {
  const labels = verdict?.labels ?? [];
  if (earlier.length > 0 || labels.includes('ignored-request')) return 'firm';
  if (labels.includes('nagging')) return (verdict?.facts.nagCount ?? 0) >= 3 ? 'firm' : 'neutral';
  const neverPersonal = verdict?.lane === 'bulk' && kind === 'remove';
  return neverPersonal ? 'neutral' : 'kind';
}

/**
 * The boundary that a firm letter names: the first request to be removed, else the latest boundary.
 *
 * `ignoredCount` runs from the first request to stop, `nagCount` from the owner's last message, which is the latest boundary.
 */
function earlierToName({
  earlier,
  verdict,
}: ReplyRequest): (EarlierBoundary & { readonly countSince: number }) | undefined {
  const inOrder = earlier.toSorted((one, other) => one.at - other.at);
  const request = inOrder.find((boundary) => boundary.kind === 'remove');
  const { ignoredCount, nagCount } = verdict?.facts ?? {};
  if (request && ignoredCount !== undefined) return { ...request, countSince: ignoredCount };
  const latest = inOrder.at(-1);
  return latest && { ...latest, countSince: nagCount ?? 0 };
}

const ASKED: Readonly<Record<ReplyKind, string>> = {
  'how-we-know': 'asked how you know each other',
  decline: 'declined',
  remove: 'asked to be removed',
};

/** Mission: the same boundary is not sent to the same person twice without the app saying so first. */
function onceOnlyWarning({ earlier, kind }: ReplyRequest, to: Address): readonly string[] {
  const same = earlier.filter((boundary) => boundary.kind === kind).toSorted((one, other) => one.at - other.at);
  const last = same.at(-1);
  if (!last) return [];
  const who = oneLine(to.name) || to.address;
  const count = same.length === 1 ? '' : `, ${same.length} times in all`;
  return [`You already ${ASKED[kind]} (${who}) on ${dayInWords(last.at)}${count}.`];
}

/**
 * `Re: ` once, whatever marks of answers were there before (in the languages that mail programs write them).
 *
 * Gmail keeps a reply in its thread only where the subject is otherwise the same, so nothing else changes; 900 characters
 * are more than anybody reads and less than a line may have.
 */
function replySubject(subject: string): string {
  const ANSWER_MARKS =
    /^(?:(?:re|aw|sv|vs|antw|ynt|odp|rif|ref|res|ha|答复|回复)\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：]\s*)+/i;
  const bare = oneLine(subject).replace(ANSWER_MARKS, '');
  return `Re: ${bare.slice(0, 900)}`.trimEnd();
}

/** The reader gives messages without a Message-ID one of its own, which means nothing to anybody else. */
function ownMessageId(original: ReplyOriginal): string | undefined {
  const { messageId } = original;
  return isMessageId(messageId) && !messageId.endsWith('@missing.acquaint.invalid>') ? messageId : undefined;
}

/** The most that are written: the first, which starts the thread, and the latest. A stranger can send thousands. */
const MOST_REFERENCES = 40;

/** RFC 5322 §3.6.4: the parent's References, else its single In-Reply-To, then the parent's own Message-ID. */
function referencesFor(original: ReplyOriginal): readonly string[] {
  const single = original.inReplyTo === undefined ? [] : [original.inReplyTo];
  const before = (original.references.length > 0 ? original.references : single).filter(isMessageId);
  const parent = ownMessageId(original);
  const all = [...before.filter((id) => id !== parent), ...(parent === undefined ? [] : [parent])];
  const [first] = all;
  return all.length <= MOST_REFERENCES || first === undefined ? all : [first, ...all.slice(1 - MOST_REFERENCES)];
}

/** The same as an error, for where a refused reply is asked to be sent all the same. */
export function refusedReply(refusal: string): AppError {
  return new AppError({ kind: 'not-allowed', message: refusal, cure: 'Archive it, or choose another boundary.' });
}
