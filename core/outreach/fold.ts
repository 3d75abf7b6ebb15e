/** Text in the form that phrases are looked for in: lower case, no accents, and exactly as long as the original. */

/** Characters that a length-preserving fold maps by hand; everything else by Unicode decomposition. */
const BY_HAND: ReadonlyMap<string, string> = new Map([
  ['ß', 's'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['æ', 'a'],
  ['œ', 'o'],
  ['’', "'"],
  ['‘', "'"],
  ['´', "'"],
  ['`', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['«', '"'],
  ['»', '"'],
  ['–', '-'],
  ['—', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['\u00A0', ' '],
  ['\u202F', ' '],
  ['\t', ' '],
  ['\r', ' '],
]);

const cache = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = cache.get(character);
  if (known !== undefined) return known;
  const lower = character.toLowerCase();
  const byHand = BY_HAND.get(lower) ?? BY_HAND.get(character);
  const decomposed = byHand ?? lower.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const folded =
    decomposed.length === character.length ? decomposed : (decomposed + character).slice(0, character.length);
  if (cache.size < 5000) cache.set(character, folded);
  return folded;
}

/** `Sokołowska` → `sokolowska`. Index i of the result is index i of the text, so that a match can be quoted verbatim. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length && /^[\n\x20-\x5F\x61-\x7E]*$/.test(lower)) return lower;
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

/** A name without case, accents, punctuation and order of words being kept: `Müller-Lüdenscheid, K.` → `muller ludenscheid k`. */
export function foldName(name: string): string {
  return fold(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
