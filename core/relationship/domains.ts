/**
 * Per registrable domain: who there has two-way mail with the owner, and what came from it.
 *
 * Free mail stays out. What calls itself mail is known from the start (`free-mail.ts`); any other provider gives itself away:
 * many people write from it and no two of them ever take part in one message, which does not happen at a firm.
 */
import { isFreeMail, registrableDomain } from './free-mail.ts';
import type { Mailbox, Person } from './people.ts';

interface Domain {
  readonly name: string;
  /** People with two-way mail, with the moment it became so. */
  readonly known: Map<Person, number>;
  readonly received: { readonly at: number; readonly messageId: string }[];
  readonly writers: Set<string>;
  /** Of those, how many were seen in one message with another from here. */
  readonly inCompany: Set<string>;
  /** When so many unrelated people had written that it must be a provider. */
  freeMailSince: number | undefined;
}

/** With so many writers a firm would have shown two of them together. */
const UNRELATED_WRITERS = 8;
const RELATED_SHARE = 0.15;

export class Domains {
  readonly #domains = new Map<string, Domain>();
  readonly #names = new Map<string, string>();

  /** The domain that says something about who somebody is; undefined for free mail and for no domain. */
  evidential(address: string, asOf: number): string | undefined {
    const name = this.#nameOf(address);
    if (name === '' || isFreeMail(name)) return undefined;
    const since = this.#domains.get(name)?.freeMailSince;
    return since === undefined || since > asOf ? name : undefined;
  }

  /** A personal message from or to a mailbox; `company` are the other addresses in it. */
  observe(mailbox: Mailbox, at: number, receivedMessageId: string | undefined, company: readonly string[]): void {
    const name = this.#nameOf(mailbox.key);
    if (name === '' || isFreeMail(name)) return;
    let domain = this.#domains.get(name);
    if (!domain) {
      domain = {
        name,
        known: new Map(),
        received: [],
        writers: new Set(),
        inCompany: new Set(),
        freeMailSince: undefined,
      };
      this.#domains.set(name, domain);
    }
    if (receivedMessageId !== undefined) {
      domain.received.push({ at, messageId: receivedMessageId });
      this.#watch(domain, mailbox.key, company, at);
    }
    const { person } = mailbox;
    if (person.ledger.sentCount > 0 && person.ledger.receivedCount > 0 && !domain.known.has(person))
      domain.known.set(person, at);
  }

  /** People with two-way mail at the domain of an address at a moment, the person of the address left out. */
  known(address: string, self: Person | undefined, asOf: number, limit: number): readonly Person[] {
    const name = this.evidential(address, asOf);
    const people: Person[] = [];
    for (const [person, since] of (name === undefined ? undefined : this.#domains.get(name)?.known) ?? []) {
      if (people.length === limit) break;
      if (person !== self && since <= asOf) people.push(person);
    }
    return people;
  }

  /** What came from a domain after a moment, newest first. */
  *receivedSince(domain: string, at: number): Iterable<{ readonly at: number; readonly messageId: string }> {
    const received = this.#domains.get(domain)?.received ?? [];
    for (let index = received.length - 1; index >= 0; index -= 1) {
      const message = received[index];
      if (!message || message.at <= at) return;
      yield message;
    }
  }

  #watch(domain: Domain, writer: string, company: readonly string[], at: number): void {
    if (domain.freeMailSince !== undefined) return;
    domain.writers.add(writer);
    if (company.some((address) => this.#nameOf(address) === domain.name)) domain.inCompany.add(writer);
    if (domain.writers.size >= UNRELATED_WRITERS && domain.inCompany.size < RELATED_SHARE * domain.writers.size)
      domain.freeMailSince = at;
  }

  /** Cached by host: reading the public suffix list is the dearest step of all. */
  #nameOf(address: string): string {
    const host = address.slice(address.lastIndexOf('@') + 1);
    let name = this.#names.get(host);
    if (name === undefined) {
      name = registrableDomain(address);
      this.#names.set(host, name);
    }
    return name;
  }
}
