/** Who the user is: declared, or worked out from the mail until then. */
import type { OwnerCandidate } from '#core/contract/views.ts';
import { type Owner, UNKNOWN_OWNER } from '#core/mail/owner.ts';
import { inTransaction } from '#main/store/database.ts';
import { correctDirections } from '#main/store/directions.ts';
import { listOwnerCandidates } from '#main/store/owner-candidates.ts';
import { mostUsedOwnName } from '#main/store/own-name.ts';
import { getSetting, upsertSetting } from '#main/store/settings.ts';
import type { WriteHandlers, WriterContext, WriterFeature } from '../writer-context.ts';

const BATCH = 2000;

export const ownerFeature = {
  handlers: {
    async 'owner.confirm'({ owner, notMine }, context) {
      const { db } = context;
      // What is taken off the list is somebody else's from now on, like what was declined outright.
      const before = [...(getSetting(db, 'owner-declined') ?? []), ...(getSetting(db, 'owner')?.addresses ?? [])];
      const mine = new Set(owner.addresses);
      const declined = new Set([...before, ...notMine].filter((address) => !mine.has(address)));
      upsertSetting(db, 'owner-declined', [...declined]);
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
 * Addresses that are the owner's beyond doubt: that of a mailbox that he or she has signed in to, and those it sends as.
 *
 * They settle who the owner is; what was only worked out so far gives way to them. An address that the user has taken off
 * the list stays off it.
 */
export async function addOwnAddresses(
  context: WriterContext,
  mailbox: string,
  sendAs: readonly { readonly address: string; readonly name: string }[],
): Promise<void> {
  const { db } = context;
  const owner = getSetting(db, 'owner') ?? UNKNOWN_OWNER;
  const declared = getSetting(db, 'owner-confirmed') === true ? owner.addresses : [];
  const declined = new Set(getSetting(db, 'owner-declined'));
  const others = sendAs.map(({ address }) => address).filter((address) => !declined.has(address));
  const name = owner.name || (sendAs.find((one) => one.name !== '')?.name ?? '');
  await changeOwner(context, { ...owner, addresses: [...new Set([...declared, mailbox, ...others])], name }, true);
  await learnOwnName(context);
}

/**
 * The owner's name from the mail that he or she sent, where neither the user nor Gmail has said it.
 *
 * Cheap: call it whenever mail has come. It is learnt anew as more comes, until the user writes a name.
 */
export async function learnOwnName(context: WriterContext): Promise<void> {
  const { db, owner } = context;
  const known = owner();
  if (known.addresses.length === 0 || known.name !== (getSetting(db, 'owner-name-learnt') ?? '')) return;
  const name = mostUsedOwnName(db);
  if (name === undefined || name === known.name) return;
  upsertSetting(db, 'owner-name-learnt', name);
  await changeOwner(context, { ...known, name }, getSetting(db, 'owner-confirmed') === true);
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
