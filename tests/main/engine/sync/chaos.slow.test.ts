import { describe, expect, it } from 'vitest';
import { runChaos } from '#tests/helpers/chaos.ts';

describe('a mailbox where one call in eight fails, in eleven ways, and the app is closed again and again', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'ends in step with Gmail and with every letter delivered once (seed %i)',
    async (seed) => {
      const { wrong, faults, restarts, letters } = await runChaos(seed);
      expect(wrong).toEqual([]);
      expect(faults).toBeGreaterThan(10);
      expect(restarts + letters).toBeGreaterThan(0);
    },
    60_000,
  );
});
