/**
 * Who is who: mailboxes, the people they belong to, and the names they are known by.
 *
 * A person begins as one mailbox (`mailboxKey`). Two become one person only by `join`, which keeps the reason and the
 * moment; before that moment they are still two. A display name alone never joins: it is what an impostor copies. Whom the
 * user called one person is one from the start, and whom the user called two is never joined.
 */
import type { Label } from '../triage/vocabulary.ts';
import { mailboxKey } from '../mail/address.ts';
import type { Reason } from '../triage/vocabulary.ts';
import { registrableDomain } from './free-mail.ts';
import { type Interaction, Ledger, ledgerOf } from './ledger.ts';
import { anyNameKey, firstNameKey, fullNameKey } from './names.ts';
import { PersonWords, reasonOfWord } from './person-words.ts';

/** One mailbox of a person, and how it is written. */
export interface Mailbox {
  readonly key: string;
  /** One of the owner's own. */
  readonly own: boolean;
  /** Registrable domain; '' where there is none. */
  readonly domain: string;
  person: Person;
  /** In time order. */
  readonly interactions: Interaction[];
  /** The list of this mailbox alone, kept because most messages have no other party. */
  readonly alone: readonly Mailbox[];
  /** Address as written → how often. */
  readonly spellings: Map<string, number>;
  /** Received since the owner last wrote to this very mailbox: what a nag is counted by. */
  streak: { readonly messageIds: string[]; firstAt: number | undefined; wanted: Label | undefined };
}

export interface Join {
  readonly from: string;
  readonly to: string;
  /** Minus infinity for the user's word. */
  readonly at: number;
  readonly reason: Reason;
  /** The user's word that it is. */
  readonly wordId?: number;
}

export interface Person {
  /** The first mailbox's key. */
  readonly key: string;
  readonly mailboxes: Mailbox[];
  readonly names: Map<string, number>;
  /** Of all mailboxes, in time order. Of a single mailbox it is its own list. */
  interactions: Interaction[];
  readonly joins: Join[];
  /** The fold of `interactions`. */
  ledger: Ledger;
}

export class People {
  readonly #mailboxes = new Map<string, Mailbox>();
  /** By address as written: most are written the same way every time. */
  readonly #written = new Map<string, Mailbox>();
  readonly #domains = new Map<string, string>();
  readonly #ownerKeys: ReadonlySet<string>;
  readonly #words: PersonWords;

