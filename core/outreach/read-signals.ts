/**
 * Reads one message alone, once (docs/architecture.md, "Two stages of reading").
 *
 * Runs in the parse workers, so it is pure and cheap: about a tenth of a millisecond. Whatever needs the record is left to
 * `core/triage/assess.ts`. Never throws: what cannot be read is not there.
 */
import type { Direction, IncomingMessage } from '../mail/message.ts';
import type { Owner } from '../mail/owner.ts';
import { readAttachments } from './detectors/attachments.ts';
import { readCalendar } from './detectors/calendar.ts';
import { readCircles } from './detectors/circles.ts';
import { namesJob, readJob } from './detectors/job.ts';
import { readListSoftware } from './detectors/list-software.ts';
import { readMachine } from './detectors/machine.ts';
import { readNames } from './detectors/names.ts';
import { readNetworkNotice } from './detectors/network-notice.ts';
import { readOwnBoundary } from './detectors/own-boundary.ts';
import { readOtherAddress } from './detectors/other-address.ts';
import { readRecipients } from './detectors/recipients.ts';
import { readSalutation } from './detectors/salutation.ts';
import { readUnsubscribe } from './detectors/unsubscribe.ts';
import type { Entities } from './entities.ts';
import { scoresOf, type Model } from './model/model.ts';
import { shippedModel } from './model/shipped-model.ts';
import { textFeatures } from './model/text-features.ts';
import { sketchOf } from './minhash.ts';
import { foldUnwrapped, makeReading, type Reading } from './reading.ts';
import { languageOf } from './language.ts';
import { combinedStrength, phraseBook, type PhraseMatch } from './phrase-book.ts';
import { ASKING } from './phrases/asking.ts';
import { INTRODUCING } from './phrases/introducing.ts';
import { MACHINE } from './phrases/machine.ts';
import { PERSISTING } from './phrases/persisting.ts';
import { SELLING } from './phrases/selling.ts';
import { TONE } from './phrases/tone.ts';
import { WORK } from './phrases/work.ts';
import { quotesOf, signal } from './quote.ts';
import { SIGNALS_VERSION, type Signal, type Signals } from './signals.ts';

const { 'sales-title': SALES_TITLE, ...SELLING_TEXT } = SELLING;
const BOOK = phraseBook({ ...ASKING, ...SELLING_TEXT, ...WORK, ...PERSISTING, ...TONE, ...MACHINE, ...INTRODUCING });
/** Job titles, looked for where people sign. */
const SIGNATURE_BOOK = phraseBook({
  'sales-title': SALES_TITLE,
  'recruiter-title': [
    '!(talent (acquisition|partner|sourcer|team|manager|specialist|consultant|advisor|scout)|recruiter|recruitment|recruiting|headhunt~|executive search|staffing|sourcer|search consultant|people partner|resourcer|personalberat~|personalvermittl~|chasseur de tete~|cabinet de recrutement|seleccion de personal|cazatalentos|reclut~|selezione del personale|werving)',
  ],
});
const LEAST_STRENGTH = 0.25;

type Family = keyof ReturnType<typeof BOOK.match>;

