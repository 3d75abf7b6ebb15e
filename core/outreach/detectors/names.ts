/** People the text speaks of: on whose word the sender writes (R5), whom he would introduce (R6), and all full names. */
import type { NameDrop } from '../entities.ts';
import { foldName } from '../fold.ts';
import type { PhraseMatch } from '../phrase-book.ts';
import type { Reading } from '../reading.ts';
import { DROPS, PARTICLE, WORD } from './drop-patterns.ts';

/** Capitalised words that are no names: sentence starts, days, salutations, things. */
const NO_NAME = new Set(
  (
    'i we you he she they it the a an this that these those my our your his her their its who what when where why how and or but so if as at in on by for from to of with no not yes dear hi hey hello hiya thanks thank best kind regards cheers sincerely please also just then now here there ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today tomorrow yesterday christmas easter new year ' +
    'grusse gruss grusze gruesse greetings regards saludos saluti groeten groetjes salutations amities re via ' +
    'linkedin google facebook twitter microsoft amazon apple slack zoom github instagram whatsapp youtube email mail phone fwd re aw subject sent date cc bcc ' +
    'everyone everybody somebody someone anybody people friends colleagues our team client clients hr ceo cto cfo vp sdr director manager head sales marketing engineering recruiter talent someone nobody ' +
    'der die das ich wir sie ihr mein unser herr frau liebe lieber sehr hallo guten le la les un une je nous vous il elle mon notre bonjour cher chere madame monsieur el los las yo tu usted mi su hola estimado estimada un una de het een ik wij jij u mijn beste geachte il lo gli io noi lei voi ciao gentile buongiorno'
  ).split(/\s+/),
);

const TITLES: ReadonlySet<string> = new Set(
  'dr prof professor mr mrs ms miss sir lady lord baroness baron dame rev reverend father sister captain judge justice'.split(
    ' ',
  ),
);

function isName(name: string, ownerWords: readonly string[]): boolean {
  const words = foldName(name).split(' ');
  if (words.length === 0 || name.length < 3 || name.length > 60) return false;
  if (words.some((word) => NO_NAME.has(word))) return false;
  // The owner is not somebody on whose word one writes.
  return !(words.length > 0 && words.every((word) => ownerWords.includes(word)));
}

