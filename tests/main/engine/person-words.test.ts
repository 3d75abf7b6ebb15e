import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { IncomingMessage, PersonId } from '#core/mail/message.ts';
import { personWordReads, personWordsFeature } from '#main/engine/handlers/person-words.ts';
import { judgingFeature } from '#main/engine/handlers/judging.ts';
import { listPeople } from '#main/engine/handlers/people.ts';
import { type ReaderContext, readHandlers } from '#main/engine/handlers/reads.ts';
import { previewWord } from '#main/engine/preview-word.ts';
import type { SaidOfPeople } from '#main/engine/person-word.ts';
import { createJobs } from '#main/engine/jobs.ts';
import { createTriage, type Triage } from '#main/engine/triage.ts';
import type { WriterContext } from '#main/engine/writer-context.ts';
import { getAssessment } from '#main/store/assessments.ts';
import type { WritableDb } from '#main/store/database.ts';
import { listPersonWords } from '#main/store/person-words.ts';
import { searchPeople } from '#main/store/people-search.ts';
import { findPerson, getSender } from '#main/store/senders.ts';
import { getSetting, upsertSetting } from '#main/store/settings.ts';
import { aMessage, anAddress, anOwner, aSentMessage, START_AT } from '#tests/helpers/builders.ts';
import { stored } from '#tests/helpers/stored.ts';
import { aStore } from '#tests/helpers/test-store.ts';
import { aJudgedStore, aTriage } from '#tests/helpers/test-triage.ts';

const HOUR = 3_600_000;
const NOW = START_AT + 3000 * HOUR;
const clock = (): number => NOW;
const RUTH = 'Ruth Hale <ruth@office.example>';
const HOME = 'Ruth Hale <ruth.hale@home.example>';
const MAX = 'Max Pitch <max@pitch.example>';

function exchange(person: string, hour: number): readonly IncomingMessage[] {
  const at = START_AT + hour * HOUR;
  return [
    aMessage({ from: anAddress(person), subject: `Plan ${hour}`, receivedAt: at }),
    aSentMessage({ to: [anAddress(person)], subject: `Re: Plan ${hour}`, text: 'Gladly.', receivedAt: at + HOUR }),
  ];
}

function received(person: string, hour: number): IncomingMessage {
  return aMessage({ from: anAddress(person), subject: `News ${hour}`, receivedAt: START_AT + hour * HOUR });
}

/** Ruth is known at her office; somebody writes from home. */
function mailOfRuth(): readonly IncomingMessage[] {
  return [...exchange(RUTH, 0), ...exchange(RUTH, 30), ...exchange(RUTH, 60), received(HOME, 100), received(HOME, 200)];
}

function contextOf(db: WritableDb, triage: Triage): WriterContext {
  return { db, triage, now: clock, emit: () => undefined } as unknown as WriterContext;
}

const { 'person.tell': tellPerson, 'person.takeBack': takeBackWord } = personWordsFeature.handlers;

function idOf(db: WritableDb, written: string): PersonId {
  const id = findPerson(db, anAddress(written).address);
  if (id === undefined) throw new Error(`no mail with ${written}`);
  return id;
}

function same(one: string, other: string): SaidOfPeople {
  return { word: 'same', address: anAddress(one).address, other: anAddress(other).address };
}

function readerOf(db: WritableDb): ReaderContext {
  return { db, profileDir: '', now: clock, emit: () => undefined };
}

function lanesOf(db: WritableDb): readonly unknown[] {
  return db.prepare('SELECT message_id, lane FROM messages WHERE lane IS NOT NULL ORDER BY id').raw().all();
}

/** Who is who and what is said of everybody, without row ids. */
function everything(db: WritableDb): unknown {
  const people = db
    .prepare(
      `SELECT (SELECT group_concat(key, ' ') FROM (SELECT key FROM addresses WHERE person_id = p.id ORDER BY key)) AS keys,
        p.record FROM people p ORDER BY keys`,
    )
    .all();
  const verdicts = db.prepare('SELECT assessment FROM assessments ORDER BY message_id').pluck().all();
  return { people, verdicts };
}

