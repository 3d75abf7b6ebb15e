/** Judging on a real database, without the worker thread around it. */
import { onTestFinished } from 'vitest';
import { type Owner, UNKNOWN_OWNER } from '#core/mail/owner.ts';
import { createJobs } from '#main/engine/jobs.ts';
import { createTriage, type Triage } from '#main/engine/triage.ts';
import type { WritableDb } from '#main/store/database.ts';
import { getSetting, upsertSetting } from '#main/store/settings.ts';
import { anOwner } from './builders.ts';
import { aStore } from './test-store.ts';

export function aTriage(db: WritableDb, now: () => number = Date.now): Triage {
  const closing = new AbortController();
  const emit = (): void => undefined;
  const triage = createTriage({
    db,
    emit,
    jobs: createJobs(db, emit, now),
    owner: (): Owner => getSetting(db, 'owner') ?? UNKNOWN_OWNER,
    giveWay: async () => await new Promise((resolve) => setImmediate(resolve)),
    now,
    closing: closing.signal,
  });
  onTestFinished(async () => {
    closing.abort();
    await triage.ended();
  });
  return triage;
}

export function aJudgedStore(now: () => number = Date.now): { readonly db: WritableDb; readonly triage: Triage } {
  const { db } = aStore();
  upsertSetting(db, 'owner', anOwner());
  return { db, triage: aTriage(db, now) };
}
