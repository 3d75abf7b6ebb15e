/** One message to be judged, with what the record says about it: the input of every rule in this folder. */
import { entitiesOf, type Entities } from '../outreach/entities.ts';
import type { BoundaryRecord, Correspondence, PersonRecord, ThreadRecord } from '../relationship/correspondence.ts';
import { isFreeMail, registrableDomain } from '../relationship/free-mail.ts';
import { countsWith } from '../relationship/probe.ts';
import { checkNameDrops, type CheckedName } from './name-check.ts';
import { personNamed } from './person-named.ts';
import type { TriageMessage } from './triage-message.ts';
import type { Facts } from './vocabulary.ts';

/** What binds the owner to whoever wrote, before this message. */
export interface Tie {
  readonly lane: 'known' | 'acquaintance' | 'stranger';
  /** Address that the tie is with: the sender's, or that of the person named in a network's notice; '' where nobody is known. */
  readonly address: string;
  readonly record: PersonRecord | undefined;
  readonly introducedBy: PersonRecord['introducedBy'];
  readonly nameDrop: CheckedName | undefined;
  readonly circle: Facts['circle'];
  readonly circleQuote: string;
  /** Colleagues of the sender with two-way mail. */
  readonly colleagues: readonly PersonRecord[];
  /** Writes from the owner's own firm: a colleague, whatever the record says. */
  readonly sameFirm: boolean;
  /** The address under which the sender was known before. */
  readonly movedFrom: string | undefined;
  /** Somebody well known whose name a first letter from another address bears: perhaps a namesake, perhaps an impostor. */
  readonly namesake: PersonRecord | undefined;
  /** False on free-mail domains, where a domain says nothing. */
  readonly hasOwnDomain: boolean;
}

/** The boundary that this message answers or breaks. */
export interface BoundaryContext {
  /** The owner's last boundary that this message is a direct answer to. */
  readonly answered: Pick<BoundaryRecord, 'kind' | 'at' | 'messageId'> | undefined;
  /** The first request to stop to this person, firm or campaign. */
  readonly stop: BoundaryRecord | undefined;
  /** Messages since that request, this one included. */
  readonly sinceStop: readonly string[];
}

export interface Case {
  readonly message: TriageMessage;
  readonly correspondence: Correspondence;
  readonly entities: Entities;
  readonly tie: Tie;
  readonly thread: ThreadRecord | undefined;
  readonly boundaries: BoundaryContext;
  /** Unanswered messages from this address, this one included. */
  readonly streak: ReturnType<Correspondence['streak']>;
  readonly campaign: ReturnType<Correspondence['campaignOf']>;
  /** It quotes words of the owner's that he never wrote to this person. */
  readonly pretendsThread: boolean;
  /** Strength of a signal, 0 where it was not seen. */
  readonly seen: (kind: string) => number;
  readonly quotes: (...kinds: readonly string[]) => readonly string[];
}

export function makeCase(message: TriageMessage, correspondence: Correspondence): Case {
  const { signals } = message;
  const entities = entitiesOf(signals);
  const strengths = new Map<string, number>();
  for (const { kind, strength } of signals.found) strengths.set(kind, Math.max(strength, strengths.get(kind) ?? 0));
  const earlier = correspondence.streak(message.from.address);
  const thread = correspondence.thread(message);
  const tie = tieOf(message, entities, correspondence);
  const everWrote =
    (tie.record?.sentCount ?? 0) + (tie.record?.boundarySentCount ?? 0) + (tie.record?.probed?.sentCount ?? 0) > 0 ||
    thread?.ownerWrote === true;
  return {
    message,
    correspondence,
    entities,
    tie,
    pretendsThread:
      !everWrote &&
      tie.introducedBy === undefined &&
      strengths.has('quotes-owner') &&
      (correspondence.coverage.sentSince ?? message.receivedAt) < message.receivedAt,
    thread,
    boundaries: boundariesOf(message, correspondence, thread),
    streak: { ...earlier, count: signals.automated ? earlier.count : earlier.count + 1 },
    campaign: signals.automated ? undefined : correspondence.campaignOf(message),
    seen: (kind) => strengths.get(kind) ?? 0,
    quotes: (...kinds) =>
      kinds
        .flatMap((kind) => signals.found.filter((one) => one.kind === kind).flatMap(({ quotes }) => quotes))
        .slice(0, 4),
  };
}

