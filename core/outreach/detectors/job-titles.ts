/**
 * The title of a job in a letter (O5): a noun phrase around the name of an occupation, beside words of hiring.
 *
 * Occupations are an open class: those of the list count wherever they stand, other nouns of an agent (`estimator`,
 * `modeller`) only where a word of hiring is beside them. English puts the occupation last, German, Dutch and the
 * Romance languages put it first or within a compound.
 */
import { fold } from '../fold.ts';
import { placesIn } from '../gazetteer.ts';
import { AGENT, COMPOUND, LEARNED, LOOSE, NO_AGENT, OCCUPATIONS, STOP, words } from './occupations.ts';

const ARTICLES = words('the our a their its der des die la le el las los het');
/** Before a title in a language that says the field after the occupation: `een teamleider logistiek`. */
const FIELD_LED =
  /(?:^|[^a-z])(?:een|une?|una|uno|poste de|puesto de|vacature|functie|zoek\w*|cerc[oah]\w*|busc[oa]\w*|recherch\w+|recrut\w+)\W{1,2}$/;
const OF = words('of de des du di del della dei van der d');
const RANKS = words(
  'senior sr junior jr lead principal staff chief head deputy assistant associate vice executive managing interim graduate trainee group global regional founding fractional medior leitende leitender independent freelance in-house',
);
/** Heads that the field follows without a word between: `VP Data`, `Leiter/in Data Platform`. */
const FIELD_FOLLOWS =
  /(?:^(?:vp|head|responsable|responsabile|hoofd|jefe|jefa|chef|constructeur|directeur|ingenieure?)$|leit(?:er|ung)$|uber?setzer$|referent$|berater$|entwickler$|manager$|redakteur$|(?:lehr|sachbearbeit)er$)/;

