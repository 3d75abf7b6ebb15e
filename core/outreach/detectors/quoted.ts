/** What is carried on below the writer's own words: words put into the owner's mouth, a chain letter. */
import { combinedStrength } from '../phrase-book.ts';
import { PHRASES, type Phrases } from '../phrases/phrases.ts';
import { quotesOf, signal } from '../quote.ts';
import { foldUnwrapped, type Reading } from '../reading.ts';
import type { Signal } from '../signals.ts';

/** Kind: `quotes-owner`: words put into the owner's mouth, or really his. Whether he ever wrote is for the record to say. */
export function readOwnersWords({ message, owner }: Reading): readonly Signal[] {
  if (message.quoted === '' || owner.addresses.length === 0) return [];
  const quoted = message.quoted.slice(0, 4000);
  const name = owner.name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const addresses = owner.addresses
    .map((address) => address.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('|');
  const expression = new RegExp(
    `(?:^|\\n)[> ]*(?:(?:from|von|de|van|da)\\s*:[^\\n]*(?:${addresses}${name === '' ? '' : `|${name}`})|[^\\n]*(?:${addresses}${name === '' ? '' : `|${name}`})[^\\n]{0,60}(?:wrote|schrieb|a écrit|escribió|schreef|ha scritto))`,
    'i',
  );
  const match = expression.exec(quoted);
  return match ? [signal('quotes-owner', 0.8, [match[0].trim().slice(0, 90)])] : [];
}

/** Chain letters carry their request in what is forwarded. Kind: `chain`. */
export function readChain({ message, subjectSaysForward, recipientCount }: Reading, own: Phrases): readonly Signal[] {
  if (!subjectSaysForward || recipientCount < 5 || message.quoted === '' || (own['asks-to-forward'] ?? []).length > 1)
    return [];
  const quoted = message.quoted.slice(0, 3000).replaceAll(/^[> ]+/gm, '');
  const matches = PHRASES.match(foldUnwrapped(quoted));
  const list = [...(matches['asks-to-forward'] ?? []), ...(matches.appeals ?? [])];
  const strength = combinedStrength(list);
  return strength >= 0.6 ? [signal('chain', strength, quotesOf(quoted, list))] : [];
}
