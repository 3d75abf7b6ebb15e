/** Keeps the queries true to the engine's events. */
import type { QueryClient } from '@tanstack/react-query';
import type { AppEvent } from '#core/contract/events.ts';
import type { ReadRequestName } from '#core/contract/requests.ts';
import type { JobView, OutboxItem, StatusView } from '#core/contract/views.ts';
import { staleAfter } from './stale-on-event.ts';

/** An import tells of changes many times a second; asking again that often would only keep the reader busy. */
const ASK_AGAIN_AFTER_MS = 300;

/** Applies events; those that make answers stale are gathered and take effect together, the first at once. */
export function createEventApplier(client: QueryClient): (event: AppEvent) => void {
  const waiting = new Set<ReadRequestName>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function invalidateWaiting(): void {
    timer = undefined;
    if (waiting.size === 0) return;
    const names = new Set(waiting);
    waiting.clear();
    void client.invalidateQueries({ predicate: (query) => names.has(query.queryKey[0] as ReadRequestName) });
    timer = setTimeout(invalidateWaiting, ASK_AGAIN_AFTER_MS);
  }

  return (event) => {
    if (event.type === 'job') {
      client.setQueryData<StatusView>(['status.get', {}], (status) => status && withJob(status, event.job));
    }
    if (event.type === 'outbox') {
      client.setQueryData<readonly OutboxItem[]>(['outbox.list', {}], (items) =>
        withOutboxItem(items ?? [], event.item),
      );
    }
    const stale = staleAfter(event);
    if (stale === 'all') {
      waiting.clear();
      void client.resetQueries();
      return;
    }
    for (const name of stale) waiting.add(name);
    if (timer === undefined) invalidateWaiting();
  };
}

export function withJob(status: StatusView, job: JobView): StatusView {
  const others = status.jobs.filter((other) => other.id !== job.id);
  return { ...status, jobs: [...others, job] };
}

/** Newest first, as `outbox.list` answers. */
export function withOutboxItem(items: readonly OutboxItem[], item: OutboxItem): readonly OutboxItem[] {
  const index = items.findIndex((other) => other.id === item.id);
  return index < 0 ? [item, ...items] : items.with(index, item);
}