describe('joining by hand', () => {
  it('makes two people one at once, and the mail with them as known as the person', async () => {
    const { db, triage } = aJudgedStore(clock);
    const ids = stored(db, mailOfRuth());
    await triage.settled();
    const last = ids.at(-1) ?? (0 as never);
    expect(getAssessment(db, last)?.lane).toBe('stranger');
    const said = same(HOME, RUTH);
    const personId = idOf(db, HOME);
    void tellPerson(said, contextOf(db, triage));
    expect(idOf(db, RUTH)).toBe(personId);
    await triage.settled();
    expect(idOf(db, RUTH)).toBe(personId);
    expect(getAssessment(db, last)?.lane).toBe('known');
    const sender = getSender(db, personId, () => []);
    expect(sender?.mailboxes).toEqual([
      { address: 'ruth@office.example' },
      {
        address: 'ruth.hale@home.example',
        because: {
          text: expect.stringMatching(
            /^You said on \d+ \w+ 2026 that ruth.hale@home.example and ruth@office.example are one person$/,
          ),
          messageIds: [],
        },
        wordId: 1,
      },
    ]);
    expect(sender).toMatchObject({ receivedCount: 5, sentCount: 3 });
  });

  it('is taken back as if it had never been said', async () => {
    const { db, triage } = aJudgedStore(clock);
    stored(db, mailOfRuth());
    await triage.settled();
    const before = everything(db);
    const home = idOf(db, HOME);
    const { wordId } = tellPerson(same(HOME, RUTH), contextOf(db, triage));
    await triage.settled();
    expect(everything(db)).not.toEqual(before);
    takeBackWord({ wordId, isTakenBack: true }, contextOf(db, triage));
    expect(idOf(db, HOME)).toBe(home);
    await triage.settled();
    expect(everything(db)).toEqual(before);
    expect(idOf(db, HOME)).toBe(home);
    takeBackWord({ wordId, isTakenBack: false }, contextOf(db, triage));
    await triage.settled();
    expect(idOf(db, RUTH)).toBe(home);
    expect(listPersonWords(db)).toMatchObject([{ id: wordId, word: 'same', saidAt: NOW }]);
  });

  it('carries the user’s word on the person over to the other address', async () => {
    const { db, triage } = aJudgedStore(clock);
    const ids = stored(db, [received(RUTH, 0), received(HOME, 9)]);
    await triage.settled();
    judgingFeature.handlers['person.judge']({ personId: idOf(db, RUTH), verdict: 'known' }, contextOf(db, triage));
    tellPerson(same(RUTH, HOME), contextOf(db, triage));
    const last = ids.at(-1) ?? (0 as never);
    expect(getAssessment(db, last)?.lane).toBe('known');
    await triage.settled();
    expect(getAssessment(db, last)?.lane).toBe('known');
  });

  it('leaves each address its own word when a word on both is undone, and the join after it', async () => {
    const { db, triage } = aJudgedStore(clock);
    const ids = stored(db, [received(RUTH, 0), received(HOME, 9)]);
    const context = contextOf(db, triage);
    const { 'person.judge': judge, 'person.unjudge': unjudge } = judgingFeature.handlers;
    await triage.settled();
    void judge({ personId: idOf(db, RUTH), verdict: 'known' }, context);
    const { wordId } = tellPerson(same(RUTH, HOME), context);
    const before = judge({ personId: idOf(db, RUTH), verdict: 'stranger' }, context);
    await triage.settled();
    expect(ids.map((id) => getAssessment(db, id)?.lane)).toEqual(['stranger', 'stranger']);
    unjudge({ before: [...before] }, context);
    await triage.settled();
    expect(ids.map((id) => getAssessment(db, id)?.lane)).toEqual(['known', 'known']);
    takeBackWord({ wordId, isTakenBack: true }, context);
    await triage.settled();
    expect(ids.map((id) => getAssessment(db, id)?.lane)).toEqual(['known', 'stranger']);
  });

  it('refuses what makes no sense', async () => {
    const { db, triage } = aJudgedStore(clock);
    stored(db, mailOfRuth());
    await triage.settled();
    const context = contextOf(db, triage);
    expect(() => tellPerson(same(RUTH, RUTH), context)).toThrow('one person already');
    expect(() => tellPerson(same(RUTH, MAX), context)).toThrow('no mail with max@pitch.example');
    expect(() => tellPerson({ word: 'other', address: 'ruth@office.example' }, context)).toThrow('the only address');
    expect(() => takeBackWord({ wordId: 77, isTakenBack: true }, context)).toThrow('never said so');
    expect(listPersonWords(db)).toEqual([]);
  });
});

