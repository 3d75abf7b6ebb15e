/**
 * Reads one message alone, once (docs/architecture.md, "Two stages of reading").
 *
 * Runs in the parse workers, so it is pure and cheap: a fifth of a millisecond. Whatever needs the record is left to
 * `core/triage/assess.ts`. Never throws: what cannot be read is not there.
 */
import type { Direction, IncomingMessage } from '../mail/message.ts';
import type { Owner } from '../mail/owner.ts';
import { readAppearance } from './detectors/appearance.ts';
import { readAttachments } from './detectors/attachments.ts';
import { readAuthentication } from './detectors/authentication.ts';
import { readCalendar } from './detectors/calendar.ts';
import { readCircles } from './detectors/circles.ts';
import { readJobMarks } from './detectors/job-marks.ts';
import { readJob } from './detectors/job.ts';
import { readListSoftware } from './detectors/list-software.ts';
import { readMachine } from './detectors/machine.ts';
import { readNames } from './detectors/names.ts';
import { readNetworkNotice } from './detectors/network-notice.ts';
import { readOtherAddress } from './detectors/other-address.ts';
import { readOwnBoundary } from './detectors/own-boundary.ts';
import { readChain, readOwnersWords } from './detectors/quoted.ts';
import { readRecipients } from './detectors/recipients.ts';
import { readSalutation } from './detectors/salutation.ts';
import { readSequenceTool } from './detectors/sequence-tool.ts';
import { readUnsubscribe } from './detectors/unsubscribe.ts';
import type { Entities } from './entities.ts';
import { languageOf } from './language.ts';
import { sketchOf } from './minhash.ts';
import { gistOf } from './model/gist.ts';
import { type Model, SCORED_LABELS, type ScoredLabel, scoresOf } from './model/model.ts';
import { shippedModel } from './model/shipped-model.ts';
import { tellingSentence, textFeatures } from './model/text-features.ts';
import { PHRASES, type Phrases } from './phrases/phrases.ts';
import { readPhrases, readTitles } from './read-phrases.ts';
import { makeReading, type Reading } from './reading.ts';
import { SIGNALS_VERSION, type Signal, type Signals } from './signals.ts';

/** `model` is another than the shipped one only where a bench holds something back. */
export function readSignals(
  message: IncomingMessage,
  direction: Direction,
  owner: Owner,
  model: Model = shippedModel(),
): Signals {
  const reading = makeReading(message, direction, owner);
  return direction === 'sent' ? readSent(reading) : readReceived(reading, model);
}

/** Of the owner's own mail only what makes or breaks a tie is read. */
function readSent(reading: Reading): Signals {
  const boundary = readOwnBoundary(reading);
  return {
    version: SIGNALS_VERSION,
    language: languageOf(reading.folded),
    automated: readMachine(reading).some(({ kind }) => kind === 'auto-submitted'),
    bulk: false,
    ...(boundary === undefined ? {} : { boundary }),
    mentions: readNames(reading, []).mentions,
    sketch: '',
    found: [],
    entities: {},
  };
}

