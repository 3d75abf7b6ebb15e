/** Where a job is (O5): a labelled line, `City, ST`, or the town that stands beside the words of a place of work. */
import { fold } from '../fold.ts';
import { kilometresBetween, placesIn } from '../gazetteer.ts';
import type { Reading } from '../reading.ts';
import { titleOf } from './job-titles.ts';

/** One travels so far to an office each day, and so far for two days a week. */
const COMMUTE_KM = 50;
const SOME_DAYS_KM = 80;

const PLACE_FIELD =
  /^\s*(?:[-*•]\s*)?(?:(?:job |work )?(?:location|place|site|base)|(?:arbeits|dienst|einsatz)?ort|(?:dienst)?standort|lieu(?: de travail)?|localisation|ubicaci[oó]n|lugar(?: de trabajo)?|locatie|standplaats|werkplek|sede(?: di lavoro)?|luogo|where|wo|dove|où|dónde|waar)\s*(?:[:|]|\s[-–]\s)\s*(.{2,60})$/imu;
const PLACE_AFTER =
  /\b(?:based in|located in|location:?|role in|position in|job in|post in|relocat(?:e|ion) to|move to|office in|offices in|site in|practice in|clinic in|mit sitz in|raum|basée? à|poste à|con sede en|regio|con sede a)\s+(\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+){0,2})/u;
/** `Standplaats: Venlo` within a sentence. */
const PLACE_LABEL =
  /\b(?:[Ll]ocation|[Ww]ork ?place|[Pp]lace of work|[Bb]ased|(?:Arbeits|Dienst|Einsatz|Stand)ort|[Ll]ieu(?: de travail)?|[Uu]bicaci[oó]n|[Ll]ugar de trabajo|[Ss]tandplaats|[Ww]erklocatie|[Ss]ede(?: di lavoro)?)\s*:\s*(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2})/u;
/** A name after `in` where no known town stands: `a school in Ripon`. */
const IN_NAME =
  /(?<![\p{L}])(?:in|near|outside|à|en|te|nahe|bei) (\p{Lu}\p{Ll}[\p{L}'’-]+(?: \p{Lu}\p{Ll}[\p{L}'’-]+)?)(?=[\s.,;:!?)]|$)/gu;
/** Fields, languages and ways of work, after which the same word stands. */
const NO_TOWN =
  /^(?:english|german|french|spanish|italian|dutch|excel|linkedin|europe|payments?|finance|sales|marketing|engineering|design|research|person|full|part|(?:voll|teil)zeit|festanstellung|zukunft|kurze|bezug|ordnung|kontakt|ihre\w*|ihnen|unsere\w*|cdi|cdd|interim|zoom|teams|slack)$|(?:ics|ology|ment|tion|ance|ing|ship|keit|ung|heit|schaft|istry|ware)$/;
const NO_PLACE =
  /^(?:the|our|your|my|this|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|data|sql|python|java|remote|hybrid|home|onsite)$/i;

const STATES =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia';
const CODES =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKNR]|P[A]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|BC|AB|QC|NS|MB|SK';
/** `Duluth, MN`, `Gary, Indiana`, `Phoenix AZ`. */
const CITY_AND_STATE = new RegExp(
  String.raw`(\p{Lu}[\p{L}.'’-]*\p{Ll}[.]?(?: \p{Lu}[\p{L}.'’-]+){0,2})(?:, ?(?:${STATES}|${CODES})|,? (?:${CODES}))(?![\p{L}])`,
  'gu',
);

/** As people would file it: the country's name, the city of a district. */
const PROPER_NAME: ReadonlyMap<string, string> = new Map([
  ['uk', 'United Kingdom'],
  ['us', 'United States'],
  ['usa', 'United States'],
  ['nyc', 'New York'],
  ['canary wharf', 'London'],
  ['clerkenwell', 'London'],
  ['shoreditch', 'London'],
  ['manhattan', 'New York'],
  ['brooklyn', 'New York'],
  ['la defense', 'Paris'],
  ['cdmx', 'Ciudad de México'],
]);

