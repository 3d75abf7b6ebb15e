/** Stopping long work. */
import type { WriteHandlers, WriterFeature } from '../writer-context.ts';

export const jobsFeature = {
  handlers: {
    /** A job that has ended in the meantime is as good as cancelled. */
    'job.cancel'({ jobId }, { jobs }) {
      jobs.cancel(jobId);
      return null;
    },
  },
} satisfies WriterFeature<Pick<WriteHandlers, 'job.cancel'>>;
