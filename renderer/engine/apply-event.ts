/** Keeps the queries true to the engine's events, which come no faster than a window can follow (main/engine/calm-events.ts). */
import type { QueryClient } from '@tanstack/react-query';
import type { AppEvent } from '#core/contract/events.ts';
import type { ReadRequestName } from '#core/contract/requests.ts';
import type { JobView, OutboxItem, StatusView } from '#core/contract/views.ts';
import { staleAfter } from './stale-on-event.ts';

export function applyEvent(client: QueryClient, event: AppEvent): void {
  if (event.type === 'job') {
    client.setQueryData<StatusView>(['status.get', {}], (status) => status && withJob(status, event.job));
  }
  if (event.type === 'outbox') {
    client.setQueryData<readonly OutboxItem[]>(['outbox.list', {}], (items) => withOutboxItem(items ?? [], event.item));
  }
  const stale = staleAfter(event);
  if (stale === 'all') void client.resetQueries();
  else void askAgain(client, stale);
}

/** Marks every answer to these requests as stale; those that are shown are asked for again. */
export async function askAgain(client: QueryClient, names: readonly ReadRequestName[]): Promise<void> {
  if (names.length === 0) return;
  await client.invalidateQueries({ predicate: ({ queryKey }) => names.includes(queryKey[0] as ReadRequestName) });
}

function withJob(status: StatusView, job: JobView): StatusView {
  return { ...status, jobs: [...status.jobs.filter((other) => other.id !== job.id), job] };
}

/** Newest first, as `outbox.list` answers. */
export function withOutboxItem(items: readonly OutboxItem[], item: OutboxItem): readonly OutboxItem[] {
  const index = items.findIndex((other) => other.id === item.id);
  return index < 0 ? [item, ...items] : items.with(index, item);
}
