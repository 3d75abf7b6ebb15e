/** The job a recruiter writes about: role, place, remote or not, and which of the owner's deal-breakers it breaks (O5, O6). */
import type { DealBreakers } from '../../mail/owner.ts';
import { fold } from '../fold.ts';
import { kilometresBetween, placesIn } from '../gazetteer.ts';
import type { Reading } from '../reading.ts';

export interface Job {
  readonly role?: string;
  readonly place?: string;
  readonly remote: boolean;
  readonly dealBreakersBroken: readonly string[];
}

/** One travels so far to an office, and no farther. */
const COMMUTE_KM = 50;

const RANK = String.raw`(?:Senior|Sr\.?|Junior|Jr\.?|Lead|Principal|Staff|Chief|Head|VP|Vice[ -]President|Director|Associate|Assistant|Executive|Mid(?:-level)?|Interim|Graduate|Trainee|Deputy|Group|Global|Regional|Managing|Founding|Fractional|Distinguished|[12](?:st|nd)[ -]Line|First[ -]Line|Second[ -]Line|Leitende[rn]?|Leiter(?:/in|\*in|:in|in)?|Ingénieure?|Responsable|Chef(?:fe)?|Directeur|Directrice|Ingenier[oa](?:/a)?|Jef[ea]|Director[a]?|Hoofd|Medior|Responsabile|Capo)`;
const NOUN = String.raw`(?:Engineer(?:ing)?|Developer|Architect|Manager|Director|Analyst|Scientist|Lead|Leader|Consultant|Administrator|Admin|Designer|Officer|Specialist|Executive|Representative|Rep|Assistant|Coordinator|Technician|Operator|Programmer|Researcher|Strategist|Advisor|Adviser|Partner|Product Owner|Scrum Master|Nurse|Doctor|Teacher|Lecturer|Professor|Accountant|Controller|Auditor|Lawyer|Counsel|Solicitor|Paralegal|Editor|Writer|Journalist|Producer|Translator|Copywriter|Marketer|Buyer|Planner|Clerk|Agent|Trainer|Tester|Expert|Head|Supervisor|Recruiter|DBA|SRE|CTO|CIO|CDO|CFO|COO|CEO|CISO|CMO|CPO|Entwickler(?:/in|\*in|:in|in)?|Ingenieur(?:/in|\*in|:in|in)?|Architekt(?:/in|\*in|:in|in)?|Berater(?:/in|\*in|:in|in)?|Leiter(?:/in|\*in|:in|in)?|Leitung|Redakteur(?:/in|in)?|Referent(?:/in|in)?|Sachbearbeiter(?:/in|in)?|Développeu(?:r|se)|Ingénieure?|Architecte|Chef(?:fe)? de projet|Consultante?|Analyste|Rédacteur|Rédactrice|Desarrollador[a]?(?:/a)?|Ingenier[oa](?:/a)?|Arquitect[oa](?:/a)?|Consultor[a]?(?:/a)?|Analista|Ontwikkelaar|Sviluppatore|Ingegnere|Architetto|Redattore)`;
const MIDDLE = String.raw`(?:(?:of|de|d'|des|du|for|für|van|di|del|and|&|y|et|und|-|–|[A-ZÀ-Ý0-9][\p{L}0-9+#./&-]*|data|software|cloud|platform|machine|learning|product|project|web|frontend|front-end|backend|back-end|full-stack|security|network|systems?|support|sales|marketing|account|business|datos|données|logiciel|sénior|senior|junior)\s+){0,4}`;
/** `Senior Data Engineer`, `Head of Data`, `Leiter/in Data Platform`, `Ingeniero/a de datos sénior`. */
const ROLE = new RegExp(
  String.raw`(?<![\p{L}-])(?:(?:${RANK}\s+)?(?:${RANK}\s+)?${MIDDLE}${NOUN}|(?:Head|Director|VP|Vice President|Chief|Leiter(?:/in|in)?|Responsable|Hoofd|Responsabile)\s*(?:of|de|van|,|-)?\s*[A-ZÀ-Ý][\p{L}&]+)(?:\s+(?:(?:of|de|d'|for|für)\s+)?(?:[A-ZÀ-Ý][\p{L}0-9+#&-]+|data|platform|datos|sénior|engineering)|,\s+(?:data|platform|product|digital|growth|operations|finance|legal|security|cloud|infrastructure|analytics|engineering|people|Data|Platform|Product|AI|ML|EMEA)){0,3}(?![\p{L}])`,
  'gu',
);
const LOWER_ROLE =
  /\b(?:an?|eine?n?|une?|un[ao]?|ein)\s+((?:(?:senior|lead|junior|principal|staff|head|experienced|mid-level|deputy|interim|seasoned|strong|technical|hands-on|full-?stack|front-?end|back-?end|data|software|cloud|platform|integration|machine|learning|product|project|network|systems?|security|sales|marketing|devops|ml|ai|web|mobile|business|qa|test|site|reliability|ios|android|java|python|golang|react|analytics|bi|erp|sap|database|research|clinical|content|account|customer|support|operations|finance|hr|people)\s+){1,4}(?:engineer|developer|architect|manager|director|analyst|scientist|lead|consultant|administrator|designer|officer|specialist|executive|coordinator|technician|programmer|researcher|partner|writer|editor|accountant|trainer|tester|strategist)(?: (?:for|of) (?:their|the|our|its) [a-z]+ ?[a-z]*)?)/;
