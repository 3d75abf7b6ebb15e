/** The record of all earlier mail and every question to it (see `correspondence.ts`); what is remembered is in `memory.ts`. */
import type { Verdict } from '../contract/views.ts';
import { mailboxKey } from '../mail/address.ts';
import type { Owner } from '../mail/owner.ts';
import type { TriageMessage } from '../triage/triage-message.ts';
import type { Label } from '../triage/vocabulary.ts';
import { personFeatures } from './answer-features.ts';
import { ANSWER_WEIGHTS } from './answer-weights.ts';
import { type AnswerWeights, chanceForMessage, chanceForPerson } from './answering.ts';
import { NAMED_OF_CAMPAIGN } from './campaigns.ts';
import { strengthOf } from './contributions.ts';
import type {
  Arriving,
  BoundaryRecord,
  Correspondence,
  LikelyAnswer,
  PersonRecord,
  Strength,
} from './correspondence.ts';
import { evidenceOf } from './evidence.ts';
import { registrableDomain } from './free-mail.ts';
import { Ledger } from './ledger.ts';
import { Memory } from './memory.ts';
import { hasRecord, interactionsAsOf, ledgerAsOf, type Mailbox, mailboxesAsOf, nameOf, type Person } from './people.ts';
import { joinsAsOf, recordOf } from './person-record.ts';
import type { PersonWord } from './person-words.ts';
import { type Probe, type Probed, sumOfProbes } from './probe.ts';
import type { StrengthWeights } from './strength.ts';
import { STRENGTH_WEIGHTS } from './strength-weights.ts';
import { USUAL_ANSWER_RATE } from './usual-answers.ts';

/** Colleagues named per domain: enough to show, and constant work at a firm where everybody writes. */
const COLLEAGUES_NAMED = 20;
/** As of all that was observed. */
const NOW = Number.POSITIVE_INFINITY;

/** What was fitted. */
export interface RankingWeights {
  readonly tie: StrengthWeights;
  readonly answer: AnswerWeights;
}

const FITTED: RankingWeights = { tie: STRENGTH_WEIGHTS, answer: ANSWER_WEIGHTS };

/**
 * `judgements` come in the order in which they were given: of several on one person the last counts.
 *
 * Other weights than the fitted ones are for measuring them on people they were not fitted on.
 */
export function createCorrespondence(
  owner: Owner,
  judgements: readonly { readonly address: string; readonly verdict: Verdict }[],
  words: readonly PersonWord[] = [],
  weights: RankingWeights = FITTED,
  probes: readonly Probe[] = [],
): Correspondence {
  return new Questions(owner, judgements, words, weights, probes);
}

class Questions implements Correspondence {
  readonly owner: Owner;
  readonly #memory: Memory;
  readonly #ownerKeys: ReadonlySet<string>;
  readonly #weights: RankingWeights;
  /** By mailbox key; `turn` grows with each. */
  readonly #verdicts = new Map<string, { readonly verdict: Verdict; readonly turn: number }>();
  #turn = 0;
  /** By mailbox key. */
  readonly #probes = new Map<string, Probed>();

  constructor(
    owner: Owner,
    judgements: readonly { readonly address: string; readonly verdict: Verdict }[],
    words: readonly PersonWord[],
    weights: RankingWeights,
    probes: readonly Probe[],
  ) {
    this.owner = owner;
    this.#ownerKeys = new Set(owner.addresses.map(mailboxKey));
    this.#weights = weights;
    this.#memory = new Memory(owner, words);
    for (const { address, verdict } of judgements) this.judge(address, verdict);
    for (const { address, ...probed } of probes) {
      this.#probes.set(mailboxKey(address), probed);
      // Somebody of whom nothing is here yet is somebody all the same.
      if (probed.sentCount > 0) this.#memory.people.meet(address);
    }
  }

  isOwner(address: string): boolean {
    return this.#ownerKeys.has(mailboxKey(address));
  }

  observe(message: TriageMessage, labels: readonly Label[]): void {
    this.#memory.observe(message, labels);
  }

  record(address: string): PersonRecord | undefined {
    const mailbox = this.#memory.people.mailbox(address);
    if (!mailbox || mailbox.own) return undefined;
    const probed = this.#probedOf(mailbox);
    if (!hasRecord(mailbox.person.ledger) && probed === undefined) return undefined;
    return { ...recordOf(mailbox, NOW), ...(probed ? { probed } : {}) };
  }

