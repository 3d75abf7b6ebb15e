/**
 * Per registrable domain: who there has two-way mail with the owner, and what came from it.
 *
 * Free mail stays out. What calls itself mail is known from the start (`free-mail.ts`); any other provider gives itself away:
 * many people write from it and no two of them ever take part in one message, which does not happen at a firm.
 */
import { isFreeMail } from './free-mail.ts';
import type { Interaction } from './ledger.ts';
import type { Mailbox } from './people.ts';

interface Domain {
  readonly name: string;
  /** Mailboxes of people with two-way mail, with the moment it became so. */
  readonly known: Map<Mailbox, number>;
  readonly received: Interaction[];
  /** Whoever wrote personally, with the first time. */
  readonly writers: Map<Mailbox, number>;
  /** Of those, how many were seen in one message with another from here. */
  readonly inCompany: Set<Mailbox>;
  /** When so many unrelated people had written that it must be a provider. */
  freeMailSince: number | undefined;
  latestAt: number;
}

/** With so many writers a firm would have shown two of them together. */
const UNRELATED_WRITERS = 8;
const RELATED_SHARE = 0.15;

export class Domains {
  readonly #domains = new Map<string, Domain>();
  readonly #freeMail = new Map<string, boolean>();

  /** Whether a registrable domain says something about who somebody is: not free mail, as far as could be told by then. */
  isEvidential(name: string, asOf: number): boolean {
    if (name === '' || this.#isFreeMail(name)) return false;
    const since = this.#domains.get(name)?.freeMailSince;
    return since === undefined || since > asOf;
  }

  /** A received message, personal or not; `company` are the others in a personal one. */
  received(mailbox: Mailbox, message: Interaction, company: readonly Mailbox[] | undefined): void {
    const { at } = message;
    const domain = this.#domain(mailbox, at);
    if (!domain) return;
    domain.received.push(message);
    if (!company) return;
    this.#watch(domain, mailbox, company, at);
    noteKnown(domain, mailbox, at);
  }

  sent(mailbox: Mailbox, at: number): void {
    const domain = this.#domain(mailbox, at);
    if (domain) noteKnown(domain, mailbox, at);
  }

  #domain({ domain: name }: Mailbox, at: number): Domain | undefined {
    if (name === '' || this.#isFreeMail(name)) return undefined;
    let domain = this.#domains.get(name);
    if (!domain) {
      domain = {
        name,
        known: new Map(),
        received: [],
        writers: new Map(),
        inCompany: new Set(),
        freeMailSince: undefined,
        latestAt: at,
      };
      this.#domains.set(name, domain);
    }
    domain.latestAt = at;
    return domain;
  }

  /** Mailboxes at a domain with two-way mail at a moment, one a person; those of `self` left out. */
  known(name: string, self: readonly Mailbox[], asOf: number, limit: number): readonly Mailbox[] {
    const found: Mailbox[] = [];
    if (!this.isEvidential(name, asOf)) return found;
    for (const [mailbox, since] of this.#domains.get(name)?.known ?? []) {
      if (found.length === limit) break;
      if (since > asOf || self.includes(mailbox) || found.some(({ person }) => person === mailbox.person)) continue;
      found.push(mailbox);
    }
    return found;
  }

  /**
   * Of the other mailboxes that wrote from a domain, the share with two-way mail, at a moment; 0 on free mail.
   *
   * At a solicitor's two people write and both are known; at a firm of thousands, or a pitching one, few of those who write.
   */
  knownShare(name: string, self: readonly Mailbox[], asOf: number): number {
    const domain = this.#domains.get(name);
    if (!domain || !this.isEvidential(name, asOf)) return 0;
    const known = countOthers(domain.known, self, asOf, domain.latestAt);
    return known === 0 ? 0 : known / Math.max(known, countOthers(domain.writers, self, asOf, domain.latestAt));
  }

  /** What came from a domain after a moment, newest first. */
  *receivedSince(domain: string, at: number): Iterable<Interaction> {
    const received = this.#domains.get(domain)?.received ?? [];
    for (let index = received.length - 1; index >= 0; index -= 1) {
      const message = received[index];
      if (!message || message.at <= at) return;
      yield message;
    }
  }

  #watch(domain: Domain, writer: Mailbox, company: readonly Mailbox[], at: number): void {
    if (!domain.writers.has(writer)) domain.writers.set(writer, at);
    if (domain.freeMailSince !== undefined) return;
    if (company.some((other) => other.domain === domain.name)) domain.inCompany.add(writer);
    if (domain.writers.size >= UNRELATED_WRITERS && domain.inCompany.size < RELATED_SHARE * domain.writers.size)
      domain.freeMailSince = at;
  }

  #isFreeMail(name: string): boolean {
    let free = this.#freeMail.get(name);
    if (free === undefined) {
      free = isFreeMail(name);
      this.#freeMail.set(name, free);
    }
    return free;
  }
}

function noteKnown(domain: Domain, mailbox: Mailbox, at: number): void {
  const { sentCount, receivedCount } = mailbox.person.ledger;
  if (sentCount > 0 && receivedCount > 0 && !domain.known.has(mailbox)) domain.known.set(mailbox, at);
}

/** How many there were at a moment; constant work where nothing came later. */
function countOthers(
  times: ReadonlyMap<Mailbox, number>,
  self: readonly Mailbox[],
  asOf: number,
  latestAt: number,
): number {
  let count = 0;
  if (asOf >= latestAt) count = times.size;
  else for (const at of times.values()) if (at <= asOf) count += 1;
  for (const own of self) if ((times.get(own) ?? Number.POSITIVE_INFINITY) <= asOf) count -= 1;
  return count;
}
