import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { Pacer } from '#main/gmail/pacer.ts';
import { systemClock } from '#main/gmail/clock.ts';

const listeners = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;

/** A pacer that is full: nothing more begins until `finish` is called. */
function aFullPacer(): { readonly pacer: Pacer; readonly finish: () => void } {
  const pacer = new Pacer(1_000_000, systemClock);
  let finish = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  for (let call = 0; call < 6; call += 1) void pacer.run(1, 'background', undefined, () => held);
  return { pacer, finish };
}

describe('Pacer', () => {
  it('listens once to a signal, however many calls wait for their turn, and not at all when none does', async () => {
    const { pacer, finish } = aFullPacer();
    const { signal } = new AbortController();
    const calls = Array.from({ length: 50 }, async (_, call) =>
      pacer.run(1, 'background', signal, async () => await Promise.resolve(call)),
    );
    expect(listeners(signal)).toBe(1);
    finish();
    expect(await Promise.all(calls)).toHaveLength(50);
    expect(listeners(signal)).toBe(0);
  });

  it('ends every waiting call of an aborted signal with its reason, and no other', async () => {
    const { pacer, finish } = aFullPacer();
    const [ended, other] = [new AbortController(), new AbortController()];
    const calls = [ended, ended, other].map(async ({ signal }) =>
      pacer.run(1, 'background', signal, async () => await Promise.resolve('done')),
    );
    ended.abort(new Error('paused'));
    finish();
    expect(await Promise.allSettled(calls)).toMatchObject([
      { status: 'rejected', reason: { message: 'paused' } },
      { status: 'rejected', reason: { message: 'paused' } },
      { status: 'fulfilled', value: 'done' },
    ]);
    expect([listeners(ended.signal), listeners(other.signal)]).toEqual([0, 0]);
  });
});
