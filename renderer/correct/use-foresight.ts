/** What a correction would change, worked out by the engine beside everything else; stopped when nobody waits for it any more. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { toAppErrorData } from '#core/contract/app-error.ts';
import type { RequestInput } from '#core/contract/requests.ts';
import type { Foresight } from '#core/contract/views.ts';
import { ask } from '../engine/ask.ts';

export interface ForesightState {
  readonly foresight: Foresight | undefined;
  /** 0–1; undefined before anything is known. */
  readonly share: number | undefined;
  readonly isStopped: boolean;
  readonly error: Error | null;
  readonly stop: () => void;
}

export function useForesight(correction: RequestInput<'correction.apply'>): ForesightState {
  const [ticket] = useState(() => crypto.randomUUID());
  const [share, setShare] = useState<number | undefined>();
  const query = useQuery({
    queryKey: ['correction.foresee', ticket] as const,
    queryFn: () => ask('correction.foresee', { ...correction, ticket }),
    gcTime: 0,
  });
  useEffect(
    () =>
      window.acquaint.onEvent((event) => {
        if (event.type === 'foreseeing' && event.ticket === ticket) setShare(event.done / Math.max(1, event.total));
      }),
    [ticket],
  );
  const stop = () => void ask('correction.stopForeseeing', { ticket }).catch(() => undefined);
  useEffect(() => () => void ask('correction.stopForeseeing', { ticket }).catch(() => undefined), [ticket]);
  const isStopped = query.error !== null && toAppErrorData(query.error).kind === 'cancelled';
  return { foresight: query.data, share, isStopped, error: isStopped ? null : query.error, stop };
}
