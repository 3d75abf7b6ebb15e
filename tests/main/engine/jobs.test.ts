import { describe, expect, it } from 'vitest';
import type { AppEvent } from '#core/contract/events.ts';
import { AppError } from '#core/contract/app-error.ts';
import { cancelledError, createJobs } from '#main/engine/jobs.ts';
import { failInterruptedJobs, getJob, insertJob, listJobs } from '#main/store/jobs.ts';
import { aStore } from '#tests/helpers/test-store.ts';

describe('createJobs', () => {
  it('tells of progress at most five times a second, and always of the end', async () => {
    const { db } = aStore();
    const events: AppEvent[] = [];
    let clock = 0;
    const jobs = createJobs(
      db,
      (event) => events.push(event),
      () => clock,
    );
    await jobs.run('import', 'Importing', async (job) => {
      for (let done = 1; done <= 1000; done += 1) {
        clock += 1;
        job.progress({ doneMessages: done });
      }
      await Promise.resolve();
    });
    const told = events.flatMap((event) => (event.type === 'job' ? [event.job.doneMessages] : []));
    expect(told).toEqual([0, 200, 400, 600, 800, 1000, 1000]);
    expect(getJob(db, 1)).toMatchObject({ state: 'done', doneMessages: 1000 });
  });

  it('ends as cancelled whether the work throws or gives what it has', async () => {
    const { db } = aStore();
    const jobs = createJobs(db, () => undefined, Date.now);
    const untilAborted = async (signal: AbortSignal): Promise<void> =>
      await new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    const patient = jobs.run('import', 'A', async ({ signal }) => await untilAborted(signal));
    const strict = jobs.run('import', 'B', async ({ signal }) => {
      await untilAborted(signal);
      throw cancelledError();
    });
    expect(jobs.running()).toHaveLength(2);
    expect([jobs.cancel(1), jobs.cancel(2), jobs.cancel(3)]).toEqual([true, true, false]);
    await patient;
    await expect(strict).rejects.toMatchObject({ kind: 'cancelled' });
    expect(listJobs(db, 'cancelled', 5)).toHaveLength(2);
  });

  it('keeps why a job failed', async () => {
    const { db } = aStore();
    const jobs = createJobs(db, () => undefined, Date.now);
    const full = new AppError({ kind: 'disk-full', message: 'Full.', cure: 'Free some space.' });
    await expect(jobs.run('import', 'A', async () => await Promise.reject(full))).rejects.toBe(full);
    expect(getJob(db, 1)).toMatchObject({ state: 'failed', error: { kind: 'disk-full' } });
  });

  it('says of jobs of a process that died that they were cut short', () => {
    const { db } = aStore();
    const job = {
      kind: 'import',
      title: 'A',
      state: 'running',
      doneBytes: 1,
      totalBytes: 2,
      doneMessages: 1,
      defectCount: 0,
      status: '',
    } as const;
    insertJob(db, job, 0);
    failInterruptedJobs(db);
    expect(listJobs(db, 'running', 5)).toEqual([]);
    expect(getJob(db, 1)).toMatchObject({ state: 'failed', error: { kind: 'cancelled' } });
  });
});
