/** Who was written to: a hidden list, the sender himself, a crowd (O2). Strengths are lower where an innocent cause is likely. */
import { domainOf } from '../../mail/address.ts';
import { isFreeMail, registrableDomain } from '../../relationship/free-mail.ts';
import type { Reading } from '../reading.ts';
import { signal } from '../quote.ts';
import type { Signal } from '../signals.ts';

/** So many people in To and Cc, of several domains, are nobody's working group. */
const CROWD = 10;

/** `recipients@`, `noreply@`, `list@` in To: a stand-in for a hidden list. */
const STAND_IN =
  /^(?:undisclosed|recipients?|no-?reply|list|friends|everyone|all|mailing|contacts|members|subscribers)\b/i;

/** Kinds: `undisclosed-recipients`, `no-recipients`, `to-self`, `to-stand-in`, `owner-not-addressed`, `crowd`. */
export function readRecipients(reading: Reading): readonly Signal[] {
  const { message, ownerIn, recipientCount } = reading;
  const { to, cc, from } = message;
  const written = `To: ${to
    .slice(0, 3)
    .map(({ name, address }) => (name === '' ? address || 'undisclosed-recipients:;' : name))
    .join(', ')}${to.length > 3 ? ` and ${to.length - 3} more` : ''}`;

  if (ownerIn === 'none') {
    // An empty group parses as one entry with an empty address (RFC 5322 §3.4); a missing To is odd but proves nothing.
    if (recipientCount === 0)
      return to.length > 0 ? [signal('undisclosed-recipients', 0.99, [written])] : [signal('no-recipients', 0.5, [])];
    const first = to[0];
    if (first && cc.length === 0 && to.length === 1) {
      if (first.address === from.address) return [signal('to-self', 0.97, [written])];
      if (
        domainOf(first.address) === domainOf(from.address) &&
        (STAND_IN.test(first.name) || STAND_IN.test(first.address))
      )
        return [signal('to-stand-in', 0.9, [written])];
    }
  }
  const found: Signal[] = [];
  // Each free-mail address stands for somebody of no common firm.
  const places = new Set(
    [...to, ...cc].map(({ address }) => (isFreeMail(registrableDomain(address)) ? address : domainOf(address))),
  );
  if (recipientCount >= CROWD && places.size >= 4)
    found.push(signal('crowd', Math.min(0.97, 0.7 + recipientCount / 60), [`To and Cc: ${recipientCount} addresses`]));
  // Lists and forwarding explain this as well, so that it is weak on its own.
  if (ownerIn === 'none')
    found.push(signal('owner-not-addressed', message.headers.listId === undefined ? 0.6 : 0.2, [written]));
  return found;
}