const FIELD =
  /^\s*(?:[-*•]\s*)?(?:job )?(?:role|position|title|job|stelle|poste|puesto|functie|posizione|vacancy|vacature)(?: title)?\s*[:|-]\s*(.{3,70})$/imu;
const PLACE_FIELD =
  /^\s*(?:[-*•]\s*)?(?:location|place|ort|standort|einsatzort|lieu|localisation|ubicacion|ubicación|lugar|locatie|standplaats|sede|luogo|where)\s*[:|-]\s*(.{2,60})$/imu;
const PLACE_AFTER =
  /\b(?:based in|located in|location:?|role in|position in|job in|in the|relocate to|office in|offices in|in|mit sitz in|raum|in|à|basé à|en|con sede en|te|regio|a|presso)\s+(\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+){0,2})/gu;

const FULLY_REMOTE =
  /\b(?:fully[- ]remote|100 ?% remote|remote[- ]first|remote (?:role|position|job|contract|working|work|ok|possible|within|in|\(|uk|us|eu|europe|anywhere)|(?:is|be|work|working) (?:fully |entirely |completely )?remote(?:ly)?|work(?:ing)? from (?:home|anywhere)|home[- ]based|\(remote\)|remote\)|- remote|remote -|, remote|remote,|voll(?:standig)? remote|100 ?% home|komplett remote|full remote|teletravail (?:complet|total|100)|100 ?% (?:teletravail|remoto)|teletrabajo (?:total|100|completo)|(?:totalmente|completamente) remot\w+|volledig (?:remote|thuis)|full smart)\b/;
const SOME_REMOTE =
  /\b(?:remote|hybrid|home[- ]?office|from home|teletravail|teletrabajo|thuiswerken|smart working|remoto|hibrid\w*|hybride|(?:one|two|2|1|three|3|2-3|two or three|1-2) days? (?:a week |per week |\/ ?week )?(?:in|on|at)(?: the)? (?:office|site|week))\b/;
const ON_SITE =
  /\b(?:on[- ]?site|in[- ]office|in the office|(?:four|five|4|5) days|not remote|no remote|kein (?:remote|homeoffice|home-office)|prasenz|vor ort|presentiel|sur site|presencial|op kantoor|in sede|five days|relocat\w+|5 days in|day 1 onsite)\b/;
const NEAR_OFFICE =
  /\b(?:one|two|three|1|2|3|2-3|1-2|two or three)\b[^.]{0,12}\bdays?\b[^.]{0,14}\b(?:office|site|week)\b/;

