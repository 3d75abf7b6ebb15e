/**
 * What a text is about, small enough to be stored with every message: 128 signed counts, a hexadecimal digit each.
 *
 * A count sketch of its words and pairs of words (Charikar et al. 2002), long words weighing more: the cosine of two gists
 * is that of the whole word vectors, give or take 0.09. It is what the user's corrections are compared by (adaptation.ts),
 * since the text itself is not at hand when a mailbox is judged again.
 */
import type { Reading } from '../reading.ts';

export const GIST_SIZE = 128;
/** Below so many different words a text says too little to be compared. */
const LEAST_WORDS = 12;
const MOST_WORDS = 300;
const SHORTEST_WORD = 4;
/** Inflection is mostly at the end. */
const STEM_LENGTH = 6;
const LARGEST_DIGIT = 7;

/** 128 hexadecimal digits, 8 for nothing; '' for a text too short. */
export function gistOf({ folded, ownerFirstNames }: Pick<Reading, 'folded' | 'ownerFirstNames'>): string {
  const counts = new Float64Array(GIST_SIZE);
  const seen = new Set<string>();
  let words = 0;
  let before = '';
  for (const [word] of folded.matchAll(/[a-z']+/g)) {
    if (word.length < SHORTEST_WORD || ownerFirstNames.includes(word)) continue;
    const stem = word.slice(0, STEM_LENGTH);
    if (!seen.has(stem)) {
      seen.add(stem);
      words += 1;
      count(counts, stem, Math.min(word.length, 9) - 3);
    }
    const pair = `${before} ${stem}`;
    if (before !== '' && !seen.has(pair)) {
      seen.add(pair);
      count(counts, pair, 2);
    }
    before = stem;
    if (words >= MOST_WORDS) break;
  }
  if (words < LEAST_WORDS) return '';
  const largest = counts.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return '';
  let gist = '';
  for (const value of counts) gist += (8 + Math.round((value / largest) * LARGEST_DIGIT)).toString(16);
  return gist;
}

function count(counts: Float64Array, feature: string, weight: number): void {
  let hash = 0x811c9dc5;
  for (let index = 0; index < feature.length; index += 1)
    hash = Math.imul(hash ^ feature.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  const place = hash & (GIST_SIZE - 1);
  counts[place] = (counts[place] ?? 0) + ((hash >>> 16) & 1 ? weight : -weight);
}

/** The counts of length 1, so that a scalar product is a cosine; undefined for '' and for what is no gist. */
export function readGist(gist: string): Float64Array | undefined {
  if (gist.length !== GIST_SIZE) return undefined;
  const counts = new Float64Array(GIST_SIZE);
  let squares = 0;
  for (let place = 0; place < GIST_SIZE; place += 1) {
    const digit = digitAt(gist, place);
    if (Number.isNaN(digit)) return undefined;
    counts[place] = digit - 8;
    squares += (digit - 8) ** 2;
  }
  if (squares === 0) return undefined;
  const length = Math.sqrt(squares);
  return counts.map((value) => value / length);
}

/** Faster than parsing a slice; judging a mailbox reads every gist. */
function digitAt(gist: string, place: number): number {
  const code = gist.charCodeAt(place);
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 102 ? code - 87 : Number.NaN;
}
