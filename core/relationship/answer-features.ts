/**
 * What speaks for and against the owner's answering a message: counted before it arrived, from no words of its text.
 *
 * The features are those of the published reply-prediction studies (docs/ranking.md). Each belongs to a family, which is what
 * is shown to the user; single features overlap too much to mean anything alone.
 */
import { isMarkedSubject, threadSubject } from '../mail/thread-subject.ts';
import type { TriageMessage } from '../triage/triage-message.ts';
import { DAY_MS, DecayedSums } from './decayed-sums.ts';
import type { Ledger, Place } from './ledger.ts';
import type { ThreadState } from './thread-ledger.ts';

export type FeatureFamily = 'habit' | 'exchange' | 'crowd' | 'thread' | 'subject' | 'pace';

/** Name → family. Of the person: read from the ledger alone. */
export const PERSON_FEATURES = {
  received: 'exchange',
  receivedDirect: 'habit',
  sent: 'exchange',
  relativeAnswerRate: 'habit',
  reciprocity: 'exchange',
  sentDirectly30: 'exchange',
  receivedJustNow: 'exchange',
  sentJustNow: 'exchange',
  sent7: 'exchange',
  sent30: 'exchange',
  sent90: 'exchange',
  sent365: 'exchange',
  received7: 'exchange',
  received30: 'exchange',
  received90: 'exchange',
  received365: 'exchange',
  answered7: 'habit',
  answered30: 'habit',
  answered90: 'habit',
  answered365: 'habit',
  ownerWroteFirst: 'exchange',
  acquaintedFor: 'exchange',
  unanswered: 'habit',
  answeredFast: 'habit',
  receivedAlone: 'habit',
  sentAlone: 'habit',
} as const satisfies Readonly<Record<string, FeatureFamily>>;

/** Of the message, its thread, and how busy the owner is. */
export const MESSAGE_FEATURES = {
  inTo: 'crowd',
  inCc: 'crowd',
  recipients: 'crowd',
  recipientsOnce: 'crowd',
  alone: 'crowd',
  oneOther: 'crowd',
  crowd: 'crowd',
  isReply: 'subject',
  isForward: 'subject',
  subjectLength: 'subject',
  subjectEmpty: 'subject',
  subjectWords: 'subject',
  replyToUnseen: 'thread',
  threadLength: 'thread',
  ownerInThread: 'thread',
  ownerWroteToSender: 'thread',
  newThread: 'thread',
  ownerWroteLast: 'thread',
  otherWroteLast: 'thread',
  ownerJustWrote: 'thread',
  ownerCount: 'thread',
  senderCount: 'thread',
  threadAlive: 'thread',
  answerRate: 'pace',
  sentToday: 'pace',
  sentThisWeek: 'pace',
  receivedThisWeek: 'pace',
  sentPerReceived: 'pace',
} as const satisfies Readonly<Record<string, FeatureFamily>>;

export const ANSWER_FEATURES = { ...PERSON_FEATURES, ...MESSAGE_FEATURES };
export type PersonFeature = keyof typeof PERSON_FEATURES;
export type AnswerFeature = keyof typeof ANSWER_FEATURES;
export type AnswerValues = Readonly<Record<AnswerFeature, number>>;

const HOUR_MS = 3_600_000;

/** How fast the owner works off mail, over all people. */
export class OwnerPace {
  readonly received = new DecayedSums([7, 30, 365] as const);
  readonly answered = new DecayedSums([30, 365] as const);
  readonly sent = new DecayedSums([0.7, 5, 7] as const);

  /** Share of received mail that the owner answers, drawn to one in ten while there is little mail. */
  answerRate(days: 30 | 365, asOf: number): number {
    return (this.answered.read(days, asOf) + 1) / (this.received.read(days, asOf) + 10);
  }
}

/** 1 just now, falling to 1/e after `scaleMs`; 0 for never. */
function freshness(at: number | undefined, asOf: number, scaleMs: number): number {
  return at === undefined ? 0 : Math.exp(-Math.max(0, asOf - at) / scaleMs);
}

