/** Addresses in a few words, and what is odd about the sender's. */
import type { Address } from '#core/mail/address.ts';
import { mailboxKey } from '#core/mail/address.ts';
import { registrableDomain } from '#core/relationship/free-mail.ts';
import { counted } from '../ui/words.ts';

export function nameOf(address: Address): string {
  if (address.name !== '') return address.name;
  return address.address === '' ? 'undisclosed recipients' : address.address;
}

/** `Ann Lee, Ben Ott and 141 others`. */
export function peopleInWords(addresses: readonly Address[], shown = 3): string {
  if (addresses.length === 0) return '';
  const names = addresses.slice(0, shown).map(nameOf).join(', ');
  const rest = addresses.length - shown;
  return rest > 0 ? `${names} and ${counted(rest, 'other')}` : names;
}

/** Sentences the user should read before answering; empty for most mail. */
export function senderOddities(from: Address, replyTo: readonly Address[]): readonly string[] {
  const odd: string[] = [];
  const claimed = /[^\s<>"(),;:]+@[^\s<>"(),;:]+\.[a-z]{2,}/i.exec(from.name)?.[0];
  if (claimed !== undefined && mailboxKey(claimed) !== mailboxKey(from.address)) {
    odd.push(`The name shows ${claimed}, but the mail comes from ${from.address}.`);
  }
  const elsewhere = replyTo.filter((address) => registrableDomain(address.address) !== registrableDomain(from.address));
  if (elsewhere.length > 0 && from.address !== '') {
    odd.push(`Answers would go to another domain: ${elsewhere.map((address) => address.address).join(', ')}.`);
  }
  return odd;
}
