/** Who the user is: declared, or worked out from the mail until then. */
import type { OwnerCandidate } from '#core/contract/views.ts';
import { type Owner, UNKNOWN_OWNER } from '#core/mail/owner.ts';
import { inTransaction } from '#main/store/database.ts';
import { correctDirections } from '#main/store/directions.ts';
import { listOwnerCandidates } from '#main/store/owner-candidates.ts';
import { mostUsedOwnName } from '#main/store/own-name.ts';
import { getSetting, upsertSetting } from '#main/store/settings.ts';
import { reportFault } from '../faults.ts';
import { cancelledError } from '../jobs.ts';
import type { WriteHandlers, WriterContext, WriterFeature } from '../writer-context.ts';

const BATCH = 2000;
let turn: Promise<unknown> = Promise.resolve();

export const ownerFeature = {
  handlers: {
    async 'owner.confirm'({ owner, notMine }, context) {
      const { db } = context;
      return await inTurn(async () => {
        // What is taken off the list is somebody else's from now on, like what was declined outright.
        const before = [...(getSetting(db, 'owner-declined') ?? []), ...(getSetting(db, 'owner')?.addresses ?? [])];
        const mine = new Set(owner.addresses);
        const declined = new Set([...before, ...notMine].filter((address) => !mine.has(address)));
        upsertSetting(db, 'owner-declined', [...declined]);
        await changeOwner(context, owner, true);
        return null;
      });
    },
  },
  /** Goes on where a killed process was. */
  start(context) {
    inTurn(async () => await correctAllDirections(context)).catch(reportFault);
  },
  async stop() {
    await turn;
  },
} satisfies WriterFeature<Pick<WriteHandlers, 'owner.confirm'>>;

/** One change at a time: each keeps what it does not change of the owner that the one before has left. */
async function inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
  const changing = turn.then(change);
  turn = changing.catch(() => undefined);
  return await changing;
}

/** Takes the likeliest addresses for the owner's, where the user has not said who he or she is; answers with all candidates. */
export async function workOutOwner(context: WriterContext): Promise<readonly OwnerCandidate[]> {
  return await inTurn(async () => await takeLikeliest(context));
}

async function takeLikeliest(context: WriterContext): Promise<readonly OwnerCandidate[]> {
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
  await inTurn(async () => {
    const owner = getSetting(db, 'owner') ?? UNKNOWN_OWNER;
    const declared = getSetting(db, 'owner-confirmed') === true ? owner.addresses : [];
    const declined = new Set(getSetting(db, 'owner-declined'));
    const others = sendAs.map(({ address }) => address).filter((address) => !declined.has(address));
    const name = owner.name || (sendAs.find((one) => one.name !== '')?.name ?? '');
    await changeOwner(context, { ...owner, addresses: [...new Set([...declared, mailbox, ...others])], name }, true);
  });
  await learnOwnName(context);
}

/**
 * The owner's name from the mail that he or she sent, where neither the user nor Gmail has said it.
 *
 * Cheap: call it whenever mail has come. It is learnt anew as more comes, until the user writes a name.
 */
export async function learnOwnName(context: WriterContext): Promise<void> {
  const { db, owner } = context;
  await inTurn(async () => {
    const known = owner();
    if (known.addresses.length === 0 || known.name !== (getSetting(db, 'owner-name-learnt') ?? '')) return;
    const name = mostUsedOwnName(db);
    if (name === undefined || name === known.name) return;
    upsertSetting(db, 'owner-name-learnt', name);
    await changeOwner(context, { ...known, name }, getSetting(db, 'owner-confirmed') === true);
  });
}

/** Mail was read with an owner in mind who may have other addresses by now: an import takes minutes. */
export async function correctWhatWasReadFor(context: WriterContext, reader: Owner): Promise<void> {
  await inTurn(async () => {
    if (isSame(reader.addresses, context.owner().addresses)) return;
    upsertSetting(context.db, 'directions-right', false);
    await correctAllDirections(context);
  });
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}

/** The owner is stored first: mail that comes while directions are corrected is stored by the new addresses. */
async function changeOwner(context: WriterContext, owner: Owner, confirmed: boolean): Promise<void> {
  const { db, emit, triage } = context;
  inTransaction(db, () => {
    const before = getSetting(db, 'owner')?.addresses ?? [];
    if (!isSame(before, owner.addresses)) upsertSetting(db, 'directions-right', false);
    upsertSetting(db, 'owner', owner);
    upsertSetting(db, 'owner-confirmed', confirmed);
  });
  await correctAllDirections(context);
  triage.wake();
  emit({ type: 'status-changed' });
}

/** A kill on the way leaves them to the next start. */
async function correctAllDirections({ db, closing, giveWay, owner, triage }: WriterContext): Promise<void> {
  if (getSetting(db, 'directions-right') !== false) return;
  const { addresses } = owner();
  for (let after: number | undefined = 0; after !== undefined; await giveWay()) {
    if (closing.aborted) throw cancelledError();
    after = correctDirections(db, addresses, after, BATCH);
  }
  inTransaction(db, () => {
    upsertSetting(db, 'directions-right', true);
    // What was judged meanwhile was judged by directions some of which were wrong.
    upsertSetting(db, 'judged-with', '');
  });
  triage.wake();
}
