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
  const boundaries = of('boundary');
  const reasons: Reason[] = [];
  if (sent.length > 0) reasons.push(said(`You wrote ${timesInWords(sent.length)}`, sent));
  if (received.length > 0) reasons.push(said(`They wrote ${timesInWords(received.length)}`, received));
  const introduced = of('introduced')[0];
  if (introduced?.introducer) {
    const { name, address } = introduced.introducer;
    reasons.push({
      text: `Introduced by ${name || address}${on(introduced.at)}`,
      messageIds: [introduced.messageId],
    });
  }
  const lastSent = interactions.findLastIndex(({ kind }) => kind === 'sent' || kind === 'boundary');
  const unanswered = interactions.slice(lastSent + 1).filter(({ kind }) => kind === 'received');
  if (received.length > 0 && unanswered.length > 0) {
    const answered = received.filter(({ messageId }) => !unanswered.some((other) => other.messageId === messageId));
    const since = unanswered[0];
    const when = since && isPlausibleTime(since.at) ? ` since ${monthInWords(since.at)}` : '';
    reasons.push({
      text:
        sent.length === 0
          ? `You never wrote back; ${counted(unanswered.length, 'message', 'messages')} unanswered${when}`
          : `${counted(unanswered.length, 'message', 'messages')} unanswered${when}, ${answered.length.toLocaleString('en-GB')} before`,
      messageIds: latest(unanswered),
    });
  }
  if (boundaries.length > 0) reasons.push(said(`You set a boundary ${timesInWords(boundaries.length)}`, boundaries));
  for (const { reason } of joins) reasons.push(reason);
  if (sent.length === 0 && received.length === 0) reasons.push(noMail(coverage));
  return reasons;
}

function said(sentence: string, interactions: readonly Interaction[]): Reason {
  const last = interactions.at(-1);
  const when =
    last && isPlausibleTime(last.at) ? `${interactions.length > 1 ? ', last' : ''} on ${dayInWords(last.at)}` : '';
  return { text: sentence + when, messageIds: latest(interactions) };
}

function noMail({ receivedSince, sentSince }: Correspondence['coverage']): Reason {
  const since = Math.min(receivedSince ?? Number.POSITIVE_INFINITY, sentSince ?? Number.POSITIVE_INFINITY);
  const reach = Number.isFinite(since) ? `; your record goes back to ${monthInWords(since)}` : '; your record is empty';
  return { text: `No mail to or from them${reach}`, messageIds: [] };
}

function on(at: number): string {
  return isPlausibleTime(at) ? ` on ${dayInWords(at)}` : '';
}

function latest(interactions: readonly Interaction[]): readonly string[] {
  return interactions.slice(-MESSAGES_NAMED).map(({ messageId }) => messageId);
}
