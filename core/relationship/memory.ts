/** All that is remembered of the mail so far, and how a message adds to it. Constant work per message. */
import { type Address, mailboxKey } from '../mail/address.ts';
import type { Owner } from '../mail/owner.ts';
import type { TriageMessage } from '../triage/triage-message.ts';
import type { Label } from '../triage/vocabulary.ts';
import { OwnerPace } from './answer-features.ts';
import { Boundaries } from './boundaries.ts';
import { Campaigns } from './campaigns.ts';
import type { BoundaryRecord, Correspondence } from './correspondence.ts';
import { isPlausibleTime } from './dates-in-words.ts';
import { Domains } from './domains.ts';
import { recordIntroductions } from './introductions.ts';
import { Joining } from './joining.ts';
import type { Interaction, Place } from './ledger.ts';
import { type Mailbox, People } from './people.ts';
import { ThreadLedger } from './thread-ledger.ts';

/** Others in To and Cc that are looked at: in a larger crowd nobody is in anybody's company. */
const LARGEST_COMPANY = 30;

/** A message that was observed: enough to know it again. */
interface Seen {
  readonly from: string;
  readonly direction: 'sent' | 'received';
  readonly at: number;
  /** Mailbox keys of whoever had it besides the owner. */
  readonly parties: readonly string[];
}

export class Memory {
  readonly #ownerKeys: ReadonlySet<string>;
  readonly people = new People();
  readonly threads = new ThreadLedger();
  readonly domains = new Domains();
  readonly campaigns = new Campaigns();
  readonly boundaries = new Boundaries();
  readonly #joining: Joining;
  readonly pace = new OwnerPace();
  readonly seen = new Map<string, Seen>();
  #receivedSince: number | undefined;
  #sentSince: number | undefined;
  latestAt = 0;

  constructor(owner: Owner) {
    this.#ownerKeys = new Set(owner.addresses.map(mailboxKey));
    this.#joining = new Joining(this.people, (messageId) => this.seen.get(messageId)?.parties ?? []);
  }

  isOwner(address: string): boolean {
    return this.#ownerKeys.has(mailboxKey(address));
  }

  observe(message: TriageMessage, labels: readonly Label[]): void {
    const { direction, receivedAt: at, from } = message;
    this.latestAt = Math.max(this.latestAt, at);
    if (isPlausibleTime(at)) {
      if (direction === 'received') this.#receivedSince ??= at;
      else this.#sentSince ??= at;
    }
    const parties = direction === 'sent' ? this.#observeSent(message) : this.#observeReceived(message, labels);
    this.seen.set(message.messageId, { from: from.address, direction, at, parties });
  }

  #observeReceived(message: TriageMessage, labels: readonly Label[]): readonly string[] {
    const { receivedAt: at, messageId, from, signals } = message;
    if (signals.automated || from.address === '' || this.isOwner(from.address)) return [];
    this.campaigns.observe(signals.simhash, mailboxKey(from.address), message.deliveredTo, messageId, at);
    const writer = this.people.meet(from.address);
    const proven = this.#joining.byReceived(message, writer);
    if (proven) this.people.join(writer, proven.other, at, proven.reason);
    this.people.learnSpelling(writer, from.address, from.name);
    const listed = isListed(message);
    if (!listed) recordIntroductions(message, labels, writer, this.people, (address) => this.isOwner(address));
    const step = this.threads.received(message.threadId, writer.key, at);
    const interaction = {
      at,
      messageId,
      place: this.placeOfOwner(message),
      recipientCount: recipientCount(message),
    } as const;
    this.people.record(writer, {
      kind: listed ? 'listed' : 'received',
      mailbox: writer.key,
      ...interaction,
      ...step,
    });
    const others = listed ? [] : this.#othersIn(message, writer);
    for (const other of others) {
      this.people.record(other, {
        kind: 'company',
        mailbox: other.key,
        ...interaction,
        opensThread: false,
        completesThread: false,
      });
    }
    const company = others.map(({ key }) => key);
    if (!listed) {
      this.domains.observe(writer, at, messageId, company);
      this.pace.received.add(1, at);
    }
    return [writer.key, ...company];
  }

  /** Everybody else named beside the owner, once each. */
  #othersIn({ to, cc }: TriageMessage, writer: Mailbox): readonly Mailbox[] {
    if (to.length + cc.length > LARGEST_COMPANY) return [];
    const others = new Set<Mailbox>();
    for (const { address } of [...to, ...cc])
      if (address !== '' && !this.isOwner(address)) others.add(this.people.meet(address));
    others.delete(writer);
    return [...others];
  }

  /** Where the owner stands in the header of a received message. */
  placeOfOwner({ to, cc, deliveredTo }: TriageMessage): Place {
    const mine = ({ address }: Address): boolean => this.isOwner(address) || deliveredTo.includes(address);
    if (to.some(mine)) return 'to';
    return cc.some(mine) ? 'cc' : 'bcc';
  }

  #observeSent(message: TriageMessage): readonly string[] {
    const { receivedAt: at, messageId, threadId, signals } = message;
    if (signals.automated) return [];
    const recipients = this.#recipientsOf(message);
    const keys = recipients.map(({ mailbox }) => mailbox.key);
    const { boundary } = signals;
    if (boundary !== undefined) {
      this.#observeBoundary(message, boundary, recipients);
      return keys;
    }
    const before = recipients.length <= LARGEST_COMPANY ? (this.threads.record(threadId)?.participantKeys ?? []) : [];
    const steps = this.threads.sent(threadId, keys, at);
    for (const [index, { mailbox, place }] of recipients.entries()) {
      const step = steps[index];
      if (!step) continue;
      const proven = this.#joining.bySent(message, mailbox, before);
      if (proven) this.people.join(mailbox, proven.other, at, proven.reason);
      const interaction: Interaction = {
        kind: 'sent',
        at,
        messageId,
        mailbox: mailbox.key,
        place,
        recipientCount: recipients.length,
        ...step,
      };
      this.people.record(mailbox, interaction);
      this.domains.observe(mailbox, at, undefined, []);
    }
    this.pace.sent.add(1, at);
    if (steps.some(({ answerMs }) => answerMs !== undefined)) this.pace.answered.add(1, at);
    return keys;
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
        domain: this.domains.evidential(address, at),
        group,
      });
      this.people.record(mailbox, {
        kind: 'boundary',
        at,
        messageId,
        mailbox: mailbox.key,
        place: 'to',
        recipientCount: recipients.length,
        opensThread: false,
        completesThread: false,
      });
    }
  }

  /** Everybody else whom the owner wrote to, once each. */
  #recipientsOf(message: TriageMessage): readonly Recipient[] {
    const found = new Map<Mailbox, Recipient>();
    for (const place of ['to', 'cc', 'bcc'] as const) {
      for (const { address, name } of message[place]) {
        if (address === '' || this.isOwner(address)) continue;
        const mailbox = this.people.meet(address);
        if (found.has(mailbox)) continue;
        this.people.learnSpelling(mailbox, address, name);
        found.set(mailbox, { mailbox, address, place });
      }
    }
    return [...found.values()];
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

interface Recipient {
  readonly mailbox: Mailbox;
  readonly address: string;
  readonly place: Place;
}

/** Personal mail is what neither list software nor the spam folder had. */
function isListed({ signals, headers, labels }: TriageMessage): boolean {
  return signals.bulk || headers.listId !== undefined || labels.includes('SPAM');
}

export function recipientCount({ to, cc }: TriageMessage): number {
  return Math.max(1, to.length + cc.length);
}
