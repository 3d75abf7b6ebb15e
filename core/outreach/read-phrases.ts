/** Phrases as signals: found, freed of negated ones, quoted, and marked where they stand in the subject. */
import { combinedStrength } from './phrase-book.ts';
import { TITLES, type Phrases } from './phrases/phrases.ts';
import { quotesOf, signal } from './quote.ts';
import type { Reading } from './reading.ts';
import type { Signal } from './signals.ts';

type Family = keyof Phrases;

const LEAST_STRENGTH = 0.25;

const SUBJECT_FAMILIES: ReadonlySet<Family> = new Set([
  'transacts',
  'secures',
  'markets',
  'recruits',
  'pleads-for-job',
  'sells',
  'prods',
  'asks-for-call',
  'asks-to-forward',
  'contact-list',
  'advises',
  'private',
]);

/** Families whose phrases mean the opposite after a "not". */
const NEGATABLE: ReadonlySet<Family> = new Set([
  'asks-to-forward',
  'asks-for-call',
  'asks-for-money',
  'asks-for-papers',
  'asks-for-favour',
  'pleads-for-job',
  'recruits',
  'flatters',
  'sells',
]);
const NEGATION =
  /(?<!\b(?:if|why|or|whether) )\b(?:not|\w+n't|dont|never|without|no longer|nicht|kein\w*|niemals|pas|jamais|nunca|niet|geen|nooit|senza)\b(?! only)[^.!?,;:\n]{0,28}$/;

function isNegated(folded: string, start: number): boolean {
  return NEGATION.test(folded.slice(Math.max(0, start - 40), start));
}

/** A signal a family, of the family's name; `subject-…` beside it where a phrase stands in the subject. */
export function readPhrases({ folded, searched, subject }: Reading, phrases: Phrases): readonly Signal[] {
  const found: Signal[] = [];
  for (const family of Object.keys(phrases) as Family[]) {
    const all = phrases[family] ?? [];
    const list = NEGATABLE.has(family) ? all.filter(({ start }) => !isNegated(folded, start)) : all;
    const strength = combinedStrength(list);
    if (strength < LEAST_STRENGTH) continue;
    found.push(signal(family, strength, quotesOf(searched, list)));
    // What stands in the subject is what the message is for.
    if (SUBJECT_FAMILIES.has(family) && list.some(({ start }) => start < subject.length))
      found.push(signal(`subject-${family}`, 0.9, []));
  }
  return found;
}

/** People who sign without a closing line have their title in the last lines. */
const TAIL = 260;

/** Kinds: `sales-title`, `recruiter-title`: who writes, by the job title under the letter. */
export function readTitles({ folded, searched, signature, foldedSignature }: Reading): readonly Signal[] {
  const signed = foldedSignature !== '';
  const titles = TITLES.match(signed ? foldedSignature : folded.slice(-TAIL));
  const text = signed ? signature : searched.slice(-TAIL);
  return (['sales-title', 'recruiter-title'] as const).flatMap((family) => {
    const list = titles[family] ?? [];
    return list.length === 0 ? [] : [signal(family, combinedStrength(list), quotesOf(text, list, 1))];
  });
}
