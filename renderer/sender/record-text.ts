/** The record on one person as plain text: what one hands to a provider, a works council or a data protection office. */
import type { SenderView } from '#core/contract/views.ts';
import { stateInWords } from '../boundaries/state-in-words.ts';
import { senderTitle } from './sender-title.ts';
import { ACTION_WORDS, counted } from '../ui/words.ts';

/** Times are in UTC and ISO 8601, messages with their Message-IDs, so that others can find them. */
export function recordText(sender: SenderView, now: number): string {
  const boundaries = sender.boundaries.map(
    (boundary) => `${stamp(boundary.setAt)}  ${ACTION_WORDS[boundary.kind].title}  (${stateInWords(boundary)})`,
  );
  const messages = sender.messages.map(
    ({ receivedAt, direction, subject, messageId }) => `${stamp(receivedAt)}  ${direction}  ${subject}  ${messageId}`,
  );
  return [
    `Correspondence with ${senderTitle(sender)}`,
    ...sender.addresses,
    `As of ${stamp(now)}. ${sender.coverage.text}`,
    '',
    `Received: ${counted(sender.receivedCount, 'message')}. Sent: ${counted(sender.sentCount, 'message')}. Threads in which both wrote: ${sender.sharedThreadCount}.`,
    `Received since the last message sent: ${sender.unansweredCount}.`,
    ...(boundaries.length === 0 ? [] : ['', 'Requests and boundaries', ...boundaries]),
    '',
    `Messages, newest first (${messages.length} of ${sender.messageCount})`,
    ...messages,
    '',
  ].join('\n');
}

function stamp(at: number): string {
  return at === 0 || Math.abs(at) > 8.64e15
    ? 'without a date   '
    : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}Z`;
}
