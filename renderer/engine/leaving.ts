/**
 * Messages on their way out of the queue: acted on, but not yet journaled by the engine.
 *
 * An answer asked for in between would bring them back for a moment; `queueQuery` leaves them out of every answer.
 */
import type { QueuePage } from '#core/contract/views.ts';
import { pageWithout } from './queue-data.ts';

const leaving = new Set<number>();

export function markLeaving(ids: readonly number[]): void {
  for (const id of ids) leaving.add(id);
}

export function unmarkLeaving(ids: readonly number[]): void {
  for (const id of ids) leaving.delete(id);
}

export function withoutLeaving(page: QueuePage): QueuePage {
  return leaving.size === 0 ? page : pageWithout(page, leaving);
}
