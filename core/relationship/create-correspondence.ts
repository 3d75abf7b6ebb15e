/** The memory of all earlier mail, fed in date order (see `correspondence.ts`). */
import type { Verdict } from '../contract/views.ts';
import { mailboxKey } from '../mail/address.ts';
import type { Owner } from '../mail/owner.ts';
import type { TriageMessage } from '../triage/triage-message.ts';
import type { Label } from '../triage/vocabulary.ts';
import { Boundaries } from './boundaries.ts';
import { Campaigns } from './campaigns.ts';
import type { BoundaryRecord, Correspondence, PersonRecord, Strength } from './correspondence.ts';
import { isPlausibleTime } from './dates-in-words.ts';
import { Domains } from './domains.ts';
import { evidenceOf } from './evidence.ts';
import { Ledger, type Place } from './ledger.ts';
import { ledgerAsOf, type Mailbox, mailboxKeysAsOf, mostUsed, People, type Person } from './people.ts';
import { strengthOf } from './strength.ts';
import { ThreadLedger } from './thread-ledger.ts';

/** Colleagues named per domain: enough to show, and constant work at a firm where everybody writes. */
const KNOWN_AT_DOMAIN_LIMIT = 20;
/** A message to more people than this introduces nobody. */
const INTRODUCTION_RECIPIENTS = 6;

