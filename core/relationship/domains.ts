/** Per registrable domain: who there has two-way mail with the owner, and what came from it. Free-mail domains stay out. */
import { isFreeMail, registrableDomain } from './free-mail.ts';
import type { Mailbox, Person } from './people.ts';

interface Domain {
  /** People with two-way mail, the latest to become so last; with the moment. */
  readonly known: Map<Person, number>;
  readonly received: { readonly at: number; readonly messageId: string }[];
}

export class Domains {
  readonly #domains = new Map<string, Domain>();

  /** The domain that says something about who somebody is; undefined for free mail and for no domain. */
  evidential(address: string): string | undefined {
    const domain = registrableDomain(address);
    return domain === '' || isFreeMail(domain) ? undefined : domain;
  }

  observe(mailbox: Mailbox, at: number, receivedMessageId: string | undefined): void {
    const name = this.evidential(mailbox.key);
    if (name === undefined) return;
    let domain = this.#domains.get(name);
    if (!domain) {
      domain = { known: new Map(), received: [] };
      this.#domains.set(name, domain);
    }
    if (receivedMessageId !== undefined) domain.received.push({ at, messageId: receivedMessageId });
    const { person } = mailbox;
    if (person.ledger.sentCount > 0 && person.ledger.receivedCount > 0 && !domain.known.has(person))
      domain.known.set(person, at);
  }

  /** People with two-way mail at the domain of an address at a moment, the person of the address left out. */
  known(address: string, self: Person | undefined, asOf: number, limit: number): readonly Person[] {
    const name = this.evidential(address);
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
}