const SUBJECT_FAMILIES: ReadonlySet<Family> = new Set(['transacts', 'secures', 'markets', 'recruits', 'pleads-for-job', 'sells', 'prods', 'asks-for-call', 'asks-to-forward', 'contact-list', 'advises', 'private']);
/** Families whose phrases mean the opposite after a "not". */
const NEGATABLE: ReadonlySet<Family> = new Set(['asks-to-forward', 'asks-for-call', 'asks-for-money', 'asks-for-papers', 'asks-for-favour', 'pleads-for-job', 'recruits', 'flatters', 'sells']);
const NEGATION = /(?<!\b(?:if|why|or|whether) )\b(?:not|\w+n't|dont|never|without|no longer|nicht|kein\w*|niemals|pas|jamais|nunca|niet|geen|nooit|senza)\b(?! only)[^.!?,;:\n]{0,28}$/;

function isNegated(folded: string, start: number): boolean {
  return NEGATION.test(folded.slice(Math.max(0, start - 40), start));
}

export function readSignals(message: IncomingMessage, direction: Direction, owner: Owner, model: Model = shippedModel()): Signals {
  const reading = makeReading(message, direction, owner);
  return direction === 'sent' ? readSent(reading) : readReceived(reading, model);
}

/** Of the owner's own mail only what makes or breaks a tie is read. */
function readSent(reading: Reading): Signals {
  const boundary = readOwnBoundary(reading);
  return {
    version: SIGNALS_VERSION,
    language: languageOf(reading.folded),
    automated: readMachine(reading).some(({ kind, strength }) => kind === 'auto-submitted' && strength > 0.9),
    bulk: false,
    ...(boundary === undefined ? {} : { boundary }),
    mentions: readNames(reading, []).mentions,
    sketch: '',
    found: [],
    entities: {},
  };
}

function readReceived(whole: Reading, model: Model): Signals {
  const wholeMatches = BOOK.match(whole.folded);
  const notice = readNetworkNotice(whole, wholeMatches['asks-to-connect'] ?? []);
  // Of a network's notice only the person's own words count, not those that the network puts around them.
  const reading = notice === undefined ? whole : makeReading({ ...whole.message, subject: '', text: notice.note === '' ? notice.headline : notice.note, quoted: '' }, 'received', whole.owner);
  const { folded, searched } = reading;
  const language = languageOf(whole.folded);
  const machine = readMachine(whole);
  const lists = readListSoftware(whole);
  const matches = notice === undefined ? wholeMatches : { ...BOOK.match(folded), 'asks-to-connect': wholeMatches['asks-to-connect'] ?? [] };
  const titles = SIGNATURE_BOOK.match(reading.foldedSignature === '' ? folded.slice(-260) : reading.foldedSignature);
  const { signals: calendarSignals, calendar } = readCalendar(reading);
  const names = readNames(reading, [...(matches['offers-introduction'] ?? []), ...(matches.introduces ?? [])]);
  const found: Signal[] = [...machine, ...lists, ...readRecipients(reading), ...readSalutation(reading), ...readAttachments(reading), ...calendarSignals];
  for (const family of Object.keys(matches) as Family[]) {
    const list = NEGATABLE.has(family) ? (matches[family] ?? []).filter(({ start }) => !isNegated(folded, start)) : (matches[family] ?? []);
    const strength = combinedStrength(list);
    if (strength < LEAST_STRENGTH) continue;
    found.push(signal(family, strength, quotesOf(searched, list)));
    // What stands in the subject is what the message is for.
    if (SUBJECT_FAMILIES.has(family) && list.some(({ start }) => start < reading.subject.length)) found.push(signal(`subject-${family}`, 0.9, []));
  }
  const titleText = reading.foldedSignature === '' ? searched.slice(-260) : reading.signature;
  for (const family of ['sales-title', 'recruiter-title'] as const) {
    const list = titles[family] ?? [];
    if (list.length > 0) found.push(signal(family, combinedStrength(list), quotesOf(titleText, list, 1)));
  }
  found.push(...readAppearance(reading), ...readJobMarks(reading), ...readQuoted(whole, matches), ...readOwnersWords(whole), ...readAuthentication(whole));

  const strengthOf = (kind: string): number => found.find((one) => one.kind === kind)?.strength ?? 0;
  const role = ['no-reply', 'notifier', 'role-address', 'organisation-name'].some((kind) => strengthOf(kind) > 0);
  const listed = ['list-unsubscribe', 'list-id', 'precedence', 'feedback-id'].some((kind) => strengthOf(kind) > 0);
  const official = Math.max(strengthOf('transacts'), strengthOf('secures'));
  const automated =
    strengthOf('auto-submitted') > 0 ||
    strengthOf('bounce') > 0 ||
    strengthOf('auto-reply') >= 0.9 ||
    notice !== undefined ||
    calendar === 'reply' ||
    (strengthOf('reply-by-token') > 0 && (strengthOf('notifier') > 0 || strengthOf('no-reply') > 0)) ||
    (strengthOf('no-reply') > 0 && !listed) ||
    (role && official >= 0.6 && official > strengthOf('markets') - 0.1 && strengthOf('crowd') === 0 && strengthOf('undisclosed-recipients') === 0);
  const scores = scoresOf(model, found, textFeatures(reading, language));
  const entities: Entities = {
    ownerIn: reading.ownerIn,
    recipientCount: reading.recipientCount,
    wordCount: reading.wordCount,
    unsubscribe: readUnsubscribe(whole),
    nameDrops: names.nameDrops,
    offers: names.offers,
    capitals: names.capitals,
    circles: readCircles(reading, matches['explains-tie'] ?? []),
    ...(notice === undefined ? {} : { notice }),
    ...(calendar === undefined ? {} : { calendar }),
    ...readJobWhere(scores.recruiter > JOB_LIKELY || strengthOf('recruiter-title') > 0, reading, strengthOf('no-growth') > 0),
    scores,
  };
  const other = readOtherAddress(reading);
  return {
    version: SIGNALS_VERSION,
    language,
    automated,
    bulk: listed,
    ...(other === undefined ? {} : { alsoWritesFrom: other }),
    mentions: names.mentions,
    sketch: sketchOf(folded, searched),
    found,
    entities: { ...entities },
  };
}

/** Log-odds of a job offer from which it is worth reading which job. */
const JOB_LIKELY = -2.2;

/** Role, place and deal-breakers, read only where a job is in question. */
function readJobWhere(isJob: boolean, reading: Reading, noGrowth: boolean): Pick<Entities, 'role' | 'place' | 'remote' | 'dealBreakersBroken'> {
  return isJob ? readJob(reading, noGrowth) : { dealBreakersBroken: [] };
}

/** Kinds: `shouting`, `exclaims`, `placeholder` (an unfilled merge field), `long`, `questions`, `links`, `says-reply`, `says-forward`. */
function readAppearance(reading: Reading): readonly Signal[] {
  const { body, subject, wordCount, message } = reading;
  const found: Signal[] = [];
  const capitals = body.match(/\b\p{Lu}{4,}\b/gu)?.length ?? 0;
  if (/^\P{Ll}{8,}$/u.test(subject) && /\p{Lu}{4}/u.test(subject)) found.push(signal('shouting', 0.7, [subject.slice(0, 60)]));
  else if (capitals >= 3) found.push(signal('shouting', Math.min(0.6, capitals * 0.1), []));
  const exclamations = body.match(/!/g)?.length ?? 0;
  if (exclamations >= 3 && exclamations / Math.max(30, wordCount) > 0.02) found.push(signal('exclaims', Math.min(0.9, exclamations * 0.12), []));
  const field = /\{\{\s*\w+\s*\}\}|\[\[?\s*(?:first[_ ]?name|name|company|firma|vorname|pr[ée]nom|nombre)\s*\]?\]|%(?:FIRST|NAME|COMPANY)\w*%|<(?:first ?name|company)>|\*\|\w+\|\*/i.exec(`${subject}\n${body}`)?.[0];
  if (field !== undefined) found.push(signal('placeholder', 0.95, [field]));
  const questions = body.match(/\?/g)?.length ?? 0;
  if (questions > 0) found.push(signal('questions', Math.min(0.9, questions * 0.3), []));
  const links = body.match(/https?:\/\//g)?.length ?? 0;
  if (links > 0) found.push(signal('links', Math.min(0.9, links * 0.25), []));
  if (wordCount > 220) found.push(signal('long', Math.min(0.9, wordCount / 600), []));
  if (reading.subjectSaysReply) found.push(signal('says-reply', message.inReplyTo === undefined && message.references.length === 0 ? 0.9 : 0.3, [message.subject.slice(0, 60)]));
  if (reading.subjectSaysForward) found.push(signal('says-forward', 0.9, [message.subject.slice(0, 60)]));
  return found;
}

const SALARY = /(?:[£$€]|chf|eur|usd|gbp)\s?\d{2,3}(?:[.,]\d{3}|k)|\b\d{2,3}(?:\s?-\s?\d{2,3})?\s?k\b|\b\d{2,4} (?:a|per|pro|par|al|per) (?:day|hour|tag|stunde|jour|heure|dia|dag|uur|giorno)|\b\d{2,4}\s?(?:\/|p)\s?(?:day|d|hr|hour|h)\b/;
const RECRUITING_DOMAIN = /(?:talent|recruit|staffing|headhunt|hire|hiring|jobs|career|resourc|executive-?search|placement|personalberat|reclut|rekrut|search(?:group|partners)?\b|hunt\b|selection|stepstone|xing-jobs)/;

/** Kinds: `salary`, `recruiter-domain`, `job-title` (in the subject), `numbered-issue`. */
function readJobMarks(reading: Reading): readonly Signal[] {
  const { folded, subject, message } = reading;
  const found: Signal[] = [];
  const salary = SALARY.exec(folded)?.[0];
  if (salary !== undefined) found.push(signal('salary', 0.6, [salary]));
  const domain = message.from.address.slice(message.from.address.lastIndexOf('@') + 1);
  if (RECRUITING_DOMAIN.test(domain)) found.push(signal('recruiter-domain', 0.7, [domain]));
  if (namesJob(subject)) found.push(signal('job-title', 0.7, [subject.slice(0, 80)]));
  else if (namesJob(reading.body.slice(0, 700))) found.push(signal('job-title', 0.4, []));
  const issue = /(?:\b(?:no|nr|issue|vol|edition|ausgabe|numero|number|episode|folge|aflevering|week|memo)\b|n°|nº|#)\s?\d{1,4}\b/.exec(folded.slice(0, subject.length));
  if (issue) found.push(signal('numbered-issue', 0.6, [subject.slice(0, 60)]));
  return found;
}

/** Kind: `quotes-owner`: words put into the owner's mouth, or really his. Whether he ever wrote is for the record to say. */
function readOwnersWords({ message, owner }: Reading): readonly Signal[] {
  if (message.quoted === '' || owner.addresses.length === 0) return [];
  const quoted = message.quoted.slice(0, 4000);
  const name = owner.name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const addresses = owner.addresses.map((address) => address.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|');
  const expression = new RegExp(`(?:^|\\n)[> ]*(?:(?:from|von|de|van|da)\\s*:[^\\n]*(?:${addresses}${name === '' ? '' : `|${name}`})|[^\\n]*(?:${addresses}${name === '' ? '' : `|${name}`})[^\\n]{0,60}(?:wrote|schrieb|a écrit|escribió|schreef|ha scritto))`, 'i');
  const match = expression.exec(quoted);
  return match ? [signal('quotes-owner', 0.8, [match[0].trim().slice(0, 90)])] : [];
}

/** Chain letters carry their request in what is forwarded. Kind: `chain`. */
function readQuoted(reading: Reading, own: Partial<Record<'asks-to-forward' | 'appeals', readonly PhraseMatch[]>>): readonly Signal[] {
  const { message, subjectSaysForward, recipientCount } = reading;
  if (!subjectSaysForward || recipientCount < 5 || message.quoted === '' || (own['asks-to-forward'] ?? []).length > 1) return [];
  const quoted = message.quoted.slice(0, 3000).replaceAll(/^[> ]+/gm, '');
  const matches = BOOK.match(foldUnwrapped(quoted));
  const list = [...(matches['asks-to-forward'] ?? []), ...(matches.appeals ?? [])];
  const strength = combinedStrength(list);
  return strength >= 0.6 ? [signal('chain', strength, quotesOf(quoted, list))] : [];
}

/** Kind: `fails-authentication`, only on the provider's own word (RFC 8601). */
function readAuthentication({ message }: Reading): readonly Signal[] {
  const results = message.headers.authenticationResults ?? '';
  if (!/\bdmarc=fail\b/i.test(results) && !(/\bspf=(?:fail|softfail)\b/i.test(results) && !/\bdkim=pass\b/i.test(results))) return [];
  const quote = /\b(?:dmarc|spf|dkim)=(?:fail|softfail)\b/i.exec(results)?.[0] ?? '';
  return [signal('fails-authentication', /\bdmarc=fail\b/i.test(results) ? 0.9 : 0.6, [quote])];
}