const AT_PLACE =
  /(?:based|located|location|offices?|site|relocat\w*|role|position|job|post|opened|moved to|raum|standort|basee?|sede|regio|vestiging|@|in|a|at|en|te|to)\W{0,3}$/;
/** Not where the job is: where one came from, where it was, where one only travels. */
const NOT_PLACE =
  /(?:paused|closed|instead of|rather than|no longer|not|formerly|used to be|from|moved from|left|outside|(?:said |say )no to|trips?(?: \w+){0,3} to|visits? to|travel(?:ling|s)? to|train to|fly to|flights? to|days? (?:a|per) (?:month|quarter|year) in)\s*(?:in )?$/;
const WORK_NEAR =
  /(?:on-?site|hybrid|remote|office|relocat|days|umzug|prasenz|presencial|presentiel|angesiedelt|in sede|op kantoor|ort)/;
/** The writer's own seat: `Fournier Black, Executive Search, Brussels`. */
const AGENCY_LINE = /(?:executive search|recruit\w*|staffing|talent|search partners?|personalberat\w*)[^\n]{0,30}$/;

interface Candidate {
  readonly name: string;
  readonly start: number;
  readonly points: number;
}

export function readPlace(reading: Reading, home: string): string | undefined {
  const { searched, folded, body, subject } = reading;
  const field = PLACE_FIELD.exec(body)?.[1]?.trim();
  const inField = field === undefined ? undefined : placeOfField(field);
  if (inField !== undefined) return inField;
  const labelled = PLACE_LABEL.exec(body)?.[1];
  if (labelled !== undefined && !NO_PLACE.test(labelled)) return PROPER_NAME.get(fold(labelled)) ?? labelled;
  const homeTown = fold(home.split(',')[0] ?? '').trim();
  const pointsOf = (name: string, start: number, own: number): number => {
    const before = folded.slice(Math.max(0, start - 40), start).replaceAll('\n', ' ');
    const near = folded.slice(Math.max(0, start - 60), start + 90);
    let points = own;
    if (AT_PLACE.test(before)) points += 1;
    if (start < subject.length) points += /[,@|(:–-] ?$/.test(before) ? 1.7 : 1.2;
    if (WORK_NEAR.test(near)) points += 0.7;
    if (NOT_PLACE.test(before)) points -= 2;
    // Where one studied, or who has the post to give.
    if (before.endsWith('university of ')) points -= 0.8;
    if (AGENCY_LINE.test(before)) points -= 1.5;
    if (fold(name) === homeTown) points -= 0.6;
    return points - start / 3000;
  };
  const candidates: Candidate[] = [];
  for (const match of searched.matchAll(CITY_AND_STATE)) {
    const name = townBeforeState(match[1] ?? '');
    if (name === '') continue;
    const skipped = (match[1] ?? '').length - name.length;
    const start = match.index + skipped;
    candidates.push({ name: match[0].slice(skipped), start, points: pointsOf(name, start, 1.3) });
  }
  const inState = new Set(candidates.map(({ start }) => start));
  for (const { name, start, town } of placesIn(folded, searched)) {
    if (inState.has(start)) continue;
    // A region only says where somebody who works from home may live.
    candidates.push({
      name: PROPER_NAME.get(fold(name)) ?? name,
      start,
      points: pointsOf(name, start, town ? 1 : -0.6),
    });
  }
  // Whoever writes everything small writes towns so, too.
  if (candidates.length === 0 && !/\p{Lu}\p{Ll}/u.test(body))
    for (const { start, end } of placesIn(folded, folded.replaceAll(/[a-z]/g, 'A')))
      if (/\b(?:in|at|near|based in) $/.test(folded.slice(Math.max(0, start - 12), start)))
        candidates.push({
          name: searched.charAt(start).toUpperCase() + searched.slice(start + 1, end),
          start,
          points: pointsOf('', start, 0),
        });
  let found: Candidate | undefined;
  for (const candidate of candidates) if (!found || candidate.points > found.points) found = candidate;
  if (found && found.points > -1) return found.name;
  const ending = placeEndingSubject(subject);
  if (ending !== undefined) return ending;
  const named = PLACE_AFTER.exec(searched.slice(0, 1500))?.[1];
  if (named !== undefined && !NO_PLACE.test(named.split(' ')[0] ?? '')) return named;
  for (const [, name = ''] of searched.slice(0, 1500).matchAll(IN_NAME)) {
    const first = name.split(' ')[0] ?? '';
    if (
      !NO_PLACE.test(first) &&
      !NO_TOWN.test(fold(first)) &&
      !NO_TOWN.test(fold(name)) &&
      titleOf(name, '') === undefined
    )
      return name;
  }
  return undefined;
}

/** `Practice Manager, lovely clinic, Clifton`: a name that ends a subject which starts with a title. */
function placeEndingSubject(subject: string): string | undefined {
  const parts = subject.replace(/\s*[([].*$/, '').split(/,\s|\s[-–|@]\s|\s\/\s/);
  const last = parts.at(-1)?.trim() ?? '';
  if (parts.length < 2 || !/^\p{Lu}\p{Ll}[\p{L}'-]+(?: \p{Lu}\p{Ll}[\p{L}'-]+)?$/u.test(last) || NO_PLACE.test(last))
    return undefined;
  const first = titleOf(parts[0] ?? '', '');
  return first === undefined || titleOf(last, '') !== undefined ? undefined : last;
}

/** `Houston, TX (Hybrid)` → `Houston, TX`; undefined where the field only says that one may work from home. */
function placeOfField(field: string): string | undefined {
  const plain = field
    .replace(/\s*[(|;].*$/, '')
    .replace(/\s+[-–]\s.*$/, '')
    .replace(/[,/]?\s*(?:fully |100 ?% )?(?:remote|hybrid|on-?site|home-?office|in office)\b.*$/i, '')
    .replace(/[\s,.:-]+$/, '')
    .trim();
  if (plain === '' || /^(?:100 ?%|anywhere|fully|any|tbc|tbd|flexible|n\/a)$/i.test(plain)) {
    const [inside] = placesIn(fold(field), field);
    return inside && (PROPER_NAME.get(fold(inside.name)) ?? inside.name);
  }
  return PROPER_NAME.get(fold(plain)) ?? plain;
}

/** `Sr Inspector Tulsa` → `Tulsa`: of the words before a state those that are a town's name. */
function townBeforeState(named: string): string {
  const parts = named.split(' ');
  for (let from = 0; from < parts.length; from += 1) {
    const rest = parts.slice(from).join(' ');
    const [known] = placesIn(fold(rest), rest);
    if (known?.start === 0 && known.end === rest.length) return rest;
  }
  return NO_PLACE.test(parts[0] ?? '') ? '' : named;
}

/** The town as the gazetteer has it: `Luxembourg City`, `Frankfurt am Main`, `Dublin 15`. */
function townOf(place: string): string {
  const folded = fold(place).split(',')[0]?.trim() ?? '';
  const [known] = placesIn(folded, place.toUpperCase());
  return known?.start === 0 ? folded.slice(0, known.end) : folded;
}

/** Kilometres between the owner's home and a place; 0 where it is the same or holds the home; undefined where unknown. */
function kilometresFromHome(place: string, home: string): number | undefined {
  const town = fold(home).split(',')[0]?.trim() ?? '';
  const folded = townOf(place);
  if (folded === '' || town === '' || folded.includes(town) || fold(home).includes(folded)) return 0;
  return kilometresBetween(folded, town);
}

/** Whether one can go there from home: each day, or up to two days a week. */
export function isWithinReach(place: string, home: string, someDays: boolean): boolean {
  const kilometres = kilometresFromHome(place, home);
  return kilometres !== undefined && kilometres <= (someDays ? SOME_DAYS_KM : COMMUTE_KM);
}
