/** The queue as rows to show, and where the cursor is among them: pure, so that it is tested alone. */
import type { QueueItem } from '#core/contract/views.ts';
import type { Lane } from '#core/triage/vocabulary.ts';

export type QueueRow =
  | { readonly kind: 'lane'; readonly lane: Lane }
  /** `position` counts messages only, from 0. */
  | { readonly kind: 'message'; readonly item: QueueItem; readonly position: number };

/** Messages in the order given; with a heading wherever the lane changes, if asked for. */
export function rowsOf(items: readonly QueueItem[], withLanes: boolean): readonly QueueRow[] {
  const rows: QueueRow[] = [];
  let lane: Lane | undefined;
  items.forEach((item, position) => {
    if (withLanes && item.lane !== lane) {
      lane = item.lane;
      rows.push({ kind: 'lane', lane });
    }
    rows.push({ kind: 'message', item, position });
  });
  return rows;
}

/** The cursor: a message, and where it stood when it was last seen. */
export interface Cursor {
  readonly id: number;
  readonly position: number;
}

/**
 * Which message the cursor is on after the list changed under it.
 *
 * The same message where it is still there; else the one that moved up into its place (auto-advance), else the last.
 */
export function positionOf(items: readonly QueueItem[], cursor: Cursor | undefined): number | undefined {
  if (items.length === 0) return undefined;
  if (cursor === undefined) return 0;
  if (items[cursor.position]?.id === cursor.id) return cursor.position;
  const found = items.findIndex((item) => item.id === cursor.id);
  return found >= 0 ? found : Math.min(cursor.position, items.length - 1);
}

/**
 * The cursor after messages were acted on: the next one that stays, else the one before.
 *
 * Undefined where none stays.
 */
export function cursorAfterLeaving(
  items: readonly QueueItem[],
  position: number,
  leaving: ReadonlySet<number>,
): Cursor | undefined {
  const stays = (item: QueueItem) => !leaving.has(item.id);
  const next = items.slice(position).find(stays) ?? items.slice(0, position).findLast(stays);
  if (next === undefined) return undefined;
  return { id: next.id, position: items.filter(stays).indexOf(next) };
}
