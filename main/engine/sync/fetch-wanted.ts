/** Gets what is wanted, the most useful first, several at a time, and stores it in small transactions. */
import { isGmailFailure } from '#main/gmail/gmail-error.ts';
import { insertGmailMessages } from '#main/store/gmail-messages.ts';
import { deleteWanted, failWanted, listWanted, type WantedRank } from '#main/store/gmail-wanted.ts';
import type { PreparedMessage } from '#main/store/prepared-message.ts';
import { readGmailMessage } from './read-gmail-message.ts';
import type { SyncScope } from './sync-scope.ts';

/** Asked for at once; how many are really under way is the pacer's to say. */
const AT_ONCE = 12;
/** Small batches: a new account shall show something at once, and transactions stay short. */
const BATCH = 10;
const BATCH_DELAY_MS = 250;

export interface FetchOptions {
  /** Only what is this useful or more. */
  readonly upToRank?: WantedRank;
  /** Called after each batch, with what was stored; awaited, so that it may look for news in between. */
  readonly onBatch?: (batch: readonly PreparedMessage[]) => void | Promise<void>;
}

/** Resolves when nothing of that rank is wanted any more. Rejects where Gmail cannot be asked; what came is stored. */
export async function fetchWanted(scope: SyncScope, { upToRank = 3, onBatch }: FetchOptions = {}): Promise<void> {
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
        const next = listWanted(context.db, id, AT_ONCE + underWay.size + fetched.length, upToRank);
        const held = new Set(fetched.map(({ gmailId }) => gmailId));
        for (const gmailId of next) {
          if (underWay.size >= AT_ONCE) break;
          if (underWay.has(gmailId) || held.has(gmailId)) continue;
          const getting = get(scope, gmailId)
            .then((message) => void (message && fetched.push(message)))
            .catch((error: unknown) => {
              failure ??= error instanceof Error ? error : new Error(String(error));
            })
            .finally(() => underWay.delete(gmailId));
          underWay.set(gmailId, getting);
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

/** One message, ready to be stored; undefined where there is nothing to store. Rejects only where going on makes no sense. */
async function get(scope: SyncScope, gmailId: string): Promise<PreparedMessage | undefined> {
  const { context, id, gmail, caller } = scope;
  try {
    const raw = await gmail.getRaw(gmailId, caller);
    const message = await readGmailMessage(raw, await scope.labelsOf(raw.labelIds), context.owner());
    if (!message) deleteWanted(context.db, id, [gmailId]);
    return message;
  } catch (error) {
    // Listed a moment ago and deleted since: as it should be.
    if (isGmailFailure(error, 'gone')) deleteWanted(context.db, id, [gmailId]);
    else if (isGmailFailure(error, 'busy') || isGmailFailure(error, 'rejected'))
      failWanted(context.db, id, gmailId, error.message);
    else throw error;
    return undefined;
  }
}
