/** Names of people, compared as people write them: without accents, in any order, with or without a middle initial. */

const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** The words of a name, folded: `Dr. Ewa Sokołowska` → `['dr', 'ewa', 'sokolowska']`. Letters of any script stay. */
export function nameWords(name: string): readonly string[] {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøłđðþæœı]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] ?? letter);
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/**
 * What two spellings of one full name share, '' for a name of fewer than two words.
 *
 * Words are sorted, so that `Lee, Ann` is `Ann Lee`; single letters are dropped where two longer words remain, so that
 * `Phillip K Allen` is `Phillip Allen`. An e-mail address used as a name gives ''.
 */
export function fullNameKey(name: string): string {
  if (name.includes('@')) return '';
  const words = nameWords(name);
  const long = words.filter((word) => word.length > 1);
  const kept = long.length >= 2 ? long : words;
  return kept.length < 2 ? '' : kept.toSorted().join(' ');
}

/** The first name, folded: `Lee, Ann` and `Dr. Ann Lee` are both `ann`; '' for an address used as a name. */
export function firstNameKey(name: string): string {
  if (name.includes('@')) return '';
  const [surname, given] = name.split(',');
  return nameWords(given ?? surname ?? '').find((word) => word.length > 1 && !TITLES.has(word)) ?? '';
}

const TITLES: ReadonlySet<string> = new Set(
  'dr prof professor mr mrs ms miss sir herr frau mme madame sra dott ing'.split(' '),
);

/** Like `fullNameKey`, but a single word is a name too (`peopleNamed('Dave')`). */
export function anyNameKey(name: string): string {
  return fullNameKey(name) || nameWords(name).join(' ');
}
