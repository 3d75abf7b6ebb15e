import { describe, expect, it } from 'vitest';
import { markLeaving, unmarkLeaving, withoutLeaving } from '../../../renderer/engine/leaving.ts';
import { itemsOf, totalOf, withRead, withoutMessages } from '../../../renderer/engine/queue-data.ts';
import { anItem, aQueue } from '../a-queue.ts';

const ids = (data: ReturnType<typeof aQueue>) => itemsOf(data).map(({ id }) => id);

describe('withoutMessages', () => {
  it('removes messages from every page and lowers the counts of all pages', () => {
    const before = aQueue([anItem(1, { lane: 'known' }), anItem(2)], [anItem(3), anItem(4)]);
    const after = withoutMessages(before, new Set([1, 3]));
    expect(ids(after)).toEqual([2, 4]);
    for (const page of after.pages) {
      expect(page.counts.known).toBe(0);
      expect(page.counts.stranger).toBe(2);
    }
    expect(totalOf(after.pages[0]?.counts, 'inbox')).toBe(2);
  });

  it('leaves the old answer as it was, so that it can be rolled back', () => {
    const before = aQueue([anItem(1), anItem(2)]);
    withoutMessages(before, new Set([1]));
    expect(ids(before)).toEqual([1, 2]);
    expect(before.pages[0]?.counts.stranger).toBe(2);
  });

  it('gives the same object back where nothing is removed, so that nothing is rendered', () => {
    const before = aQueue([anItem(1)]);
    expect(withoutMessages(before, new Set([9]))).toBe(before);
  });

  it('keeps the way to the next page', () => {
    const after = withoutMessages(aQueue([anItem(1)], [anItem(2)]), new Set([1]));
    expect(after.pages[0]?.nextCursor).toBe('1');
  });
});

describe('withoutLeaving', () => {
  it('keeps a message that was acted on out of answers that were asked for before the engine knew', () => {
    const page = aQueue([anItem(1), anItem(2)]).pages[0];
    if (page === undefined) throw new Error('no page');
    markLeaving([2]);
    expect(withoutLeaving(page).items.map(({ id }) => id)).toEqual([1]);
    expect(withoutLeaving(page).counts.stranger).toBe(1);
    unmarkLeaving([2]);
    expect(withoutLeaving(page)).toBe(page);
  });
});

describe('withRead', () => {
  it('reads messages where they stand', () => {
    const after = withRead(aQueue([anItem(1), anItem(2)]), new Set([2]));
    expect(itemsOf(after).map(({ unread }) => unread)).toEqual([true, false]);
  });
});
