/** Events at a rate that a window can follow. */
import type { AppEvent } from '#core/contract/events.ts';

const INTERVAL_MS = 200;

/** These say "ask again": several in a row mean no more than one. */
type Repeatable = 'queue-changed' | 'status-changed';

export interface CalmEmitter {
  (event: AppEvent): void;
  /** Sends what is held back. */
  flush(): void;
}

/** Passes events on; of repeatable ones the first at once, then at most one in 200 ms, the last one always. */
export function calmEvents(send: (event: AppEvent) => void): CalmEmitter {
  const held = new Map<Repeatable, boolean>();
  const timers = new Map<Repeatable, NodeJS.Timeout>();

  function emitRepeatable(type: Repeatable): void {
    if (timers.has(type)) {
      held.set(type, true);
      return;
    }
    send({ type });
    const timer = setTimeout(() => {
      timers.delete(type);
      if (held.get(type) !== true) return;
      held.delete(type);
      emitRepeatable(type);
    }, INTERVAL_MS);
    timers.set(type, timer.unref());
  }

  const emit = (event: AppEvent): void => {
    if (event.type === 'queue-changed' || event.type === 'status-changed') emitRepeatable(event.type);
    else send(event);
  };
  return Object.assign(emit, {
    flush(): void {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      for (const type of held.keys()) send({ type });
      held.clear();
    },
  });
}
