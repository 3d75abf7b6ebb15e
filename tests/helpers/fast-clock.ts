/** Time that passes many times faster than it does, the same for all processes that are given the same settings. */
import { type Clock, systemClock } from '#main/gmail/clock.ts';

export interface FastTime {
  /** Real epoch ms at which it begins; before it, time stands where it is. */
  readonly since: number;
  readonly speed: number;
}

export function fastClock({ since, speed }: FastTime): Clock {
  return {
    now: () => since + (Date.now() - since) * speed,
    sleep: async (ms, signal) => await systemClock.sleep(ms / speed, signal),
  };
}
