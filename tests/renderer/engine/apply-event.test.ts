import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import type { JobView, OutboxItem } from '#core/contract/views.ts';
import { applyEvent, withOutboxItem } from '../../../renderer/engine/apply-event.ts';
import { engineQuery } from '../../../renderer/engine/queries.ts';
import { staleAfter } from '../../../renderer/engine/stale-on-event.ts';
import { createFakeBridge } from '../fake-bridge.ts';

const item: OutboxItem = {
  id: 1,
  kind: 'archive',
  messageRowIds: [],
  state: 'undoable',
  createdAt: 0,
  undoUntil: 10,
  outcome: '',
};
const job: JobView = {
  id: 3,
  kind: 'import',
  title: 'Importing',
  state: 'running',
  doneBytes: 1,
  totalBytes: 2,
  doneMessages: 1,
  defectCount: 0,
  status: 'half',
};

async function aClientWithAnswers(): Promise<QueryClient> {
  Object.assign(window, { acquaint: createFakeBridge() });
  const client = new QueryClient();
  await client.prefetchQuery(engineQuery('status.get', {}));
  await client.prefetchQuery(engineQuery('boundary.list', {}));
  return client;
}

describe('applyEvent', () => {
  it('makes stale what the event is about and nothing else', async () => {
    const client = await aClientWithAnswers();
    applyEvent(client, { type: 'status-changed' });
    expect(client.getQueryState(['status.get', {}])?.isInvalidated).toBe(true);
    expect(client.getQueryState(['boundary.list', {}])?.isInvalidated).toBe(false);
  });

  it('puts the numbers of a running job in place without asking', async () => {
    const client = await aClientWithAnswers();
    applyEvent(client, { type: 'job', job });
    applyEvent(client, { type: 'job', job: { ...job, doneBytes: 2 } });
    expect(client.getQueryData(['status.get', {}])).toMatchObject({ jobs: [{ ...job, doneBytes: 2 }] });
    expect(client.getQueryState(['status.get', {}])?.isInvalidated).toBe(false);
  });

  it('throws away everything when another profile is opened', async () => {
    const client = await aClientWithAnswers();
    const reset = vi.spyOn(client, 'resetQueries');
    applyEvent(client, { type: 'profile-changed', profile: 'sample' });
    expect(reset).toHaveBeenCalledOnce();
    expect(client.getQueryData(['status.get', {}])).toBeUndefined();
  });
});

describe('withOutboxItem', () => {
  it('puts a new item first and a changed one where it was', () => {
    const other = { ...item, id: 2 };
    expect(withOutboxItem([other], item)).toEqual([item, other]);
    const done: OutboxItem = { ...item, state: 'done' };
    expect(withOutboxItem([other, item], done)).toEqual([other, done]);
  });
});

describe('staleAfter', () => {
  it('asks for the ledger again once a boundary has really gone out', () => {
    expect(staleAfter({ type: 'outbox', item: { ...item, state: 'done' } })).toContain('boundary.list');
    expect(staleAfter({ type: 'outbox', item })).toEqual([]);
  });
});
