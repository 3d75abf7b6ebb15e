/** The name by which a stranger can safely be greeted. */
import { type Address, domainOf } from '../mail/address.ts';
import { nameWords } from '../relationship/names.ts';

export interface ReadableName {
  readonly first: string;
  /** First and family name, as the sender writes them. */
  readonly full: string;
}

const TITLES: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof professor sir madam herr frau fr hr dipl ing mag phd mba msc bsc cpa esq jr sr m mme mlle monsieur madame sra srta don doña dott dottssa sig sigra signora ir drs dhr mevr'.split(
    ' ',
  ),
);

/** Where a name ends and an employer begins: `Ann Lee from Acme`, `Ann Lee | Acme`, `Ann Lee (Acme)`, `Ann Lee, CPA`. */
const AFTER_NAME = /\s+(?:from|at|via|bei|chez)\s+.*$|\s*[|/–—([•·:].*$|\s+-\s+.*$/iu;

/**
 * First and full name of a sender, or undefined where greeting by name is a risk.
 *
 * A wrong name is worse than none. So the display name must be two to four words of letters, and the address must bear it
 * out: the first or the family name is in the local part (`ann.lee@`, `alee@`) or in a personal domain (`me@annlee.example`).
 * `Acme Team <info@acme.example>`, `J. Smith`, `ann@lee.example` as a display name and single names give undefined.
 */
export function readableName(sender: Address): ReadableName | undefined {
  if (sender.name.length > 100 || /[\p{Cc}\p{Cf}@<>{}]/u.test(sender.name)) return undefined;
  const words = wordsInOrder(sender.name.replaceAll(/["“”„]/g, '').trim());
  const [first, ...rest] = words.filter((word) => !isTitle(word));
  const family = rest.at(-1);
  if (first === undefined || family === undefined || rest.length > 3) return undefined;
  const all = [first, ...rest];
  if (!all.every((word) => /^[\p{Script=Latin}\p{M}'’.-]+$/u.test(word)) || first.includes('.')) return undefined;
  if (nameWords(first).join('').length < 2 || !/^\p{Lu}/u.test(first)) return undefined;
  if (!isBorneOut(first, family, sender.address)) return undefined;
  return { first: inNormalCase(first), full: all.map(inNormalCase).join(' ') };
}

/** `Lee, Ann` → Ann Lee; `LEE Ann` (the French way to mark the family name) → Ann LEE. */
function wordsInOrder(name: string): readonly string[] {
  const comma = /^([^,]+),\s*([^,]+)$/.exec(name);
  const [, before = '', after = ''] = comma ?? [];
  const turned = comma !== null && !isTitle(after.split(/\s+/)[0] ?? '') && !/\s/.test(before.trim());
  const straight = turned ? `${after} ${before}` : name.replace(/,.*$/u, '');
  const words = straight
    .replace(AFTER_NAME, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const [one = '', ...others] = words;
  const capitals = /^\p{Lu}[\p{Lu}'’-]+$/u;
  const marked = capitals.test(one) && others.length === 1 && !others.some((word) => capitals.test(word));
  return marked ? [...others, one] : words;
}

function isTitle(word: string): boolean {
  return TITLES.has(word.toLowerCase().replaceAll(/[.,]/g, ''));
}

function isBorneOut(first: string, family: string, address: string): boolean {
  return namesFit(first, family, address) || namesFit(spelledOut(first), spelledOut(family), address);
}

/** How a name with umlauts is written in an address: `Jürgen` → `Juergen`. */
function spelledOut(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('å', 'aa');
}

/** Whether a part of the address is the name in one of the ways that people make addresses of names. */
function namesFit(first: string, family: string, address: string): boolean {
  const [given, surname] = [nameWords(first).join(''), nameWords(family).join('')];
  const [initial, last] = [given.charAt(0), surname.charAt(0)];
  const made = [given, surname, given + surname, surname + given, initial + surname, given + last, surname + initial];
  const accepted = new Set(made.filter((name) => name.length >= 3));
  const local = nameWords(address.slice(0, Math.max(0, address.lastIndexOf('@')))).join(' ');
  const parts = local.split(/[^\p{L}]+/u);
  const personalDomain = nameWords(domainOf(address).split('.')[0] ?? '').join('');
  return [...parts, parts.join('')].some((part) => accepted.has(part)) || personalDomain === given + surname;
}

/** `ANN` → `Ann`, `ANNE-MARIE` → `Anne-Marie`; anything else stays as its owner writes it. */
function inNormalCase(word: string): string {
  if (word.length < 2 || word !== word.toUpperCase() || word.includes('.')) return word;
  return word
    .toLowerCase()
    .replaceAll(/(^|[-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
