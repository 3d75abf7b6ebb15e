import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Correspondence } from '#core/relationship/correspondence.ts';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import { type PersonWord, PersonWords } from '#core/relationship/person-words.ts';
import { anOwner, START_AT } from '#tests/helpers/builders.ts';
import { mailOf, plans, recordOf, wordings } from './made-mail.ts';
import { DAY_ZERO, day, Story } from './mailbox-story.ts';

const OLD = 'ruth@office.example';
const NEW = 'ruth.hale@home.example';

let said = 0;

function word(kind: PersonWord['word'], these: readonly string[], those: readonly string[]): PersonWord {
  said += 1;
  return { id: said, word: kind, saidAt: DAY_ZERO, these, those };
}

function toldStory(...words: readonly PersonWord[]): Story {
  return new Story(anOwner(), createCorrespondence(anOwner(), [], words));
}

function areOne(correspondence: Correspondence, one: string, other: string): boolean {
  const key = correspondence.record(one)?.key;
  return key !== undefined && key === correspondence.record(other)?.key;
}

describe('the user’s word that two addresses are one person', () => {
  it('makes them one, with the word as the reason', () => {
    const same = word('same', [OLD], [NEW]);
    const story = toldStory(same);
    for (const on of [0, 5]) story.exchange({ on, from: `Ruth Hale <${OLD}>` });
    story.received({ on: 9, from: `R. <${NEW}>` });
    expect(story.correspondence.record(NEW)).toMatchObject({
      key: OLD,
      receivedCount: 3,
      sentCount: 2,
      joins: [
        {
          text: `You said on 1 January 2026 that ${OLD} and ${NEW} are one person`,
          from: OLD,
          to: NEW,
          wordId: same.id,
        },
      ],
    });
    expect(story.value(NEW, 10)).toBe(story.value(OLD, 10));
  });

  it('holds at every moment, before it was said too', () => {
    const story = toldStory(word('same', [OLD], [NEW]));
    for (const on of [0, 5]) story.exchange({ on, from: `Ruth Hale <${OLD}>` });
    story.received({ on: 50, from: NEW });
    expect(story.correspondence.people(day(6))).toHaveLength(1);
    expect(story.value(NEW, 6)).toBe(story.value(OLD, 6));
    expect(story.value(NEW, 6)).toBeGreaterThan(20);
  });

  it('holds where a clock stood at 1970 or 2099', () => {
    const story = toldStory(word('same', [OLD], [NEW]));
    story.received({ on: 0, from: OLD, message: { receivedAt: 0 } });
    for (const on of [1, 2]) story.exchange({ on, from: OLD });
    story.received({ on: 3, from: NEW });
    story.received({ on: 0, from: NEW, message: { receivedAt: Date.UTC(2099, 0, 1) } });
    expect(story.correspondence.people(0)).toHaveLength(1);
    expect(story.correspondence.people(day(4))).toHaveLength(1);
    expect(story.correspondence.record(NEW)).toMatchObject({ key: OLD, receivedCount: 5, sentCount: 2 });
    expect(story.value(NEW, 4)).toBe(story.value(OLD, 4));
  });

  it('reaches through an address of which there is no mail', () => {
    const story = toldStory(
      word('same', [OLD], ['ruth@nowhere.example']),
      word('same', ['ruth@nowhere.example'], [NEW]),
    );
    story.exchange({ on: 0, from: OLD });
    story.received({ on: 1, from: NEW });
    expect(areOne(story.correspondence, OLD, NEW)).toBe(true);
  });

  it('never makes anybody the owner', () => {
    const story = toldStory(word('same', [OLD], ['olive@owner.example']));
    story.exchange({ on: 0, from: OLD });
    expect(story.correspondence.record(OLD)).toMatchObject({ addresses: [OLD], receivedCount: 1, sentCount: 1 });
  });
});

