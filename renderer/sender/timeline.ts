/** When they wrote and when you wrote, by month or by year: pure, so that it is tested alone. */
import type { MessageSummary } from '#core/contract/views.ts';

export interface Period {
  /** `May 2024` or `2024`. */
  readonly title: string;
  readonly received: number;
  readonly sent: number;
}

/** A longer history than so many months is shown by years. */
const MONTHS_SHOWN = 30;
/** One wrong date must not stretch the picture: only this many periods, the latest. */
const PERIODS_SHOWN = 40;

const DAY_MS = 86_400_000;

const monthTitle = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' });

/**
 * Every period from the first message to the last, empty ones too, oldest first.
 *
 * Messages without a date, or from 1904 or 2099, are left out.
 */
export function timelineOf(
  messages: readonly Pick<MessageSummary, 'receivedAt' | 'direction'>[],
  now: number,
): readonly Period[] {
  const dated = messages.filter(({ receivedAt }) => receivedAt > 0 && receivedAt < now + DAY_MS);
  if (dated.length === 0) return [];
  const months = dated.map((message) => monthNumber(message.receivedAt));
  const first = Math.min(...months);
  const last = Math.max(...months);
  const size = last - first < MONTHS_SHOWN ? 1 : 12;
  const from = Math.max(Math.floor(first / size), Math.floor(last / size) - PERIODS_SHOWN + 1);
  const periods = Array.from({ length: Math.floor(last / size) - from + 1 }, (_, index) => ({
    title: titleOf((from + index) * size, size),
    received: 0,
    sent: 0,
  }));
  dated.forEach((message, index) => {
    const period = periods[Math.floor((months[index] ?? 0) / size) - from];
    if (period !== undefined) period[message.direction] += 1;
  });
  return periods;
}

function monthNumber(at: number): number {
  const date = new Date(at);
  return date.getFullYear() * 12 + date.getMonth();
}

function titleOf(month: number, size: number): string {
  return size === 12 ? String(Math.floor(month / 12)) : monthTitle.format(new Date(Math.floor(month / 12), month % 12));
}