function readReceived(whole: Reading, model: Model): Signals {
  const phrasesOfAll = PHRASES.match(whole.folded);
  const asksToConnect = phrasesOfAll['asks-to-connect'] ?? [];
  const notice = readNetworkNotice(whole, asksToConnect);
  // Of a network's notice only the person's own words count, not those that the network puts around them.
  const reading = notice === undefined ? whole : onlyWords(whole, notice.note === '' ? notice.headline : notice.note);
  const phrases: Phrases =
    notice === undefined ? phrasesOfAll : { ...PHRASES.match(reading.folded), 'asks-to-connect': asksToConnect };
  const { signals: calendarSignals, calendar } = readCalendar(whole);
  const seen: readonly Signal[] = [
    ...readMachine(whole),
    ...readListSoftware(whole),
    ...readRecipients(whole),
    ...readSalutation(reading),
    ...readAttachments(whole),
    ...calendarSignals,
    ...readPhrases(reading, phrases),
    ...readTitles(reading),
    ...readAppearance(reading),
    ...readJobMarks(reading),
    ...readChain(whole, phrases),
    ...readOwnersWords(whole),
    ...readAuthentication(whole),
  ];
  const found = notice === undefined ? [...seen, ...readSequenceTool(reading, strengthsOf(seen))] : seen;
  const strengthOf = strengthsOf(found);
  const language = languageOf(whole.folded);
  const scores = scoresOf(model, found, textFeatures(reading, language));
  const names = readNames(reading, [...(phrases['offers-introduction'] ?? []), ...(phrases.introduces ?? [])]);
  const isJob = scores.recruiter > JOB_LIKELY || strengthOf('recruiter-title') > 0;
  const entities: Entities = {
    ownerIn: reading.ownerIn,
    recipientCount: reading.recipientCount,
    wordCount: reading.wordCount,
    unsubscribe: readUnsubscribe(whole),
    nameDrops: names.nameDrops,
    offers: names.offers,
    capitals: names.capitals,
    circles: readCircles(reading, phrases['explains-tie'] ?? []),
    ...(notice === undefined ? {} : { notice }),
    ...(calendar === undefined ? {} : { calendar }),
    ...(isJob ? readJob(reading, strengthOf('no-growth') > 0) : { dealBreakersBroken: [] }),
    scores,
    telling: tellingOf(reading, language, scores, model),
    gist: gistOf(reading),
  };
  const other = readOtherAddress(reading);
  return {
    version: SIGNALS_VERSION,
    language,
    automated: notice !== undefined || calendar === 'reply' || isMachine(strengthOf),
    bulk: isListed(strengthOf) && strengthOf('sequence-tool') === 0,
    ...(other === undefined ? {} : { alsoWritesFrom: other }),
    mentions: names.mentions,
    sketch: sketchOf(reading.folded, reading.searched),
    found,
    entities: { ...entities },
  };
}

/** Log-odds from which a label may be given, and must then be shown. */
const LIKELY = -2;

/** The most telling sentence for every label that is likely; of a friend's own letter nothing needs to be told. */
function tellingOf(
  reading: Reading,
  language: string,
  scores: Readonly<Record<ScoredLabel, number>>,
  model: Model,
): Readonly<Record<string, string>> {
  const likely = SCORED_LABELS.filter((label) => label !== 'personal' && scores[label] > LIKELY);
  return Object.fromEntries(likely.map((label) => [label, tellingSentence(reading, language, model[label].text)]));
}

/** Log-odds of a job offer from which it is worth reading which job. */
const JOB_LIKELY = -2.2;

function onlyWords({ message, owner }: Reading, text: string): Reading {
  return makeReading({ ...message, subject: '', text, quoted: '' }, 'received', owner);
}

type StrengthOf = (kind: string) => number;

function strengthsOf(found: readonly Signal[]): StrengthOf {
  const strengths = new Map<string, number>();
  for (const { kind, strength } of found) strengths.set(kind, Math.max(strength, strengths.get(kind) ?? 0));
  return (kind) => strengths.get(kind) ?? 0;
}

function isListed(strengthOf: StrengthOf): boolean {
  return ['list-unsubscribe', 'list-id', 'precedence', 'feedback-id'].some((kind) => strengthOf(kind) > 0);
}

/** A program wrote it: it says so, or it comes from an office of a firm and is about an affair of the user's. */
function isMachine(strengthOf: StrengthOf): boolean {
  if (['auto-submitted', 'bounce'].some((kind) => strengthOf(kind) > 0) || strengthOf('auto-reply') >= 0.9) return true;
  if (strengthOf('no-reply') > 0 && !isListed(strengthOf)) return true;
  if (strengthOf('says-automatic') > 0 && strengthOf('links') + strengthOf('defrauds') < 0.6 && !isListed(strengthOf))
    return true;
  if (strengthOf('reply-by-token') > 0 && Math.max(strengthOf('notifier'), strengthOf('no-reply')) > 0) return true;
  const office = ['no-reply', 'notifier', 'role-address', 'organisation-name'].some((kind) => strengthOf(kind) > 0);
  const affair = Math.max(strengthOf('transacts'), strengthOf('secures'));
  const toMany = ['crowd', 'undisclosed-recipients', 'no-recipients'].some((kind) => strengthOf(kind) > 0);
  return office && affair >= 0.6 && affair > strengthOf('markets') - 0.1 && !toMany;
}
