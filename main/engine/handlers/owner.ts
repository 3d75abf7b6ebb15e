/** Who the user is: declared, or worked out from the mail until then. */
import type { OwnerCandidate } from '#core/contract/views.ts';
import { type Owner, UNKNOWN_OWNER } from '#core/mail/owner.ts';
import { inTransaction } from '#main/store/database.ts';
import { correctDirections } from '#main/store/directions.ts';
import { listOwnerCandidates } from '#main/store/owner-candidates.ts';
import { getSetting, upsertSetting } from '#main/store/settings.ts';
import type { WriteHandlers, WriterContext, WriterFeature } from '../writer-context.ts';

const BATCH = 2000;

export const ownerFeature = {
  handlers: {
    async 'owner.confirm'({ owner }, context) {
      await changeOwner(context, owner, true);
      return null;
    },
  },
} satisfies WriterFeature<Pick<WriteHandlers, 'owner.confirm'>>;

/** Takes the likeliest addresses for the owner's, where the user has not said who he or she is; answers with all candidates. */
export async function workOutOwner(context: WriterContext): Promise<readonly OwnerCandidate[]> {
  const candidates = listOwnerCandidates(context.db);
  const [first] = candidates;
  if (first && getSetting(context.db, 'owner-confirmed') !== true) {
    const owner = getSetting(context.db, 'owner') ?? UNKNOWN_OWNER;
    // Without labels that say so, a second address is as likely that of somebody who is written to a lot.
    const sure = candidates.filter(({ labelledSent }) => labelledSent);
    const addresses = (sure.length > 0 ? sure : [first]).map(({ address }) => address);
    await changeOwner(context, { ...owner, addresses, name: owner.name || first.name }, false);
  }
  return candidates;
}

/**
 * Addresses that are the owner's beyond doubt: those of a mailbox that he or she has signed in to.
 *
 * They settle who the owner is; what was only worked out so far gives way to them.
 */
export async function addOwnAddresses(
  context: WriterContext,
  addresses: readonly string[],
  name: string,
): Promise<void> {
  const owner = getSetting(context.db, 'owner') ?? UNKNOWN_OWNER;
  const declared = getSetting(context.db, 'owner-confirmed') === true ? owner.addresses : [];
  const all = [...new Set([...declared, ...addresses])];
  await changeOwner(context, { ...owner, addresses: all, name: owner.name || name }, true);
}

async function changeOwner(context: WriterContext, owner: Owner, confirmed: boolean): Promise<void> {
  const { db, emit, giveWay, triage } = context;
  const before = getSetting(db, 'owner');
  if (JSON.stringify(before?.addresses ?? []) !== JSON.stringify(owner.addresses)) {
    for (let after: number | undefined = 0; after !== undefined; await giveWay()) {
      after = correctDirections(db, owner.addresses, after, BATCH);
    }
  }
  inTransaction(db, () => {
    upsertSetting(db, 'owner', owner);
    upsertSetting(db, 'owner-confirmed', confirmed);
  });
  triage.wake();
  emit({ type: 'status-changed' });
}
