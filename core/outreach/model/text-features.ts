/**
 * A text as hashed features: words, pairs of words, and stems, with names, numbers and addresses masked.
 *
 * Masked, because what a model learns from a few hundred letters must not be who wrote them or about which firm. Hashing
 * (Weinberger et al. 2009) keeps the shipped weights at a fixed size; with 2^14 places collisions are rare and harmless.
 */
import { quoteFrom } from '../quote.ts';
import type { Reading } from '../reading.ts';

export const FEATURE_BITS = 16;
const MASK = (1 << FEATURE_BITS) - 1;
const MOST_TOKENS = 260;
/** Long words are also filed under their beginning, which most inflection leaves alone. */
const STEM_LENGTH = 5;

const TOKEN = /https?:\/\/\S+|[\w.+-]+@[\w-]+\.[\w.]+|[£$€]?\d[\d.,:]*[k%]?|[a-z][a-z']*|[!?]/g;

interface Token {
  readonly text: string;
  /** Where it stands in `folded`. */
  readonly at: number;
}

function tokensOf({ folded, searched, ownerFirstNames, subject }: Reading, language: string): readonly Token[] {
  // German writes every noun with a capital: there a capital is no sign of a name.
  const masksNames = language !== 'de';
  const tokens: Token[] = [];
  let end = 0;
  for (const match of folded.matchAll(TOKEN)) {
    const [token] = match;
    const at = match.index;
    const opens = at === 0 || /[.!?\n:"]/.test(folded.slice(end, at));
    end = at + token.length;
    const first = token.charCodeAt(0);
    if (tokens.length >= MOST_TOKENS) break;
    let text = token;
    if (token.startsWith('http')) text = '@url';
    else if (token.includes('@')) text = '@mail';
    else if (first < 58 && first > 47) text = token.endsWith('%') ? '@percent' : token.length > 5 ? '@long' : '@number';
    else if (first === 163 || first === 8364 || first === 36) text = '@money';
    else if (ownerFirstNames.includes(token)) text = '@owner';
    else if (
      masksNames &&
      !opens &&
      at > subject.length &&
      searched.charCodeAt(at) !== folded.charCodeAt(at) &&
      token.length > 1
    ) {
      text = '@name';
      if (tokens.at(-1)?.text === '@name') continue;
    }
    tokens.push({ text, at });
  }
  return tokens;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) & MASK;
}

/** Places of the features that a token brings after another. */
function placesOf(token: string, before: string): readonly number[] {
  const places = [hashOf(token), hashOf(`${before} ${token}`)];
  if (token.length > STEM_LENGTH) places.push(hashOf(`${token.slice(0, STEM_LENGTH)}~`));
  return places;
}

/** Places of the features that are there, each once. What each counts, `valueOfEach` tells. */
export function textFeatures(reading: Reading, language: string): readonly number[] {
  const places = new Set<number>();
  let before = '^';
  for (const { text } of tokensOf(reading, language)) {
    for (const place of placesOf(text, before)) places.add(place);
    before = text;
  }
  return [...places];
}

/** The sentence whose words weigh most by these weights, as it was written; '' where none weighs for it. */
export function tellingSentence(reading: Reading, language: string, weights: Int8Array): string {
  const { folded, searched } = reading;
  let best = { sum: 0, from: 0, to: 0 };
  let sum = 0;
  let from = 0;
  let before = '^';
  const tokens = tokensOf(reading, language);
  for (const [index, { text, at }] of tokens.entries()) {
    for (const place of placesOf(text, before)) sum += weights[place] ?? 0;
    before = text;
    const next = tokens[index + 1]?.at ?? folded.length;
    const stop = /[.!?\n]/.exec(folded.slice(at + 1, next));
    if (next < folded.length && stop === null) continue;
    const to = stop === null ? folded.length : at + 1 + stop.index;
    if (sum > best.sum) best = { sum, from, to };
    sum = 0;
    from = to;
  }
  const start = best.from + (/^[\s.!?]*/.exec(folded.slice(best.from, best.to))?.[0].length ?? 0);
  return best.sum === 0 ? '' : quoteFrom(searched, start, best.to);
}
