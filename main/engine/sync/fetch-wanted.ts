/** Gets what is wanted, the most useful first, several at a time, and stores it in small transactions. */
import { isGmailFailure } from '#main/gmail/gmail-error.ts';
import { insertGmailMessages } from '#main/store/gmail-messages.ts';
import { deleteWanted, failWanted, listWanted, type WantedRank } from '#main/store/gmail-wanted.ts';
import type { PreparedMessage } from '#main/store/prepared-message.ts';
import { type GmailMail, prepareGmailMessage, readGmailMessage } from './read-gmail-message.ts';
import type { SyncScope } from './sync-scope.ts';

/** Asked for at once; how many are really under way is the pacer's to say. */
const AT_ONCE = 12;
/** What is under way when the app is closed has to be got again. */
const GROUPS_AT_ONCE = 3;
/** Small batches: a new account shall show something at once, and transactions stay short. */
const BATCH = 10;
const BATCH_DELAY_MS = 250;

export interface FetchOptions {
  /** Only what is this useful or more. */
  readonly upToRank?: WantedRank;
  /** So many in one round trip; 1 where absent, since getting them one by one uses the quota as well. */
  readonly together?: number;
  /** Called after each batch, with what was stored; awaited, so that it may look for news in between. */
  readonly onBatch?: (batch: readonly PreparedMessage[]) => void | Promise<void>;
}

/** Resolves when nothing of that rank is wanted any more. Rejects where Gmail cannot be asked; what came is stored. */
export async function fetchWanted(
  scope: SyncScope,
  { upToRank = 3, together = 1, onBatch }: FetchOptions = {},
): Promise<void> {
  const { context, id } = scope;
  const underWay = new Map<string, Promise<void>>();
  const fetched: PreparedMessage[] = [];
  let storedAt = context.now();
  let failure: Error | undefined;

  async function store(): Promise<void> {
    if (fetched.length === 0) return;
    const batch = fetched.splice(0);
    const { added } = insertGmailMessages(context.db, id, batch);
    storedAt = context.now();
    if (added.length > 0) {
      scope.onStored(added);
      context.triage.wake();
    }
    context.emit({ type: 'queue-changed' });
    await onBatch?.(batch);
    await context.giveWay();
  }

  try {
    for (;;) {
      scope.signal?.throwIfAborted();
      if (failure === undefined) {
        const most = together === 1 ? AT_ONCE : GROUPS_AT_ONCE * together;
        const held = new Set(fetched.map(({ gmailId }) => gmailId));
        const next = listWanted(context.db, id, most + underWay.size + fetched.length, upToRank)
          .filter((gmailId) => !underWay.has(gmailId) && !held.has(gmailId))
          .slice(0, Math.max(0, most - underWay.size));
        for (let start = 0; start < next.length; start += together) {
          const group = next.slice(start, start + together);
          const getting = get(scope, group)
            .then((messages) => void fetched.push(...messages))
            .catch((error: unknown) => {
              failure ??= asError(error);
            })
            .finally(() => {
              for (const gmailId of group) underWay.delete(gmailId);
            });
          for (const gmailId of group) underWay.set(gmailId, getting);
        }
      }
      if (underWay.size === 0) break;
      await Promise.race(underWay.values());
      if (fetched.length >= BATCH || context.now() - storedAt >= BATCH_DELAY_MS) await store();
    }
  } finally {
    await Promise.all(underWay.values());
    await store();
  }
  if (failure !== undefined) throw failure;
}

/** Messages, ready to be stored, without those of which there is nothing to store. Rejects only where going on makes no sense. */
async function get(scope: SyncScope, gmailIds: readonly string[]): Promise<readonly PreparedMessage[]> {
  const { gmail, caller } = scope;
  const [only = ''] = gmailIds;
  const got =
    gmailIds.length === 1
      ? await Promise.allSettled([gmail.getRaw(only, caller, readGmailMessage)])
      : await gmail.getRawMany(gmailIds, caller, readGmailMessage);
  const read: PreparedMessage[] = [];
  let failure: Error | undefined;
  for (const [index, result] of got.entries()) {
    try {
      const message = await readOne(scope, gmailIds[index] ?? '', result);
      if (message) read.push(message);
    } catch (error) {
      // The others have come and are kept.
      failure ??= asError(error);
    }
  }
  if (failure !== undefined && read.length === 0) throw failure;
  return read;
}

async function readOne(
  scope: SyncScope,
  gmailId: string,
  result: PromiseSettledResult<GmailMail | undefined>,
): Promise<PreparedMessage | undefined> {
  const { context, id } = scope;
  try {
    if (result.status === 'rejected') throw result.reason;
    const mail = result.value;
    if (mail) return prepareGmailMessage(mail, await scope.labelsOf(mail.labelIds), context.owner());
    deleteWanted(context.db, id, [gmailId]);
    return undefined;
  } catch (error) {
    // Listed a moment ago and deleted since: as it should be.
    if (isGmailFailure(error, 'gone')) deleteWanted(context.db, id, [gmailId]);
    else if (isGmailFailure(error, 'busy') || isGmailFailure(error, 'rejected'))
      failWanted(context.db, id, gmailId, error.message);
    else throw error;
    return undefined;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
