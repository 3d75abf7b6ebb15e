import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Foresight, Standing } from '#core/contract/views.ts';
import type { IncomingMessage, MessageRowId } from '#core/mail/message.ts';
import { UNKNOWN_OWNER } from '#core/mail/owner.ts';
import type { Label } from '#core/triage/vocabulary.ts';
import { correctionReads, correctionsFeature } from '#main/engine/handlers/corrections.ts';
import { createJobs } from '#main/engine/jobs.ts';
import { createTriage } from '#main/engine/triage.ts';
import type { WriterContext } from '#main/engine/writer-context.ts';
import { getAssessment } from '#main/store/assessments.ts';
import type { NewCorrection } from '#main/store/corrections.ts';
import type { WritableDb } from '#main/store/database.ts';
import { deleteFromAccount } from '#main/store/delete-messages.ts';
import { getMessage } from '#main/store/messages.ts';
import { getSetting, upsertSetting } from '#main/store/settings.ts';
import { anOwner } from '#tests/helpers/builders.ts';
import { answering, friendship, from, to } from '#tests/helpers/judged-mail.ts';
import { anAccount, stored } from '#tests/helpers/stored.ts';
import { aStore } from '#tests/helpers/test-store.ts';

const pitch = (trade: string, share: string, day: string): string =>
  `Hi Olive,\n\nwe help ${trade} like yours to claim back what carriers overcharge. Most recover ${share} percent of their freight bill within a quarter. Could we find twenty minutes on ${day} for a short demonstration of the software?\n\nBest`;
const LIKE_IT =
  'Hello Olive,\n\nmost carriers overcharge workshops, and we claim back part of the freight bill. Perhaps that is of use to you. Would you have time for a short demonstration of the software on Monday?';
const JOB =
  'Hi Olive,\n\nmy client in Oslo is hiring a Senior Developer for a team of nine. Your profile is a great match for the role, and the salary goes up to 90k. Are you open to a short call this week?';

const FIRST_PITCH = from('Sam Vance <sam@vance.example>', 'Freight', pitch('workshops', 'nine', 'Thursday'), 1);
const MAIL: readonly IncomingMessage[] = [
  ...friendship('Ann Lee <ann@lee.example>'),
  FIRST_PITCH,
  from('Sam Vance <sam@vance.example>', 'Re: Freight', 'Just checking in: did you see my note below?', 4, {
    ...answering(FIRST_PITCH),
  }),
  from('Mick Orr <mick@orr.example>', 'Your carriers', LIKE_IT, 6),
  from('Cara Voss <cara@hire.example>', 'Senior Developer, Oslo', JOB, 8),
  to('Cara Voss <cara@hire.example>', 'Re: Senior Developer, Oslo', 'Thank you, but no.', 9),
  from('Ann Lee <ann@lee.example>', 'Sunday', 'Will you come? Max Hall, copied in, bakes the bread.', 10),
  from('Lil Ash <lil@ash.example>', 'the gate', 'Your gate was open and the goat is in our garden. We shut it.', 12),
];

interface Scene {
  readonly db: WritableDb;
  readonly received: readonly MessageRowId[];
  readonly settled: () => Promise<void>;
  readonly foresee: (id: MessageRowId, correction: NewCorrection) => Promise<Foresight>;
  readonly apply: (id: MessageRowId, correction: NewCorrection) => Promise<number>;
  readonly undo: (decision: number) => Promise<void>;
  /** Every verdict as stored. */
  readonly verdicts: () => ReadonlyMap<number, string>;
}

