/** An address of a message header, its display name decoded. */
export interface Address {
  /** Display name as written, without quotes; '' where there is none. */
  readonly name: string;
  /** The addr-spec (RFC 5322 §3.4.1), lower-cased; '' for an empty group such as `undisclosed-recipients:;`. */
  readonly address: string;
}

const GMAIL_DOMAINS: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/**
 * The part of an address that tells mailboxes apart.
 *
 * Lower case, without a `+tag` (RFC 5233 sub-addressing), and for Gmail without dots, which Gmail ignores. Two addresses
 * with the same key reach the same mailbox. Never used to send: only to compare.
 */
export function mailboxKey(address: string): string {
  const lower = address.trim().toLowerCase();
  const at = lower.lastIndexOf('@');
  if (at <= 0) return lower;
  const domain = lower.slice(at + 1);
  const local = lower.slice(0, at);
  const plus = local.indexOf('+');
  const untagged = plus > 0 ? local.slice(0, plus) : local;
  return GMAIL_DOMAINS.has(domain) ? `${untagged.replaceAll('.', '')}@gmail.com` : `${untagged}@${domain}`;
}

/** The domain of an address, lower-cased; '' where there is none. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1 || address.length).toLowerCase();
}
