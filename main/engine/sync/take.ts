/** Ids that Gmail has listed: what of them is here, and what is to be brought. */
import { inTransaction } from '#main/store/database.ts';
import { attachToAccount, listRowIdsByGmailId } from '#main/store/gmail-messages.ts';
import { upsertWanted, type WantedRank } from '#main/store/gmail-wanted.ts';
import type { SyncScope } from './sync-scope.ts';

/** What is in the store belongs to the account from now on; the rest is wanted. */
export function take({ context, id }: SyncScope, gmailIds: readonly string[], rank: WantedRank): void {
  inTransaction(context.db, () => {
    const known = listRowIdsByGmailId(context.db, id, gmailIds);
    attachToAccount(context.db, id, known);
    upsertWanted(
      context.db,
      id,
      gmailIds.filter((gmailId) => !known.has(gmailId)),
      rank,
    );
  });
}