  strength(address: string, asOf: number, arriving: Arriving = {}): Strength {
    const mailbox = this.#memory.people.mailbox(address);
    const ledger = mailbox ? ledgerAsOf(mailbox, asOf) : new Ledger();
    const verdict = this.#verdictOn(mailbox, address);
    const domain = arriving.impersonal ? '' : this.#memory.people.domainOf(address);
    const self = mailbox ? mailboxesAsOf(mailbox, asOf) : [];
    const [colleague] = this.#memory.domains.known(domain, self, asOf, 1);
    const { value, contributions } = strengthOf(
      {
        ledger,
        interactions: mailbox ? interactionsAsOf(mailbox, asOf) : [],
        verdict,
        colleague: colleague && (nameOf(colleague.person) || colleague.key),
        firmShare: colleague ? this.#memory.domains.knownShare(domain, self, asOf) : 0,
        vouchedBy: arriving.vouchedBy,
        circle: arriving.circle,
        probed: mailbox && this.#probedOf(mailbox),
      },
      asOf,
      this.#weights.tie,
    );
    const values = personFeatures(ledger, USUAL_ANSWER_RATE, asOf);
    return { value, contributions, likelyToAnswer: chanceForPerson(values, verdict, this.#weights.answer) };
  }

  likelyToAnswer(message: TriageMessage): LikelyAnswer {
    const { address } = message.from;
    const verdict = this.#verdictOn(this.#memory.people.mailbox(address), address);
    return chanceForMessage(message, this.#memory.answerValues(message), verdict, this.#weights.answer);
  }

  evidence(address: string, asOf: number, isComplete = false): ReturnType<Correspondence['evidence']> {
    const mailbox = this.#memory.people.mailbox(address);
    return evidenceOf(
      mailbox ? ledgerAsOf(mailbox, asOf) : new Ledger(),
      mailbox ? interactionsAsOf(mailbox, asOf) : [],
      mailbox ? joinsAsOf(mailbox, asOf).filter(({ wordId }) => wordId === undefined) : [],
      this.#memory.coverageAsOf(asOf),
      isComplete,
      mailbox && this.#probedOf(mailbox),
    );
  }

  peopleNamed(name: string): readonly PersonRecord[] {
    return this.#byStrength(this.#memory.people.named(name));
  }

  peopleCalled(firstName: string): readonly PersonRecord[] {
    return this.#byStrength(this.#memory.people.calledBy(firstName));
  }

  #byStrength(people: readonly Person[]): readonly PersonRecord[] {
    return people
      .filter(({ ledger }) => hasRecord(ledger))
      .map((person) => ({ person, value: this.strength(person.key, this.#memory.latestAt).value }))
      .sort((a, b) => b.value - a.value)
      .flatMap(({ person }) => person.mailboxes.slice(0, 1).map((mailbox) => recordOf(mailbox, NOW)));
  }

  knownAtDomain(address: string): readonly PersonRecord[] {
    const { people, domains } = this.#memory;
    const self = people.person(address)?.mailboxes ?? [];
    return domains
      .known(people.domainOf(address), self, NOW, COLLEAGUES_NAMED)
      .map((mailbox) => recordOf(mailbox, NOW));
  }

  streak(address: string): ReturnType<Correspondence['streak']> {
    const { messageIds, firstAt, wanted } = this.#memory.people.mailbox(address)?.streak ?? {
      messageIds: [],
      firstAt: undefined,
      wanted: undefined,
    };
    return {
      count: messageIds.length,
      messageIds: [...messageIds],
      ...(firstAt === undefined ? {} : { firstAt }),
      ...(wanted === undefined ? {} : { wanted }),
    };
  }

  thread(message: TriageMessage): ReturnType<Correspondence['thread']> {
    return this.#memory.threads.record(message.threadId);
  }

  earlier(messageId: string): ReturnType<Correspondence['earlier']> {
    return this.#memory.seen.get(messageId);
  }

  boundariesWith(message: TriageMessage): readonly BoundaryRecord[] {
    if (this.#memory.boundaries.isEmpty) return [];
    return this.#memory.boundaries.concerning(
      this.#memory.people.person(message.from.address),
      this.#domainOf(message),
      this.#groupOf(message),
      unsubscribeMailboxes(message),
    );
  }

  receivedSince(message: TriageMessage, boundary: BoundaryRecord): readonly string[] {
    const found = new Map<string, number>();
    for (const { kind, at, messageId } of this.#memory.people.person(message.from.address)?.interactions ?? [])
      if ((kind === 'received' || kind === 'listed') && at > boundary.at) found.set(messageId, at);
    const domain = this.#domainOf(message);
    if (domain !== undefined)
      for (const { at, messageId } of this.#memory.domains.receivedSince(domain, boundary.at)) found.set(messageId, at);
    const group = this.#groupOf(message);
    if (group !== undefined)
      for (const { at, messageId } of this.#memory.campaigns.since(group, boundary.at)) found.set(messageId, at);
    for (const { at, messageId } of this.#memory.sisters.of(registrableDomain(message.from.address)))
      if (at > boundary.at) found.set(messageId, at);
    for (const messageId of this.#memory.answersToBoundaries) found.delete(messageId);
    return [...found].sort((a, b) => a[1] - b[1]).map(([messageId]) => messageId);
  }

  campaignOf(message: TriageMessage): ReturnType<Correspondence['campaignOf']> {
    const { signals, from } = message;
    const targets = this.#memory.targetsOf(message);
    const likeTexts = this.#memory.campaigns.find(signals.sketch, mailboxKey(from.address), targets);
    const pitches = this.#memory.sisters.of(registrableDomain(from.address));
    const [first] = pitches;
    if (likeTexts !== undefined || first === undefined) return likeTexts;
    const messageIds = pitches.slice(0, NAMED_OF_CAMPAIGN).map(({ messageId }) => messageId);
    const senders = [...new Set(pitches.map(({ sender }) => sender))].slice(0, NAMED_OF_CAMPAIGN);
    return { id: first.messageId, messageIds, senders };
  }

  judge(address: string, verdict: Verdict | null): void {
    this.#turn += 1;
    if (verdict === null) this.#verdicts.delete(mailboxKey(address));
    else this.#verdicts.set(mailboxKey(address), { verdict, turn: this.#turn });
  }

  verdict(address: string): Verdict | undefined {
    return this.#verdictOn(this.#memory.people.mailbox(address), address);
  }

  areSaidToBeTwo(address: string, other: string): boolean {
    return this.#memory.people.areSaidToBeTwo(address, other);
  }

  people(asOf: number): readonly (PersonRecord & { readonly strength: Strength })[] {
    const ranked: (PersonRecord & { readonly strength: Strength })[] = [];
    for (const mailbox of this.#memory.people.everybody(asOf))
      if (hasRecord(ledgerAsOf(mailbox, asOf)))
        ranked.push({ ...recordOf(mailbox, asOf), strength: this.strength(mailbox.key, asOf) });
    return ranked.sort((a, b) => b.strength.value - a.strength.value);
  }

  get coverage(): Correspondence['coverage'] {
    return this.#memory.coverageAsOf(NOW);
  }

  #verdictOn(mailbox: Mailbox | undefined, address: string): Verdict | undefined {
    if (this.#verdicts.size === 0) return undefined;
    if (!mailbox) return this.#verdicts.get(mailboxKey(address))?.verdict;
    return mailbox.person.mailboxes
      .map(({ key }) => this.#verdicts.get(key))
      .reduce((last, one) => ((one?.turn ?? 0) > (last?.turn ?? 0) ? one : last), undefined)?.verdict;
  }

  /** Undefined where Gmail was not asked, or knows of nothing that the owner wrote. */
  #probedOf({ person }: Mailbox): Probed | undefined {
    if (this.#probes.size === 0) return undefined;
    const probed = sumOfProbes(person.mailboxes.flatMap(({ key }) => this.#probes.get(key) ?? []));
    return probed && probed.sentCount > 0 ? probed : undefined;
  }

  /** The sender's domain, unless it is free mail. */
  #domainOf({ from, receivedAt }: TriageMessage): string | undefined {
    const domain = this.#memory.people.domainOf(from.address);
    return this.#memory.domains.isEvidential(domain, receivedAt) ? domain : undefined;
  }

  #groupOf({ messageId, signals }: TriageMessage): string | undefined {
    const { campaigns } = this.#memory;
    return campaigns.groupOf(messageId) ?? campaigns.groupFor(signals.sketch);
  }
}

/** Where a list says that one may ask to leave (RFC 2369): a request sent there was made to the list. */
function unsubscribeMailboxes({ headers }: TriageMessage): readonly string[] {
  return [...(headers.listUnsubscribe ?? '').matchAll(/<\s*mailto:([^?>\s]+)/gi)].map(([, address]) =>
    mailboxKey(address ?? ''),
  );
}
