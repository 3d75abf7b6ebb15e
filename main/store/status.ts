/** What the window shows of the profile as a whole. */
import type { StatusView } from '#core/contract/views.ts';
import { UNKNOWN_OWNER } from '#core/mail/owner.ts';
import { isSampleProfile, listAccounts } from './accounts.ts';
import { getCoverage } from './coverage.ts';
import type { ReadableDb } from './database.ts';
import { listJobs } from './jobs.ts';
import { getSetting } from './settings.ts';

export function getStatus(db: ReadableDb): StatusView {
  const accounts = listAccounts(db);
  const coverage = getCoverage(db);
  return {
    profile: isSampleProfile(db) ? 'sample' : 'own',
    owner: getSetting(db, 'owner') ?? UNKNOWN_OWNER,
    ownerConfirmed: getSetting(db, 'owner-confirmed') ?? false,
    accounts,
    messageCount: coverage.messageCount,
    coverage,
    jobs: [...listJobs(db, 'running', 20), ...listJobs(db, 'paused', 20)],
    online: getSetting(db, 'online') ?? true,
  };
}
