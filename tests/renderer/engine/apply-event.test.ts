import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobView, OutboxItem } from '#core/contract/views.ts';
import { createEventApplier, withOutboxItem } from '../../../renderer/engine/apply-event.ts';
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

describe('createEventApplier', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('asks again at once, and then at most a few times a second however many events come', () => {
    const client = new QueryClient();
    const asked = vi.spyOn(client, 'invalidateQueries').mockResolvedValue();
    const apply = createEventApplier(client);
    for (let count = 0; count < 500; count += 1) apply({ type: 'queue-changed' });
    expect(asked).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(5000);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('does not lose the last event of many', () => {
    const client = new QueryClient();
    const asked = vi.spyOn(client, 'invalidateQueries').mockResolvedValue();
    const apply = createEventApplier(client);
    apply({ type: 'queue-changed' });
    vi.advanceTimersByTime(100);
    apply({ type: 'status-changed' });
    vi.advanceTimersByTime(1000);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('throws away everything when another profile is opened', () => {
    const client = new QueryClient();
    const reset = vi.spyOn(client, 'resetQueries').mockResolvedValue();
    createEventApplier(client)({ type: 'profile-changed', profile: 'sample' });
    expect(reset).toHaveBeenCalledOnce();
  });
});

describe('createEventApplier, on a job', () => {
  it('puts the numbers of a running job in place without asking', async () => {
    const client = new QueryClient();
    const status = await createFakeBridge().request('status.get', {});
    if (!status.ok) throw new Error('no status');
    client.setQueryData(['status.get', {}], status.value);
    const asked = vi.spyOn(client, 'invalidateQueries').mockResolvedValue();
    createEventApplier(client)({ type: 'job', job });
    expect(client.getQueryData(['status.get', {}])).toMatchObject({ jobs: [job] });
    expect(asked).not.toHaveBeenCalled();
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
