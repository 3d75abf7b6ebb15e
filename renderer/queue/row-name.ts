/** What a screen reader says for a row: who, what, how well known, when. */
import { LABEL_WORDS } from '#core/triage/label-words.ts';
import type { QueueItem } from '#core/contract/views.ts';
import { LANE_WORDS, counted, strengthWords } from '../ui/words.ts';
import { shortTime } from '../ui/times.ts';

export function rowName(item: QueueItem, now: number): string {
  return [
    item.unread ? 'Unread' : '',
    senderName(item),
    item.subject === '' ? 'no subject' : item.subject,
    `${LANE_WORDS[item.lane].one}, ${strengthWords(item.strength)}`,
    item.labels.map((label) => LABEL_WORDS[label]).join(', '),
    item.attachmentCount > 0 ? counted(item.attachmentCount, 'attachment') : '',
    shortTime(item.receivedAt, now),
  ]
    .filter((part) => part !== '')
    .join('. ');
}

export function senderName(item: { readonly from: { readonly name: string; readonly address: string } }): string {
  if (item.from.name !== '') return item.from.name;
  return item.from.address === '' ? 'unknown sender' : item.from.address;
}
