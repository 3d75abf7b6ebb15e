/** Bringing mail from files. */
import { basename } from 'node:path';
import { toAppErrorData } from '#core/contract/app-error.ts';
import type { ImportSummary } from '#core/contract/views.ts';
import { runImport } from '#main/import/run-import.ts';
import { countMessages } from '#main/store/coverage.ts';
import { type LabelledCandidate, listOwnerCandidates } from '#main/store/owner-candidates.ts';
import type { Job } from '../jobs.ts';
import type { WriteHandlers, WriterContext, WriterFeature } from '../writer-context.ts';
import { correctWhatWasReadFor, workOutOwner } from './owner.ts';

/** Messages after which the mail is first asked whose it is; then after four times as many, and so on. */
const FIRST_LOOK_AT = 500;
const SENT_BY_OWNER = 20;

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
  const [first = '', ...others] = paths.map((path) => basename(path));
  const title = `Importing ${first}${others.length > 0 ? ` and ${others.length} more` : ''}`;
  return await context.jobs.run('import', title, async (job) => {
    if (context.owner().addresses.length > 0) return await bringKnowing(paths, context, job);
    const start = await bringUntilOwnerShows(paths, context, job);
    if (start.foundAll || job.signal.aborted) return start.summary;
    await workOutOwner(context);
    return joined(start.summary, await bringKnowing(paths, context, job));
  });
}

/** With the owner known, mail is judged while more is brought. */
async function bringKnowing(paths: readonly string[], context: WriterContext, job: Job): Promise<ImportSummary> {
  const { db, parseWorker, now, triage } = context;
  const giveWay = async (): Promise<void> => {
    triage.wake();
    await context.giveWay();
  };
  const owner = context.owner();
  try {
    return await runImport(paths, { db, parseWorker, owner, job, giveWay, now });
  } finally {
    await correctWhatWasReadFor(context, owner);
  }
}

/**
 * Without an owner nothing can be judged, and all would have to be read twice. So the import pauses as soon as the mail
 * says who it is; going on from there is what an import does anyway.
 */
async function bringUntilOwnerShows(
  paths: readonly string[],
  context: WriterContext,
  job: Job,
): Promise<{ readonly summary: ImportSummary; readonly foundAll: boolean }> {
  const { db, parseWorker, now, owner } = context;
  const pause = new AbortController();
  let lookAt = FIRST_LOOK_AT;
  const giveWay = async (): Promise<void> => {
    await context.giveWay();
    if (countMessages(db) < lookAt) return;
    lookAt *= 4;
    if (showsOwner(listOwnerCandidates(db))) pause.abort();
  };
  const signal = AbortSignal.any([job.signal, pause.signal]);
  const summary = await runImport(paths, {
    db,
    parseWorker,
    owner: owner(),
    job: { id: job.id, signal, progress: (change) => job.progress(change) },
    giveWay,
    now,
  });
  return { summary: { ...summary, cancelled: job.signal.aborted }, foundAll: !pause.signal.aborted };
}

/** Sure enough to go on with; all of the mail has the last word. */
function showsOwner([first]: readonly LabelledCandidate[]): boolean {
  return first !== undefined && (first.labelledSent || first.sentCount >= SENT_BY_OWNER);
}

/** The second part has come upon what the first one stored, and counts it as read and known. */
function joined(first: ImportSummary, second: ImportSummary): ImportSummary {
  return {
    ...second,
    added: first.added + second.added,
    known: second.known - first.added,
    defective: first.defective + second.defective,
    elapsedMs: first.elapsedMs + second.elapsedMs,
  };
}
