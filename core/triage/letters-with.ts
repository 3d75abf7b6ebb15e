/** The mail with somebody whom a message speaks of, to be linked. */
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
