/** Partial sync: what changed in the mailbox since we last looked. */
import type { MessageRowId } from '#core/mail/message.ts';
import type { Change } from '#main/gmail/history.ts';
import { inTransaction, type WritableDb } from '#main/store/database.ts';
import { setHistoryId } from '#main/store/gmail-accounts.ts';
import { deleteGmailIds, listRowIdsByGmailId } from '#main/store/gmail-messages.ts';
import { isWanted, upsertWanted, WANTED_RANKS } from '#main/store/gmail-wanted.ts';
import { changeLabels } from '#main/store/labels.ts';
import { pendingLabels } from '#main/store/outbox.ts';
import type { SyncScope } from './sync-scope.ts';

/** Changes applied in one transaction. */
const BATCH = 200;
/** Mail in these places is not brought unless it leaves them. */
const LEFT_ALONE = new Set(['DRAFT', 'SPAM', 'TRASH', 'CHAT']);

/**
 * Takes over every change since the stored history id, then stores the new one.
 *
 * Each page is applied as it comes: applying it again after a crash changes nothing. Rejects with a `gone` failure where
 * Gmail no longer knows the id: then the mailbox has to be reconciled.
 */
export async function applyHistory(scope: SyncScope, historyId: string): Promise<void> {
  const { context, gmail, caller, id } = scope;
  let pageToken: string | undefined;
  for (;;) {
    const page = await gmail.listHistory(historyId, pageToken, caller);
    for (let start = 0; start < page.changes.length; start += BATCH) {
      const changes = await named(scope, page.changes.slice(start, start + BATCH));
      inTransaction(context.db, () => {
        for (const change of changes) apply(context.db, scope, change);
      });
      await context.giveWay();
    }
    if (page.changes.length > 0) {
      context.triage.wake();
      context.emit({ type: 'queue-changed' });
    }
    if (page.nextPageToken === undefined) {
      // Only now: the id of an earlier page would skip the pages after it.
      if (page.historyId !== historyId) setHistoryId(context.db, id, page.historyId);
      return;
    }
    pageToken = page.nextPageToken;
  }
}

/** With labels as the store keeps them. */
async function named(scope: SyncScope, changes: readonly Change[]): Promise<readonly Change[]> {
  const named: Change[] = [];
  for (const change of changes) named.push({ ...change, labelIds: await scope.labelsOf(change.labelIds) });
  return named;
}

function apply(db: WritableDb, { id }: SyncScope, { type, gmailId, labelIds }: Change): void {
  const rowId = listRowIdsByGmailId(db, id, [gmailId]).get(gmailId);
  switch (type) {
    case 'added':
      if (rowId === undefined && !labelIds.some((label) => LEFT_ALONE.has(label))) want(db, id, gmailId);
      return;
    case 'deleted':
      deleteGmailIds(db, id, [gmailId]);
      return;
    case 'labelled':
      if (rowId !== undefined) changeRemotely(db, rowId, labelIds, []);
      // What we left alone in spam may be in the inbox now.
      else if (labelIds.includes('INBOX')) want(db, id, gmailId);
      return;
    case 'unlabelled':
      if (rowId !== undefined) changeRemotely(db, rowId, [], labelIds);
      else if (labelIds.some((label) => label === 'SPAM' || label === 'TRASH')) want(db, id, gmailId);
  }
}

function want(db: WritableDb, accountId: SyncScope['id'], gmailId: string): void {
  if (!isWanted(db, accountId, gmailId)) upsertWanted(db, accountId, [gmailId], WANTED_RANKS.arrived);
}

/** What the user did here a moment ago, and Gmail does not know of yet, stays. */
function changeRemotely(db: WritableDb, rowId: MessageRowId, add: readonly string[], remove: readonly string[]): void {
  const pending = pendingLabels(db, rowId);
  changeLabels(db, [rowId], {
    add: add.filter((label) => !pending.removed.includes(label)),
    remove: remove.filter((label) => !pending.added.includes(label)),
  });
}
