import { describe, expect, it } from 'vitest';
import { FAULT_NAMES, runChaos } from '#tests/helpers/chaos.ts';

const KILLS = 50;
const FAULTS = 300;

describe('a mailbox where one call in four fails, in every way there is, and the engine is killed again and again', () => {
  it('ends equal to Gmail field by field, with every letter delivered once', async () => {
    const { wrong, schedule, faults, kills, letters, undone } = await runChaos({
      seed: 1,
      kills: KILLS,
      faults: FAULTS,
    });
    expect(wrong, schedule.join('\n')).toEqual([]);
    expect(kills).toBeGreaterThanOrEqual(KILLS);
    expect([...faults.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(FAULTS);
    expect(FAULT_NAMES.filter((name) => !faults.has(name))).toEqual([]);
    expect(letters).toBeGreaterThan(KILLS);
    expect(undone).toBeGreaterThan(0);
  }, 600_000);
});
