/** Bringing mail from files. */
import { basename } from 'node:path';
import { toAppErrorData } from '#core/contract/app-error.ts';
import type { ImportSummary } from '#core/contract/views.ts';
import { runImport } from '#main/import/run-import.ts';
import type { WriteHandlers, WriterContext, WriterFeature } from '../writer-context.ts';
import { workOutOwner } from './owner.ts';

export const importFeature = {
  handlers: {
    /** Answers when everything that was brought has been judged. */
    async 'import.run'({ paths }, context) {
      const summary = await bring(paths, context);
      context.emit({ type: 'queue-changed' });
      if (summary.cancelled) return summary;
      const ownerCandidates = await workOutOwner(context);
      try {
        await context.triage.settled();
      } catch (error) {
        if (toAppErrorData(error).kind !== 'cancelled') throw error;
        return { ...summary, ownerCandidates, cancelled: true };
      }
      return { ...summary, ownerCandidates };
    },
  },
} satisfies WriterFeature<Pick<WriteHandlers, 'import.run'>>;

async function bring(paths: readonly string[], context: WriterContext): Promise<ImportSummary> {
  const { db, jobs, triage, parseWorker, now } = context;
  const owner = context.owner();
  const giveWay = async (): Promise<void> => {
    // Until it is known who the owner is, every verdict would have to be made twice.
    if (owner.addresses.length > 0) triage.wake();
    await context.giveWay();
  };
  const [first = '', ...others] = paths.map((path) => basename(path));
  const title = `Importing ${first}${others.length > 0 ? ` and ${others.length} more` : ''}`;
  return await jobs.run(
    'import',
    title,
    async (job) => await runImport(paths, { db, parseWorker, owner, job, giveWay, now }),
  );
}