async function aScene(mail = MAIL): Promise<Scene> {
  const { db } = aStore();
  upsertSetting(db, 'owner', anOwner());
  stored(db, mail);
  const closing = new AbortController();
  const emit = (): void => undefined;
  const giveWay = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));
  const jobs = createJobs(db, emit, Date.now);
  const owner = (): ReturnType<WriterContext['owner']> => getSetting(db, 'owner') ?? UNKNOWN_OWNER;
  const triage = createTriage({ db, emit, jobs, owner, giveWay, now: Date.now, closing: closing.signal });
  onTestFinished(async () => {
    closing.abort();
    await triage.ended();
  });
  const context: WriterContext = {
    db,
    profileDir: '',
    emit,
    jobs,
    owner,
    triage,
    giveWay,
    now: Date.now,
    closing: closing.signal,
    parseWorker: '',
  };
  await triage.settled();
  return {
    db,
    received: db.prepare(`SELECT id FROM messages WHERE direction = 'received' ORDER BY id`).pluck().all() as never,
    settled: () => triage.settled(),
    foresee: async (id, correction) =>
      await correctionReads['correction.foresee'](
        { id, ...correction, ticket: 'test' },
        { db, profileDir: '', emit, now: Date.now },
      ),
    async apply(id, correction) {
      const { decision } = correctionsFeature.handlers['correction.apply']({ id, ...correction }, context);
      await triage.settled();
      return decision;
    },
    async undo(decision) {
      correctionsFeature.handlers['correction.undo']({ decision }, context);
      await triage.settled();
    },
    verdicts: () => {
      const rows = db.prepare('SELECT message_id AS id, assessment FROM assessments ORDER BY 1').all();
      return new Map((rows as { id: number; assessment: string }[]).map(({ id, assessment }) => [id, assessment]));
    },
  };
}

function standing(json: string | undefined): Standing {
  const { lane, labels, advice } = JSON.parse(json ?? '{}') as Standing;
  return { lane, labels: labels.toSorted(), advice };
}

/** Messages whose lane, labels or advice differ. */
function moved(before: ReadonlyMap<number, string>, after: ReadonlyMap<number, string>): readonly number[] {
  return [...before.keys()].filter(
    (id) => JSON.stringify(standing(before.get(id))) !== JSON.stringify(standing(after.get(id))),
  );
}

const bySubject = (scene: Scene, subject: string): MessageRowId =>
  scene.db.prepare('SELECT id FROM messages WHERE subject = ?').pluck().get(subject) as MessageRowId;
const labelsOf = (scene: Scene, subject: string): readonly Label[] =>
  getAssessment(scene.db, bySubject(scene, subject))?.labels ?? [];
const NOT_COLD: NewCorrection = { scope: 'message', label: 'cold-outreach', says: 'not' };

const anyCorrection = fc.oneof(
  fc.record({
    scope: fc.constantFrom('message' as const, 'sender' as const),
    label: fc.constantFrom<Label>('cold-outreach', 'recruiter', 'newsletter', 'personal', 'introduction', 'flattery'),
    says: fc.constantFrom('is' as const, 'not' as const, 'nothing' as const),
  }),
  fc.constant({ scope: 'thread' as const, label: 'outreach' as const, says: 'not' as const }),
);

