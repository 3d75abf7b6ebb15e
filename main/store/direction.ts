/** Whether the owner wrote a message. */
import { type Address, mailboxKey } from '#core/mail/address.ts';
import type { Direction } from '#core/mail/message.ts';

/**
 * Gmail's SENT label says so; else the sender's address does, unless Gmail took the message for spam: then somebody else
 * wrote it under the owner's address.
 */
export function directionOf(
  message: { readonly from: Address; readonly labels: readonly string[] },
  ownerKeys: ReadonlySet<string>,
): Direction {
  if (message.labels.includes('SENT')) return 'sent';
  return ownerKeys.has(mailboxKey(message.from.address)) && !message.labels.includes('SPAM') ? 'sent' : 'received';
}