  constructor(ownerKeys: ReadonlySet<string>, words: PersonWords = new PersonWords([])) {
    this.#ownerKeys = ownerKeys;
    this.#words = words;
    for (const { one, other, word } of words.links) {
      const [mailbox, mate] = [this.#known(one), this.#known(other)];
      if (mailbox.own || mate.own) continue;
      this.#join(
        { from: one, to: other, at: ALWAYS, reason: reasonOfWord(word, one, other), wordId: word.id },
        mailbox,
        mate,
      );
    }
  }
  readonly #byName = new Map<string, Set<Person>>();
  readonly #byFirstName = new Map<string, Set<Person>>();

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
    const mailbox = this.#known(mailboxKey(address));
    this.#written.set(address, mailbox);
    return mailbox;
  }

  #known(key: string): Mailbox {
    return this.#mailboxes.get(key) ?? this.#make(key);
  }

  #make(key: string): Mailbox {
    const interactions: Interaction[] = [];
    const alone: Mailbox[] = [];
    const mailboxes: Mailbox[] = [];
    const person: Person = { key, mailboxes, names: new Map(), interactions, joins: [], ledger: new Ledger() };
    const mailbox: Mailbox = {
      key,
      own: this.#ownerKeys.has(key),
      domain: this.domainOf(key),
      person,
      interactions,
      alone,
      spellings: new Map(),
      streak: { messageIds: [], firstAt: undefined, wanted: undefined },
    };
    alone.push(mailbox);
    mailboxes.push(mailbox);
    this.#mailboxes.set(key, mailbox);
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
    mailbox.interactions.push(interaction);
    if (person.interactions !== mailbox.interactions) person.interactions.push(interaction);
    person.ledger.add(interaction);
    if (interaction.kind === 'received' || interaction.kind === 'listed') {
      mailbox.streak.messageIds.push(interaction.messageId);
      mailbox.streak.firstAt ??= interaction.at;
    } else if (interaction.kind === 'sent' || interaction.kind === 'boundary') {
      mailbox.streak = { messageIds: [], firstAt: undefined, wanted: undefined };
    }
  }

  /** Whether a rule may make them one person: they are two, neither is the owner, and the user has not called them two. */
  mayBeOne(mailbox: Mailbox, other: Mailbox): boolean {
    if (mailbox.person === other.person || mailbox.own || other.own) return false;
    return mailbox.person.mailboxes.every(({ key }) =>
      other.person.mailboxes.every((one) => !this.#words.keepsApart(key, one.key)),
    );
  }

  /** The user said that whoever writes from the one is not who writes from the other. */
  areSaidToBeTwo(address: string, other: string): boolean {
    return this.#words.keepsApart(mailboxKey(address), mailboxKey(other));
  }

  /** Makes two mailboxes one person; the earlier one gives the key. Does nothing where they may not be one. */
  join(mailbox: Mailbox, other: Mailbox, at: number, reason: Reason): void {
    if (!this.mayBeOne(mailbox, other)) return;
    this.#join({ from: mailbox.key, to: other.key, at, reason }, mailbox, other);
  }

  #join(join: Join, mailbox: Mailbox, other: Mailbox): void {
    if (mailbox.person === other.person) return;
    const [kept, merged] =
      firstAt(mailbox.person) <= firstAt(other.person)
        ? [mailbox.person, other.person]
        : [other.person, mailbox.person];
    kept.joins.push(...merged.joins, join);
    for (const moved of merged.mailboxes) {
      moved.person = kept;
      kept.mailboxes.push(moved);
    }
    for (const [name, count] of merged.names) {
      this.#byName.get(anyNameKey(name))?.delete(merged);
      this.#byFirstName.get(firstNameKey(name))?.delete(merged);
      this.#learnName(kept, name, count);
    }
    kept.interactions = [...kept.interactions, ...merged.interactions].sort((a, b) => a.at - b.at);
    kept.ledger = ledgerOf(kept.interactions);
  }

  /** Under any spelling of the name, in the order in which they appeared. */
  named(name: string): readonly Person[] {
    return [...(this.#byName.get(anyNameKey(name)) ?? [])];
  }

  /** By a first name alone, in the order in which they appeared. */
  calledBy(firstName: string): readonly Person[] {
    return [...(this.#byFirstName.get(firstNameKey(firstName)) ?? [])];
  }

  /** One mailbox of everybody as they stood at a moment: two that were joined later are still two. */
  *everybody(asOf: number): Iterable<Mailbox> {
    for (const mailbox of this.#mailboxes.values())
      if (!mailbox.own && mailboxesAsOf(mailbox, asOf)[0] === mailbox) yield mailbox;
  }

  #learnName(person: Person, name: string, count: number): void {
    const known = person.names.get(name) ?? 0;
    person.names.set(name, known + count);
    if (known > 0) return;
    fileUnder(this.#byName, anyNameKey(name), person);
    fileUnder(this.#byFirstName, firstNameKey(name), person);
  }
}

function fileUnder(index: Map<string, Set<Person>>, key: string, person: Person): void {
  if (key === '') return;
  const bearers = index.get(key);
  if (bearers) bearers.add(person);
  else index.set(key, new Set([person]));
}

/** Of the user's word: it held before anybody wrote. */
const ALWAYS = Number.NEGATIVE_INFINITY;

function firstAt(person: Person): number {
  return person.interactions[0]?.at ?? Number.POSITIVE_INFINITY;
}

/** Whether anything passed with them; to be named beside the owner in somebody's Cc is nothing. */
export function hasRecord(ledger: Ledger): boolean {
  const { receivedCount, listedCount, sentCount, boundarySentCount, introduction } = ledger;
  return receivedCount + listedCount + sentCount + boundarySentCount > 0 || introduction !== undefined;
}

/** Two messages each way: the tie that the lane `known` asks for. */
export function isKnown({ sentCount, receivedCount }: Pick<Ledger, 'sentCount' | 'receivedCount'>): boolean {
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
export function interactionsAsOf(mailbox: Mailbox, asOf: number): readonly Interaction[] {
  const { interactions, joins } = mailbox.person;
  const last = interactions.at(-1);
  if (joins.every((join) => join.at <= asOf))
    return !last || last.at <= asOf ? interactions : interactions.filter(({ at }) => at <= asOf);
  return mailboxesAsOf(mailbox, asOf)
    .flatMap((one) => one.interactions.filter(({ at }) => at <= asOf))
    .sort((a, b) => a.at - b.at);
}

/** The ledger of whoever writes from a mailbox, as it stood at a moment. */
export function ledgerAsOf(mailbox: Mailbox, asOf: number): Ledger {
  const interactions = interactionsAsOf(mailbox, asOf);
  return interactions === mailbox.person.interactions ? mailbox.person.ledger : ledgerOf(interactions);
}

/** The mailboxes that were one person with this one at a moment, in the order in which they were met. */
export function mailboxesAsOf({ person, key }: Mailbox, asOf: number): readonly Mailbox[] {
  if (person.mailboxes.length === 1) return person.mailboxes;
  const reached = new Set([key]);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const { from, to, at } of person.joins) {
      if (at > asOf) continue;
      if (reached.has(from)) reached.add(to);
      else if (reached.has(to)) reached.add(from);
    }
  }
  return person.mailboxes.filter((mailbox) => reached.has(mailbox.key));
}