describe('corrections', () => {
  it('hold for the message, and move the like of it, with the corrected message as the reason', async () => {
    const scene = await aScene();
    expect(labelsOf(scene, 'Your carriers')).toContain('cold-outreach');
    const foreseen = await scene.foresee(bySubject(scene, 'Freight'), NOT_COLD);
    expect(foreseen.itself?.after.labels).not.toContain('cold-outreach');
    expect(foreseen.moves.map(({ subject }) => subject)).toContain('Your carriers');
    await scene.apply(bySubject(scene, 'Freight'), NOT_COLD);
    expect(labelsOf(scene, 'Freight')).not.toContain('cold-outreach');
    const like = getAssessment(scene.db, bySubject(scene, 'Your carriers'));
    expect(like?.labels).not.toContain('cold-outreach');
    expect(like?.why[0]).toEqual({
      text: 'Your correction of a message like this made it “personal” and took “cold outreach” away',
      messageIds: [FIRST_PITCH.messageId],
      label: 'personal',
    });
    expect(labelsOf(scene, 'Senior Developer, Oslo')).toContain('recruiter');
  });

  it('change what was foreseen and nothing else, and taken back leave no trace', async () => {
    const scene = await aScene();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...scene.received), anyCorrection), { minLength: 1, maxLength: 3 }),
        async (said) => {
          const snapshots = [scene.verdicts()];
          const decisions: number[] = [];
          for (const [id, correction] of said) {
            const foreseen = await scene.foresee(id, correction);
            expect(foreseen.complete).toBe(true);
            const before = scene.verdicts();
            decisions.push(await scene.apply(id, correction));
            const after = scene.verdicts();
            const moves = [...(foreseen.itself ? [foreseen.itself] : []), ...foreseen.moves];
            expect(moves.map((move) => move.id).toSorted((a, b) => a - b)).toEqual(moved(before, after));
            for (const move of moves) {
              expect(move.before).toEqual(standing(before.get(move.id)));
              expect(move.after).toEqual(standing(after.get(move.id)));
            }
            snapshots.push(after);
          }
          for (const decision of decisions.toReversed()) {
            expect(scene.verdicts()).toEqual(snapshots.pop());
            await scene.undo(decision);
          }
          expect(scene.verdicts()).toEqual(snapshots.pop());
        },
      ),
      // Among them a correction that other mail follows.
      { numRuns: 25, examples: [[[[bySubject(scene, 'Freight'), NOT_COLD]]]] },
    );
  }, 60_000);

  it('of a sender hold for all mail of the sender, past and coming', async () => {
    const scene = await aScene();
    await scene.apply(bySubject(scene, 'Freight'), { scope: 'sender', label: 'nagging', says: 'not' });
    await scene.apply(bySubject(scene, 'Freight'), { scope: 'sender', label: 'newsletter', says: 'is' });
    stored(scene.db, [from('Sam Vance <sam+news@vance.example>', 'One more', 'Just bumping this up again.', 20)]);
    await scene.settled();
    for (const subject of ['Freight', 'Re: Freight', 'One more']) {
      expect(labelsOf(scene, subject)).toContain('newsletter');
      expect(labelsOf(scene, subject)).not.toContain('nagging');
    }
  });

  it('come back with the mail that they were made on', async () => {
    const scene = await aScene();
    const other = [from('Tom Fry <tom@fry.example>', 'Carriers', pitch('mills', 'eight', 'Friday'), 14)];
    const account = anAccount(scene.db, 'import', 'other.mbox');
    const [id = 0 as MessageRowId] = stored(scene.db, other, account);
    await scene.settled();
    await scene.apply(id, { scope: 'message', label: 'recruiter', says: 'is' });
    expect(labelsOf(scene, 'Carriers')).toContain('recruiter');
    deleteFromAccount(scene.db, account, [id]);
    await scene.settled();
    stored(scene.db, other, account);
    await scene.settled();
    expect(labelsOf(scene, 'Carriers')).toContain('recruiter');
  });

  it('say with the message what holds of it', async () => {
    const scene = await aScene();
    const id = bySubject(scene, 'Re: Freight');
    await scene.apply(id, { scope: 'thread', label: 'outreach', says: 'not' });
    await scene.apply(id, { scope: 'message', label: 'nagging', says: 'is' });
    await scene.apply(bySubject(scene, 'the gate'), { scope: 'message', label: 'flattery', says: 'is' });
    const said = (subject: string): readonly unknown[] | undefined =>
      getMessage(scene.db, bySubject(scene, subject), () => [])?.corrections.map(({ scope, label, is }) => [
        scope,
        label,
        is,
      ]);
    expect(said('Re: Freight')).toEqual([
      ['thread', 'outreach', false],
      ['message', 'nagging', true],
    ]);
    expect(said('Freight')).toEqual([['thread', 'outreach', false]]);
    await scene.apply(id, { scope: 'message', label: 'nagging', says: 'nothing' });
    expect(said('Re: Freight')).toEqual([['thread', 'outreach', false]]);
  });

  it('are refused where they make no sense', async () => {
    const scene = await aScene();
    const id = bySubject(scene, 'Freight');
    await expect(scene.foresee(id, { scope: 'message', label: 'ignored-request', says: 'is' })).rejects.toMatchObject({
      kind: 'invalid-input',
    });
    await expect(scene.apply(999_999 as MessageRowId, NOT_COLD)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(scene.undo(999)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('foreseeing', () => {
  it('stops when it is told to', async () => {
    const scene = await aScene();
    const foreseeing = scene.foresee(bySubject(scene, 'Freight'), NOT_COLD);
    correctionReads['correction.stopForeseeing']({ ticket: 'test' });
    await expect(foreseeing).rejects.toMatchObject({ kind: 'cancelled' });
  });

  it('stores nothing', async () => {
    const scene = await aScene();
    const before = scene.db.prepare('SELECT total_changes()').pluck().get();
    await scene.foresee(bySubject(scene, 'Freight'), NOT_COLD);
    expect(scene.db.prepare('SELECT total_changes()').pluck().get()).toBe(before);
  });
});
