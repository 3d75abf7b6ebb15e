import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../../renderer/sender/timeline.ts';

const NOW = new Date(2026, 10, 1).getTime();

const at = (year: number, month: number, direction: 'received' | 'sent' = 'received') => ({
  receivedAt: new Date(year, month - 1, 15).getTime(),
  direction,
});

describe('timelineOf', () => {
  it('counts both directions a month, with the silent months between', () => {
    expect(timelineOf([at(2026, 5), at(2026, 3), at(2026, 3, 'sent')], NOW)).toEqual([
      { title: 'Mar 2026', received: 1, sent: 1 },
      { title: 'Apr 2026', received: 0, sent: 0 },
      { title: 'May 2026', received: 1, sent: 0 },
    ]);
  });

  it('shows a long history by years', () => {
    const periods = timelineOf([at(2019, 12), at(2026, 1, 'sent')], NOW);
    expect(periods[0]).toEqual({ title: '2019', received: 1, sent: 0 });
    expect(periods.at(-1)).toEqual({ title: '2026', received: 0, sent: 1 });
    expect(periods).toHaveLength(8);
  });

  it('leaves out messages without a date, from before mail and from the future', () => {
    const wrong = [at(1904, 1), at(2099, 1), { receivedAt: 0, direction: 'received' as const }];
    expect(timelineOf(wrong, NOW)).toEqual([]);
    expect(timelineOf([...wrong, at(2026, 3)], NOW)).toHaveLength(1);
  });

  it('is not stretched by one date that is merely odd', () => {
    expect(timelineOf([at(1971, 1), at(2026, 1)], NOW)).toHaveLength(40);
  });
});
