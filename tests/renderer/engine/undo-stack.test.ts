import { describe, expect, it } from 'vitest';
import {
  popUndoable,
  pushUndoable,
  withoutOutbox,
  withoutWord,
  type Undoable,
} from '../../../renderer/engine/undo-stack.ts';

const archived = (outboxId: number, undoUntil: number): Undoable => ({
  kind: 'outbox',
  outboxId,
  undoUntil,
  messageIds: [outboxId],
});
const judged: Undoable = { kind: 'judgement', before: [] };

describe('popUndoable', () => {
  it('takes back the latest thing first', () => {
    const stack = [archived(1, 100), archived(2, 100)].reduce<readonly Undoable[]>(pushUndoable, []);
    const first = popUndoable(stack, 50);
    expect(first.entry).toEqual(archived(2, 100));
    expect(popUndoable(first.rest, 50).entry).toEqual(archived(1, 100));
  });

  it('passes over what can no longer be taken back', () => {
    expect(popUndoable([archived(1, 100), archived(2, 40)], 50).entry).toEqual(archived(1, 100));
    expect(popUndoable([archived(1, 40)], 50)).toEqual({ entry: undefined, rest: [] });
  });

  it('can take back the user’s word on a person at any time', () => {
    expect(popUndoable([judged], Number.MAX_SAFE_INTEGER).entry).toBe(judged);
  });
});

describe('withoutWord', () => {
  it('drops what was taken back by its button, so that z does not take it back again', () => {
    const said: Undoable = { kind: 'person-word', wordId: 3, isTakenBack: true };
    expect(withoutWord([archived(1, 9), said, judged], 3)).toEqual([archived(1, 9), judged]);
    expect(popUndoable([said], Number.MAX_SAFE_INTEGER).entry).toBe(said);
  });
});

describe('pushUndoable', () => {
  it('forgets the oldest of very many', () => {
    const stack = Array.from({ length: 200 }, (_, index) => archived(index, 1)).reduce<readonly Undoable[]>(
      pushUndoable,
      [],
    );
    expect(stack).toHaveLength(50);
    expect(stack.at(-1)).toEqual(archived(199, 1));
  });
});

describe('withoutOutbox', () => {
  it('drops what was undone by its button, so that z does not undo it again', () => {
    expect(withoutOutbox([archived(1, 9), judged, archived(2, 9)], 1)).toEqual([judged, archived(2, 9)]);
  });
});
