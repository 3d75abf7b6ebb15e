/** Which of the owner's deal-breakers a job breaks (O6): moving, a role that is excluded, no room to grow. */
import type { DealBreakers } from '../../mail/owner.ts';
import { fold } from '../fold.ts';
import { isWithinReach } from './job-place.ts';

export interface JobSeen {
  /** Subject and own words, folded. */
  readonly folded: string;
  readonly subject: string;
  readonly role: string | undefined;
  readonly place: string | undefined;
  /** No place of work at all, or only at home. */
  readonly fully: boolean;
  /** At home, and up to two days a week in an office. */
  readonly someDays: boolean;
  readonly noGrowth: boolean;
}

/** What counts as an excluded role, beyond its own words. */
const RELATED_ROLES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:sales|selling|vertrieb|vente|ventas|verkoop|vendite|business development)\b/,
    /\b(?:sales|selling|account executive|account manager|business development|sdr|bdr|pre-?sales|vertrieb\w*|commercial\w*|ventas|verkoop|vendite|new business|hunter|closer|bd|bdm|telesales|cold calling|quota)\b/,
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
  [/\b(?:post-?editing|mtpe|pemt)\b/, /\b(?:post-? ?edit\w*|mtpe|pemt)\b/],
  [/\b(?:recruit\w*|hr)\b/, /\b(?:recruit\w*|talent acquisition|hr|human resources)\b/],
  [
    /\b(?:call cent(?:er|re)|telemarketing|cold calling)\b/,
    /\b(?:call cent(?:er|re)|telemarketing|cold call\w*|telesales|outbound call\w*|customer (?:care|service|support) (?:agent|rep\w*|advis[eo]r))\b/,
  ],
  [
    /\b(?:customer (?:service|support|success))\b/,
    /\b(?:customer (?:service|support|success|care)|client services?|support (?:rep\w*|agent|advis[eo]r))\b/,
  ],
  [/\b(?:teach\w*|tutor\w*)\b/, /\b(?:teach\w*|tutor\w*|instructor|lecturer|trainer)\b/],
  [/\b(?:consult\w*)\b/, /\b(?:consult\w*|berater\w*|advisory)\b/],
  [
    /\b(?:on-?call|night shifts?|shift work)\b/,
    /\b(?:on-?call|night shifts?|shift work|24x7|24\/7|weekend work|rotating shifts)\b/,
  ],
  [/\b(?:test\w*|qa)\b/, /\b(?:tester|qa|quality assurance|test (?:engineer|analyst|automation))\b/],
  [/\b(?:crypto|blockchain|web3)\b/, /\b(?:crypto\w*|blockchain|web3|nft\w*|defi|token)\b/],
  [/\b(?:gambling|betting|casino)\b/, /\b(?:gambling|betting|casino|igaming|bookmaker|sportsbook)\b/],
  [/\b(?:defen[cs]e|weapons|military|arms)\b/, /\b(?:defen[cs]e|weapons?|military|munitions|missile)\b/],
  [/\b(?:unpaid|volunteer|intern\w*)\b/, /\b(?:unpaid|volunteer|internship|intern)\b/],
];