export function personFeatures(
  ledger: Ledger,
  usualRate: number,
  asOf: number,
): Readonly<Record<PersonFeature, number>> {
  const { receivedCount, sentCount, answeredByOwnerCount, firstReceivedAt, firstSentAt } = ledger;
  const { sent, received, answered } = ledger;
  const acquaintedSince = Math.min(firstReceivedAt ?? asOf, firstSentAt ?? asOf);
  return {
    received: Math.log1p(receivedCount),
    receivedDirect: Math.log1p(ledger.directCount),
    sent: Math.log1p(sentCount),
    relativeAnswerRate: Math.log((answeredByOwnerCount + 10 * usualRate) / (receivedCount + 10) / usualRate),
    reciprocity: sentCount / (sentCount + receivedCount + 1),
    sentDirectly30: Math.log1p(ledger.sentDirectly.read(30, asOf)),
    receivedJustNow: freshness(ledger.lastReceivedAt, asOf, 2 * DAY_MS),
    sentJustNow: freshness(ledger.lastSentAt, asOf, 2 * DAY_MS),
    sent7: Math.log1p(sent.read(7, asOf)),
    sent30: Math.log1p(sent.read(30, asOf)),
    sent90: Math.log1p(sent.read(90, asOf)),
    sent365: Math.log1p(sent.read(365, asOf)),
    received7: Math.log1p(received.read(7, asOf)),
    received30: Math.log1p(received.read(30, asOf)),
    received90: Math.log1p(received.read(90, asOf)),
    received365: Math.log1p(received.read(365, asOf)),
    answered7: Math.log1p(answered.read(7, asOf)),
    answered30: Math.log1p(answered.read(30, asOf)),
    answered90: Math.log1p(answered.read(90, asOf)),
    answered365: Math.log1p(answered.read(365, asOf)),
    ownerWroteFirst: firstSentAt !== undefined && firstSentAt < (firstReceivedAt ?? Number.POSITIVE_INFINITY) ? 1 : 0,
    acquaintedFor: Math.log1p(Math.max(0, asOf - acquaintedSince) / DAY_MS),
    unanswered: Math.log1p(ledger.unansweredCount),
    answeredFast: (ledger.answeredFastCount + 0.5) / (answeredByOwnerCount + 1),
    receivedAlone: (ledger.aloneCount + 0.5) / (receivedCount + 1),
    sentAlone: (ledger.sentAloneCount + 0.5) / (sentCount + 1),
  };
}

const FORWARD = /^\s*(?:fwd?|wg|tr|rv|enc|i|doorst)\s*:/i;

export function answerFeatures(
  message: TriageMessage,
  place: Place,
  recipientCount: number,
  ledger: Ledger,
  thread: ThreadState,
  pace: OwnerPace,
): AnswerValues {
  const { receivedAt: asOf, subject } = message;
  const bare = threadSubject(subject);
  const isForward = FORWARD.test(subject);
  const isReply = !isForward && isMarkedSubject(subject);
  const isNew = thread.messageCount === 0;
  const sentWeek = Math.log1p(pace.sent.read(7, asOf));
  const receivedWeek = Math.log1p(pace.received.read(7, asOf));
  return {
    ...personFeatures(ledger, pace.answerRate(365, asOf), asOf),
    inTo: place === 'to' ? 1 : 0,
    inCc: place === 'cc' ? 1 : 0,
    recipients: Math.log(recipientCount),
    recipientsOnce: Math.log1p(recipientCount),
    alone: recipientCount === 1 ? 1 : 0,
    oneOther: recipientCount === 2 ? 1 : 0,
    crowd: recipientCount > 5 ? 1 : 0,
    isReply: isReply ? 1 : 0,
    isForward: isForward ? 1 : 0,
    subjectLength: Math.log1p(subject.length),
    subjectEmpty: bare === '' ? 1 : 0,
    subjectWords: Math.log1p(bare === '' ? 0 : bare.split(' ').length),
    replyToUnseen: isReply && isNew ? 1 : 0,
    threadLength: Math.log1p(thread.messageCount),
    ownerInThread: thread.ownerCount > 0 ? 1 : 0,
    ownerWroteToSender: thread.ownerWroteToWriter ? 1 : 0,
    newThread: isNew ? 1 : 0,
    ownerWroteLast: thread.lastBy === 'owner' ? 1 : 0,
    otherWroteLast: thread.lastBy === 'other' ? 1 : 0,
    ownerJustWrote: freshness(thread.lastSentAt, asOf, 6 * HOUR_MS),
    ownerCount: Math.log1p(thread.ownerCount),
    senderCount: Math.log1p(thread.writerCount),
    threadAlive: freshness(thread.lastAt, asOf, 3 * DAY_MS),
    answerRate: Math.log(pace.answerRate(30, asOf)),
    sentToday: Math.log1p(pace.sent.read(0.7, asOf)),
    sentThisWeek: Math.log1p(pace.sent.read(5, asOf)),
    receivedThisWeek: receivedWeek,
    sentPerReceived: sentWeek - receivedWeek,
  };
}
