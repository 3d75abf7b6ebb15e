/**
 * When two addresses are one person. Conservative: to join two people would give one the trust of the other.
 *
 * - An established correspondent names another address as his or her own (`signals.alsoWritesFrom`).
 * - A new address answers, under the same full name, a message that only the old one and the owner had: nobody else
 *   could know its Message-ID.
 * - The owner writes to both addresses in one thread, under the same full name.
 * - A new address says that it is the new one of a correspondent of the same full name, the owner answers it as such, and
 *   the old address has been silent since. An impostor's victim goes on writing, or the owner asks who that is.
 *
 * Never: a display name alone; a claim to an established address by one that is not; a mailbox that several people write
 * from; whom the user called two.
 */
import type { TriageMessage } from '../triage/triage-message.ts';
import type { Reason } from '../triage/vocabulary.ts';
import { dayInWords, isPlausibleTime } from './dates-in-words.ts';
import { isRoleAddress } from '../outreach/detectors/machine.ts';
import { fullNameKey, nameWords } from './names.ts';
import { bearsFullName, type Mailbox, type People, type Person } from './people.ts';

/** What people write over the mail that tells a new address; its text is read by `core/outreach` (signal `new-address`). */
const SUBJECT_TELLS =
  /\b(?:(?:new|changed|change of)\s+(?:e-?mail|mail|address)|neue\s+(?:e-?mail|mail|adresse)|nouvelle\s+adresse|nuev[oa]\s+(?:direcci[oó]n|correo)|nuovo\s+indirizzo|nieuw\s+(?:adres|e-?mail))/iu;
/** The latest references that are looked at. */
const REFERENCES_READ = 20;

export interface ProvenJoin {
  readonly other: Mailbox;
  readonly reason: Reason;
}

interface Claim {
  readonly old: Mailbox;
  readonly at: number;
  readonly messageId: string;
}

export class Joining {
  readonly #people: People;
  /** Those who had a message besides the owner, by Message-ID; nobody where they were too many. */
  readonly #partiesOf: (messageId: string) => readonly Mailbox[];
  readonly #claims = new Map<string, Claim>();

  constructor(people: People, partiesOf: (messageId: string) => readonly Mailbox[]) {
    this.#people = people;
    this.#partiesOf = partiesOf;
  }

  /** What a received message proves; call before it is recorded. */
  byReceived(message: TriageMessage, writer: Mailbox): ProvenJoin | undefined {
    if (message.signals.found.some(({ kind }) => kind === 'fails-authentication')) return undefined;
    const named = this.#ownOtherAddress(message, writer) ?? this.#answeredInPlaceOf(message, writer);
    if (!named) this.#noteClaim(message, writer);
    return named;
  }

  /** What the owner proves by writing to `recipient`; `threadKeys` are the mailboxes that took part in the thread before. */
  bySent(message: TriageMessage, recipient: Mailbox, threadKeys: readonly string[]): ProvenJoin | undefined {
    const claim = this.#claims.get(recipient.key);
    if (claim) {
      this.#claims.delete(recipient.key);
      const heardSince = (claim.old.person.ledger.lastReceivedAt ?? 0) > claim.at;
      if (!heardSince && this.#mayBeOne(claim.old, recipient))
        return proven(
          claim.old,
          `Said${on(claim.at)} that this is a new address, and you answered as to ${claim.old.key}`,
          claim.messageId,
          message.messageId,
        );
    }
    for (const key of threadKeys) {
      const other = this.#people.mailbox(key);
      if (!other || !this.#mayBeOne(other, recipient)) continue;
      if (!isEstablished(other.person) || !haveOneName(other.person, recipient.person)) continue;
      return proven(
        other,
        `Same full name, and you wrote to both addresses in one conversation${on(message.receivedAt)}`,
        message.messageId,
      );
    }
    return undefined;
  }

  #mayBeOne(one: Mailbox, other: Mailbox): boolean {
    return this.#people.mayBeOne(one, other) && !isShared(one) && !isShared(other);
  }

  #ownOtherAddress({ signals, messageId, receivedAt }: TriageMessage, writer: Mailbox): ProvenJoin | undefined {
    if (signals.alsoWritesFrom === undefined || !isEstablished(writer.person)) return undefined;
    const other = this.#people.meet(signals.alsoWritesFrom);
    if (!this.#mayBeOne(other, writer)) return undefined;
    if (isEstablished(other.person) && !haveOneName(other.person, writer.person)) return undefined;
    return proven(other, `${writer.key} said${on(receivedAt)} that ${other.key} is theirs too`, messageId);
  }

  #answeredInPlaceOf(message: TriageMessage, writer: Mailbox): ProvenJoin | undefined {
    const { inReplyTo, references, from, messageId, receivedAt } = message;
    for (const reference of [...(inReplyTo === undefined ? [] : [inReplyTo]), ...references.slice(-REFERENCES_READ)]) {
      for (const other of this.#partiesOf(reference)) {
        if (!this.#mayBeOne(other, writer) || !isEstablished(other.person)) continue;
        if (!bearsFullName(other.person, from.name)) continue;
        return proven(
          other,
          `Answered${on(receivedAt)}, under the same name, mail between you and ${other.key}`,
          messageId,
          reference,
        );
      }
    }
    return undefined;
  }

  #noteClaim({ signals, from, subject, messageId, receivedAt }: TriageMessage, writer: Mailbox): void {
    const claims =
      signals.alsoWritesFrom !== undefined ||
      signals.found.some(({ kind }) => kind === 'new-address') ||
      SUBJECT_TELLS.test(subject);
    if (!claims || isEstablished(writer.person) || this.#claims.has(writer.key)) return;
    const bearers = this.#people
      .named(from.name)
      .filter((person) => person !== writer.person && isEstablished(person) && bearsFullName(person, from.name));
    const [old] = bearers[0]?.mailboxes ?? [];
    if (old && bearers.length === 1) this.#claims.set(writer.key, { old, at: receivedAt, messageId });
  }
}

/** Mail both ways: somebody whose word about an address counts. */
function isEstablished({ ledger }: Person): boolean {
  return ledger.sentCount > 0 && ledger.receivedCount > 0;
}

/** An office's address, or one signed with names that have no word in common: one of them vouches for none of the others. */
function isShared({ key, person }: Mailbox): boolean {
  if (isRoleAddress(key)) return true;
  if (person.mailboxes.length > 1 || person.names.size < 2) return false;
  const [first = [], ...others] = [...person.names.keys()]
    .filter((name) => fullNameKey(name) !== '')
    .map((name) => nameWords(name));
  return others.some((words) => words.every((word) => !first.includes(word)));
}

function haveOneName(one: Person, other: Person): boolean {
  return [...one.names.keys()].some((name) => bearsFullName(other, name));
}

function proven(other: Mailbox, text: string, ...messageIds: readonly string[]): ProvenJoin {
  return { other, reason: { text, messageIds } };
}

function on(at: number): string {
  return isPlausibleTime(at) ? ` on ${dayInWords(at)}` : '';
}
