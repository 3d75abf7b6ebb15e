/**
 * Who is who: mailboxes, the people they belong to, and the names they are known by.
 *
 * A person begins as one mailbox (`mailboxKey`). Two become one person only by `join`, which keeps the reason and the
 * moment; before that moment they are still two. A display name alone never joins: it is what an impostor copies.
 */
import { mailboxKey } from '../mail/address.ts';
import type { Reason } from '../triage/vocabulary.ts';
import { type Interaction, Ledger, ledgerOf } from './ledger.ts';
import { anyNameKey } from './names.ts';

/** One mailbox of a person, and how its owner writes it. */
export interface Mailbox {
  readonly key: string;
  person: Person;
  /** Address as written → how often. */
  readonly spellings: Map<string, number>;
  /** Received since the owner last wrote to this very mailbox: what a nag is counted by. */
  streak: Streak;
  /** A list's own address, or one that only machines write from: nobody to have a tie with. */
  isList: boolean;
}

interface Streak {
  readonly messageIds: string[];
  firstAt: number | undefined;
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
  readonly #byName = new Map<string, Set<Person>>();

  mailbox(address: string): Mailbox | undefined {
    return this.#mailboxes.get(mailboxKey(address));
  }

  person(address: string): Person | undefined {
    return this.mailbox(address)?.person;
  }

  /** The mailbox of this address, made where it is new; remembers the spelling and the name. */
  meet(address: string, name: string): Mailbox {
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
      mailbox = { key, person, spellings: new Map(), streak: { messageIds: [], firstAt: undefined }, isList: false };
      person.mailboxes.push(mailbox);
      this.#mailboxes.set(key, mailbox);
    }
    const lower = address.toLowerCase();
    mailbox.spellings.set(lower, (mailbox.spellings.get(lower) ?? 0) + 1);
    if (name !== '') this.#learnName(mailbox.person, name);
    return mailbox;
  }

  record(mailbox: Mailbox, interaction: Interaction): void {
    mailbox.person.interactions.push(interaction);
    mailbox.person.ledger.add(interaction);
    if (interaction.kind === 'received') {
      mailbox.streak.messageIds.push(interaction.messageId);
      mailbox.streak.firstAt ??= interaction.at;
    } else if (interaction.kind !== 'introduced') {
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
      for (let n = 0; n < count; n += 1) this.#learnName(kept, name);
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

  #learnName(person: Person, name: string): void {
    const count = person.names.get(name) ?? 0;
    person.names.set(name, count + 1);
    if (count > 0) return;
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

/** The most used of some spellings; the first of equals. */
export function mostUsed(spellings: ReadonlyMap<string, number>): string {
  let best = '';
  let bestCount = 0;
  for (const [spelling, count] of spellings) {
    if (count > bestCount) {
      best = spelling;
      bestCount = count;
    }
  }
  return best;
}

/** Mailbox keys that were one person with this one at a moment: joins found later do not count yet. */
export function mailboxKeysAsOf(person: Person, key: string, asOf: number): ReadonlySet<string> {
  const reached = new Set([key]);
  let before = 0;
  while (before !== reached.size) {
    before = reached.size;
    for (const join of person.joins) {
      if (join.at > asOf) continue;
      if (reached.has(join.from)) reached.add(join.to);
      else if (reached.has(join.to)) reached.add(join.from);
    }
  }
  return reached;
}

/** The ledger of whoever writes from a mailbox, as it stood at a moment. */
export function ledgerAsOf(mailbox: Mailbox, asOf: number): Ledger {
  const { person } = mailbox;
  const { interactions, joins } = person;
  const last = interactions.at(-1);
  if ((!last || last.at <= asOf) && joins.every((join) => join.at <= asOf)) return person.ledger;
  const keys = mailboxKeysAsOf(person, mailbox.key, asOf);
  return ledgerOf(
    interactions.filter((interaction) => keys.has(interaction.mailbox)),
    asOf,
  );
}
