/** What `z` takes back: the latest thing first, as long as it can be taken back. */
import type { OutboxItem, SaidOfAddress } from '#core/contract/views.ts';

export type Undoable =
  | {
      readonly kind: 'outbox';
      readonly outboxId: number;
      readonly undoUntil: number;
      readonly messageIds: readonly number[];
    }
  | { readonly kind: 'judgement'; readonly before: readonly SaidOfAddress[] }
  | { readonly kind: 'correction'; readonly decision: number }
  /** The user's word on who is who, and whether it is to be taken back or to count again. */
  | { readonly kind: 'person-word'; readonly wordId: number; readonly isTakenBack: boolean };

const REMEMBERED = 50;

export function pushUndoable(stack: readonly Undoable[], entry: Undoable): readonly Undoable[] {
  return [...stack.slice(1 - REMEMBERED), entry];
}

export function undoableOf(item: OutboxItem): Undoable {
  return { kind: 'outbox', outboxId: item.id, undoUntil: item.undoUntil, messageIds: item.messageRowIds };
}

export function withoutOutbox(stack: readonly Undoable[], outboxId: number): readonly Undoable[] {
  return stack.filter((entry) => entry.kind !== 'outbox' || entry.outboxId !== outboxId);
}

export function withoutWord(stack: readonly Undoable[], wordId: number): readonly Undoable[] {
  return stack.filter((entry) => entry.kind !== 'person-word' || entry.wordId !== wordId);
}

/** The entry to take back now and what remains; what is past its window is dropped. */
export function popUndoable(
  stack: readonly Undoable[],
  now: number,
): { readonly entry: Undoable | undefined; readonly rest: readonly Undoable[] } {
  const open = stack.filter((entry) => entry.kind !== 'outbox' || entry.undoUntil > now);
  return { entry: open.at(-1), rest: open.slice(0, -1) };
}
