/** The message that a boundary reply answers, and where the answer goes. */
import { type Address, mailboxKey } from '../mail/address.ts';
import type { Owner } from '../mail/owner.ts';
import type { TriageMessage } from '../triage/triage-message.ts';

/** What answering needs to know of a message; a whole `TriageMessage` is one. */
export type ReplyOriginal = Pick<
  TriageMessage,
  'messageId' | 'direction' | 'from' | 'replyTo' | 'inReplyTo' | 'references' | 'subject' | 'headers' | 'labels'
> & { readonly signals: Pick<TriageMessage['signals'], 'language'> };

/**
 * Where an answer goes: Reply-To if there is one, else From (RFC 5322 §3.6.2).
 *
 * One boundary goes to one person: of several Reply-To addresses it is the writer's own, else the first.
 */
export function recipientOf(original: ReplyOriginal): Address {
  const named = original.replyTo.filter((address) => address.address !== '');
  const own = named.find((address) => address.address === original.from.address);
  return own ?? named[0] ?? original.from;
}

/** Whether mail to this address reaches the owner. */
export function reachesOwner(address: string, owner: Owner): boolean {
  const key = mailboxKey(address);
  return key !== '' && owner.addresses.some((own) => mailboxKey(own) === key);
}
