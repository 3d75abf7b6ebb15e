/**
 * A text as hashed features: words, pairs of words, and stems, with names, numbers and addresses masked.
 *
 * Masked, because what a model learns from a few hundred letters must not be who wrote them or about which firm. Hashing
 * (Weinberger et al. 2009) keeps the shipped weights at a fixed size; with 2^14 places collisions are rare and harmless.
 */
import type { Reading } from '../reading.ts';

export const FEATURE_BITS = 16;
const MASK = (1 << FEATURE_BITS) - 1;
const MOST_TOKENS = 260;
/** Long words are also filed under their beginning, which most inflection leaves alone. */
const STEM_LENGTH = 5;

const TOKEN = /https?:\/\/\S+|[\w.+-]+@[\w-]+\.[\w.]+|[£$€]?\d[\d.,:]*[k%]?|[a-z][a-z']*|[!?]/g;

function tokensOf({ folded, searched, ownerFirstNames, subject }: Reading, masksNames: boolean): readonly string[] {
  const tokens: string[] = [];
  let end = 0;
  for (const match of folded.matchAll(TOKEN)) {
    const [token] = match;
    const start = match.index;
    const opens = start === 0 || /[.!?\n:"]/.test(folded.slice(end, start));
    end = start + token.length;
    const first = token.charCodeAt(0);
    if (tokens.length >= MOST_TOKENS) break;
    if (token.startsWith('http')) tokens.push('@url');
    else if (token.includes('@')) tokens.push('@mail');
    else if (first < 58 && first > 47)
      tokens.push(token.endsWith('%') ? '@percent' : token.length > 5 ? '@long' : '@number');
    else if (first === 163 || first === 8364 || first === 36) tokens.push('@money');
    else if (ownerFirstNames.includes(token)) tokens.push('@owner');
    else if (
      masksNames &&
      !opens &&
      start > subject.length &&
      searched.charCodeAt(start) !== folded.charCodeAt(start) &&
      token.length > 1
    ) {
      if (tokens.at(-1) !== '@name') tokens.push('@name');
    } else tokens.push(token);
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

/** Places of the features that are there, each once. Their common value is `1 / √count`, so that length does not count. */
export function textFeatures(reading: Reading, language: string): readonly number[] {
  // German writes every noun with a capital: there a capital is no sign of a name.
  const tokens = tokensOf(reading, language !== 'de');
  const places = new Set<number>();
  let before = '^';
  for (const token of tokens) {
    places.add(hashOf(token));
    places.add(hashOf(`${before} ${token}`));
    if (token.length > STEM_LENGTH) places.add(hashOf(`${token.slice(0, STEM_LENGTH)}~`));
    before = token;
  }
  return [...places];
}
