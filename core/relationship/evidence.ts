/** Sentences about a person, each with the messages it rests on. Never empty. */
import type { Reason } from '../triage/vocabulary.ts';
import type { Correspondence } from './correspondence.ts';
import { counted, dayInWords, isPlausibleTime, monthInWords, timesInWords } from './dates-in-words.ts';
import type { Interaction } from './ledger.ts';

/** Messages named per sentence; the latest. */
const MESSAGES_NAMED = 50;

export function evidenceOf(
  interactions: readonly Interaction[],
  joins: readonly { readonly reason: Reason }[],
  coverage: Correspondence['coverage'],
): readonly Reason[] {
  const of = (kind: Interaction['kind']): readonly Interaction[] =>
    interactions.filter((interaction) => interaction.kind === kind);
  const sent = of('sent');
  const received = of('received');
  const listed = of('listed');
  const boundaries = of('boundary');
  const reasons: Reason[] = [];
  if (sent.length > 0) reasons.push(said('You wrote', sent));
  if (received.length > 0) reasons.push(said('They wrote', received));
  reasons.push(...answers(interactions, received));
  const shared = interactions.filter(({ completesThread }) => completesThread);
  if (shared.length > 1)
    reasons.push({
      text: `You both wrote in ${counted(shared.length, 'conversation', 'conversations')}`,
      messageIds: ids(shared),
    });
  reasons.push(...introduction(interactions));
  if (listed.length > 0) reasons.push(said('Through a list or bulk software they wrote', listed));
  if (boundaries.length > 0) reasons.push(said('You set a boundary', boundaries));
  for (const { reason } of joins) reasons.push(reason);
  if (sent.length + received.length + listed.length + boundaries.length === 0) reasons.push(noMail(coverage));
  return reasons;
}

/** `You answered 1 of 9; 8 unanswered since March 2026`. */
function answers(interactions: readonly Interaction[], received: readonly Interaction[]): readonly Reason[] {
  if (received.length === 0) return [];
  const lastOwn = interactions.findLastIndex(({ kind }) => kind === 'sent' || kind === 'boundary');
  const waiting = interactions.slice(lastOwn + 1).filter(({ kind }) => kind === 'received');
  const answered = interactions.filter(({ kind, answerMs }) => kind === 'sent' && answerMs !== undefined);
  const [first] = waiting;
  const since = first && isPlausibleTime(first.at) ? ` since ${monthInWords(first.at)}` : '';
  const unanswered = waiting.length > 0 ? `; ${waiting.length.toLocaleString('en-GB')} unanswered${since}` : '';
  const text =
    answered.length === 0
      ? `You have not answered them${unanswered}`
      : `You answered ${answered.length.toLocaleString('en-GB')} of ${received.length.toLocaleString('en-GB')}${unanswered}`;
  return [{ text, messageIds: ids(waiting.length > 0 ? waiting : answered) }];
}

function introduction(interactions: readonly Interaction[]): readonly Reason[] {
  const introduced = interactions.find(({ kind }) => kind === 'introduced');
  if (!introduced?.introducer) return [];
  const { name, address, inWords } = introduced.introducer;
  const by = name || address;
  const text = inWords ? `Introduced by ${by}${on(introduced.at)}` : `${by} copied them in${on(introduced.at)}`;
  return [{ text, messageIds: [introduced.messageId] }];
}

/** `You wrote 42 times, last on 3 May 2026`; `You wrote once, on 3 May 2026`. */
function said(beginning: string, interactions: readonly Interaction[]): Reason {
  const last = interactions.at(-1);
  const when = last && isPlausibleTime(last.at) ? `,${interactions.length > 1 ? ' last' : ''}${on(last.at)}` : '';
  return { text: `${beginning} ${timesInWords(interactions.length)}${when}`, messageIds: ids(interactions) };
}

function noMail({ receivedSince, sentSince }: Correspondence['coverage']): Reason {
  const since = Math.min(receivedSince ?? Number.POSITIVE_INFINITY, sentSince ?? Number.POSITIVE_INFINITY);
  const reach = Number.isFinite(since) ? `your record goes back to ${monthInWords(since)}` : 'your record is empty';
  return { text: `No mail to or from them; ${reach}`, messageIds: [] };
}

function on(at: number): string {
  return isPlausibleTime(at) ? ` on ${dayInWords(at)}` : '';
}

function ids(interactions: readonly Interaction[]): readonly string[] {
  return interactions.slice(-MESSAGES_NAMED).map(({ messageId }) => messageId);
}
