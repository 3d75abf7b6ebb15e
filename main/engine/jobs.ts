/** Long work of the writer thread: progress at a bearable rate, cancelling, and a trace that outlives a crash. */
import { type AppErrorData, AppError, toAppErrorData } from '#core/contract/app-error.ts';
import type { AppEvent } from '#core/contract/events.ts';
import type { JobView } from '#core/contract/views.ts';
import type { WritableDb } from '#main/store/database.ts';
import { insertJob, updateJob } from '#main/store/jobs.ts';
import { asStoreError } from '#main/store/store-error.ts';

/** Progress is told at most this often. */
const PROGRESS_INTERVAL_MS = 200;

export type JobProgress = Partial<
  Pick<
    JobView,
    'accountId' | 'doneBytes' | 'totalBytes' | 'doneMessages' | 'totalMessages' | 'defectCount' | 'status' | 'title'
  >
>;

/** A running job, as its work sees it. */
export interface Job {
  readonly id: number;
  /** Aborted by `job.cancel` and when the engine closes. */
  readonly signal: AbortSignal;
  /** Cheap: call it as often as there is something to say. */
  progress(change: JobProgress): void;
}

export interface Jobs {
  /**
   * Runs `work` as a job. Rejects with what `work` throws; a job whose signal was aborted ends as `cancelled`, whether its
   * work then throws or returns what it has.
   */
  run<Result>(kind: JobView['kind'], title: string, work: (job: Job) => Promise<Result>): Promise<Result>;
  /** False where no such job is running. */
  cancel(id: number): boolean;
  running(): readonly JobView[];
  /** Cancels everything; resolves when all of it has ended. */
  cancelAll(): Promise<void>;
}

export function cancelledError(): AppError {
  return new AppError({
    kind: 'cancelled',
    message: 'Cancelled.',
    cure: 'Start it again: it goes on where it stopped.',
  });
}

interface RunningJob {
  view: JobView;
  readonly controller: AbortController;
  ended: Promise<unknown>;
}

export function createJobs(db: WritableDb, emit: (event: AppEvent) => void, now: () => number): Jobs {
  const running = new Map<number, RunningJob>();

  function tell(job: RunningJob): void {
    updateJob(db, job.view);
    emit({ type: 'job', job: job.view });
  }

  async function run<Result>(
    kind: JobView['kind'],
    title: string,
    work: (job: Job) => Promise<Result>,
  ): Promise<Result> {
    const controller = new AbortController();
    const started: Omit<JobView, 'id'> = {
      kind,
      title,
      state: 'running',
      doneBytes: 0,
      totalBytes: 0,
      doneMessages: 0,
      defectCount: 0,
      status: '',
    };
    const id = insertJob(db, started, now());
    const entry: RunningJob = { view: { ...started, id }, controller, ended: Promise.resolve() };
    running.set(id, entry);
    tell(entry);
    let toldAt = now();
    const finish = (state: JobView['state'], error?: AppErrorData): void => {
      running.delete(id);
      entry.view = { ...entry.view, state, ...(error ? { error } : {}) };
      tell(entry);
      emit({ type: 'status-changed' });
    };
    const working = work({
      id,
      signal: controller.signal,
      progress(change) {
        entry.view = { ...entry.view, ...change };
        if (now() - toldAt < PROGRESS_INTERVAL_MS) return;
        toldAt = now();
        tell(entry);
      },
    });
    entry.ended = working.catch(() => undefined);
    try {
      const result = await working;
      finish(controller.signal.aborted ? 'cancelled' : 'done');
      return result;
    } catch (error) {
      const data = toAppErrorData(asStoreError(error));
      if (controller.signal.aborted || data.kind === 'cancelled') finish('cancelled');
      else finish('failed', data);
      throw error;
    }
  }

  return {
    run,
    cancel(id) {
      const job = running.get(id);
      job?.controller.abort(cancelledError());
      return job !== undefined;
    },
    running: () => [...running.values()].map(({ view }) => view),
    async cancelAll() {
      for (const { controller } of running.values()) controller.abort(cancelledError());
      await Promise.all([...running.values()].map(({ ended }) => ended));
    },
  };
}