const NO_MOVE =
  /\b(?:no (?:moving|move|relocation)|without (?:moving|relocat\w+)|(?:would not|wouldn't|don't|won't) (?:need|have) to (?:move|relocate)|kein umzug|sans demenager|sin mudanza)\b/;
const STARTERS =
  /\b(?:junior|jr|graduate|trainee|entry[- ]level|intern\w*|apprentice\w*|(?:office|admin\w*|sales|shop|data|lab|teaching|warehouse) assistant|clerk|(?:1st|2nd|first|second) line|typist|keyer)\b/;
/** That nothing will ever change in it. */
const STANDSTILL =
  /\b(?:no (?:\w+ )?(?:ladder|progression|promotion|advancement|prospects|surprises)|(?:been )?the same (?:\w+ ){0,3}(?:for|every|each|day in)|same (?:\w+ ){1,3}every (?:day|week|month|year)|level is (?:junior|entry)|never changes?|paid per (?:word|segment|piece|task|click)|cents? per (?:word|segment|piece|task)|flat structure|no way up|going nowhere|keine (?:karriere|entwicklungs?)\w*|sans evolution|pas d'evolution|sin (?:promocion|crecimiento)|senza (?:crescita|carriera)|geen (?:groei|carriere)\w*)\b/;

const SELLING = /^(?:sales|selling|vertrieb|vente|ventas|verkoop|vendite)$/;
/** Whoever is paid by what is sold sells, whatever the title. */
const PAID_TO_SELL =
  /\b(?:ote|quota[- ]carrying|(?:uncapped|plus|\+) commission|commission[- ]only|cold[- ]calling|door[- ]to[- ]door (?:sales|selling)|sales targets?|auf provision|ventas a comision)\b/;

/** A word without what makes it a person, a thing done or many: `drafter`, `drafting` and `drafts` are the same. */
function stemOf(word: string): string {
  const plain = word.replace(/(?:ings?|ers?|ors?|ists?|ions?|e?ments?|erin|innen|ies|y|s|e)$/, '');
  return plain.length >= 3 ? plain : word;
}

const stems = (text: string): readonly string[] =>
  text
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => stemOf(word));

/** What is excluded is no title but what the work is for or like: it stands anywhere in the letter. */
const CONDITION =
  /^(?:on-?call|night shifts?|shift work|crypto|blockchain|web3|gambling|betting|casino|defen[cs]e|weapons|military|arms|unpaid|volunteer)$/;

/** Whether the letter says it and does not say that there is none of it. */
function saidOf(expression: RegExp, folded: string): boolean {
  const found = expression.exec(folded);
  return (
    found !== null &&
    !/\b(?:no|not|never|without|kein\w*|pas de|sans|sin|geen|senza)(?: \w+)? $/.test(folded.slice(0, found.index))
  );
}

/** Whether an excluded role is the job's: all its words are in the title, in any form, or another word for it is. */
export function isExcluded(
  excluded: string,
  { role, subject, folded }: Pick<JobSeen, 'role' | 'subject' | 'folded'>,
): boolean {
  const wanted = fold(excluded).trim();
  if (wanted === '') return false;
  const title = fold(role ?? '');
  const words = stems(wanted);
  const within = (text: string): boolean => {
    const have = new Set(stems(text));
    return words.every((word) => have.has(word));
  };
  if (within(title)) return true;
  if (SELLING.test(wanted) && PAID_TO_SELL.test(folded)) return true;
  const others = RELATED_ROLES.filter(([name]) => name.exec(wanted)?.[0] === wanted).map(([, others]) => others);
  if (others.some((other) => other.test(title))) return true;
  if (CONDITION.test(wanted) && others.some((other) => saidOf(other, folded))) return true;
  if (title !== '') return false;
  const opening = folded.slice(0, 400);
  return within(fold(subject)) || others.some((other) => other.test(opening));
}

export function brokenBy(dealBreakers: DealBreakers, job: JobSeen): readonly string[] {
  const broken: string[] = [];
  const { place, fully, someDays, folded, noGrowth } = job;
  const home = dealBreakers.home ?? '';
  const remoteSaves = fully && dealBreakers.remoteOk !== false;
  if (
    dealBreakers.relocation === true &&
    !remoteSaves &&
    place !== undefined &&
    home !== '' &&
    !isWithinReach(place, home, someDays) &&
    !NO_MOVE.test(folded)
  )
    broken.push('relocation');
  for (const excluded of dealBreakers.excludedRoles ?? [])
    if (isExcluded(excluded, job)) broken.push(`role:${excluded}`);
  const wantsGrowth = (dealBreakers.wants ?? []).some((want) =>
    /grow|career|progress|develop|entwicklung|wachs|crec|evolu/i.test(want),
  );
  if (wantsGrowth && (noGrowth || STARTERS.test(fold(job.role ?? '')) || STANDSTILL.test(folded)))
    broken.push('no-growth');
  return broken;
}