describe('splitting by hand', () => {
  /** Ruth’s two addresses are joined by rule: she answers from home what only her office had. */
  function ruleJoined(): readonly IncomingMessage[] {
    const asked = aSentMessage({
      messageId: '<only-ruth@owner.example>',
      to: [anAddress(RUTH)],
      receivedAt: START_AT + 90 * HOUR,
    });
    const answer = aMessage({
      from: anAddress(HOME),
      inReplyTo: '<only-ruth@owner.example>',
      references: ['<only-ruth@owner.example>'],
      receivedAt: START_AT + 91 * HOUR,
    });
    return [...exchange(RUTH, 0), ...exchange(RUTH, 30), asked, answer, received(HOME, 200)];
  }

  it('takes an address out for ever: no rule brings it back, nor new mail, nor reading everything again', async () => {
    const { db, triage } = aJudgedStore(clock);
    const ids = stored(db, ruleJoined());
    await triage.settled();
    const ruth = idOf(db, RUTH);
    expect(idOf(db, HOME)).toBe(ruth);
    expect(getSender(db, ruth, () => [])?.mailboxes[1]?.because).toMatchObject({
      text: expect.stringContaining('Answered on'),
      messageIds: [expect.any(String), '<only-ruth@owner.example>'],
    });
    tellPerson({ word: 'other', address: 'ruth.hale@home.example' }, contextOf(db, triage));
    expect(idOf(db, RUTH)).toBe(ruth);
    expect(idOf(db, HOME)).not.toBe(ruth);
    await triage.settled();
    const more = stored(db, [
      aMessage({
        from: anAddress(HOME),
        inReplyTo: '<only-ruth@owner.example>',
        references: ['<only-ruth@owner.example>'],
        receivedAt: START_AT + 300 * HOUR,
      }),
    ]);
    await triage.settled();
    expect(idOf(db, HOME)).not.toBe(idOf(db, RUTH));
    expect(getAssessment(db, more[0] ?? (0 as never))?.lane).not.toBe('known');
    expect(getAssessment(db, ids.at(-1) ?? (0 as never))?.lane).not.toBe('known');
    const afresh = aTriage(db, clock);
    upsertSetting(db, 'judged-through', 0);
    await afresh.settled();
    expect(idOf(db, HOME)).not.toBe(idOf(db, RUTH));
    expect(getSender(db, ruth, () => [])?.others).toEqual([
      { wordId: 1, address: 'ruth.hale@home.example', reason: expect.objectContaining({ messageIds: [] }) },
    ]);
  });

  it('is taken back, and the rule’s join counts again', async () => {
    const { db, triage } = aJudgedStore(clock);
    stored(db, ruleJoined());
    await triage.settled();
    const before = everything(db);
    const said = { word: 'other', address: 'ruth.hale@home.example' } as const;
    const { wordId } = tellPerson(said, contextOf(db, triage));
    await triage.settled();
    takeBackWord({ wordId, isTakenBack: true }, contextOf(db, triage));
    await triage.settled();
    expect(everything(db)).toEqual(before);
  });
});