export function createCorrespondence(
  owner: Owner,
  judgements: readonly { readonly address: string; readonly verdict: Verdict }[],
): Correspondence {
  const ownerKeys = new Set(owner.addresses.map(mailboxKey));
  const isOwner = (address: string): boolean => ownerKeys.has(mailboxKey(address));
  const people = new People();
  const threads = new ThreadLedger();
  const domains = new Domains();
  const campaigns = new Campaigns();
  const boundaries = new Boundaries();
  const byMessageId = new Map<string, NonNullable<ReturnType<Correspondence['earlier']>>>();
  const verdicts = new Map<string, Verdict>();
  for (const { address, verdict } of judgements) verdicts.set(mailboxKey(address), verdict);
  let receivedSince: number | undefined;
  let sentSince: number | undefined;
  let lastAt = 0;

  function observe(message: TriageMessage, labels: readonly Label[]): void {
    const { direction, receivedAt: at, messageId, from } = message;
    lastAt = Math.max(lastAt, at);
    byMessageId.set(messageId, { from: from.address, direction, at });
    if (isPlausibleTime(at)) {
      if (direction === 'received') receivedSince ??= at;
      else sentSince ??= at;
    }
    if (direction === 'sent') observeSent(message);
    else if (from.address !== '' && !isOwner(from.address)) observeReceived(message, labels);
  }

  function observeReceived(message: TriageMessage, labels: readonly Label[]): void {
    const { receivedAt: at, messageId, from, signals } = message;
    if (signals.automated) return;
    campaigns.observe(signals.simhash, mailboxKey(from.address), message.deliveredTo, messageId, at);
    const mailbox = people.meet(from.address, from.name);
    const thread = threads.received(message.threadId, mailbox.key, at);
    people.record(mailbox, {
      kind: 'received',
      at,
      messageId,
      mailbox: mailbox.key,
      place: placeOfOwner(message),
      recipientCount: message.to.length + message.cc.length,
      ...thread,
    });
    domains.observe(mailbox, at, messageId);
    if (labels.includes('introduction')) introduce(mailbox.person, message);
  }

  function placeOfOwner({ to, cc, deliveredTo, signals, headers }: TriageMessage): Place {
    if (signals.bulk || headers.listId !== undefined) return 'list';
    const mine = ({ address }: { readonly address: string }): boolean =>
      isOwner(address) || deliveredTo.includes(address);
    if (to.some(mine)) return 'to';
    return cc.some(mine) ? 'cc' : 'bcc';
  }

  /** Strangers whom a person with two-way mail copies in with the words of an introduction. */
  function introduce(introducer: Person, message: TriageMessage): void {
    if (introducer.ledger.sentCount === 0) return;
    const others = [...message.to, ...message.cc].filter(({ address }) => address !== '' && !isOwner(address));
    if (others.length > INTRODUCTION_RECIPIENTS) return;
    for (const { address, name } of others) {
      const mailbox = people.meet(address, name);
      const { ledger } = mailbox.person;
      if (mailbox.person === introducer || ledger.sentCount > 0 || ledger.receivedCount > 0) continue;
      people.record(mailbox, {
        kind: 'introduced',
        at: message.receivedAt,
        messageId: message.messageId,
        mailbox: mailbox.key,
        place: 'to',
        recipientCount: 1,
        opensThread: false,
        completesThread: false,
        introducer: { address: message.from.address, name: mostUsed(introducer.names) || message.from.name },
      });
    }
  }

  function observeSent(message: TriageMessage): void {
    const { receivedAt: at, messageId, threadId, signals } = message;
    const recipients = recipientsOf(message);
    if (signals.boundary !== undefined) {
      threads.bounded(threadId, { kind: signals.boundary, at, messageId });
      const group = message.inReplyTo === undefined ? undefined : campaigns.groupOf(message.inReplyTo);
      for (const { mailbox, address } of recipients) {
        boundaries.add({
          boundary: { kind: signals.boundary, at, messageId, toAddress: address },
          mailboxKey: mailbox.key,
          domain: domains.evidential(address),
          group,
        });
        people.record(mailbox, {
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
      return;
    }
    const steps = threads.sent(
      threadId,
      recipients.map(({ mailbox }) => mailbox.key),
      at,
    );
    for (const [index, { mailbox, place }] of recipients.entries()) {
      const step = steps[index];
      if (!step) continue;
      people.record(mailbox, {
        kind: 'sent',
        at,
        messageId,
        mailbox: mailbox.key,
        place,
        recipientCount: recipients.length,
        ...step,
      });
      domains.observe(mailbox, at, undefined);
    }
  }

  /** Everybody else whom the owner wrote to, once each. */
  function recipientsOf(message: TriageMessage): readonly { mailbox: Mailbox; address: string; place: Place }[] {
    const found = new Map<string, { mailbox: Mailbox; address: string; place: Place }>();
    for (const place of ['to', 'cc', 'bcc'] as const) {
      for (const { address, name } of message[place]) {
        if (address === '' || isOwner(address) || found.has(mailboxKey(address))) continue;
        found.set(mailboxKey(address), { mailbox: people.meet(address, name), address, place });
      }
    }
    return [...found.values()];
  }

  function recordOf(person: Person): PersonRecord {
    const { ledger } = person;
    const { introduction } = ledger;
    const spellings = new Map(person.mailboxes.flatMap(({ spellings }) => [...spellings]));
    return {
      key: person.key,
      name: mostUsed(person.names),
      addresses: [...spellings].sort((a, b) => b[1] - a[1]).map(([address]) => address),
      receivedCount: ledger.receivedCount,
      sentCount: ledger.sentCount,
      boundarySentCount: ledger.boundarySentCount,
      ...given('firstReceivedAt', ledger.firstReceivedAt),
      ...given('lastReceivedAt', ledger.lastReceivedAt),
      ...given('firstSentAt', ledger.firstSentAt),
      ...given('lastSentAt', ledger.lastSentAt),
      sharedThreadCount: ledger.sharedThreadCount,
      unansweredCount: ledger.unansweredCount,
      ...(introduction?.introducer
        ? { introducedBy: { ...introduction.introducer, at: introduction.at, messageId: introduction.messageId } }
        : {}),
    };
  }

  function strengthOfMailbox(mailbox: Mailbox | undefined, address: string, asOf: number): Strength {
    const ledger = mailbox ? ledgerAsOf(mailbox, asOf) : new Ledger();
    const colleague = domains.known(address, mailbox?.person, asOf, 1)[0];
    const verdict = verdictOn(mailbox, address);
    return strengthOf(
      {
        ledger,
        ...(colleague ? { colleague: mostUsed(colleague.names) || colleague.key } : {}),
        ...(verdict ? { verdict } : {}),
      },
      asOf,
    );
  }

  function verdictOn(mailbox: Mailbox | undefined, address: string): Verdict | undefined {
    const own = verdicts.get(mailboxKey(address));
    if (own !== undefined || !mailbox) return own;
    return mailbox.person.mailboxes.map(({ key }) => verdicts.get(key)).find((verdict) => verdict !== undefined);
  }

  function strength(address: string, asOf: number): Strength {
    return strengthOfMailbox(people.mailbox(address), address, asOf);
  }

  function hasRecord(person: Person): boolean {
    return person.interactions.length > 0;
  }

  function campaignGroup(message: TriageMessage): string | undefined {
    return campaigns.groupOf(message.messageId) ?? campaigns.groupFor(message.signals.simhash);
  }

  function boundariesWith(message: TriageMessage): readonly BoundaryRecord[] {
    const { address } = message.from;
    return boundaries.concerning(people.person(address), domains.evidential(address), campaignGroup(message));
  }

  function messagesSince(message: TriageMessage, boundary: BoundaryRecord): readonly string[] {
    const { address } = message.from;
    const found = new Map<string, number>();
    for (const { kind, at, messageId } of people.person(address)?.interactions ?? [])
      if (kind === 'received' && at > boundary.at) found.set(messageId, at);
    const domain = domains.evidential(address);
    if (domain !== undefined)
      for (const { at, messageId } of domains.receivedSince(domain, boundary.at)) found.set(messageId, at);
    const group = campaignGroup(message);
    if (group !== undefined)
      for (const { at, messageId } of campaigns.since(group, boundary.at)) found.set(messageId, at);
    return [...found].sort((a, b) => a[1] - b[1]).map(([messageId]) => messageId);
  }

  return {
    owner,
    isOwner,
    observe,
    record(address) {
      const person = people.person(address);
      return person && hasRecord(person) ? recordOf(person) : undefined;
    },
    strength,
    evidence(address, asOf) {
      const mailbox = people.mailbox(address);
      const keys = mailbox ? mailboxKeysAsOf(mailbox.person, mailbox.key, asOf) : new Set<string>();
      const interactions = (mailbox?.person.interactions ?? []).filter(
        (interaction) => interaction.at <= asOf && keys.has(interaction.mailbox),
      );
      const joins = (mailbox?.person.joins ?? []).filter((join) => join.at <= asOf);
      return evidenceOf(interactions, joins, coverage());
    },
    peopleNamed(name) {
      return people
        .named(name)
        .filter(hasRecord)
        .map((person) => ({ person, value: strength(person.key, lastAt).value }))
        .sort((a, b) => b.value - a.value)
        .map(({ person }) => recordOf(person));
    },
    knownAtDomain(address) {
      return domains
        .known(address, people.person(address), Number.POSITIVE_INFINITY, KNOWN_AT_DOMAIN_LIMIT)
        .map(recordOf);
    },
    streak(address) {
      const streak = people.mailbox(address)?.streak;
      if (!streak) return { count: 0, messageIds: [] };
      return {
        count: streak.messageIds.length,
        messageIds: [...streak.messageIds],
        ...given('firstAt', streak.firstAt),
      };
    },
    thread: (message) => threads.record(message.threadId),
    earlier: (messageId) => byMessageId.get(messageId),
    boundariesWith,
    receivedSince: messagesSince,
    campaignOf(message) {
      const { signals, from, deliveredTo } = message;
      return campaigns.find(signals.simhash, mailboxKey(from.address), deliveredTo);
    },
    get coverage() {
      return coverage();
    },
    judge(address, verdict) {
      if (verdict === null) verdicts.delete(mailboxKey(address));
      else verdicts.set(mailboxKey(address), verdict);
    },
    people(asOf) {
      const ranked: (PersonRecord & { strength: Strength })[] = [];
      for (const person of people.all()) {
        const [mailbox] = person.mailboxes;
        if (!mailbox || !hasRecord(person)) continue;
        ranked.push({ ...recordOf(person), strength: strengthOfMailbox(mailbox, mailbox.key, asOf) });
      }
      return ranked.sort((a, b) => b.strength.value - a.strength.value);
    },
  };

  function coverage(): Correspondence['coverage'] {
    return {
      ...given('receivedSince', receivedSince),
      ...given('sentSince', sentSince),
      messageCount: byMessageId.size,
    };
  }
}

/** An optional field, left out where undefined (exactOptionalPropertyTypes). */
function given<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [key in Name]: Value });
}
