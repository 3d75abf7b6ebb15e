/** All that is remembered of the mail so far, and how a message adds to it. Constant work per message. */
import { mailboxKey } from '../mail/address.ts';
import type { Owner } from '../mail/owner.ts';
import type { TriageMessage } from '../triage/triage-message.ts';
import type { Label } from '../triage/vocabulary.ts';
import { answerFeatures, type AnswerValues, OwnerPace } from './answer-features.ts';
import { Boundaries } from './boundaries.ts';
import { Campaigns } from './campaigns.ts';
import { SisterDomains } from './sister-domains.ts';
import type { BoundaryRecord, Correspondence } from './correspondence.ts';
import { isPlausibleTime } from './dates-in-words.ts';
import { Domains } from './domains.ts';
import { recordIntroductions } from './introductions.ts';
import { Joining } from './joining.ts';
import { keptLabels, wantedIn } from './kept-labels.ts';
import { type Interaction, Ledger, type Place } from './ledger.ts';
import { type Mailbox, People } from './people.ts';
import { type PersonWord, PersonWords } from './person-words.ts';
import { SeenMessages } from './seen-messages.ts';
import { ThreadLedger } from './thread-ledger.ts';

/** Others in To and Cc that are looked at: in a larger crowd nobody is in anybody's company. */
const LARGEST_COMPANY = 30;

export class Memory {
  readonly people: People;
  readonly threads = new ThreadLedger();
  readonly domains = new Domains();
  readonly campaigns = new Campaigns();
  readonly sisters = new SisterDomains();
  readonly boundaries = new Boundaries();
  readonly #joining: Joining;
  readonly pace = new OwnerPace();
  readonly seen = new SeenMessages();
  #receivedSince: number | undefined;
  #sentSince: number | undefined;
  latestAt = 0;
  /** Message-IDs of angry and of sorry answers: they are about a boundary, not past it. */
  readonly answersToBoundaries = new Set<string>();

  constructor(owner: Owner, words: readonly PersonWord[] = []) {
    this.people = new People(new Set(owner.addresses.map(mailboxKey)), new PersonWords(words));
    this.#joining = new Joining(this.people, (messageId) => this.seen.partiesOf(messageId));
  }

  observe(message: TriageMessage, judged: readonly Label[]): void {
    const labels = keptLabels(judged);
    if (labels.includes('hostile-reply') || labels.includes('apology')) this.answersToBoundaries.add(message.messageId);
    const { direction, receivedAt: at, from } = message;
    this.latestAt = Math.max(this.latestAt, at);
    if (isPlausibleTime(at)) {
      if (direction === 'received') this.#receivedSince ??= at;
      else this.#sentSince ??= at;
    }
    const parties = direction === 'sent' ? this.#observeSent(message) : this.#observeReceived(message, labels);
    this.seen.add(message.messageId, { from: from.address, direction, at }, parties);
  }

