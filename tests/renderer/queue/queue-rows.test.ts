import { describe, expect, it } from 'vitest';
import { cursorAfterLeaving, positionOf, rowsOf } from '../../../renderer/queue/queue-rows.ts';
import { anItem } from '../a-queue.ts';

const items = [1, 2, 3, 4].map((id) => anItem(id));

describe('rowsOf', () => {
  it('puts a heading wherever the lane changes, and counts messages without headings', () => {
    const rows = rowsOf([anItem(1, { lane: 'known' }), anItem(2, { lane: 'known' }), anItem(3)], true);
    expect(rows.map((row) => (row.kind === 'lane' ? row.lane : row.position))).toEqual(['known', 0, 1, 'stranger', 2]);
  });

  it('has no headings inside one lane', () => {
    expect(rowsOf(items, false).every(({ kind }) => kind === 'message')).toBe(true);
  });
});

describe('positionOf', () => {
  it('begins at the first message', () => {
    expect(positionOf(items, undefined)).toBe(0);
    expect(positionOf([], undefined)).toBeUndefined();
  });

  it('follows the message when mail arrives above it', () => {
    expect(positionOf([anItem(9), ...items], { id: 2, position: 1 })).toBe(2);
  });

  it('stays in place when the message goes away, and moves up at the end', () => {
    expect(positionOf(items, { id: 99, position: 2 })).toBe(2);
    expect(positionOf(items, { id: 99, position: 40 })).toBe(3);
  });
});

describe('cursorAfterLeaving', () => {
  it('goes on to the next message', () => {
    expect(cursorAfterLeaving(items, 1, new Set([2]))).toEqual({ id: 3, position: 1 });
  });

  it('goes back to the one before at the end of the list', () => {
    expect(cursorAfterLeaving(items, 3, new Set([4]))).toEqual({ id: 3, position: 2 });
  });

  it('skips messages that leave together', () => {
    expect(cursorAfterLeaving(items, 0, new Set([1, 2, 4]))).toEqual({ id: 3, position: 0 });
  });

  it('is nowhere when all leave', () => {
    expect(cursorAfterLeaving(items, 0, new Set([1, 2, 3, 4]))).toBeUndefined();
  });
});
