/**
 * Benchmarks B and C: what the user does after a message arrived (docs/ranking.md).
 *
 * C: does the user reply to this very message within 14 days? B: does the user write to the sender at all within 14 days? A
 * message counts only where the user sent anything in those days. A user's mail is cut at the 60 % quantile of message
 * time; training mail ends 14 days before the cut.
 */
import { DAY_MS } from '#core/relationship/decayed-sums.ts';
import { type FrozenBenchmark, type MailEvent, normalisedSubject } from './frozen-benchmark.ts';
import type { Population, UserStream } from './contact-lists.ts';

const WINDOW_MS = 14 * DAY_MS;
const TRAINING_SHARE = 0.6;

export interface Arrival {
  readonly event: MailEvent;
  readonly part: 'train' | 'test';
  /** Label C. */
  readonly replied: boolean;
  /** Label B. */
  readonly wroteToSender: boolean;
}

export interface ArrivalsOfUser {
  readonly user: string;
  readonly population: Population;
  readonly stream: UserStream;
  readonly arrivals: readonly Arrival[];
}

/** The frozen rows, whose label C is given. */
export function frozenArrivals({ rows }: FrozenBenchmark, stream: UserStream): ArrivalsOfUser {
  const byPlace = new Map(rows.filter(({ user }) => user === stream.events[0]?.user).map((row) => [row.i, row]));
  const wrote = writtenToWithin(stream.events);
  const arrivals = stream.events.flatMap((event) => {
    const row = byPlace.get(event.i);
    return row ? [{ event, part: row.part, replied: row.replied, wroteToSender: wrote(event) }] : [];
  });
  return { user: stream.user, population: stream.population, stream, arrivals };
}

/** The same by the same protocol for a mailbox. */
export function mailboxArrivals(stream: UserStream): ArrivalsOfUser {
  const { user, events } = stream;
  const sentAt = events.filter(({ direction }) => direction === 'sent').map(({ at }) => at);
  const active = (at: number): boolean => sentAt.some((sent) => sent > at && sent <= at + WINDOW_MS);
  const received = events.filter(({ direction, from, at }) => direction === 'received' && from !== user && active(at));
  const times = received.map(({ at }) => at).toSorted((a, b) => a - b);
  const cut = times[Math.floor(TRAINING_SHARE * (times.length - 1))] ?? 0;
  const wrote = writtenToWithin(events);
  const answered = answeredMessages(events);
  const arrivals = received.flatMap((event): Arrival[] => {
    const part = event.at < cut - WINDOW_MS ? 'train' : event.at > cut ? 'test' : undefined;
    return part ? [{ event, part, replied: answered.has(event), wroteToSender: wrote(event) }] : [];
  });
  return { user, population: stream.population, stream, arrivals };
}

function writtenToWithin(events: readonly MailEvent[]): (event: MailEvent) => boolean {
  const writtenAt = new Map<string, number[]>();
  for (const { direction, recipients, at } of events) {
    if (direction !== 'sent') continue;
    for (const recipient of recipients) writtenAt.set(recipient, [...(writtenAt.get(recipient) ?? []), at]);
  }
  return ({ from, at }) => (writtenAt.get(from) ?? []).some((sent) => sent > at && sent <= at + WINDOW_MS);
}

/** One reply answers the latest unanswered message of that sender and subject. */
function answeredMessages(events: readonly MailEvent[]): ReadonlySet<MailEvent> {
  const waiting = new Map<string, MailEvent[]>();
  const answered = new Set<MailEvent>();
  for (const event of events) {
    const subject = normalisedSubject(event.subject);
    if (event.direction === 'received') {
      const key = `${event.from}\n${subject}`;
      waiting.set(key, [...(waiting.get(key) ?? []), event]);
      continue;
    }
    if (!/^\s*(?:re|aw|antw|sv|vs|res)\s*(?:\[\d+\])?\s*:/i.test(event.subject)) continue;
    for (const recipient of event.recipients) {
      const open = waiting.get(`${recipient}\n${subject}`);
      const last = open?.at(-1);
      if (!open || !last || event.at - last.at > WINDOW_MS) continue;
      open.pop();
      answered.add(last);
    }
  }
  return answered;
}