  #observeReceived(message: TriageMessage, labels: readonly Label[]): readonly Mailbox[] {
    const { receivedAt: at, messageId, from, signals } = message;
    if (signals.automated || from.address === '') return NOBODY;
    const writer = this.people.meet(from.address);
    if (writer.own) return NOBODY;
    const proven = this.#joining.byReceived(message, writer);
    if (proven) this.people.join(writer, proven.other, at, proven.reason);
    this.people.learnSpelling(writer, from.address, from.name);
    const listed = isListed(message);
    const { place, targets, company } = this.#header(message, writer);
    this.campaigns.observe(signals.sketch, writer.key, targets, messageId, at);
    if (!listed) recordIntroductions(message, labels, writer, this.people);
    const { opensThread, completesThread, answerMs } = this.threads.received(message.threadId, writer.key, at);
    const recipientCount = recipientCountOf(message);
    const received: Interaction = {
      kind: listed ? 'listed' : 'received',
      at,
      messageId,
      place,
      recipientCount,
      opensThread,
      completesThread,
      answerMs,
      introducer: undefined,
    };
    this.people.record(writer, received);
    const wanted = wantedIn(labels);
    // What is wanted once is wanted until it is answered.
    writer.streak.wanted = wanted ?? writer.streak.wanted;
    if (wanted !== undefined) this.sisters.observe({ messageId, at, sender: writer.key, domain: writer.domain });
    this.domains.received(writer, received, listed ? undefined : company);
    if (listed) return writer.alone;
    this.pace.received.add(1, at);
    if (company.length === 0) return writer.alone;
    const inCompany: Interaction = {
      kind: 'company',
      at,
      messageId,
      place,
      recipientCount,
      opensThread: false,
      completesThread: false,
      answerMs: undefined,
      introducer: undefined,
    };
    for (const other of company) this.people.record(other, inCompany);
    return [writer, ...company];
  }

  /** The owner's place in a received message, which of the owner's addresses it was written to, and who else is in it. */
  #header({ to, cc, deliveredTo }: TriageMessage, writer: Mailbox | undefined): Header {
    let place: Place = 'bcc';
    let targets: readonly string[] = deliveredTo;
    let company: Mailbox[] | undefined;
    const countsCompany = to.length + cc.length <= LARGEST_COMPANY;
    for (const list of [cc, to]) {
      for (const { address } of list) {
        if (address === '') continue;
        const mailbox = this.people.meet(address);
        if (mailbox.own || deliveredTo.includes(address)) {
          place = list === to ? 'to' : 'cc';
          if (mailbox.own) targets = targets === deliveredTo ? [address] : [...targets, address];
        } else if (countsCompany && mailbox !== writer && company?.includes(mailbox) !== true) {
          (company ??= []).push(mailbox);
        }
      }
    }
    return { place, targets, company: company ?? NOBODY };
  }

  /** Which of the owner's addresses a received message was written to. */
  targetsOf(message: TriageMessage): readonly string[] {
    return this.#header(message, undefined).targets;
  }

  #observeSent(message: TriageMessage): readonly Mailbox[] {
    const { receivedAt: at, messageId, threadId, signals } = message;
    if (signals.automated) return NOBODY;
    const recipients = this.#recipientsOf(message);
    const mailboxes = recipients.map(({ mailbox }) => mailbox);
    const { boundary } = signals;
    if (boundary !== undefined) {
      this.#observeBoundary(message, boundary, recipients);
      return mailboxes;
    }
    const before = recipients.length <= LARGEST_COMPANY ? this.threads.participants(threadId) : [];
    const steps = this.threads.sent(
      threadId,
      mailboxes.map(({ key }) => key),
      at,
    );
    for (const [index, { mailbox, place }] of recipients.entries()) {
      const step = steps[index];
      if (!step) continue;
      const proven = this.#joining.bySent(message, mailbox, before);
      if (proven) this.people.join(mailbox, proven.other, at, proven.reason);
      this.people.record(mailbox, {
        kind: 'sent',
        at,
        messageId,
        place,
        recipientCount: recipients.length,
        opensThread: step.opensThread,
        completesThread: step.completesThread,
        answerMs: step.answerMs,
        introducer: undefined,
      });
      this.domains.sent(mailbox, at);
    }
    this.pace.sent.add(1, at);
    if (steps.some(({ answerMs }) => answerMs !== undefined)) this.pace.answered.add(1, at);
    return mailboxes;
  }

  #observeBoundary(
    { receivedAt: at, messageId, threadId, inReplyTo }: TriageMessage,
    kind: BoundaryRecord['kind'],
    recipients: readonly Recipient[],
  ): void {
    this.threads.bounded(threadId, { kind, at, messageId });
    const group = inReplyTo === undefined ? undefined : this.campaigns.groupOf(inReplyTo);
    for (const { mailbox, address } of recipients) {
      this.boundaries.add({
        boundary: { kind, at, messageId, toAddress: address },
        mailboxKey: mailbox.key,
        domain: this.domains.isEvidential(mailbox.domain, at) ? mailbox.domain : undefined,
        group,
      });
      this.people.record(mailbox, {
        kind: 'boundary',
        at,
        messageId,
        place: 'to',
        recipientCount: recipients.length,
        opensThread: false,
        completesThread: false,
        answerMs: undefined,
        introducer: undefined,
      });
    }
  }

  /** Everybody else whom the owner wrote to, once each. */
  #recipientsOf(message: TriageMessage): readonly Recipient[] {
    const found: Recipient[] = [];
    const met = new Set<Mailbox>();
    for (const place of ['to', 'cc', 'bcc'] as const) {
      for (const { address, name } of message[place]) {
        if (address === '') continue;
        const mailbox = this.people.meet(address);
        if (mailbox.own || met.has(mailbox)) continue;
        met.add(mailbox);
        this.people.learnSpelling(mailbox, address, name);
        found.push({ mailbox, address, place });
      }
    }
    return found;
  }

  /** What the record says of a received message before it is observed. */
  answerValues(message: TriageMessage): AnswerValues {
    const { address } = message.from;
    return answerFeatures(
      message,
      this.#header(message, undefined).place,
      recipientCountOf(message),
      this.people.person(address)?.ledger ?? new Ledger(),
      this.threads.state(message.threadId, mailboxKey(address)),
      this.pace,
    );
  }

  coverageAsOf(asOf: number): Correspondence['coverage'] {
    const reached = (since: number | undefined): since is number => since !== undefined && since <= asOf;
    return {
      ...(reached(this.#receivedSince) ? { receivedSince: this.#receivedSince } : {}),
      ...(reached(this.#sentSince) ? { sentSince: this.#sentSince } : {}),
      messageCount: this.seen.size,
    };
  }
}

const NOBODY: readonly Mailbox[] = [];

interface Header {
  readonly place: Place;
  readonly targets: readonly string[];
  readonly company: readonly Mailbox[];
}

interface Recipient {
  readonly mailbox: Mailbox;
  readonly address: string;
  readonly place: Place;
}

/** Personal mail is what neither list software nor the spam folder had. */
function isListed({ signals, headers, labels }: TriageMessage): boolean {
  return signals.bulk || headers.listId !== undefined || labels.includes('SPAM');
}

function recipientCountOf({ to, cc }: TriageMessage): number {
  return Math.max(1, to.length + cc.length);
}
