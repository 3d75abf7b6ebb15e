/** The mail with somebody whom a message speaks of: to be linked, and since when. */
import type { PersonRecord } from '../relationship/correspondence.ts';
import { isPlausibleTime } from '../relationship/dates-in-words.ts';
import type { Case } from './case.ts';

/** Letters named each way. */
const LETTERS_NAMED = 3;

/** Message-IDs of the latest each way, at the address by which the record knows the person. */
export function lettersWith(address: string | undefined, { correspondence, message }: Case): readonly string[] {
  if (address === undefined || address === '') return [];
  return correspondence
    .evidence(address, message.receivedAt)
    .slice(0, 2)
    .flatMap(({ messageIds }) => messageIds.slice(-LETTERS_NAMED));
}

/** ` since 2016`; nothing where a clock was wrong. */
export function knownSince({ firstReceivedAt, firstSentAt }: PersonRecord): string {
  const first = Math.min(firstReceivedAt ?? Number.POSITIVE_INFINITY, firstSentAt ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(first) && isPlausibleTime(first) ? ` since ${new Date(first).getUTCFullYear()}` : '';
}
