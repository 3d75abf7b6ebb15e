/**
 * Who is who: mailboxes, the people they belong to, and the names they are known by.
 *
 * A person begins as one mailbox (`mailboxKey`). Two become one person only by `join`, which keeps the reason and the
 * moment; before that moment they are still two. A display name alone never joins: it is what an impostor copies.
 */
import { mailboxKey } from '../mail/address.ts';
import type { Reason } from '../triage/vocabulary.ts';
import { registrableDomain } from './free-mail.ts';
import { type Interaction, Ledger, ledgerOf } from './ledger.ts';
import { anyNameKey, fullNameKey } from './names.ts';

/** One mailbox of a person, and how it is written. */
export interface Mailbox {
  readonly key: string;
  /** Registrable domain; '' where there is none. */
  readonly domain: string;
  person: Person;
  /** Address as written → how often. */
  readonly spellings: Map<string, number>;
  /** Received since the owner last wrote to this very mailbox: what a nag is counted by. */
  streak: { readonly messageIds: string[]; firstAt: number | undefined };
}

export interface Join {
  readonly from: string;
  readonly to: string;
  readonly at: number;
  readonly reason: Reason;
}

export interface Person {
  /** The first mailbox's key. */
  readonly key: string;
  readonly mailboxes: Mailbox[];
  readonly names: Map<string, number>;
  /** In time order. */
  readonly interactions: Interaction[];
  readonly joins: Join[];
  /** The fold of `interactions`. */
  ledger: Ledger;
}

export class People {
  readonly #mailboxes = new Map<string, Mailbox>();
  /** By address as written: most are written the same way every time. */
  readonly #written = new Map<string, Mailbox>();
  readonly #domains = new Map<string, string>();
  readonly #byName = new Map<string, Set<Person>>();

  mailbox(address: string): Mailbox | undefined {
    return this.#written.get(address) ?? this.#mailboxes.get(mailboxKey(address));
  }

  person(address: string): Person | undefined {
    return this.mailbox(address)?.person;
  }

  /** The mailbox of this address, made where it is new. */
  meet(address: string): Mailbox {
    const met = this.#written.get(address);
    if (met) return met;
    const key = mailboxKey(address);
    let mailbox = this.#mailboxes.get(key);
    if (!mailbox) {
      const person: Person = {
        key,
        mailboxes: [],
        names: new Map(),
        interactions: [],
        joins: [],
        ledger: new Ledger(),
      };
      const streak = { messageIds: [], firstAt: undefined };
      mailbox = { key, domain: this.domainOf(key), person, spellings: new Map(), streak };
      person.mailboxes.push(mailbox);
      this.#mailboxes.set(key, mailbox);
    }
    this.#written.set(address, mailbox);
    return mailbox;
  }

  /** The registrable domain of an address. Cached by host: reading the public suffix list is dear. */
  domainOf(address: string): string {
    const host = address.slice(address.lastIndexOf('@') + 1);
    let domain = this.#domains.get(host);
    if (domain === undefined) {
      domain = registrableDomain(address);
      this.#domains.set(host, domain);
    }
    return domain;
  }

  /**
   * Remembers how an address and its owner are written.
   *
   * Only from where it counts: their own From, the owner's To, an introducer's To. What a stranger writes beside an
   * address in Cc would let him give any name to any address.
   */
  learnSpelling(mailbox: Mailbox, address: string, name: string): void {
    mailbox.spellings.set(address, (mailbox.spellings.get(address) ?? 0) + 1);
    if (name !== '') this.#learnName(mailbox.person, name, 1);
  }

  record(mailbox: Mailbox, interaction: Interaction): void {
    const { person } = mailbox;
    person.interactions.push(interaction);
    person.ledger.add(interaction);
    if (interaction.kind === 'received' || interaction.kind === 'listed') {
      mailbox.streak.messageIds.push(interaction.messageId);
      mailbox.streak.firstAt ??= interaction.at;
    } else if (interaction.kind === 'sent' || interaction.kind === 'boundary') {
      mailbox.streak = { messageIds: [], firstAt: undefined };
    }
  }

