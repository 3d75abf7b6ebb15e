import { describe, expect, it } from 'vitest';
import { Pace } from '#main/engine/pace.ts';

describe('Pace', () => {
  it('lets the first time begin at once, and the next after the least wait', () => {
    const pace = new Pace(10, 3000);
    expect(pace.waitMs(0)).toBeLessThanOrEqual(0);
    pace.begin(1000);
    expect(pace.waitMs(1000)).toBe(3000);
    expect(pace.waitMs(4000)).toBe(0);
  });

  it('waits longer after longer work, and forgets it with the next beginning', () => {
    const pace = new Pace(1000, 0);
    pace.begin(0);
    pace.spend(() => {
      const until = performance.now() + 5;
      while (performance.now() < until);
    });
    expect(pace.waitMs(0)).toBeGreaterThanOrEqual(5000);
    pace.begin(0);
    expect(pace.waitMs(0)).toBe(0);
  });

  it('gives back what the work gives, and counts work that throws', () => {
    const pace = new Pace(1, 0);
    expect(pace.spend(() => 7)).toBe(7);
    expect(() =>
      pace.spend(() => {
        throw new Error('no');
      }),
    ).toThrow('no');
  });
});
