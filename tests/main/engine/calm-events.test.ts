import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AppEvent } from '#core/contract/events.ts';
import { calmEvents } from '#main/engine/calm-events.ts';

describe('calmEvents', () => {
  afterEach(() => void vi.useRealTimers());

  it('sends the first at once, then at most five a second, and never forgets the last', () => {
    vi.useFakeTimers();
    const sent: AppEvent[] = [];
    const emit = calmEvents((event) => sent.push(event));
    for (let count = 0; count < 100; count += 1) emit({ type: 'queue-changed' });
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(200);
    expect(sent).toHaveLength(2);
    vi.advanceTimersByTime(1000);
    expect(sent).toHaveLength(2);
    emit({ type: 'queue-changed' });
    expect(sent).toHaveLength(3);
  });

  it('holds nothing else back', () => {
    const sent: AppEvent[] = [];
    const emit = calmEvents((event) => sent.push(event));
    for (let count = 0; count < 3; count += 1) emit({ type: 'open-url', url: 'https://x.example' });
    expect(sent).toHaveLength(3);
  });

  it('sends what it holds back when it is flushed', () => {
    const sent: AppEvent[] = [];
    const emit = calmEvents((event) => sent.push(event));
    emit({ type: 'status-changed' });
    emit({ type: 'status-changed' });
    emit.flush();
    expect(sent).toHaveLength(2);
  });
});
