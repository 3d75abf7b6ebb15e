/**
 * Sentences about a person, each with the messages it rests on. Never empty.
 *
 * Counts are exact. Of the messages the latest are named, found among the latest interactions: constant work, however
 * long two people have been writing.
 */
import type { Reason } from '../triage/vocabulary.ts';
import type { Correspondence } from './correspondence.ts';
import { counted, dayInWords, isPlausibleTime, monthInWords, reachInWords, timesInWords } from './dates-in-words.ts';
import type { Interaction, Ledger } from './ledger.ts';
import { probeInWords, type Probed } from './probe.ts';

const MESSAGES_NAMED = 50;
const INTERACTIONS_READ = 400;

export function evidenceOf(
  ledger: Ledger,
  interactions: readonly Interaction[],
  joins: readonly { readonly reason: Reason }[],
  coverage: Correspondence['coverage'],
  isComplete: boolean,
  probed: Probed | undefined,
): readonly Reason[] {
  const recent = interactions.slice(-INTERACTIONS_READ);
  const { sentCount, receivedCount, listedCount, boundarySentCount, sharedThreadCount, lastSentAt, lastReceivedAt } =
    ledger;
  const reasons: Reason[] = [];
  const unfetched = probeInWords(ledger, probed);
  if (unfetched !== undefined) reasons.push({ text: unfetched, messageIds: [] });
  if (sentCount > 0) reasons.push(said('You wrote', sentCount, ofKind(recent, 'sent'), lastSentAt));
  if (receivedCount > 0) {
    reasons.push(said('They wrote', receivedCount, ofKind(recent, 'received'), lastReceivedAt));
    // Whether they were answered is not known before the answers are here.
    if (unfetched === undefined) reasons.push(answers(ledger, recent));
  }
  if (sharedThreadCount > 1)
    reasons.push({
      text: `You both wrote in ${counted(sharedThreadCount, 'conversation', 'conversations')}`,
      messageIds: ids(recent.filter(({ completesThread }) => completesThread)),
    });
  reasons.push(...introduction(ledger));
  if (listedCount > 0)
    reasons.push(said('Through a list or bulk software they wrote', listedCount, ofKind(recent, 'listed')));
  if (boundarySentCount > 0) reasons.push(said('You set a boundary', boundarySentCount, ofKind(recent, 'boundary')));
  for (const { reason } of joins) reasons.push(reason);
  if (sentCount + receivedCount + listedCount + boundarySentCount === 0 && unfetched === undefined)
    reasons.push(noMail(coverage, isComplete));
  return reasons;
}

/** `You answered 1 of 9; 8 unanswered since March 2026`. */
function answers(ledger: Ledger, recent: readonly Interaction[]): Reason {
  const { receivedCount, answeredByOwnerCount, unansweredCount, waitingSinceAt } = ledger;
  const lastOwn = recent.findLastIndex(({ kind }) => kind === 'sent' || kind === 'boundary');
  const waiting = ofKind(recent.slice(lastOwn + 1), 'received');
  const answered = recent.filter(({ kind, answerMs }) => kind === 'sent' && answerMs !== undefined);
  const since =
    waitingSinceAt !== undefined && isPlausibleTime(waitingSinceAt) ? ` since ${monthInWords(waitingSinceAt)}` : '';
  const unanswered = unansweredCount > 0 ? `; ${unansweredCount.toLocaleString('en-GB')} unanswered${since}` : '';
  const text =
    answeredByOwnerCount === 0
      ? `You have not answered them${unanswered}`
      : `You answered ${answeredByOwnerCount.toLocaleString('en-GB')} of ${receivedCount.toLocaleString('en-GB')}${unanswered}`;
  return { text, messageIds: ids(unansweredCount > 0 ? waiting : answered) };
}

function introduction({ introduction: introduced }: Ledger): readonly Reason[] {
  if (!introduced?.introducer) return [];
  const { name, address, inWords } = introduced.introducer;
  const by = name || address;
  const text = inWords ? `Introduced by ${by}${on(introduced.at)}` : `${by} copied them in${on(introduced.at)}`;
  return [{ text, messageIds: [introduced.messageId] }];
}

/** `You wrote 42 times, last on 3 May 2026`; `You wrote once, on 3 May 2026`. */
function said(
  beginning: string,
  count: number,
  interactions: readonly Interaction[],
  lastAt = interactions.at(-1)?.at,
): Reason {
  const when = lastAt !== undefined && isPlausibleTime(lastAt) ? `,${count > 1 ? ' last' : ''}${on(lastAt)}` : '';
  return { text: `${beginning} ${timesInWords(count)}${when}`, messageIds: ids(interactions) };
}

function noMail(coverage: Correspondence['coverage'], isComplete: boolean): Reason {
  const reach = reachInWords(coverage, isComplete);
  const goes = reach === undefined ? 'your record is empty' : `your record goes back to ${reach}`;
  return { text: `No mail to or from them; ${goes}`, messageIds: [] };
}

function on(at: number): string {
  return isPlausibleTime(at) ? ` on ${dayInWords(at)}` : '';
}

function ofKind(interactions: readonly Interaction[], kind: Interaction['kind']): readonly Interaction[] {
  return interactions.filter((interaction) => interaction.kind === kind);
}

function ids(interactions: readonly Interaction[]): readonly string[] {
  return interactions.slice(-MESSAGES_NAMED).map(({ messageId }) => messageId);
}
