/** Mail of the benchmarks in the shape that the record is fed with. */
import type { Address } from '#core/mail/address.ts';
import type { MessageRowId, ThreadRowId } from '#core/mail/message.ts';
import { isMarkedSubject, threadSubject } from '#core/mail/thread-subject.ts';
import type { Signals } from '#core/outreach/signals.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import { DAY_MS } from '#core/relationship/decayed-sums.ts';
import type { MailEvent } from './frozen-benchmark.ts';

const NO_SIGNALS: Signals = {
  version: 0,
  language: 'und',
  automated: false,
  bulk: false,
  mentions: [],
  sketch: '',
  found: [],
  entities: {},
};

/** How long after its last message a conversation is still going on, where only the subject says so. */
const THREAD_WINDOW_MS = 60 * DAY_MS;

/** Numbers of the benchmark (`e61@Other`) as addresses of one firm; real addresses stay. */
export function asAddress(written: string): string {
  const number = /^(e\d+)@[A-Z]/.exec(written)?.[1];
  return number === undefined ? written : `${number}@firm.example`;
}

/** Turns a user's events into messages, in order; threads are by subject and people, as there are no references. */
export class TriageFeed {
  readonly #user: string;
  readonly #threads = new Map<string, { readonly id: ThreadRowId; readonly people: Set<string>; at: number }[]>();
  #count = 0;

  constructor(user: string) {
    this.#user = user;
  }

  next(event: MailEvent): TriageMessage {
    this.#count += 1;
    const others = event.recipients.filter((recipient) => recipient !== this.#user).map(address);
    const owner = address(this.#user);
    const received = event.direction === 'received';
    const inCc = received && event.place === 'cc';
    // Most of what does not say where the user stood was in To; a message without the user in it came by another way.
    const inTo = received && !inCc && event.recipients.includes(this.#user);
    return {
      id: this.#count as MessageRowId,
      messageId: `<${event.i}.${this.#user}>`,
      threadId: this.#thread(event),
      direction: event.direction,
      from: address(event.from),
      replyTo: [],
      to: inTo ? [owner, ...others] : others,
      cc: inCc ? [owner] : [],
      bcc: [],
      deliveredTo: [],
      references: [],
      subject: event.subject,
      receivedAt: event.at,
      headers: {},
      labels: [],
      attachments: [],
      sizeBytes: 0,
      signals: NO_SIGNALS,
    };
  }

  #thread(event: MailEvent): ThreadRowId {
    const subject = threadSubject(event.subject);
    const people = [event.from, ...event.recipients].filter((person) => person !== this.#user);
    const ofSubject = this.#threads.get(subject) ?? [];
    const open =
      subject === '' && !isMarkedSubject(event.subject)
        ? undefined
        : ofSubject.findLast(
            (thread) => thread.at >= event.at - THREAD_WINDOW_MS && people.some((person) => thread.people.has(person)),
          );
    if (open) {
      open.at = event.at;
      for (const person of people) open.people.add(person);
      return open.id;
    }
    const id = this.#count as ThreadRowId;
    this.#threads.set(subject, [...ofSubject, { id, people: new Set(people), at: event.at }]);
    return id;
  }
}

function address(written: string): Address {
  return { name: '', address: asAddress(written) };
}
