import { describe, expect, it } from 'vitest';
import { itemsMatching } from '../../../renderer/ui/pick-list.tsx';

const ITEMS = [
  { title: 'Not “cold outreach”', group: 'This message' },
  { title: 'Mail of Sam Vance is never “cold outreach”', group: 'All mail of Sam Vance' },
  { title: 'This is “recruiter”', group: 'This message' },
];
const found = (typed: string): readonly string[] => itemsMatching(typed, ITEMS).map(({ title }) => title);

describe('itemsMatching', () => {
  it('finds items of which every typed word begins a word, quotes or not', () => {
    expect(found('cold')).toHaveLength(2);
    expect(found('never col')).toEqual([ITEMS[1]?.title]);
    expect(found('utreach')).toEqual([]);
    expect(found('')).toHaveLength(3);
  });

  it('finds a group by its name', () => {
    expect(found('message rec')).toEqual([ITEMS[2]?.title]);
  });
});