/** Three days or more in the office, or all of them. */
const MOSTLY_THERE =
  /\b(?:(?<!two or |2-|2 or |two-)(?:three|3)|four|five|4|5|3-4|4-5) days\b|\bon-?site\b|no remote|not remote|presencial|prasenz|presentiel/;

/** What counts as an excluded role, beyond its own words. */
const RELATED_ROLES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:sales|selling|vertrieb|vente|ventas|verkoop|vendite|business development)\b/,
    /\b(?:sales|selling|account executive|account manager|business development|sdr|bdr|pre-?sales|vertrieb\w*|commercial\w*|ventas|verkoop|vendite|new business|hunter|closer|telesales|cold calling|quota)\b/,
  ],
  [
    /\b(?:help ?desk|service desk|it support|support)\b/,
    /\b(?:help ?desk|service desk|(?:1st|2nd|first|second|l1|l2|tier [12])[ -]?line|desktop support|it support|technical support|support (?:analyst|technician|agent)|password resets|call cent(?:er|re))\b/,
  ],
  [
    /\b(?:data entry|dateneingabe|saisie|typist)\b/,
    /\b(?:data entry|typist|keying|dateneingabe|saisie de donnees|data capture|transcription)\b/,
  ],
  [
    /\b(?:management|manager|leadership|people management|line management)\b/,
    /\b(?:manager|management|head of|director|vp|team lead)\b/,
  ],
  [/\b(?:recruit\w*|hr)\b/, /\b(?:recruit\w*|talent acquisition|hr|human resources)\b/],
  [
    /\b(?:call cent(?:er|re)|telemarketing|cold calling)\b/,
    /\b(?:call cent(?:er|re)|telemarketing|cold call\w*|telesales|outbound call\w*)\b/,
  ],
  [
    /\b(?:customer (?:service|support|success))\b/,
    /\b(?:customer (?:service|support|success|care)|client services?)\b/,
  ],
  [/\b(?:teach\w*|tutor\w*)\b/, /\b(?:teach\w*|tutor\w*|instructor|lecturer|trainer)\b/],
  [/\b(?:consult\w*)\b/, /\b(?:consult\w*|berater\w*|advisory)\b/],
  [
    /\b(?:on-?call|night shift|shift work)\b/,
    /\b(?:on-?call|night shifts?|shift work|24x7|24\/7|weekend work|rotating shifts)\b/,
  ],
  [/\b(?:test\w*|qa)\b/, /\b(?:tester|qa|quality assurance|test (?:engineer|analyst|automation))\b/],
  [/\b(?:crypto|blockchain|web3)\b/, /\b(?:crypto\w*|blockchain|web3|nft\w*|defi|token)\b/],
  [/\b(?:gambling|betting|casino)\b/, /\b(?:gambling|betting|casino|igaming|bookmaker|sportsbook)\b/],
  [/\b(?:defen[cs]e|weapons|military|arms)\b/, /\b(?:defen[cs]e|weapons?|military|munitions|missile)\b/],
  [/\b(?:unpaid|volunteer|intern\w*)\b/, /\b(?:unpaid|volunteer|internship|intern)\b/],
];

const ABBREVIATED: readonly (readonly [RegExp, string])[] = [
  [/\bAEs?\b/, 'Account Executive'],
  [/\bSDRs?\b/, 'Sales Development Representative'],
  [/\bBDRs?\b/, 'Business Development Representative'],
  [/\bSREs?\b/, 'Site Reliability Engineer'],
];
/** `Teradata lead - now hybrid`: titles that a subject writes small. */
const SUBJECT_ROLE =
  /(?:[\p{L}+#.]+\s+){0,3}(?:engineer|developer|architect|manager|director|analyst|scientist|lead|consultant|administrator|designer|officer|specialist|executive|coordinator|technician|programmer|researcher|editor|accountant|nurse|teacher|lecturer)\b/iu;

function cleanRole(role: string): string {
  return role
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s,;:|–-]+$/u, '')
    .replace(/\s*\((?:m\/w\/d|w\/m\/d|m\/f\/d|h\/f|f\/h|m\/v\/x)\)?.*$/i, '')
    .trim();
}

