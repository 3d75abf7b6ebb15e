/**
 * A 64-bit fingerprint of a text that changes little when the text changes little (Charikar 2002).
 *
 * Over word shingles of folded text with digits, names and days left out, so that the same pitch under another name, to
 * another firm, for another weekday comes out nearly the same. Two texts of one template differ in at most ~12 bits.
 */
const LEAST_WORDS = 18;
const LEFT_OUT = new Set(
  'monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag lundi mardi mercredi jeudi vendredi lunes martes miercoles jueves viernes tomorrow today week next this last'.split(' '),
);

/** Two 32-bit FNV-1a lanes in one pass. */
function hashInto(word: string, lanes: { low: number; high: number }): void {
  let low = lanes.low;
  let high = lanes.high;
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13);
  }
  lanes.low = Math.imul(low ^ 0x20, 0x01000193);
  lanes.high = Math.imul(high ^ 0x20, 0x85ebca6b) ^ (high >>> 13);
}

function finish(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return mixed ^ (mixed >>> 16);
}

/** 16 hex digits, '' for a text too short to compare. `original` tells names from words by their capitals. */
export function simhashOf(folded: string, original: string): string {
  const words: string[] = [];
  let sentenceStart = true;
  let end = 0;
  for (const match of folded.matchAll(/[a-z']+/g)) {
    const [word] = match;
    sentenceStart = match.index === 0 || /[.!?\n:]/.test(folded.slice(end, match.index));
    end = match.index + word.length;
    const isName = !sentenceStart && original.charAt(match.index) !== folded.charAt(match.index) && word.length > 1;
    if (!isName && word.length > 1 && !LEFT_OUT.has(word)) words.push(word);
    if (words.length >= 400) break;
  }
  if (words.length < LEAST_WORDS) return '';
  const sums = new Int32Array(64);
  for (let index = 0; index + 1 < words.length; index += 1) {
    const lanes = { low: 0x811c9dc5, high: 0x9747b28c };
    hashInto(words[index] ?? '', lanes);
    hashInto(words[index + 1] ?? '', lanes);
    const low = finish(lanes.low);
    const high = finish(lanes.high);
    for (let bit = 0; bit < 32; bit += 1) {
      sums[bit] = (sums[bit] ?? 0) + ((low >>> bit) & 1 ? 1 : -1);
      sums[bit + 32] = (sums[bit + 32] ?? 0) + ((high >>> bit) & 1 ? 1 : -1);
    }
  }
  let low = 0;
  let high = 0;
  for (let bit = 0; bit < 32; bit += 1) {
    if ((sums[bit] ?? 0) > 0) low |= 1 << bit;
    if ((sums[bit + 32] ?? 0) > 0) high |= 1 << bit;
  }
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}

const BITS = Uint8Array.from({ length: 256 }, (_, byte) => {
  let count = 0;
  for (let rest = byte; rest > 0; rest >>= 1) count += rest & 1;
  return count;
});

/** Bits in which two fingerprints differ; 64 where one is missing. */
export function simhashDistance(a: string, b: string): number {
  if (a.length !== 16 || b.length !== 16) return 64;
  let distance = 0;
  for (let index = 0; index < 16; index += 2) distance += BITS[Number.parseInt(a.slice(index, index + 2), 16) ^ Number.parseInt(b.slice(index, index + 2), 16)] ?? 0;
  return distance;
}
