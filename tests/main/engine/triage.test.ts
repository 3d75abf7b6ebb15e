import { describe, expect, it } from 'vitest';
import type { MessageRowId } from '#core/mail/message.ts';
import { getAssessment } from '#main/store/assessments.ts';
import type { WritableDb } from '#main/store/database.ts';
import { judgePerson } from '#main/store/judgements.ts';
import { getPerson } from '#main/store/people.ts';
import { findPerson } from '#main/store/senders.ts';
import { getSetting, upsertSetting } from '#main/store/settings.ts';
import { aMessage, anAddress, anOwner, aSentMessage, START_AT } from '#tests/helpers/builders.ts';
import { stored } from '#tests/helpers/stored.ts';
import { aJudgedStore, aTriage } from '#tests/helpers/test-triage.ts';

const HOUR = 3_600_000;

/** Ann and the owner write to each other, twice each way, from an hour on. */
function aTie(hour: number): Parameters<typeof stored>[1] {
  const at = START_AT + hour * HOUR;
  return [
    aMessage({ subject: 'Plan', receivedAt: at }),
    aSentMessage({ subject: 'Re: Plan', text: 'Yes, gladly, let us do that.', receivedAt: at + HOUR }),
    aMessage({ subject: 'Next', receivedAt: at + 2 * HOUR }),
    aSentMessage({ subject: 'Re: Next', text: 'Sounds good to me, see you there.', receivedAt: at + 3 * HOUR }),
  ];
}

/** How often a row of `assessments` is written while `work` runs. */
async function assessmentsWritten(db: WritableDb, work: () => Promise<void>): Promise<number> {
  db.exec(`
    CREATE TABLE IF NOT EXISTS written (id INTEGER) STRICT;
    DELETE FROM written;
    CREATE TRIGGER IF NOT EXISTS note_insert AFTER INSERT ON assessments BEGIN INSERT INTO written VALUES (new.message_id); END;
    CREATE TRIGGER IF NOT EXISTS note_update AFTER UPDATE ON assessments BEGIN INSERT INTO written VALUES (new.message_id); END;
  `);
  await work();
  return db.prepare('SELECT count(*) FROM written').pluck().get() as number;
}

