import { describe, expect, it } from 'vitest';
import { addOwnAddresses, correctWhatWasReadFor, ownerFeature } from '#main/engine/handlers/owner.ts';
import type { WriterContext } from '#main/engine/writer-context.ts';
import type { WritableDb } from '#main/store/database.ts';
import { getSetting } from '#main/store/settings.ts';
import { aMessage, anAddress, anOwner, OWNER_ADDRESS } from '#tests/helpers/builders.ts';
import { stored } from '#tests/helpers/stored.ts';
import { aJudgedStore } from '#tests/helpers/test-triage.ts';

const OLD = 'old@owner.example';
const WORK = 'work@owner.example';

function aContext(db: WritableDb, change: Partial<WriterContext>): WriterContext {
  return {
    db,
    emit: () => undefined,
    giveWay: async () => await new Promise((resolve) => setImmediate(resolve)),
    closing: new AbortController().signal,
    owner: () => getSetting(db, 'owner') ?? anOwner(),
    ...change,
  } as unknown as WriterContext;
}

const confirm = async (context: WriterContext, addresses: string[]): Promise<null> =>
  await ownerFeature.handlers['owner.confirm'](
    { owner: { name: '', addresses, circles: [], dealBreakers: {}, policy: 'Only people I know.' }, notMine: [] },
    context,
  );

function directionsOf(db: WritableDb): readonly unknown[] {
  return db.prepare('SELECT direction FROM messages ORDER BY id').pluck().all();
}

describe('the owner', () => {
  it('loses nothing where two changes come at once: the second waits for the first', async () => {
    const { db, triage } = aJudgedStore();
    stored(db, [aMessage({ from: anAddress(OLD) })]);
    const meanwhile: (readonly string[])[] = [];
    const first = aContext(db, {
      triage,
      giveWay: async () => await Promise.resolve(void meanwhile.push(getSetting(db, 'owner')?.addresses ?? [])),
    });
    await Promise.all([confirm(first, [OWNER_ADDRESS, OLD]), addOwnAddresses(aContext(db, { triage }), WORK, [])]);
    expect(new Set(meanwhile.map(String))).toEqual(new Set([String([OWNER_ADDRESS, OLD])]));
    expect(getSetting(db, 'owner')).toMatchObject({
      addresses: [OWNER_ADDRESS, OLD, WORK],
      policy: 'Only people I know.',
    });
  });

  it('who was stopped on the way has the rest of the mail set right at the next start, and judged anew', async () => {
    const { db, triage } = aJudgedStore();
    stored(db, [aMessage({ from: anAddress(OLD) })]);
    await triage.settled();
    const stopped = confirm(aContext(db, { triage, closing: AbortSignal.abort() }), [OWNER_ADDRESS, OLD]);
    await expect(stopped).rejects.toMatchObject({ kind: 'cancelled' });
    await triage.settled();
    expect(directionsOf(db)).toEqual(['received']);
    ownerFeature.start(aContext(db, { triage }));
    await ownerFeature.stop();
    await triage.settled();
    expect(directionsOf(db)).toEqual(['sent']);
    expect(db.prepare('SELECT count(*) FROM assessments').pluck().get()).toBe(0);
  });

  it('who was stopped on the way to other addresses and goes back has all mail set right', async () => {
    const { db, triage } = aJudgedStore();
    stored(db, [aMessage({ from: anAddress(OLD) })]);
    const closing = new AbortController();
    const stopping = aContext(db, {
      triage,
      closing: closing.signal,
      giveWay: async () => await Promise.resolve(closing.abort()),
    });
    await expect(confirm(stopping, [OWNER_ADDRESS, OLD])).rejects.toMatchObject({ kind: 'cancelled' });
    expect(directionsOf(db)).toEqual(['sent']);
    await confirm(aContext(db, { triage }), [OWNER_ADDRESS]);
    expect(directionsOf(db)).toEqual(['received']);
  });

  it('has mail set right that was read before he or she had an address', async () => {
    const { db, triage } = aJudgedStore();
    const context = aContext(db, { triage });
    await confirm(context, [OWNER_ADDRESS, OLD]);
    stored(db, [aMessage({ from: anAddress(OLD) })]);
    expect(directionsOf(db)).toEqual(['received']);
    await correctWhatWasReadFor(context, anOwner());
    expect(directionsOf(db)).toEqual(['sent']);
  });

  it('is known by the new addresses to mail that comes while the rest is set right', async () => {
    const { db, triage } = aJudgedStore();
    stored(db, [aMessage({ from: anAddress(OLD) })]);
    const known: (readonly string[])[] = [];
    const context = aContext(db, {
      triage,
      giveWay: async () => await Promise.resolve(void known.push(getSetting(db, 'owner')?.addresses ?? [])),
    });
    await confirm(context, [OWNER_ADDRESS, OLD]);
    expect(known[0]).toEqual([OWNER_ADDRESS, OLD]);
  });
});
