/** What long work has been done, is being done, or was cut short. */
import type { JobView } from '#core/contract/views.ts';
import { type ReadableDb, statement, type WritableDb } from './database.ts';

export function insertJob(db: WritableDb, job: Omit<JobView, 'id'>, startedAt: number): number {
  const insert = statement<[string, string, number]>(
    db,
    `INSERT INTO jobs (kind, state, started_at, view) VALUES (?, ?, ?, '{}')`,
  );
  const id = Number(insert.run(job.kind, job.state, startedAt).lastInsertRowid);
  updateJob(db, { ...job, id });
  return id;
}

export function updateJob(db: WritableDb, job: JobView): void {
  statement<[string, string, number]>(db, 'UPDATE jobs SET state = ?, view = ? WHERE id = ?').run(
    job.state,
    JSON.stringify(job),
    job.id,
  );
}

export function getJob(db: ReadableDb, id: number): JobView | undefined {
  const view = statement<[number], string>(db, 'SELECT view FROM jobs WHERE id = ?').pluck().get(id);
  return view === undefined ? undefined : (JSON.parse(view) as JobView);
}

/** Newest first. */
export function listJobs(db: ReadableDb, state: JobView['state'], limit: number): readonly JobView[] {
  const views = statement<[string, number], string>(
    db,
    'SELECT view FROM jobs WHERE state = ? ORDER BY id DESC LIMIT ?',
  ).pluck();
  return views.all(state, limit).map((view) => JSON.parse(view) as JobView);
}

/** Jobs of a process that died: nobody runs them any more. */
export function failInterruptedJobs(db: WritableDb): void {
  for (const job of listJobs(db, 'running', -1)) {
    updateJob(db, {
      ...job,
      state: 'failed',
      error: {
        kind: 'cancelled',
        message: 'Acquaint was closed before this was done.',
        cure: 'Start it again: it goes on where it stopped.',
      },
    });
  }
}