describe('the user’s word that an address is somebody else', () => {
  it('is stronger than what the mail proves', () => {
    const story = toldStory(word('other', [NEW], [OLD]));
    for (const on of [0, 5]) story.exchange({ on, from: `Ruth Hale <${OLD}>` });
    story.received({ on: 8, from: `Ruth Hale <${OLD}>`, signals: { alsoWritesFrom: NEW } });
    story.sent({ on: 9, to: [`Ruth Hale <${OLD}>`], id: '<secret>', thread: 7 });
    story.received({ on: 10, from: `Ruth Hale <${NEW}>`, inReplyTo: '<secret>', thread: 7 });
    story.sent({ on: 11, to: [`Ruth Hale <${NEW}>`], thread: 7 });
    story.received({ on: 12, from: `Ruth Hale <${NEW}>`, subject: 'My new address' });
    story.sent({ on: 13, to: [`Ruth Hale <${NEW}>`] });
    expect(areOne(story.correspondence, OLD, NEW)).toBe(false);
    expect(story.correspondence.areSaidToBeTwo(NEW, OLD)).toBe(true);
  });

  it('keeps a third address from bringing the two together', () => {
    const story = toldStory(word('other', [NEW], [OLD]));
    const third = 'ruth@third.example';
    for (const on of [0, 5]) story.exchange({ on, from: `Ruth Hale <${OLD}>` });
    story.received({ on: 8, from: `Ruth Hale <${OLD}>`, signals: { alsoWritesFrom: third } });
    story.exchange({ on: 9, from: `Ruth Hale <${NEW}>` });
    story.received({ on: 10, from: `Ruth Hale <${NEW}>`, signals: { alsoWritesFrom: third } });
    expect(areOne(story.correspondence, OLD, third)).toBe(true);
    expect(areOne(story.correspondence, NEW, third)).toBe(false);
  });

  it('leaves what is proven of others', () => {
    const story = toldStory(word('other', ['ruth@third.example'], [OLD]));
    for (const on of [0, 5]) story.exchange({ on, from: `Ruth Hale <${OLD}>` });
    story.received({ on: 8, from: `Ruth Hale <${OLD}>`, signals: { alsoWritesFrom: NEW } });
    story.received({ on: 9, from: NEW });
    expect(areOne(story.correspondence, OLD, NEW)).toBe(true);
  });
});

describe('PersonWords', () => {
  it('let a later word win over an earlier one on the same two', () => {
    const [same, other] = [word('same', [OLD], [NEW]), word('other', [OLD], [NEW])];
    expect(new PersonWords([other, same]).keepsApart(OLD, NEW)).toBe(true);
    expect(new PersonWords([same, other]).links).toEqual([]);
    const again = word('same', [NEW], [OLD]);
    expect(new PersonWords([same, other, again]).links[0]).toEqual({ one: NEW, other: OLD, word: again });
    expect(new PersonWords([same, other, again]).keepsApart(OLD, NEW)).toBe(false);
  });

  it('hold, whatever rules prove: two stay two, and one is one at every moment', () => {
    fc.assert(
      fc.property(plans, wordings, (list, words) => {
        const mail = mailOf(list);
        const told = new PersonWords(words);
        const correspondence = recordOf(mail, words);
        for (const asOf of [START_AT, mail.at(-1)?.receivedAt ?? START_AT]) {
          const people = correspondence.people(asOf).map(({ addresses }) => addresses);
          for (const addresses of people)
            for (const one of addresses) for (const other of addresses) expect(told.keepsApart(one, other)).toBe(false);
          for (const { one, other } of told.links)
            expect(correspondence.evidence(one, asOf)).toEqual(correspondence.evidence(other, asOf));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never keep two apart and call them one', () => {
    fc.assert(
      fc.property(wordings, (words) => {
        const told = new PersonWords(words);
        for (const { one, other } of told.links) expect(told.keepsApart(one, other)).toBe(false);
        const last = words.at(-1);
        if (!last) return;
        for (const one of last.these)
          for (const other of last.those) {
            expect(told.keepsApart(one, other)).toBe(last.word === 'other' && one !== other);
          }
      }),
      { numRuns: 300 },
    );
  });
});