/** Log-odds of a pitch above which a claimed tie is part of it. */
const SOLD = 1;

/** Two messages each way make somebody known (data/LABELS.md); the owner's boundary replies are not in `sentCount`. */
const KNOWN_EACH_WAY = 2;

function tieOf(message: TriageMessage, entities: Entities, correspondence: Correspondence): Tie {
  const notice = entities.notice;
  const own = notice === undefined ? correspondence.record(message.from.address) : undefined;
  const moved =
    notice === undefined && (own?.sentCount ?? 0) === 0 && own?.probed === undefined
      ? oldFriendAt(message, entities, correspondence)
      : undefined;
  const record =
    notice === undefined
      ? (moved ?? own)
      : personNamed(notice.person, `${notice.headline} ${notice.note}`, correspondence);
  const address = notice === undefined ? (moved?.addresses[0] ?? message.from.address) : (record?.addresses[0] ?? '');
  const machine = message.signals.automated && notice === undefined;
  const colleagues = notice === undefined ? correspondence.knownAtDomain(address) : [];
  const hasOwnDomain = notice === undefined && address !== '' && !isFreeMail(registrableDomain(address));
  const sameFirm =
    hasOwnDomain &&
    !machine &&
    correspondence.owner.addresses.some((own) => registrableDomain(own) === registrableDomain(address));
  const { sentCount, receivedCount } = countsWith(record ?? { sentCount: 0, receivedCount: 0 }, record?.probed);
  const hasHistory = sentCount > 0;
  // A pitch explains its tie to anything; only a letter that wants nothing of the kind is believed.
  const sold = Math.max(entities.scores['cold-outreach'] ?? 0, (entities.scores['recruiter'] ?? 0) - 2) > SOLD;
  const honest = !sold && isHonest(entities, message);
  const nameDrop =
    machine || sentCount >= KNOWN_EACH_WAY ? undefined : checkNameDrops(entities, message, correspondence, !honest);
  const claim = entities.circles
    .map((one) => ({ ...one, explained: !sold && (one.explained || (honest && one.claimed && one.specific)) }))
    .toSorted((a, b) => Number(b.explained) - Number(a.explained))[0];
  const introducedBy = record?.introducedBy;
  const known = sentCount >= KNOWN_EACH_WAY && receivedCount >= KNOWN_EACH_WAY;
  const acquainted =
    hasHistory ||
    sameFirm ||
    introducedBy !== undefined ||
    claim?.explained === true ||
    (colleagues.length > 0 && !machine) ||
    nameDrop?.verified === true;
  return {
    lane: known ? 'known' : acquainted ? 'acquaintance' : 'stranger',
    address,
    record,
    introducedBy,
    nameDrop,
    circle: claim === undefined ? undefined : { name: claim.name, explained: claim.explained },
    circleQuote: claim?.quote ?? '',
    colleagues,
    sameFirm,
    movedFrom: moved?.addresses[0],
    namesake:
      notice === undefined && own === undefined && moved === undefined
        ? namesakeOf(message, correspondence)
        : undefined,
    hasOwnDomain,
  };
}

/** Reads like a person's letter to the owner about their own affairs, by a clear margin. */
function isHonest({ scores, recipientCount, ownerIn }: Entities, message: TriageMessage): boolean {
  if (message.signals.bulk || ownerIn === 'none' || recipientCount > MOST_IN_A_CIRCLE) return false;
  const wanting = [
    'cold-outreach',
    'recruiter',
    'resume-broadcast',
    'newsletter',
    'contact-list-mail',
    'nagging',
  ] as const;
  return (scores.personal ?? -9) > Math.max(...wanting.map((label) => scores[label] ?? -9));
}

