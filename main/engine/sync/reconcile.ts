/**
 * Makes the store agree with Gmail without its history: after a long absence, or where an import had brought the mail.
 *
 * Listing costs 5 units for 500 ids and getting 20 for one, so labels are not got but listed: for each label the messages
 * that have it. A mailbox of 100,000 takes some 4,000 units, less than a minute's worth.
 */
import type { MessageRowId } from '#core/mail/message.ts';
import type { MessageQuery } from '#main/gmail/gmail-client.ts';
import { isGmailFailure } from '#main/gmail/gmail-error.ts';
import { inTransaction } from '#main/store/database.ts';
import { setHistoryId } from '#main/store/gmail-accounts.ts';
import {
  deleteGmailIds,
  listGmailCopies,
  listGmailIdsOfAccount,
  listRowIdsByGmailId,
} from '#main/store/gmail-messages.ts';
import { upsertWanted, WANTED_RANKS } from '#main/store/gmail-wanted.ts';
import { getLabels, listUnnamedLabels, setLabels } from '#main/store/labels.ts';
import { pendingLabels } from '#main/store/outbox.ts';
import type { SyncScope } from './sync-scope.ts';

const BATCH = 200;
/** Everything but spam and trash, and what is no mail: old accounts hold tens of thousands of chats. */
export const ALL_MAIL = '-in:drafts -in:chats';
/** Not mail. */
const NOT_LISTED = new Set(['DRAFT', 'CHAT']);

/** After Gmail has forgotten our history id: finds what is new, gone, or labelled otherwise. */
export async function reconcile(scope: SyncScope): Promise<void> {
  // Before the listing, so that what changes meanwhile is in the history after it.
  const { historyId } = await scope.gmail.getProfile(scope.caller);
  const labels = new Map<string, string[]>();
  for await (const ids of listPages(scope, { q: ALL_MAIL })) for (const id of ids) labels.set(id, []);
  const visible = [...labels.keys()];
  for (const hidden of ['SPAM', 'TRASH']) {
    for await (const ids of listPages(scope, { labelIds: [hidden], includeSpamTrash: true }))
      for (const id of ids) labels.set(id, []);
  }
  const unknown = await listLabels(scope, labels);
  await deleteMissing(scope, labels);
  await setListedLabels(scope, labels, unknown);
  await wantUnknown(scope, visible);
  setHistoryId(scope.context.db, scope.id, historyId);
  scope.context.triage.wake();
  scope.context.emit({ type: 'queue-changed' });
}

/** Brings the labels of what is stored up to date: an archive tells of the day it was made. */
export async function refreshLabels(scope: SyncScope): Promise<void> {
  const labels = new Map<string, string[]>();
  for (const { gmailId } of allStored(scope)) labels.set(gmailId, []);
  await setListedLabels(scope, labels, await listLabels(scope, labels));
  scope.context.emit({ type: 'queue-changed' });
}

/** Every page of a listing, as ids. */
async function* listPages(scope: SyncScope, query: MessageQuery): AsyncGenerator<readonly string[]> {
  let pageToken: string | undefined;
  do {
    const page = await scope.gmail.listMessages({ ...query, pageToken }, scope.caller);
    yield page.messages.map(({ gmailId }) => gmailId);
    pageToken = page.nextPageToken;
  } while (pageToken !== undefined);
}

/** Adds to every message of the map the labels that Gmail lists it under; answers with labels that it would not speak of. */
async function listLabels(scope: SyncScope, labels: ReadonlyMap<string, string[]>): Promise<ReadonlySet<string>> {
  const names = await scope.labelNames();
  const named = new Set(names.ids);
  const unknown = new Set<string>();
  for (const labelId of names.ids) {
    if (!NOT_LISTED.has(labelId)) await listLabel(scope, labelId, names.of([labelId])[0] ?? labelId, labels);
  }
  // Messages may have labels that Gmail does not name; the store has them under their ids.
  for (const labelId of listUnnamedLabels(scope.context.db)) {
    if (named.has(labelId)) continue;
    try {
      await listLabel(scope, labelId, labelId, labels);
    } catch (error) {
      // Deleted for good, or not to be listed: what is not known is not changed.
      if (isGmailFailure(error, 'rejected')) unknown.add(labelId);
      else if (!isGmailFailure(error, 'gone')) throw error;
    }
  }
  return unknown;
}

async function listLabel(
  scope: SyncScope,
  labelId: string,
  name: string,
  labels: ReadonlyMap<string, string[]>,
): Promise<void> {
  for await (const ids of listPages(scope, { labelIds: [labelId], includeSpamTrash: true })) {
    for (const id of ids) labels.get(id)?.push(name);
  }
}

function* allStored({ context, id }: SyncScope): Generator<{ readonly gmailId: string; readonly rowId: MessageRowId }> {
  for (let after = 0; ;) {
    const batch = listGmailIdsOfAccount(context.db, id, after, 1000);
    yield* batch;
    const last = batch.at(-1);
    if (!last) break;
    after = last.rowId;
  }
  yield* listGmailCopies(context.db, id);
}

async function deleteMissing(scope: SyncScope, there: ReadonlyMap<string, unknown>): Promise<void> {
  const gone = [...allStored(scope)].map(({ gmailId }) => gmailId).filter((gmailId) => !there.has(gmailId));
  for (let start = 0; start < gone.length; start += BATCH) {
    deleteGmailIds(scope.context.db, scope.id, gone.slice(start, start + BATCH));
    await scope.context.giveWay();
  }
}

async function setListedLabels(
  scope: SyncScope,
  labels: ReadonlyMap<string, readonly string[]>,
  unknown: ReadonlySet<string>,
): Promise<void> {
  const { db, giveWay } = scope.context;
  // A message with two Gmail ids is where either of them is.
  const byRow = new Map<MessageRowId, Set<string>>();
  for (const { gmailId, rowId } of allStored(scope)) {
    const listed = labels.get(gmailId);
    if (!listed) continue;
    const all = byRow.get(rowId) ?? new Set();
    for (const label of listed) all.add(label);
    byRow.set(rowId, all);
  }
  const rows = [...byRow];
  for (let start = 0; start < rows.length; start += BATCH) {
    inTransaction(db, () => {
      for (const [rowId, listed] of rows.slice(start, start + BATCH)) {
        const pending = pendingLabels(db, rowId);
        const stored = getLabels(db, rowId) ?? [];
        const kept = stored.filter((label) => unknown.has(label));
        const right = [...new Set([...listed, ...kept, ...pending.added])].filter(
          (label) => !pending.removed.includes(label),
        );
        if (right.length !== stored.length || right.some((label) => !stored.includes(label)))
          setLabels(db, rowId, right);
      }
    });
    await giveWay();
  }
}

async function wantUnknown({ context, id }: SyncScope, visible: readonly string[]): Promise<void> {
  for (let start = 0; start < visible.length; start += BATCH) {
    const ids = visible.slice(start, start + BATCH);
    const known = listRowIdsByGmailId(context.db, id, ids);
    upsertWanted(
      context.db,
      id,
      ids.filter((gmailId) => !known.has(gmailId)),
      WANTED_RANKS.arrived,
    );
    await context.giveWay();
  }
}
