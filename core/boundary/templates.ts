/**
 * The text of a boundary reply: three kinds, three tones, six languages, with the owner's policy and the one reason that
 * Acquaint knows.
 *
 * What is quoted from the sender's mail (role, place) comes from a reading of hostile text, so it is used only where it
 * looks like a role or a place; else the sentence does without. No letter ever has a gap to fill in.
 */
import type { Facts } from '../triage/vocabulary.ts';
import type { ReplyKind, Tone } from './kinds.ts';
import { oneLine } from './header-field.ts';
import { DUTCH } from './phrasebook/dutch.ts';
import { ENGLISH } from './phrasebook/english.ts';
import { FRENCH } from './phrasebook/french.ts';
import { GERMAN } from './phrasebook/german.ts';
import { ITALIAN } from './phrasebook/italian.ts';
import type { Phrasebook } from './phrasebook/phrasebook.ts';
import { SPANISH } from './phrasebook/spanish.ts';
import type { ReadableName } from './readable-name.ts';

const PHRASEBOOKS: ReadonlyMap<string, Phrasebook> = new Map([
  ['en', ENGLISH],
  ['de', GERMAN],
  ['fr', FRENCH],
  ['es', SPANISH],
  ['nl', DUTCH],
  ['it', ITALIAN],
]);

/** The languages that a reply can be written in (ISO 639-1). */
export const REPLY_LANGUAGES: readonly string[] = [...PHRASEBOOKS.keys()];

export interface LetterFacts {
  readonly kind: ReplyKind;
  readonly tone: Tone;
  /** Of the sender's message, ISO 639-1 or BCP 47; what is not in `REPLY_LANGUAGES` is answered in English. */
  readonly language: string;
  readonly recipient?: ReadableName | undefined;
  readonly ownerName: string;
  readonly policy: string;
  readonly facts: Facts;
  /** An earlier boundary with the same person, to be named in a firm letter. */
  readonly earlier?: { readonly kind: ReplyKind; readonly at: number; readonly countSince: number } | undefined;
  readonly now: number;
  /** IANA name of the owner's time zone: on which day something was written. */
  readonly timeZone: string;
}

/** The whole letter, greeting to signature, lines separated by `\n`. */
export function letterText(letter: LetterFacts): string {
  const book = PHRASEBOOKS.get(letter.language.slice(0, 2).toLowerCase()) ?? ENGLISH;
  const { opening, ending } = book.letters[letter.kind][letter.tone];
  const matter = [...history(letter, book), opening, ...reasons(letter, book), ending].join(' ');
  const policy = quotable(letter.policy);
  const owner = oneLine(letter.ownerName);
  return [
    book.greeting(letter.recipient),
    book.lowerAfterGreeting ? matter.charAt(0).toLowerCase() + matter.slice(1) : matter,
    ...(policy === '' ? [] : [book.policy(policy)]),
    owner === '' ? book.closing : `${book.closing}\n${owner}`,
  ].join('\n\n');
}

/** Only the firm letter reproaches; the others leave the past alone. */
function history(letter: LetterFacts, book: Phrasebook): readonly string[] {
  if (letter.tone !== 'firm') return [];
  if (letter.earlier) {
    const { kind, at, countSince } = letter.earlier;
    return [book.earlier(kind, dayInWords(at, letter, book), wholeNumber(countSince))];
  }
  const count = wholeNumber(letter.facts.nagCount);
  return count >= 2 ? [book.streak(count)] : [];
}

/** Deal-breakers (mission O6) are a reason for a refusal only; a question or a request to be removed needs none. */
function reasons(letter: LetterFacts, book: Phrasebook): readonly string[] {
  if (letter.kind !== 'decline') return [];
  const { dealBreakersBroken = [], role, place } = letter.facts;
  const sentences = dealBreakersBroken.map((broken) => {
    if (broken === 'relocation') return book.relocation(plainWords(role), plainWords(place));
    if (broken === 'no-growth') return book.noGrowth;
    const excluded = broken.startsWith('role:') ? plainWords(broken.slice('role:'.length)) : undefined;
    return excluded === undefined ? undefined : book.excludedRole(excluded);
  });
  return [...new Set(sentences)].filter((sentence) => sentence !== undefined);
}

/** `3 May`, with the year where it is another one; undefined for a time that no calendar would show. */
function dayInWords(at: number, letter: LetterFacts, book: Phrasebook): string | undefined {
  if (!(at > 0 && at <= letter.now)) return undefined;
  const { timeZone } = letter;
  const yearOf = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone });
  const year = yearOf.format(at) === yearOf.format(letter.now) ? undefined : 'numeric';
  const parts: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', ...(year && { year }), timeZone };
  return new Intl.DateTimeFormat(book.locale, parts).format(at);
}

function wholeNumber(count: number | undefined): number {
  return count !== undefined && Number.isSafeInteger(count) && count > 0 ? count : 0;
}

/** A role or place as it was read, where it looks like one: a few words, no address, no sentence. */
function plainWords(text: string | undefined): string | undefined {
  const words = oneLine(text ?? '');
  return /^\p{L}[\p{L}\p{M}\p{N} .,'’&/+#-]{0,59}$/u.test(words) && words.split(' ').length <= 7
    ? words.replace(/[.,]+$/, '')
    : undefined;
}

/** The owner's policy as the inside of a quotation: one line with a full stop. */
function quotable(policy: string): string {
  const words = oneLine(policy).replace(/^["“„«‹\s]+|["”“»›\s]+$/gu, '');
  return words === '' || /[.!?…]$/u.test(words) ? words : `${words}.`;
}
