/**
 * Everything the window knows of the engine's state, as queries.
 *
 * A query's key is the request itself, `[name, input]`, so that an event can mark every answer to a request as stale. Nothing goes
 * stale by time: the engine says when (`stale-on-event.ts`).
 */
import { QueryClient, infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ReadRequestName, RequestInput } from '#core/contract/requests.ts';
import type { Lane } from '#core/triage/vocabulary.ts';
import { ask } from './ask.ts';
import { withoutLeaving } from './leaving.ts';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The engine is on this machine: a request works offline, and a failed one fails again.
      queries: { staleTime: Infinity, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

export function engineQuery<Name extends ReadRequestName>(name: Name, input: RequestInput<Name>) {
  return queryOptions({ queryKey: [name, input] as const, queryFn: () => ask(name, input) });
}

/** A part of the received mail: the inbox by rank, one lane of it, or every message. */
export type Part = 'inbox' | Lane | 'all';

const QUEUE_PAGE = 100;

/** Whether a query is of the inbox, which messages leave when they are handled; all mail keeps them. */
export function isInboxQuery([name, input]: readonly unknown[]): boolean {
  return name === 'queue.list' && typeof input === 'object' && input !== null && !('all' in input);
}

export function queueQuery(part: Part) {
  const input = part === 'inbox' ? {} : part === 'all' ? { all: true } : { lane: part };
  return infiniteQueryOptions({
    queryKey: ['queue.list', input] as const,
    queryFn: async ({ pageParam }) => {
      const cursor = pageParam === undefined ? {} : { cursor: pageParam };
      const page = await ask('queue.list', { ...input, limit: QUEUE_PAGE, ...cursor });
      return part === 'all' ? page : withoutLeaving(page);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function searchQuery(query: string) {
  return infiniteQueryOptions({
    queryKey: ['search.list', { query }] as const,
    queryFn: ({ pageParam }) =>
      ask('search.list', { query, limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    enabled: query !== '',
  });
}
