/** The queue's answers, and what a key press does to them before the engine has answered: pure, so that it is tested alone. */
import type { InfiniteData } from '@tanstack/react-query';
import type { QueueItem, QueuePage } from '#core/contract/views.ts';
import { LANES, type Lane } from '#core/triage/vocabulary.ts';

export type QueueData = InfiniteData<QueuePage, unknown>;

export function itemsOf(data: QueueData | undefined): readonly QueueItem[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}

/** One page without some messages, its counts lowered by those of them that were on it. */
export function pageWithout(page: QueuePage, ids: ReadonlySet<number>): QueuePage {
  const gone = page.items.filter((item) => ids.has(item.id));
  if (gone.length === 0) return page;
  return { ...page, items: page.items.filter((item) => !ids.has(item.id)), counts: lowered(page.counts, gone) };
}

/** The same queue without some messages; the counts of every page are lowered, for each counts over all pages. */
export function withoutMessages(data: QueueData, ids: ReadonlySet<number>): QueueData {
  const gone = itemsOf(data).filter((item) => ids.has(item.id));
  if (gone.length === 0) return data;
  return {
    ...data,
    pages: data.pages.map((page) => ({ ...pageWithout(page, ids), counts: lowered(page.counts, gone) })),
  };
}

/** The same queue with some messages read. */
export function withRead(data: QueueData, ids: ReadonlySet<number>): QueueData {
  return {
    ...data,
    pages: data.pages.map((page) =>
      page.items.some((item) => item.unread && ids.has(item.id))
        ? { ...page, items: page.items.map((item) => (ids.has(item.id) ? { ...item, unread: false } : item)) }
        : page,
    ),
  };
}

/** Messages in the inbox, or in one lane of it. */
export function totalOf(counts: QueuePage['counts'] | undefined, part: Lane | 'inbox'): number {
  if (counts === undefined) return 0;
  return part === 'inbox' ? LANES.reduce((sum, lane) => sum + counts[lane], 0) : counts[part];
}

function lowered(counts: QueuePage['counts'], gone: readonly QueueItem[]): QueuePage['counts'] {
  const lower = { ...counts };
  for (const item of gone) lower[item.lane] = Math.max(0, lower[item.lane] - 1);
  return lower;
}