describe('the user’s word on who is who', () => {
  it('outlives the mail: imported again, it holds', async () => {
    const { db, triage } = aJudgedStore(clock);
    stored(db, mailOfRuth());
    await triage.settled();
    tellPerson(same(HOME, RUTH), contextOf(db, triage));
    await triage.settled();
    db.exec('DELETE FROM messages; DELETE FROM recipients; DELETE FROM addresses; DELETE FROM people;');
    upsertSetting(db, 'judged-through', 0);
    const again = aTriage(db, clock);
    stored(db, mailOfRuth());
    await again.settled();
    expect(idOf(db, HOME)).toBe(idOf(db, RUTH));
  });

  it('is not lost on the page of the person where Acquaint is killed before it is written there', async () => {
    const { db, triage } = aJudgedStore(clock);
    stored(db, mailOfRuth());
    await triage.settled();
    const through = getSetting(db, 'judged-through') ?? 0;
    // It says so, judges everything again, and is killed before people are written.
    const killing = new AbortController();
    onTestFinished(() => killing.abort());
    const killed = createTriage({
      db,
      emit: () => undefined,
      jobs: createJobs(db, () => undefined, clock),
      owner: () => anOwner(),
      giveWay: async () => await new Promise(() => undefined),
      now: clock,
      closing: killing.signal,
    });
    tellPerson(same(RUTH, HOME), contextOf(db, killed));
    upsertSetting(db, 'judged-through', through);
    await aTriage(db, clock).settled();
    expect(getSender(db, idOf(db, RUTH), () => [])).toMatchObject({ receivedCount: 5, sentCount: 3 });
  });

  it('holds in the list of people at every moment', async () => {
    const { db, triage } = aJudgedStore(clock);
    stored(db, mailOfRuth());
    await triage.settled();
    expect(listPeople(db, NOW)).toHaveLength(2);
    tellPerson(same(HOME, RUTH), contextOf(db, triage));
    for (const asOf of [START_AT + 70 * HOUR, NOW]) {
      const people = listPeople(db, asOf);
      expect(people.map(({ addresses }) => addresses.toSorted())).toEqual([
        ['ruth.hale@home.example', 'ruth@office.example'],
      ]);
      expect(people[0]?.joins[0]?.text).toContain('You said on');
    }
  });

  it('gives the same record said at any time, between any mail, as when everything is read afresh', async () => {
    const people = [RUTH, HOME, MAX, 'Cy Poe <cy@office.example>', 'Ruth Hale <ruth@third.example>'] as const;
    const step = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant('mail'), who: fc.nat(4), hour: fc.integer({ min: 0, max: 500 }) }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('same'), who: fc.nat(4), other: fc.nat(4) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('other'), who: fc.nat(4) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('take-back'), word: fc.nat(3) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const { db, triage } = aJudgedStore(clock);
        const context = contextOf(db, triage);
        const tell = (said: SaidOfPeople): void => {
          try {
            void tellPerson(said, context);
          } catch (error) {
            if (!/already|only address|no mail with/.test(String(error))) throw error;
          }
        };
        const mail: IncomingMessage[] = [];
        for (const one of steps) {
          const personOf = (index: number): string => people[index] ?? RUTH;
          if ('hour' in one) {
            const more = exchange(personOf(one.who), one.hour);
            mail.push(...more);
            stored(db, more);
          } else if ('other' in one) {
            tell(same(personOf(one.who), personOf(one.other)));
          } else if ('word' in one) {
            const word = listPersonWords(db)[one.word];
            if (word) void takeBackWord({ wordId: word.id, isTakenBack: true }, context);
          } else {
            tell({ word: 'other', address: anAddress(personOf(one.who)).address });
          }
          if (steps.indexOf(one) % 2 === 0) await triage.settled();
        }
        await triage.settled();

        const fresh = aStore().db;
        upsertSetting(fresh, 'owner', anOwner());
        for (const { id, word, these, those, saidAt } of listPersonWords(db))
          fresh
            .prepare('INSERT INTO person_words (id, word, these, those, said_at) VALUES (?, ?, ?, ?, ?)')
            .run(id, word, JSON.stringify(these), JSON.stringify(those), saidAt);
        stored(fresh, mail);
        await aTriage(fresh, clock).settled();
        expect(everything(db)).toEqual(everything(fresh));
        expect(listPeople(db, NOW)).toEqual(listPeople(fresh, NOW));
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe('the page of somebody who was joined since', () => {
  it('is that of the person who has the address now, and never of whoever has the number', async () => {
    const { db, triage } = aJudgedStore(clock);
    stored(db, mailOfRuth());
    await triage.settled();
    const looked = { personId: idOf(db, HOME), address: anAddress(HOME).address };
    void tellPerson(same(RUTH, HOME), contextOf(db, triage));
    await triage.settled();
    // The highest number, and the person is gone: whoever writes next gets it.
    stored(db, [received(MAX, 210)]);
    expect(idOf(db, MAX)).toBe(looked.personId);
    const page = readHandlers['sender.get'](looked, readerOf(db));
    expect(page.addresses).toContain(anAddress(RUTH).address);
  });

  it('is found by number where nobody has the address', async () => {
    const { db } = aJudgedStore(clock);
    stored(db, mailOfRuth());
    const page = readHandlers['sender.get']({ personId: idOf(db, RUTH), address: 'x@y.example' }, readerOf(db));
    expect(page.addresses).toEqual([anAddress(RUTH).address]);
  });
});

describe('the preview of a word', () => {
  it('is ended by the next one', async () => {
    const { db, triage } = aJudgedStore(clock);
    stored(db, mailOfRuth());
    await triage.settled();
    const preview = async (said: SaidOfPeople): Promise<unknown> =>
      await personWordReads['person.preview'](said, readerOf(db));
    const first = preview(same(HOME, RUTH));
    const second = preview(same(RUTH, HOME));
    await expect(first).rejects.toMatchObject({ kind: 'cancelled' });
    await expect(second).resolves.toMatchObject({ moves: [{ from: 'stranger', to: 'known', count: 2 }] });
  });

  it('says what would change, and changes nothing', async () => {
    const { db, triage } = aJudgedStore(clock);
    stored(db, [...mailOfRuth(), received(MAX, 210)]);
    await triage.settled();
    const before = everything(db);
    const said = same(HOME, RUTH);
    const preview = await previewWord(db, said, NOW, async () => await Promise.resolve());
    expect(preview.moves).toEqual([{ from: 'stranger', to: 'known', count: 2 }]);
    expect(preview.before.map(({ addresses }) => addresses)).toEqual([
      ['ruth.hale@home.example'],
      ['ruth@office.example'],
    ]);
    expect(preview.after).toHaveLength(1);
    expect(preview.after[0]?.addresses.toSorted()).toEqual(['ruth.hale@home.example', 'ruth@office.example']);
    expect(everything(db)).toEqual(before);
    const wereLanes = lanesOf(db);
    tellPerson(said, contextOf(db, triage));
    await triage.settled();
    const moved = lanesOf(db).filter((row, index) => JSON.stringify(row) !== JSON.stringify(wereLanes[index]));
    expect(moved).toHaveLength(2);
  });
});

describe('the search for people', () => {
  it('finds by the beginning of a name, without accents, and by any part of an address, strongest first', async () => {
    const { db, triage } = aJudgedStore(clock);
    stored(db, [...mailOfRuth(), received('Željko Šimić <zs@adria.example>', 5)]);
    await triage.settled();
    const found = (query: string) => searchPeople(db, query, 20).map(({ addresses }) => addresses[0]);
    expect(found('hal ruth')).toEqual(['ruth@office.example', 'ruth.hale@home.example']);
    expect(found('simic')).toEqual(['zs@adria.example']);
    expect(found('ŽELJKO')).toEqual(['zs@adria.example']);
    expect(found('office.ex')).toEqual(['ruth@office.example']);
    expect(found('uth')).toEqual(['ruth@office.example', 'ruth.hale@home.example']);
    expect(found('ruth nobody')).toEqual([]);
    expect(found('  ')).toEqual([]);
    expect(searchPeople(db, 'ruth', 1)).toEqual([
      expect.objectContaining({ name: 'Ruth Hale', lastContactAt: START_AT + 61 * HOUR }),
    ]);
  });
});