/** `I` and `Thanks` before a name belong to the sentence: `Yesterday Ann Lee` → `Ann Lee`. */
function trimmedName(name: string): string {
  const words = name.split(/\s+/);
  while (words.length > 1 && NO_NAME.has(foldName(words[0] ?? ''))) words.shift();
  while (words.length > 1 && NO_NAME.has(foldName(words.at(-1) ?? ''))) words.pop();
  // `Mrs Lee` is all there is of her name; `Baroness Ann Lee` is Ann Lee.
  while (words.length > 2 && TITLES.has(foldName(words[0] ?? ''))) words.shift();
  return words.join(' ').replace(/['’]s$/u, '');
}

const FULL_NAME = new RegExp(`(?<![\\p{L}'’.@])${WORD}(?:[ \\t]+(?:${PARTICLE}[ \\t]+){0,2}${WORD}){1,3}`, 'gu');

/** `Hi Miriam Tunde Bakare …` on one line: the owner is addressed, the rest is somebody. */
function withoutOwner(name: string, ownerWords: readonly string[]): string {
  const words = name.split(' ');
  while (words.length > 1 && ownerWords.includes(foldName(words[0] ?? ''))) words.shift();
  return words.join(' ');
}

/** Full names in the text, at most `most`, the owner's and the sender's own left out. */
function fullNames(text: string, ownerWords: readonly string[], senderName: string, most: number): readonly string[] {
  const names: string[] = [];
  for (const [match] of text.matchAll(FULL_NAME)) {
    const name = withoutOwner(trimmedName(match.replaceAll(/\s+/g, ' ')), ownerWords);
    if (!name.includes(' ') || !isName(name, ownerWords) || foldName(name) === foldName(senderName)) continue;
    // Whoever signs speaks of himself.
    if (!names.includes(name) && !isSignedBy(text, name)) names.push(name);
    if (names.length === most) break;
  }
  return names;
}

/** The name stands alone, or before a title, on one of the last lines. */
function isSignedBy(text: string, name: string): boolean {
  const lines = text.trimEnd().split('\n').slice(-6);
  return lines.some((line) => line.trim().startsWith(name) && line.trim().length <= name.length + 40);
}

/** Capitalised words and years around a name: what the record may contradict. */
function contextOf(text: string, at: number, name: string): readonly string[] {
  const around = text.slice(Math.max(0, at - 60), at + name.length + 200);
  const words = new Set<string>();
  for (const [match] of around.matchAll(/(?<![\p{L}])\p{Lu}[\p{L}&'’-]+(?:\s+\p{Lu}[\p{L}&'’-]+){0,3}/gu))
    if (!name.includes(match) && !match.includes(name)) words.add(match);
  return [...words].slice(0, 8);
}

/** The text with the line breaks of a mail program taken out, as `folded` has them. */
function unwrapped({ searched, folded }: Reading): string {
  if (!searched.includes('\n')) return searched.slice(0, READ_UP_TO);
  let text = '';
  let from = 0;
  for (let at = searched.indexOf('\n'); at >= 0 && at < READ_UP_TO; at = searched.indexOf('\n', at + 1)) {
    text += searched.slice(from, at) + folded.charAt(at);
    from = at + 1;
  }
  return (text + searched.slice(from)).slice(0, READ_UP_TO);
}

const READ_UP_TO = 3000;

export interface NamesRead {
  readonly nameDrops: readonly NameDrop[];
  readonly offers: readonly string[];
  readonly mentions: readonly string[];
  readonly capitals: readonly string[];
}

/** Cheap words without one of which no drop or offer is made; most mail ends here. */
const WORTH_LOOKING =
  /\b(?:suggest|recommend|refer|gave|pass|point|told|tells|mention|mutual|common|friend|colleague|said|says|via|through|from|introduc|connect|meet|know|sends|vouch|mentor|cousin|sister|brother|neighbour|neighbor|boss|thought|thinks|reckon|speaks|spoke|advis|ask|empfehl|hat mi|gab mir|meint|sagt|empfahl|grüß|gruss|durch|von|m['’]a|part de|par|conseil|me (?:ha|di|pas|rec|sug|com|hab|con)|parte|hermana|herman|amig|prim|vecin|compañer|gaf|heeft|raadde|zei|aanraden|advies|mi ha|consiglio|tramite|conosci|conoces|présent|vorstell|bekannt|is my|was my|share|urged|nudged|insist)/iu;

const MOST_CAPITALS = 14;

function capitalsIn({ folded, searched }: Reading, ownerWords: readonly string[]): readonly string[] {
  const words = new Set<string>();
  for (const match of folded.matchAll(/(?<=[a-z,;)] )[a-z]{4,}/g)) {
    const [word] = match;
    if (
      searched.charCodeAt(match.index) === folded.charCodeAt(match.index) ||
      NO_NAME.has(word) ||
      ownerWords.includes(word)
    )
      continue;
    words.add(word);
    if (words.size === MOST_CAPITALS) break;
  }
  return [...words];
}

/** Reach of an offer: the person is named in the same breath. */
const BEFORE_OFFER = 240;
const AFTER_OFFER = 110;

/** Full names near words that offer to introduce: those after them first, then the nearest before. */
function offersIn(text: string, mentions: readonly string[], offering: readonly PhraseMatch[]): readonly string[] {
  const near: { readonly name: string; readonly distance: number }[] = [];
  for (const { start, end } of offering)
    for (const name of mentions) {
      const after = text.indexOf(name, start);
      if (after >= start && after - end < AFTER_OFFER) near.push({ name, distance: Math.max(0, after - end) });
      const before = text.lastIndexOf(name, start);
      if (before >= 0 && start - before < BEFORE_OFFER) near.push({ name, distance: start - before + AFTER_OFFER / 2 });
    }
  return [...new Set(near.toSorted((a, b) => a.distance - b.distance).map(({ name }) => name))].slice(0, 3);
}

/** `offering` are the phrases that offer to introduce. */
export function readNames(reading: Reading, offering: readonly PhraseMatch[]): NamesRead {
  const { owner, message } = reading;
  const ownerWords = foldName(owner.name).split(' ');
  const text = unwrapped(reading);
  const mentions = fullNames(text, ownerWords, message.from.name, 8);
  const capitals = capitalsIn(reading, ownerWords);
  if (!WORTH_LOOKING.test(text) && offering.length === 0) return { nameDrops: [], offers: [], mentions, capitals };

  const completed = (name: string): string => {
    if (name.includes(' ')) return name;
    const fuller = mentions.filter((mention) => foldName(mention).split(' ')[0] === foldName(name));
    return fuller.length === 1 ? (fuller[0] ?? name) : name;
  };
  const offers = offersIn(text, mentions, offering);
  const drops = new Map<string, NameDrop>();
  for (const { cheap, expression } of DROPS) {
    if (cheap?.test(text) === false) continue;
    expression.lastIndex = 0;
    for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
      const written = match[1] ?? '';
      const name = withoutOwner(trimmedName(written.replaceAll(/\s+/g, ' ')), ownerWords);
      if (!isName(name, ownerWords) || foldName(message.from.name).startsWith(foldName(name))) {
        // `Dear Olive, Ann Lee, my aunt, suggested …`: look again behind the wrong name.
        expression.lastIndex = match.index + match[0].indexOf(written) + Math.max(1, written.length);
        continue;
      }
      const full = completed(name);
      const key = foldName(full);
      if (!drops.has(key))
        drops.set(key, {
          name: full,
          quote: match[0].trim().replaceAll(/\s+/g, ' ').slice(0, 90),
          context: contextOf(text, match.index + match[0].indexOf(written), name),
        });
    }
  }
  // Full names first: a first name alone resolves to nobody in particular.
  const nameDrops = [...drops.values()]
    .toSorted((a, b) => Number(b.name.includes(' ')) - Number(a.name.includes(' ')))
    .slice(0, 3);
  return { nameDrops, offers, mentions, capitals };
}