const MOST_IN_A_CIRCLE = 20;

function namesakeOf(message: TriageMessage, correspondence: Correspondence): PersonRecord | undefined {
  if (!/\p{L}{2,} \p{L}{2,}/u.test(message.from.name)) return undefined;
  return correspondence
    .peopleNamed(message.from.name)
    .find(
      ({ sentCount, receivedCount, addresses }) =>
        sentCount >= KNOWN_EACH_WAY &&
        receivedCount >= KNOWN_EACH_WAY &&
        !addresses.includes(message.from.address) &&
        !addresses.some((address) => correspondence.areSaidToBeTwo(message.from.address, address)),
    );
}

/**
 * Somebody well known who writes from an address never seen, and speaks of the firm that the old one was at.
 *
 * The name alone proves nothing, as an impostor has it too; nor is a letter believed that wants money or sells.
 */
function oldFriendAt(
  message: TriageMessage,
  entities: Entities,
  correspondence: Correspondence,
): PersonRecord | undefined {
  const friend = namesakeOf(message, correspondence);
  if (
    !friend ||
    message.signals.automated ||
    (entities.scores['cold-outreach'] ?? 0) > 0 ||
    message.signals.found.some(({ kind, strength }) => kind === 'defrauds' && strength >= 0.6)
  )
    return undefined;
  const firms = friend.addresses
    .map((address) => registrableDomain(address))
    .filter((domain) => domain !== '' && !isFreeMail(domain))
    .map((domain) => domain.slice(0, domain.indexOf('.')).replaceAll('-', ''));
  const speaksOf = (firm: string): boolean => entities.capitals.some((word) => word.length > 3 && firm.includes(word));
  return firms.some((firm) => speaksOf(firm)) ? friend : undefined;
}

/** An answer comes soon, or says that it is one. */
const ANSWER_WITHIN_MS = 45 * 86_400_000;

function boundariesOf(
  message: TriageMessage,
  correspondence: Correspondence,
  thread: ThreadRecord | undefined,
): BoundaryContext {
  const heard = correspondence.boundariesWith(message);
  const own = heard.filter(({ toAddress }) => samePerson(toAddress, message.from.address, correspondence));
  // A firm's people answer for each other only where the owner deals with none of them.
  const domain = registrableDomain(message.from.address);
  const answersForFirm =
    correspondence.knownAtDomain(message.from.address).length === 0 &&
    !correspondence.owner.addresses.some((address) => registrableDomain(address) === domain);
  const all = heard.filter(
    (boundary) => own.includes(boundary) || answersForFirm || registrableDomain(boundary.toAddress) !== domain,
  );
  const last = thread?.boundary ?? own.at(-1);
  const isAnswer =
    last !== undefined &&
    message.receivedAt - last.at < ANSWER_WITHIN_MS &&
    (thread?.boundary !== undefined ||
      message.inReplyTo !== undefined ||
      /^\s*(?:re|aw|antw|sv|rif)\s*:/i.test(message.subject));
  const first =
    last === undefined || !isAnswer
      ? false
      : correspondence.receivedSince(message, {
          kind: last.kind,
          at: last.at,
          messageId: last.messageId,
          toAddress: message.from.address,
        }).length === 0;
  const stop = all.find(({ kind }) => kind === 'remove');
  return {
    answered: isAnswer && first ? last : undefined,
    stop,
    sinceStop: stop === undefined ? [] : [...correspondence.receivedSince(message, stop), message.messageId],
  };
}

function samePerson(a: string, b: string, correspondence: Correspondence): boolean {
  return a === b || (correspondence.record(a)?.key ?? a) === (correspondence.record(b)?.key ?? b);
}
