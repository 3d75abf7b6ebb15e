/**
 * Benchmark A: whom will the user write to in the next 30 days? (docs/ranking.md)
 *
 * At a cut everybody who ever wrote to the user is ranked; who then is written to within 30 days should come first. Cuts are
 * quantiles of the user's sent mail. Training cuts end, window and all, before the first test cut.
 */
import { DAY_MS } from '#core/relationship/decayed-sums.ts';
import type { FrozenBenchmark, MailEvent } from './frozen-benchmark.ts';

const WINDOW_MS = 30 * DAY_MS;
const TEST_QUANTILES = [0.65, 0.8] as const;
const TRAINING_QUANTILES = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6] as const;
/** A user who wrote less has no cut worth the name. */
const FEWEST_SENT = 30;
const FEWEST_CONTACTS = 5;

/** `frozen`: a user of the frozen benchmark · `rebuilt`: an employee as the frozen users' mail shows him · `mailbox`. */
export type Population = 'frozen' | 'rebuilt' | 'mailbox';

export interface UserStream {
  readonly user: string;
  readonly population: Population;
  /** In time order. */
  readonly events: readonly MailEvent[];
}

export interface ContactList {
  readonly user: string;
  readonly population: Population;
  readonly part: 'train' | 'test';
  readonly cutAt: number;
  readonly contacts: readonly { readonly address: string; readonly positive: boolean }[];
}

/** Lists that have both kinds of contacts, in time order. */
export function contactLists({ user, population, events }: UserStream): readonly ContactList[] {
  const sent = events.filter(({ direction }) => direction === 'sent');
  if (sent.length < FEWEST_SENT) return [];
  const cutAt = (quantile: number): number => sent[Math.floor(quantile * (sent.length - 1))]?.at ?? 0;
  const firstTest = cutAt(TEST_QUANTILES[0]);
  const training = [...new Set(TRAINING_QUANTILES.map(cutAt))].filter((at) => at + WINDOW_MS <= firstTest);
  const cuts = [
    ...training.map((at) => ({ part: 'train' as const, at })),
    ...TEST_QUANTILES.map((quantile) => ({ part: 'test' as const, at: cutAt(quantile) })),
  ];
  return cuts.flatMap(({ part, at }) => {
    const candidates = new Set<string>();
    const written = new Set<string>();
    for (const event of events) {
      if (event.direction === 'received' && event.at <= at) candidates.add(event.from);
      if (event.direction === 'sent' && event.at > at && event.at <= at + WINDOW_MS)
        for (const recipient of event.recipients) written.add(recipient);
    }
    candidates.delete(user);
    const contacts = [...candidates].map((address) => ({ address, positive: written.has(address) }));
    const positives = contacts.filter(({ positive }) => positive).length;
    if (contacts.length < FEWEST_CONTACTS || positives === 0 || positives === contacts.length) return [];
    return [{ user, population, part, cutAt: at, contacts }];
  });
}

/**
 * The frozen users' own streams, and those of their colleagues as far as the frozen users' mail shows them.
 *
 * The 52 users of the published figures cannot be had from these files; the colleagues stand in for the missing ones, and
 * the harness measures every baseline on the very same lists.
 */
export function employeeStreams({ streams }: FrozenBenchmark): readonly UserStream[] {
  const frozen = new Map<string, readonly MailEvent[]>();
  for (const events of streams.values()) {
    const user = events.find(({ direction }) => direction === 'sent')?.from;
    if (user !== undefined) frozen.set(user, events);
  }
  const rebuilt = new Map<string, MailEvent[]>();
  const seen = new Set<string>();
  for (const event of [...frozen.values()].flat()) {
    const copy = [event.from, event.at, event.subject, ...event.recipients.toSorted()].join('\n');
    if (seen.has(copy)) continue;
    seen.add(copy);
    for (const employee of new Set([event.from, ...event.recipients])) {
      if (frozen.has(employee)) continue;
      const direction = employee === event.from ? 'sent' : 'received';
      const seenBy: MailEvent = { ...event, direction, place: direction === 'sent' ? undefined : '?' };
      const events = rebuilt.get(employee);
      if (events) events.push(seenBy);
      else rebuilt.set(employee, [seenBy]);
    }
  }
  return [
    ...[...frozen].map(([user, events]) => ({ user, population: 'frozen' as const, events })),
    ...[...rebuilt].map(([user, events]) => ({
      user,
      population: 'rebuilt' as const,
      events: events.sort((a, b) => a.at - b.at).map((event, i) => ({ ...event, i })),
    })),
  ];
}
