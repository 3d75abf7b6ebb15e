/** The published baselines, computed from counts alone and from nothing of Acquaint's: they check the harness. */
import { DAY_MS } from '#core/relationship/decayed-sums.ts';
import { type MailEvent, normalisedSubject } from '../../../scripts/fit-strength/frozen-benchmark.ts';

const HALF_LIVES = [7, 30, 90, 180, 365] as const;
const FOURTEEN_DAYS_MS = 14 * DAY_MS;

/** What passed between a user and one contact before a moment. */
class Contact {
  readonly inAt: number[] = [];
  readonly outAt: number[] = [];
  replies = 0;
}

/** A user's history, fed in time order; the scores of a contact at a moment use what was fed so far. */
export class BaselineHistory {
  readonly #contacts = new Map<string, Contact>();
  /** Sender and subject → times of messages not answered yet. */
  readonly #waiting = new Map<string, number[]>();

  observe(event: MailEvent): void {
    const subject = normalisedSubject(event.subject);
    if (event.direction === 'received') {
      this.#contact(event.from).inAt.push(event.at);
      const key = `${event.from}\n${subject}`;
      const waiting = this.#waiting.get(key);
      if (waiting) waiting.push(event.at);
      else this.#waiting.set(key, [event.at]);
      return;
    }
    const isReply = subject !== event.subject.replace(/\s+/g, ' ').trim().toLowerCase();
    let answered: { readonly at: number; readonly waiting: number[]; readonly contact: Contact } | undefined;
    for (const recipient of new Set(event.recipients)) {
      const contact = this.#contact(recipient);
      contact.outAt.push(event.at);
      const waiting = isReply ? this.#waiting.get(`${recipient}\n${subject}`) : undefined;
      const last = waiting?.at(-1);
      if (waiting && last !== undefined && event.at - last <= FOURTEEN_DAYS_MS && last > (answered?.at ?? 0))
        answered = { at: last, waiting, contact };
    }
    if (answered) {
      answered.waiting.pop();
      answered.contact.replies += 1;
    }
  }

  contacts(): Iterable<[string, { readonly inAt: readonly number[]; readonly outAt: readonly number[] }]> {
    return this.#contacts;
  }

  /** Every baseline's score of a contact; the message's own baselines are `messageScores`. */
  scores(address: string, asOf: number): Readonly<Record<string, number>> {
    const { inAt, outAt, replies } = this.#contacts.get(address) ?? new Contact();
    const decayed = (times: readonly number[], days: number): number =>
      times.reduce((sum, at) => sum + 2 ** ((at - asOf) / (days * DAY_MS)), 0);
    const scores: Record<string, number> = {
      random_const: 0,
      count_received: inAt.length,
      count_sent_to: outAt.length,
      'count_received+sent': inAt.length + outAt.length,
      recency_last_in: inAt.at(-1) ?? 0,
      recency_last_out: outAt.at(-1) ?? 0,
      recency_any: Math.max(inAt.at(-1) ?? 0, outAt.at(-1) ?? 0),
      ever_written_to: outAt.length > 0 ? 1 : 0,
      reply_count: replies,
    };
    for (const days of HALF_LIVES) {
      const sent = decayed(outAt, days);
      const received = decayed(inAt, days);
      scores[`IR_${days}d_w5`] = 5 * sent + received;
      scores[`IR_${days}d_w1`] = sent + received;
      scores[`IRout_${days}d`] = sent;
      scores[`IRin_${days}d`] = received;
    }
    return scores;
  }

  messageScores(event: MailEvent): Readonly<Record<string, number>> {
    const scores = this.scores(event.from, event.at);
    const direct = event.place === 'cc' ? 0 : 1;
    return {
      ...scores,
      direct_then_IR30w5: direct * 1e6 + (scores['IR_30d_w5'] ?? 0),
      fewer_recipients: -event.recipients.length,
    };
  }

  #contact(address: string): Contact {
    let contact = this.#contacts.get(address);
    if (!contact) {
      contact = new Contact();
      this.#contacts.set(address, contact);
    }
    return contact;
  }
}
