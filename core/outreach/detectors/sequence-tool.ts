/**
 * A letter to one person that bulk software sent: a sales or recruiting sequence.
 *
 * Such tools add List-Unsubscribe or Feedback-ID to a letter that greets its reader by name and has no list behind it. It is
 * judged as the letter of the person who signs it: a reply stops the sequence. A one-click way out (RFC 8058) is what real
 * lists offer too: with it, only a short letter under a full name that no mailer counts (Feedback-ID) is a person's.
 */
import { fold } from '../fold.ts';
import { signal } from '../quote.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signals.ts';

/** Beyond this it is an issue of something. */
const LONGEST_LETTER_WORDS = 220;
const LONGEST_NOTE_WORDS = 120;
const OF_A_LIST = ['list-id', 'list-post', 'precedence', 'marketing-layout', 'bulk-domain'] as const;
const OF_AN_OFFICE = ['no-reply', 'notifier', 'role-address', 'organisation-name', 'auto-submitted'] as const;

/** Kind: `sequence-tool`. */
export function readSequenceTool(
  { message, ownerIn, recipientCount, wordCount }: Reading,
  strengthOf: (kind: string) => number,
): readonly Signal[] {
  const isSentByTool = strengthOf('list-unsubscribe') > 0 || strengthOf('feedback-id') > 0;
  const isToOwnerAlone = ownerIn === 'to' && recipientCount === 1;
  const isUnderFullName =
    strengthOf('feedback-id') === 0 && wordCount <= LONGEST_NOTE_WORDS && isFullNameOf(message.from);
  if (!isToOwnerAlone || (strengthOf('greets-owner') === 0 && !isUnderFullName)) return [];
  if (message.headers.listUnsubscribePost !== undefined && !isUnderFullName) return [];
  if (!isSentByTool || wordCount > LONGEST_LETTER_WORDS) return [];
  if ([...OF_A_LIST, ...OF_AN_OFFICE].some((kind) => strengthOf(kind) > 0)) return [];
  if (strengthOf('transacts') >= 0.6 || strengthOf('secures') >= 0.6) return [];
  const { listUnsubscribe } = message.headers;
  return [
    signal(
      'sequence-tool',
      0.8,
      listUnsubscribe === undefined ? [] : [`List-Unsubscribe: ${listUnsubscribe}`.slice(0, 90)],
    ),
  ];
}

/** `Ann Lee <ann.lee@…>`: two names, one of which the address bears. */
function isFullNameOf({ name, address }: Reading['message']['from']): boolean {
  if (!/^\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?)? \p{Lu}[\p{L}'’-]+$/u.test(name)) return false;
  const local = fold(address.slice(0, address.indexOf('@')));
  return fold(name)
    .split(' ')
    .some((word) => word.length > 2 && local.includes(word));
}