describe('createTriage', () => {
  it('judges a message by the mail before it, never by what comes after', async () => {
    const { db, triage } = aJudgedStore();
    const [first = 0 as never, , , , last = 0 as never] = stored(db, [
      ...aTie(0),
      aMessage({ subject: 'Lunch', receivedAt: START_AT + 10 * HOUR }),
    ]);
    await triage.settled();
    expect(getAssessment(db, first)?.lane).toBe('stranger');
    expect(getAssessment(db, last)?.lane).toBe('known');
  });

  it('is done at once where there is no mail', async () => {
    const { triage } = aJudgedStore();
    await expect(triage.settled()).resolves.toBeUndefined();
  });

  it('judges only what is new while mail comes in order', async () => {
    const { db, triage } = aJudgedStore();
    stored(db, aTie(0));
    await triage.settled();
    stored(db, [aMessage({ receivedAt: START_AT + 20 * HOUR })]);
    expect(await assessmentsWritten(db, async () => await triage.settled())).toBe(1);
  });

  it('judges again what came before older mail did, and writes only what came out otherwise', async () => {
    const { db, triage } = aJudgedStore();
    const [, late = 0 as never] = stored(db, [
      aSentMessage({ to: [anAddress('cy@poe.example')], receivedAt: START_AT }),
      aMessage({ subject: 'Later', receivedAt: START_AT + 100 * HOUR }),
      aMessage({ from: anAddress('max@pitch.example'), text: 'Buy now', receivedAt: START_AT + 101 * HOUR }),
    ]);
    await triage.settled();
    expect(getAssessment(db, late)?.lane).toBe('stranger');
    stored(db, aTie(1));
    // Ann's two older messages, and the one that was judged without them; Max's verdict stands.
    expect(await assessmentsWritten(db, async () => await triage.settled())).toBe(3);
    expect(getAssessment(db, late)?.lane).toBe('known');
  });

  it('goes on where it was when it was killed', async () => {
    const { db, triage } = aJudgedStore();
    const ids = stored(db, aTie(0));
    await triage.settled();
    // As after a crash between two batches: half is judged, and nothing is in memory.
    upsertSetting(db, 'judged-through', ids[1] as MessageRowId);
    const next = aTriage(db);
    expect(await assessmentsWritten(db, async () => await next.settled())).toBe(0);
    expect(getSetting(db, 'judged-through')).toBe(ids[3]);
  });

  it('writes down what is known of the people it met', async () => {
    const { db, triage } = aJudgedStore();
    stored(db, aTie(0));
    await triage.settled();
    const ann = findPerson(db, 'ann@lee.example');
    const person = ann === undefined ? undefined : getPerson(db, ann);
    expect(person?.record?.record).toMatchObject({ receivedCount: 2, sentCount: 2 });
    expect(person?.record?.evidence.length).toBeGreaterThan(0);
  });

  it('marks the first letter of a campaign when the second gives it away, and again when all is judged anew', async () => {
    const { db, triage } = aJudgedStore();
    const pitch = (name: string, firm: string): string =>
      `Hi Olive,\n\nmost workshops tell me that they spend two days a month on quotes that never turn into orders. ${firm} writes the quote from a photograph and chases the answer for you. Shops like yours win one order in three. Could I show you on Tuesday?\n\n${name}`;
    const letters = [
      aMessage({ from: anAddress('cara@quotely.example'), subject: 'Quotes', text: pitch('Cara', 'Quotely') }),
      aMessage({
        from: anAddress('mick@getquotely.example'),
        subject: 'Your quotes',
        text: pitch('Mick', 'Quotely'),
        receivedAt: START_AT + 90 * HOUR,
      }),
    ];
    const [first = 0 as never] = stored(db, letters.slice(0, 1));
    await triage.settled();
    expect(getAssessment(db, first)?.labels).not.toContain('campaign');
    stored(db, letters.slice(1));
    await triage.settled();
    const marked = getAssessment(db, first);
    expect(marked?.labels).toContain('campaign');
    expect(marked?.why.at(-1)?.messageIds).toEqual([letters[1]?.messageId]);
    triage.judgementsChanged();
    await triage.settled();
    expect(getAssessment(db, first)).toEqual(marked);
  });

  it('judges everything again for another owner', async () => {
    const { db, triage } = aJudgedStore();
    const ids = stored(db, aTie(0));
    await triage.settled();
    upsertSetting(db, 'owner', anOwner({ circles: [{ name: 'Club', kind: 'club', aliases: [] }] }));
    const before = getSetting(db, 'judged-with');
    triage.wake();
    await triage.settled();
    expect(getSetting(db, 'judged-with')).not.toBe(before);
    expect(getSetting(db, 'signals-read')?.through).toBeNull();
    expect(ids).toHaveLength(4);
  });

  it('reads stored texts again when they were read with something else', async () => {
    const { db, triage } = aJudgedStore();
    const [id = 0 as never] = stored(db, [aMessage()]);
    await triage.settled();
    const signals = db.prepare('SELECT signals FROM signals WHERE message_id = ?').pluck();
    const read = signals.get(id);
    db.prepare(`UPDATE signals SET signals = '{"version":0}' WHERE message_id = ?`).run(id);
    upsertSetting(db, 'signals-read', { with: 'an older reading', through: null });
    triage.wake();
    await triage.settled();
    expect(signals.get(id)).toBe(read);
  });

  it("takes the user's word into account", async () => {
    const { db, triage } = aJudgedStore();
    stored(db, [aMessage({ from: anAddress('max@pitch.example') })]);
    await triage.settled();
    const max = findPerson(db, 'max@pitch.example');
    if (max === undefined) throw new Error('nobody');
    const strength = (): number => getPerson(db, max)?.record?.strength.value ?? 0;
    const before = strength();
    judgePerson(db, max, 'known', 0);
    triage.judgementsChanged();
    await triage.settled();
    expect(strength()).toBeGreaterThan(before);
  });

  it('tells of messages that are judged for the first time, once each', async () => {
    const { db, triage } = aJudgedStore();
    const told: MessageRowId[] = [];
    triage.onJudged((ids) => told.push(...ids));
    const [late = 0 as never] = stored(db, [aMessage({ receivedAt: START_AT + 100 * HOUR })]);
    await triage.settled();
    const [first, , second] = stored(db, aTie(0));
    await triage.settled();
    expect(told).toEqual([late, first, second]);
  });

  it('makes two addresses of one person one, and keeps strangers apart', async () => {
    const { db, triage } = aJudgedStore();
    stored(db, [...aTie(0), aMessage({ from: anAddress('Bob <bob@x.example>') })]);
    await triage.settled();
    expect(findPerson(db, 'ann+list@lee.example')).toBe(findPerson(db, 'ann@lee.example'));
    expect(findPerson(db, 'bob@x.example')).not.toBe(findPerson(db, 'ann@lee.example'));
  });
});