const JOB_WORD = new RegExp(
  String.raw`(?<![\p{L}-])${RANK}\s+(?:[\p{L}/+#&-]+\s+){0,3}?${NOUN}(?![\p{L}])|(?<![\p{L}])(?:\p{Lu}[\p{L}/+#&-]+\s+){1,3}${NOUN}(?![\p{L}])`,
  'u',
);

/** Whether a job title stands in the text: `Senior Data Engineer`, `Product Manager`. */
export function namesJob(text: string): boolean {
  return JOB_WORD.test(text);
}

/** Own title in "I'm a talent partner" is not the job. */
const SENDERS_OWN =
  /(?:recruit|talent|sourc|headhunt|search consultant|resourcer|account executive|hiring manager|human resources)/i;

function readRole(reading: Reading): string | undefined {
  const { subject, body } = reading;
  const field = FIELD.exec(body)?.[1];
  if (field !== undefined) {
    const inside = [...field.matchAll(ROLE)][0]?.[0];
    return cleanRole(inside ?? field.split(/[|(;]/)[0] ?? field);
  }
  let best: { readonly role: string; readonly score: number } | undefined;
  const consider = (text: string, bonus: number): void => {
    for (const match of text.matchAll(ROLE)) {
      const role = cleanRole(match[0]);
      if (role.length < 3 || role.length > 60 || SENDERS_OWN.test(role)) continue;
      const words = role.split(' ').length;
      const before = text.slice(Math.max(0, match.index - 24), match.index).toLowerCase();
      const led =
        /(?:role|position|for an?|hiring an?|seeking an?|need an?|looking for an?|of an?|as an?|suche\w*|recherche|busco|zoek|cerc\w*|opening|the|new role:?|job:?|:)\s*$/.test(
          before,
        )
          ? 1.5
          : 0;
      const score = bonus + led + Math.min(words, 4) * 0.5 - match.index / 2000;
      if (!best || score > best.score) best = { role, score };
    }
  };
  consider(subject, 2);
  consider(body.slice(0, 2500), 0);
  if (best) return best.role;
  const abbreviated = ABBREVIATED.find(
    ([expression]) => expression.test(subject) || expression.test(body.slice(0, 600)),
  )?.[1];
  if (abbreviated !== undefined) return abbreviated;
  const inSubject = SUBJECT_ROLE.exec(subject)?.[0];
  if (inSubject !== undefined) return cleanRole(inSubject);
  const lower = LOWER_ROLE.exec(body)?.[1];
  return lower === undefined ? undefined : cleanRole(lower.replace(/^(?:strong|seasoned|experienced) /, ''));
}

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

function readPlace(reading: Reading, home: string): string | undefined {
  const { searched, folded, body } = reading;
  const field = PLACE_FIELD.exec(body)?.[1];
  if (field !== undefined)
    return field
      .replace(/\s*\(.*$/, '')
      .split(/[|;]/)[0]
      ?.trim();
  const places = placesIn(folded, searched);
  const homeTown = fold(home.split(',')[0] ?? '').trim();
  const score = ({ name, start, town }: (typeof places)[number]): number => {
    const before = folded.slice(Math.max(0, start - 26), start);
    const near = folded.slice(Math.max(0, start - 60), start + 90);
    let points = town ? 1 : 0.2;
    if (
      /(?:based|located|location|office|offices|site|relocat\w*|role|position|job|raum|standort|basee?|sede|regio|in|a|en|te|to)\W{0,3}$/.test(
        before,
      )
    )
      points += 1;
    if (start < reading.subject.length) points += 1.2;
    if (/(?:on-?site|hybrid|remote|office|relocat|days|umzug|prasenz|presencial|presentiel|angesiedelt)/.test(near))
      points += 0.7;
    if (fold(name) === homeTown) points -= 0.6;
    return points - start / 3000;
  };
  const [best] = places.toSorted((a, b) => score(b) - score(a));
  if (best) {
    const state = /^,\s*([A-Z]{2})\b/.exec(searched.slice(best.end))?.[1];
    return state === undefined ? (PROPER_NAME.get(fold(best.name)) ?? best.name) : `${best.name}, ${state}`;
  }
  for (const match of searched.slice(0, 1500).matchAll(PLACE_AFTER)) {
    const [, name = ''] = match;
    if (
      /^(?:the|our|your|my|this|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|data|sql|python|java)$/i.test(
        name.split(' ')[0] ?? '',
      )
    )
      continue;
    if (/(?:based in|located in|location|office|relocate|sede|bas[ée]|raum)/i.test(match[0])) return name;
  }
  return undefined;
}

/** Whether a job there means moving: no where it is remote, at home, or within daily travel. Unknown towns are compared by name. */
function meansMoving(place: string, home: string, country: string): boolean {
  const folded = fold(place).split(',')[0]?.trim() ?? '';
  const town = fold(home).split(',')[0]?.trim() ?? '';
  if (folded === '' || folded.includes(town) || fold(home).includes(folded) || fold(country) === folded) return false;
  const distance = kilometresBetween(folded, town);
  return distance === undefined || distance > COMMUTE_KM;
}

export function readJob(reading: Reading, noGrowth: boolean): Job {
  const { folded, owner } = reading;
  const home = owner.dealBreakers.home ?? '';
  const role = readRole(reading);
  const place = readPlace(reading, home);
  const fully = FULLY_REMOTE.test(folded) && !/\b(?:not|no|kein|isn't) (?:fully )?remote\b/.test(folded);
  const partly = SOME_REMOTE.test(folded) || NEAR_OFFICE.test(folded);
  const onSite = ON_SITE.test(folded) && !NEAR_OFFICE.test(folded);
  const remote = fully || (partly && !MOSTLY_THERE.test(folded));
  const broken = brokenBy(owner.dealBreakers, { folded, role, place, fully, onSite, noGrowth });
  return {
    ...(role === undefined ? {} : { role }),
    ...(place === undefined ? {} : { place }),
    remote,
    dealBreakersBroken: broken,
  };
}

function brokenBy(
  dealBreakers: DealBreakers,
  job: {
    readonly folded: string;
    readonly role: string | undefined;
    readonly place: string | undefined;
    readonly fully: boolean;
    readonly onSite: boolean;
    readonly noGrowth: boolean;
  },
): readonly string[] {
  const broken: string[] = [];
  const home = dealBreakers.home ?? '';
  const remoteSaves = job.fully && dealBreakers.remoteOk !== false;
  if (
    dealBreakers.relocation === true &&
    !remoteSaves &&
    job.place !== undefined &&
    home !== '' &&
    meansMoving(job.place, home, home.split(',').at(-1)?.trim() ?? '')
  )
    broken.push('relocation');
  const foldedRole = fold(job.role ?? '');
  for (const excluded of dealBreakers.excludedRoles ?? []) {
    const wanted = fold(excluded).trim();
    if (wanted === '') continue;
    const related = RELATED_ROLES.filter(([name]) => name.test(wanted)).map(([, expression]) => expression);
    if (
      foldedRole.includes(wanted) ||
      related.some((expression) => expression.test(foldedRole)) ||
      (foldedRole === '' && related.some((expression) => expression.test(job.folded.slice(0, 400))))
    )
      broken.push(`role:${excluded}`);
  }
  const wantsGrowth = (dealBreakers.wants ?? []).some((want) =>
    /grow|career|progress|develop|entwicklung|wachs|crec|evolu/i.test(want),
  );
  if (
    wantsGrowth &&
    (job.noGrowth ||
      /\b(?:junior|jr|graduate|trainee|entry|intern\w*|apprentice|assistant|1st line|2nd line|first line|second line)\b/.test(
        foldedRole,
      ))
  )
    broken.push('no-growth');
  return broken;
}
