/**
 * The first sync of an account: what is most useful first, and at any point resumable.
 *
 * Order: the newest page of the inbox → what the owner last wrote to its senders → ids of sent mail → ids of all mail →
 * labels of what an import had brought → everything that is missing, newest first. Listing 100,000 ids costs 1,000 units
 * and getting them 2,000,000: so what a Takeout archive has brought is not got again.
 */
import { isGmailFailure } from '#main/gmail/gmail-error.ts';
import { inTransaction } from '#main/store/database.ts';
import { completeMailbox, moveSync, setHistoryId, type SyncPhase } from '#main/store/gmail-accounts.ts';
import { forgetImportedGmailIds, listImportedSample } from '#main/store/gmail-messages.ts';
import { countWanted, WANTED_RANKS, type WantedRank } from '#main/store/gmail-wanted.ts';
import type { Job } from '../jobs.ts';
import { askAboutSenders } from './ask-about-senders.ts';
import { fetchWanted } from './fetch-wanted.ts';
import { ALL_MAIL, refreshLabels } from './reconcile.ts';
import { progressInWords } from './sync-progress.ts';
import type { SyncScope } from './sync-scope.ts';
import { take } from './take.ts';

/** The first screen of a new account. */
const FIRST_PAGE = 50;
/** Of it: each get is a round trip, and a new account waits for it. */
const GETS_TOGETHER = 10;
/** Messages of an import that are compared with Gmail before its ids are believed. */
const SAMPLE = 5;

/** Goes on from the stored phase until the account is complete. `news` takes over what changes meanwhile; it is called every now and then. */
export async function firstSync(scope: SyncScope, job: Job, news: () => Promise<void>): Promise<void> {
  job.progress({ accountId: scope.id });
  for (let { phase } = scope.account; phase !== 'done'; { phase } = scope.account) {
    scope.signal?.throwIfAborted();
    await PHASES[phase](scope, job, news);
  }
  scope.context.triage.wake();
  job.progress({ status: 'All of your mail is here' });
}

type Phase = (scope: SyncScope, job: Job, news: () => Promise<void>) => Promise<void>;

const PHASES: Readonly<Record<Exclude<SyncPhase, 'done'>, Phase>> = {
  async inbox(scope, job) {
    const { gmail, caller, context, id } = scope;
    job.progress({ status: 'Getting the newest page of your inbox' });
    if (scope.account.historyId === undefined) {
      // Before anything is listed: what arrives meanwhile is in the history after it.
      setHistoryId(context.db, id, (await gmail.getProfile(caller)).historyId);
    }
    await checkImport(scope);
    const page = await gmail.listMessages({ labelIds: ['INBOX'] }, caller);
    const ids = page.messages.map(({ gmailId }) => gmailId);
    take(scope, ids.slice(0, FIRST_PAGE), WANTED_RANKS.inbox);
    take(scope, ids.slice(FIRST_PAGE), WANTED_RANKS.toSenders);
    await fetchWanted(scope, { upToRank: WANTED_RANKS.inbox, together: GETS_TOGETHER });
    moveSync(context.db, id, 'senders');
  },

  async senders(scope, job) {
    job.progress({ status: 'Queue ready; looking for what you wrote to these people' });
    await askAboutSenders(scope);
    await fetchWanted(scope, { upToRank: WANTED_RANKS.toSenders });
    // By now the rest of the inbox is here, with people who were not on its first page.
    await askAboutSenders(scope);
    await fetchWanted(scope, { upToRank: WANTED_RANKS.toSenders });
    moveSync(scope.context.db, scope.id, 'sent');
  },

  async sent(scope, job) {
    job.progress({ status: 'Queue ready; listing your sent mail' });
    await listAll(scope, { labelIds: ['SENT'] }, WANTED_RANKS.sent, 'sent', 'all');
  },

  async all(scope, job) {
    job.progress({ status: 'Queue ready; listing all of your mail' });
    await listAll(scope, { q: ALL_MAIL }, WANTED_RANKS.rest, 'all', 'labels');
  },

  async labels(scope, job) {
    // Labels of what was got from Gmail are right; those of an archive are as old as it is.
    if (listImportedSample(scope.context.db, scope.id, 1).length > 0) {
      job.progress({ status: 'Queue ready; comparing labels' });
      await refreshLabels(scope);
    }
    moveSync(scope.context.db, scope.id, 'fetch');
  },

  async fetch(scope, job, news) {
    const { db } = scope.context;
    const words = progressInWords(scope);
    await fetchWanted(scope, {
      async onBatch(batch) {
        job.progress(words(batch));
        await news();
      },
    });
    // Mail that arrived during the last batch.
    await news();
    if (countWanted(db, scope.id).open > 0) return;
    // All at once: nobody comes back to an account that is done.
    inTransaction(db, () => {
      completeMailbox(db, scope.id);
      moveSync(db, scope.id, 'done');
    });
  },
};

/** Lists ids page by page; each page and the place to go on from are stored together. */
async function listAll(
  scope: SyncScope,
  query: { readonly q?: string; readonly labelIds?: readonly string[] },
  rank: WantedRank,
  phase: SyncPhase,
  next: SyncPhase,
): Promise<void> {
  const { context, gmail, caller, id } = scope;
  let { pageToken } = scope.account;
  for (;;) {
    const page = await listPage();
    const ids = page.messages.map(({ gmailId }) => gmailId);
    inTransaction(context.db, () => {
      take(scope, ids, rank);
      if (page.nextPageToken === undefined) moveSync(context.db, id, next);
      else moveSync(context.db, id, phase, page.nextPageToken);
    });
    await context.giveWay();
    if (page.nextPageToken === undefined) return;
    pageToken = page.nextPageToken;
  }

  async function listPage(): ReturnType<typeof gmail.listMessages> {
    try {
      return await gmail.listMessages({ ...query, pageToken }, caller);
    } catch (error) {
      // A token of days ago may no longer be taken: from the start, then. What is stored or wanted is not listed twice.
      if (pageToken === undefined || !isGmailFailure(error, 'rejected')) throw error;
      pageToken = undefined;
      return await gmail.listMessages(query, caller);
    }
  }
}

/** Believes the Gmail ids of an import only where a sample of them has the same Message-IDs at Gmail. */
async function checkImport({ context, id, gmail, caller }: SyncScope): Promise<void> {
  for (const { gmailId, messageId } of listImportedSample(context.db, id, SAMPLE)) {
    try {
      const { headers } = await gmail.getHeaders(gmailId, ['Message-ID'], caller);
      const there = headers.get('message-id')?.trim() ?? '';
      if (there === '' || there === messageId) continue;
      forgetImportedGmailIds(context.db);
      return;
    } catch (error) {
      // Deleted since, or the archive of another mailbox: says nothing.
      if (!isGmailFailure(error, 'gone')) throw error;
    }
  }
}