  /** Makes two mailboxes one person; the earlier one gives the key. Does nothing where they are one already. */
  join(mailbox: Mailbox, other: Mailbox, at: number, reason: Reason): void {
    if (mailbox.person === other.person) return;
    const [kept, merged] =
      firstAt(mailbox.person) <= firstAt(other.person)
        ? [mailbox.person, other.person]
        : [other.person, mailbox.person];
    kept.joins.push(...merged.joins, { from: mailbox.key, to: other.key, at, reason });
    for (const moved of merged.mailboxes) {
      moved.person = kept;
      kept.mailboxes.push(moved);
    }
    for (const [name, count] of merged.names) {
      this.#byName.get(anyNameKey(name))?.delete(merged);
      this.#learnName(kept, name, count);
    }
    const interactions = [...kept.interactions, ...merged.interactions].sort((a, b) => a.at - b.at);
    kept.interactions.splice(0, kept.interactions.length, ...interactions);
    kept.ledger = ledgerOf(interactions);
  }

  /** Under any spelling of the name, in the order in which they appeared. */
  named(name: string): readonly Person[] {
    return [...(this.#byName.get(anyNameKey(name)) ?? [])];
  }

  *all(): Iterable<Person> {
    for (const mailbox of this.#mailboxes.values()) if (mailbox.person.mailboxes[0] === mailbox) yield mailbox.person;
  }

  #learnName(person: Person, name: string, count: number): void {
    const known = person.names.get(name) ?? 0;
    person.names.set(name, known + count);
    if (known > 0) return;
    const key = anyNameKey(name);
    if (key === '') return;
    const bearers = this.#byName.get(key);
    if (bearers) bearers.add(person);
    else this.#byName.set(key, new Set([person]));
  }
}

function firstAt(person: Person): number {
  return person.interactions[0]?.at ?? Number.POSITIVE_INFINITY;
}

/** Whether anything passed with them; to be named beside the owner in somebody's Cc is nothing. */
export function hasRecord({ ledger }: Person): boolean {
  const { receivedCount, listedCount, sentCount, boundarySentCount, introduction } = ledger;
  return receivedCount + listedCount + sentCount + boundarySentCount > 0 || introduction !== undefined;
}

/** Two messages each way: the tie that the lane `known` asks for. */
export function isKnown({ sentCount, receivedCount }: Ledger): boolean {
  return sentCount >= 2 && receivedCount >= 2;
}

/** The most used name; '' where they gave none. */
export function nameOf({ names }: Person): string {
  let best = '';
  let bestCount = 0;
  for (const [name, count] of names) {
    if (count > bestCount) {
      best = name;
      bestCount = count;
    }
  }
  return best;
}

/** Whether they are known by this full name; a first name alone is no name to go by. */
export function bearsFullName(person: Person, name: string): boolean {
  const key = fullNameKey(name);
  return key !== '' && [...person.names.keys()].some((known) => fullNameKey(known) === key);
}

/** The interactions with whoever writes from a mailbox up to a moment; joins found later do not count yet. */
export function interactionsAsOf({ person, key }: Mailbox, asOf: number): readonly Interaction[] {
  const last = person.interactions.at(-1);
  const allJoined = person.joins.every((join) => join.at <= asOf);
  if (allJoined && (!last || last.at <= asOf)) return person.interactions;
  const keys = allJoined ? undefined : keysJoinedBy(person, key, asOf);
  return person.interactions.filter(({ at, mailbox }) => at <= asOf && (keys === undefined || keys.has(mailbox)));
}

/** The ledger of whoever writes from a mailbox, as it stood at a moment. */
export function ledgerAsOf(mailbox: Mailbox, asOf: number): Ledger {
  const interactions = interactionsAsOf(mailbox, asOf);
  return interactions === mailbox.person.interactions ? mailbox.person.ledger : ledgerOf(interactions);
}

/** Mailbox keys that were one person with this one at a moment. */
export function keysJoinedBy(person: Person, key: string, asOf: number): ReadonlySet<string> {
  const reached = new Set([key]);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const { from, to, at } of person.joins) {
      if (at > asOf) continue;
      if (reached.has(from)) reached.add(to);
      else if (reached.has(to)) reached.add(from);
    }
  }
  return reached;
}
