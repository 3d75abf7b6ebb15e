/** The job a recruiter writes about: role, place, remote or not, and which of the owner's deal-breakers it breaks (O5, O6). */
import type { Reading } from '../reading.ts';
import { brokenBy } from './deal-breakers.ts';
import { isWithinReach, readPlace } from './job-place.ts';
import { titleInField, titleOf } from './job-titles.ts';

export interface Job {
  readonly role?: string;
  readonly place?: string;
  readonly remote: boolean;
  readonly dealBreakersBroken: readonly string[];
}

const FIELD =
  /^\s*(?:[-*•]\s*)?(?:(?:job|position|role|stellen)[ -]?)?(?:role|position|title|titel|job|stelle|stellenbezeichnung|bezeichnung|poste|intitulé(?: du poste)?|puesto|cargo|vacante|functie|functietitel|posizione|ruolo|mansione|vacancy|vacature|vakanz|opening|requirement)\s*(?:[:|]|\s[-–]\s)\s*(.{2,80})$/imu;

const FULLY_REMOTE =
  /\b(?:fully[- ]remote|100 ?% remote|remote[- ]first|remote (?:role|position|job|contract|working|work|ok|possible|within|in|\(|uk|us|eu|europe|anywhere)|(?:is|be|work|working) (?:fully |entirely |completely )?remote(?:ly)?|work(?:ing)? from (?:home|anywhere)|home[- ]based|\(remote\)|remote\)|- remote|remote -|, remote|remote,|voll(?:standig)? remote|100 ?% home|komplett remote|full remote|teletravail (?:complet|total|100)|100 ?% (?:teletravail|remoto)|teletrabajo (?:total|100|completo)|(?:totalmente|completamente) remot\w+|volledig (?:remote|thuis)|full smart|vollstandig remote|(?:volledig|helemaal|100 ?%) op afstand|(?:full|entire|complete)ly from home|entierement a distance|100 ?% a distance|interamente da remoto|100 ?% (?:remote|virtual))\b/;
const NOT_REMOTE =
  /\b(?:not|no|non|kein|keine|isn't|aren't|nicht|geen|pas de|sin)(?: a| an| fully| full| 100 ?%| voll)* (?:remote\w*|home ?-?office|from home|teletrabajo|teletravail|thuiswerk\w*)\b/;
const SOME_REMOTE =
  /\b(?:remote|hybrid\w*|home[- ]?office|(?:from|at) home|mobiles? arbeiten|teletravail|teletrabajo|thuiswerken|smart working|remoto|op afstand|hibrid\w*|ibrid\w*)\b/;
const NUMBER: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ein: 1,
  einen: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  funf: 5,
  un: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  twee: 2,
  drie: 3,
  vijf: 5,
  due: 2,
  tre: 3,
  quattro: 4,
  cinque: 5,
};
/** `two days a week in the office`, `3 days on site`, `zwei Tage Homeoffice`, `4 giorni in sede`. */
const DAYS =
  /\b(\d|[a-z]+)(?: (?:or|to|oder|ou|o|bis|a) (?:\d|[a-z]+)| ?- ?\d)? (?:full )?(?:days?|tagen?|jours?|dias?|dagen|giorni)\b(?: (?:a|per|each|pro|par|por|la|in der|alla|am) (?:week|woche|semaine|semana|settimana)| \/ ?week)? ?((?:[a-z'-]+ ?){0,4})/g;
const AT_HOME =
  /^(?:at|from|of|im|am|de|a|da|en)?\s*(?:home|remote|wfh|homeoffice|home-office|teletra\w+|casa|thuis|smart|remot\w+)/;
const IN_OFFICE =
  /^(?:(?:a week )?(?:in|on|at|there|im|vor|au|sur|en|op|nel\w*|onsite|on-site|presencial\w*|prasenz)\b|$)/;
const ON_SITE =
  /\b(?:on[- ]?site|in[- ]office|in the (?:office|building|house)|vor ort|prasenz\w*|presen(?:tiel|cial)\w*|presence obligatoire|sur site|op kantoor|op locatie|in sede|mon(?:day)?-(?:thu|fri)\w*)\b/;

/** Days a week in an office where a number of them is named. */
function officeDays(folded: string): number | undefined {
  for (const [, count = '', where = ''] of folded.matchAll(DAYS)) {
    const days = /^\d$/.test(count) ? Number(count) : NUMBER[count];
    if (days === undefined || days > 5) continue;
    if (AT_HOME.test(where)) return 5 - days;
    if (IN_OFFICE.test(where.trim()) && where.trim() !== '') return days;
  }
  return undefined;
}

export function readJob(reading: Reading, noGrowth: boolean): Job {
  const { folded, subject, body, owner } = reading;
  const home = owner.dealBreakers.home ?? '';
  const field = FIELD.exec(body)?.[1];
  const role = (field === undefined ? undefined : titleInField(field)) ?? titleOf(subject, body);
  const place = readPlace(reading, home);
  const negated = NOT_REMOTE.test(folded);
  const days = officeDays(folded);
  const hybrid = /\b(?:hybrid|hibrid|ibrid)/.test(folded);
  const saidFully = FULLY_REMOTE.test(folded) && !negated && !hybrid;
  // `Remote` alone, with no day, office or mixture named, is remote.
  const saidRemote =
    /\bremote(?:ly)?\b/.test(folded) &&
    !/\b(?:some|partly|partial\w*|occasional\w*|flexible) remote/.test(folded) &&
    !ON_SITE.test(folded);
  const fully = (days ?? 0) === 0 && (saidFully || (saidRemote && !negated && !hybrid));
  // Some days at home are only worth something where the office is within reach (mission O6: nobody moves for two days).
  const someDays =
    !fully && !negated && (days === undefined ? SOME_REMOTE.test(folded) && !ON_SITE.test(folded) : days <= 2);
  const remote = fully || (someDays && (place === undefined || (home !== '' && isWithinReach(place, home, true))));
  return {
    ...(role === undefined ? {} : { role }),
    ...(place === undefined ? {} : { place }),
    remote,
    dealBreakersBroken: brokenBy(owner.dealBreakers, { folded, subject, role, place, fully, someDays, noGrowth }),
  };
}