const WORD = /[\p{L}\d](?:[\p{L}\p{M}\d+#]|[.'’/&–-](?=[\p{L}\d])|[*:](?=in(?!\p{L})))*[+#]*/gu;
const LED =
  /(?:^|[^a-z])(?:for|as|hir(?:e|es|ing)|seek(?:s|ing)?|needs?|wants?|recruit(?:s|ing)?|find|fill(?:ing)?|appoint(?:s|ing)?|creating|placing|become|have|would be|is|re|of|suche[nt]?|besetzen(?: wir)?(?: die)?|position|role|job|title|vacancy|opening|post|match for|stelle|als|vakanz|vacature|recherch(?:e|ons|ent)|recrut(?:e|ons|ent)|poste d[e']|busc(?:o|a|amos|an)|puesto de|zoek(?:t|en)?|functie(?: van)?|cerc(?:o|a|hiamo)|posizione di)(?:[ -](?:ik|wij?|we|ich|wir|je|nous))?\s*[:|-]{0,2}\s*(?:(?:an?|the|our|its|their|one|two|three|\d{1,3} ?x?|eine?[nr]?|une?|un[ao]?|een|die|den|der|la|el|le|il|lo)\s+)?(?:(?:new|next|strong|experienced|seasoned|talented|good|great|proper|exceptional)\s+)?$/;
const FOLLOWED =
  /^\s*(?:\([^)\n]{0,30}\)\s*)?(?:role|position|post|seat|job|opening|opportunity|mandate|vacancy|contract|assignment|gig|search)s?\b/;
/** What follows a title in a subject: a dash, a bracket, a name of a place. */
const BOUNDED = /^\s*(?:[-–|/@(]|,\s*\p{Lu}|(?:in|at|for|role|needed|wanted|required|gesucht)\b)/u;
const ONE = /\b(?:an?|one|eine?[nr]?|une?|un[ao]?|een)(?: \w+)? $|: ?$/;
/** A title that is somebody's: the reader's, the writer's, the one to report to. */
const SOMEBODYS =
  /(?:^|[^a-z])(?:your|my|his|her|dear|hi|hello|the hiring|report(?:s|ing)? (?:in)?to(?: the| an?| our)?|answer to(?: the)?|i am(?: an?| the)?|i'm(?: an?| the)?|ich bin|spoke (?:to|with)|chat with|current|former|ex|fellow|(?:work|background|experience|career|time|years) as(?: an?| the)?|sehr geehrter?(?: herr| frau)?|herr|frau|monsieur le|madame la)\s+$/;
/** Own title in "I'm a talent partner" is not the job. */
const SENDERS_OWN =
  /(?:recruit|talent (?:partner|acqui|advis|manager|lead|sourc|specialist)|sourc(?:er|ing)|headhunt|search consultant|resourcer|hiring manager|human resources)/i;

interface Word {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string): readonly Word[] {
  const folded = fold(text);
  return [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    folded: folded.slice(match.index, match.index + match[0].length),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const isCapital = (word: Word): boolean => /^[\p{Lu}\d]/u.test(word.text);

/** The ways in which one writes an occupation: without its gender, its plural, the first half of a double one. */
function singulars(folded: string): readonly string[] {
  const plain = folded.replace(/(?:[/*:]-?(?:in|innen|a|e|euse|rice))$/, '');
  const parts = plain.split(/[-/]/);
  const last = parts.at(-1) ?? plain;
  return [last, last.replace(/(?:innen|in|s|es)$/, ''), last.replace(/s$/, ''), parts[0] ?? plain];
}

type Kind = 'occupation' | 'loose' | 'agent';

/** Letters repeat their words; what each is does not change. */
const kinds = new Map<string, Kind | undefined>();

function kindOf(word: Word): Kind | undefined {
  if (STOP.has(word.folded)) return undefined;
  if (kinds.has(word.text)) return kinds.get(word.text);
  const kind = readKind(word);
  if (kinds.size < 5000) kinds.set(word.text, kind);
  return kind;
}

function readKind({ folded, text }: Word): Kind | undefined {
  const forms = singulars(folded);
  if (forms.some((form) => OCCUPATIONS.has(form) || COMPOUND.test(form) || (form.length > 7 && LEARNED.test(form))))
    return 'occupation';
  if (forms.some((form) => LOOSE.has(form))) return 'loose';
  const [, , single = ''] = forms;
  const isAgent = AGENT.test(single) && !NO_AGENT.has(single) && !STOP.has(single);
  return isAgent && placesIn(folded, text).length === 0 ? 'agent' : undefined;
}

/** A line that was wrapped goes on; a short one has ended. */
function joins(text: string, left: Word, right: Word): boolean {
  const gap = text.slice(left.end, right.start);
  if (/^(?: | ?& ?|\/)$/.test(gap) || (gap === '. ' && /^[sj]r$/.test(left.folded))) return true;
  return /^ ?\n$/.test(gap) && left.end - text.lastIndexOf('\n', left.end - 1) > 45;
}

const beforeOf = (text: string, word: Word | undefined): string =>
  word === undefined ? '' : fold(text.slice(Math.max(0, word.start - 16), word.start));

const isLowerField = (word: Word): boolean => !isCapital(word) && /^[a-z]{5,}$/.test(word.folded);

export interface Title {
  readonly role: string;
  readonly score: number;
}

/** Widens the occupation at `at` to the left and the right; undefined where it is none in this company. */
function phraseAt(
  text: string,
  all: readonly Word[],
  at: number,
  kind: Kind,
): { readonly from: number; readonly to: number } | undefined {
  const head = all[at];
  if (!head) return undefined;
  let from = at;
  while (from > 0 && at - from < 5) {
    const left = all[from - 1];
    const right = all[from];
    if (!left || !right || !joins(text, left, right) || STOP.has(left.folded) || /^\d+$/.test(left.text)) break;
    if (/[a-z]'(?:s|re|ve|d|ll|m|t)$/.test(left.folded)) break;
    if (isCapital(right) && !isCapital(left) && !RANKS.has(left.folded)) break;
    from -= 1;
  }
  let to = at;
  const of = all[at + 1];
  const extend = (limit: number, fits: (word: Word) => boolean): void => {
    for (let count = 0; count < limit; count += 1) {
      const next = all[to + 1];
      const last = all[to];
      if (!next || !last || !joins(text, last, next) || STOP.has(next.folded) || !fits(next)) return;
      if (placesIn(next.folded, next.text).length > 0) return;
      to += 1;
    }
  };
  if (of && OF.has(of.folded) && joins(text, head, of)) {
    const article = all[at + 2];
    const skip = article && ARTICLES.has(article.folded) ? 3 : 2;
    const field = all[at + skip];
    const joined = all[at + skip - 1];
    if (
      field &&
      joined &&
      !STOP.has(field.folded) &&
      joins(text, joined, field) &&
      placesIn(field.folded, field.text).length === 0
    ) {
      to = at + skip;
      if (!isCapital(field) && FIELD_LED.test(beforeOf(text, all[from]))) extend(1, isLowerField);
      extend(2, (word) => isCapital(field) && isCapital(word));
      return { from, to };
    }
  }
  if (singulars(head.folded).some((form) => FIELD_FOLLOWS.test(form)) && !head.folded.endsWith('manager'))
    extend(3, isCapital);
  else if (/(?:in|[a-z]{4}manager|[oa]|eur|rice)$/.test(head.folded))
    extend(2, (word) => isCapital(word) && isCapital(head));
  if (to === at && FIELD_LED.test(beforeOf(text, all[from]))) extend(1, isLowerField);
  if (kind === 'loose' && from === at && to === at && !/^(?:vp|dba|sre|ae|sdr|bdr|c[a-z]o|ciso)$/.test(head.folded))
    return undefined;
  return { from, to };
}

/** The likeliest title in a text; `bonus` for where it stands. */
function titlesIn(text: string, bonus: number, isLine: boolean): readonly Title[] {
  const all = wordsOf(text);
  const titles: Title[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const head = all[at];
    const kind = head && kindOf(head);
    if (!head || kind === undefined) continue;
    const phrase = phraseAt(text, all, at, kind);
    if (!phrase) continue;
    // `Account Manager`: the last occupation of the phrase is its head.
    const next = all[phrase.to + 1];
    if (next && phrase.to === at && joins(text, head, next) && !STOP.has(next.folded)) {
      const following = kindOf(next);
      if (following !== undefined && RANKS.has(head.folded)) continue;
      if (following === 'occupation' || (following === 'loose' && isCapital(next) === isCapital(head))) continue;
    }
    const first = all[phrase.from];
    const last = all[phrase.to];
    if (!first || !last) continue;
    const role = cleanTitle(text.slice(first.start, last.end), phrase.to === at);
    if (role.length < 2 || role.length > 70 || SENDERS_OWN.test(role)) continue;
    const before = fold(text.slice(Math.max(0, first.start - 48), first.start)).replaceAll('\n', ' ');
    const after = fold(text.slice(last.end, last.end + 50));
    const led = LED.test(before);
    const followed = FOLLOWED.test(after);
    const capital = isCapital(head);
    const count = phrase.to - phrase.from + 1;
    const named = led && (capital || ONE.test(before));
    const opens = count > 1 && isCapital(first);
    const alone = opens && capital && /^\s?[,(]/.test(after);
    const bounded = isLine && capital && BOUNDED.test(text.slice(last.end));
    if (kind === 'agent' && !named && !followed && !alone && !bounded) continue;
    if (!isLine && !capital && !opens && !led && !followed && !/^[,:]/.test(after)) continue;
    titles.push({
      role,
      score:
        bonus +
        (led ? 1.5 : 0) +
        (followed ? 1.2 : 0) +
        (capital ? 0.5 : 0) +
        Math.min(count, 4) * 0.5 -
        (kind === 'agent' ? 0.7 : kind === 'loose' ? 0.2 : 0) -
        (SOMEBODYS.test(before) ? 3 : 0) -
        first.start / 1500,
    });
  }
  return titles;
}

/** What people write short. */
const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/\bAEs?\b/, 'Account Executive'],
  [/\bSDRs?\b/, 'Sales Development Representative'],
  [/\bBDRs?\b/, 'Business Development Representative'],
  [/\bBD\b/, 'Business Development'],
  [/\bSREs?\b/, 'Site Reliability Engineer'],
  [/\b[Dd]evs?\b/, 'Developer'],
];

/** In the singular where the occupation is the last word, with what is written short written out. */
function cleanTitle(title: string, endsInHead = false): string {
  let plain = title;
  for (const [short, long] of WRITTEN_OUT) plain = plain.replace(short, long);
  if (endsInHead && /[a-z]{2}(?:er|or|ent|ist|ian|ive|ect|yst|and|ant)s$/.test(plain)) plain = plain.slice(0, -1);
  return plain
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s,;:|–-]+$/u, '')
    .trim();
}

function best(titles: readonly Title[]): Title | undefined {
  let found: Title | undefined;
  for (const title of titles) if (!found || title.score > found.score) found = title;
  return found;
}

/** The title in a labelled field: what stands there up to a bracket or a bar, or the occupation within it. */
export function titleInField(field: string): string {
  const plain = (field.split(/[|(;]|\s[-–]\s|,\s/u)[0] ?? field).trim();
  if (plain.split(' ').length <= 5) return cleanTitle(plain);
  return best(titlesIn(plain, 0, true))?.role ?? cleanTitle(plain);
}

/** The likeliest title of subject and body; undefined where no occupation and no work is named. */
export function titleOf(subject: string, body: string): string | undefined {
  const titles = [...titlesIn(subject, 2, true), ...titlesIn(body.slice(0, 2500), 0, false)];
  return best(titles.filter(({ score }) => score > 0))?.role ?? workNamed(subject, body);
}

/** `a Customer Growth role`, `400 post-editing seats`. */
const WORK_NAMED =
  /(?:\b(?:an?|the|new|our|\d{1,4}) )((?:\p{Lu}[\p{L}&-]+ ){1,3}|[\p{L}]+-[\p{L}]+ )(?:roles?|positions?|posts?|seats?|jobs?|openings?)\b/u;

/** `a seat on our advisory board`. */
const SEAT_ON =
  /\b(?:seat|place|join|serve|sit) on (?:our|the|its|their|a|an) ((?:[\p{L}-]+ ){0,2}(?:board|committee|council|panel)(?: of [\p{L}-]+)?)/u;

/** The work where no occupation is named: before its noun, or at the start of a subject that goes on with a place. */
function workNamed(subject: string, body: string): string | undefined {
  const seat = SEAT_ON.exec(`${subject}\n${body.slice(0, 2500)}`)?.[1];
  if (seat !== undefined) return cleanTitle(seat);
  const named = WORK_NAMED.exec(subject)?.[1] ?? WORK_NAMED.exec(body.slice(0, 2500))?.[1];
  if (named !== undefined && !STOP.has(fold(named).trim())) return cleanTitle(named);
  const [first = '', second = ''] = subject.split(/,\s|\s[-–|@]\s|\s\/\s/);
  const count = wordsOf(first);
  const isPlace = placesIn(fold(second), second)[0]?.start === 0;
  if (!isPlace || count.length < 1 || count.length > 3 || count.some(({ folded }) => STOP.has(folded)))
    return undefined;
  return placesIn(fold(first), first).length > 0 || !/^\p{Lu}/u.test(first) ? undefined : cleanTitle(first);
}
