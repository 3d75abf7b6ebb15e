import { describe, expect, it } from 'vitest';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import { anOwner, OWNER_ADDRESS } from '#tests/helpers/builders.ts';
import { day, Story } from './mailbox-story.ts';

const ANN = 'Ann Lee <ann@lee.example>';
const VIC = 'Vic Loud <vic@loud.example>';

describe('strength', () => {
  it('is 0 for somebody of whom the record knows nothing', () => {
    const story = new Story();
    expect(story.value('ann@lee.example', 0)).toBe(0);
    expect(story.correspondence.strength('ann@lee.example', day(0)).contributions).toEqual([]);
  });

  it('ranks a two-way history first and shows what earned it (R1)', () => {
    const story = new Story();
    for (let month = 0; month < 12; month += 1) story.exchange({ on: month * 30, from: ANN });
    story.received({ on: 361, from: VIC });
    expect(story.value('ann@lee.example', 365)).toBeGreaterThan(50);
    expect(story.value('ann@lee.example', 365)).toBeGreaterThan(5 * story.value('vic@loud.example', 365));
    const { contributions } = story.correspondence.strength('ann@lee.example', day(365));
    expect(contributions[0]?.reason.messageIds.length).toBeGreaterThan(0);
    expect(story.texts('ann@lee.example', 365)[0]).toMatch(/^You wrote 12 times, last on/);
  });

  it('does not mistake volume for a relationship (R2)', () => {
    const story = new Story();
    for (let n = 0; n < 200; n += 1) story.received({ on: n / 4, from: VIC });
    story.exchange({ on: 10, from: ANN });
    expect(story.value('vic@loud.example', 50)).toBeLessThan(10);
    expect(story.value('ann@lee.example', 50)).toBeGreaterThan(story.value('vic@loud.example', 50));
  });

  it('lets one favour fade under the letters that follow it (R3)', () => {
    const story = new Story();
    const quiet = new Story();
    story.exchange({ on: 0, from: VIC });
    quiet.exchange({ on: 0, from: VIC });
    const fresh = story.value('vic@loud.example', 1);
    for (let n = 1; n <= 9; n += 1) story.received({ on: n * 3, from: VIC });
    expect(story.value('vic@loud.example', 28)).toBeLessThan(0.7 * fresh);
    expect(story.value('vic@loud.example', 28)).toBeLessThan(quiet.value('vic@loud.example', 28));
    expect(story.correspondence.streak('vic@loud.example').count).toBe(9);
    expect(story.texts('vic@loud.example', 28)).toContain('You answered 1 of 10; 9 unanswered since January 2026');
  });

  it('counts whether the tie is alive, whoever wrote last, and says when that was', () => {
    const story = new Story();
    for (const from of [ANN, VIC]) for (const on of [0, 10, 20, 30]) story.exchange({ on, from });
    const silent = story.value('vic@loud.example', 120);
    story.received({ on: 118, from: ANN });
    expect(story.value('ann@lee.example', 120)).toBeGreaterThan(1.2 * silent);
    const { contributions } = story.correspondence.strength('ann@lee.example', day(120));
    expect(contributions.find(({ name }) => name === 'inTouch')?.reason).toMatchObject({
      text: 'Last in touch on 29 April 2026',
      messageIds: [expect.any(String)],
    });
  });

  it('takes letters that pile up unanswered for no sign of life', () => {
    const story = new Story();
    for (const on of [0, 10, 20, 30]) story.exchange({ on, from: VIC });
    for (let n = 0; n < 10; n += 1) story.received({ on: 40 + n * 8, from: VIC });
    const { contributions } = story.correspondence.strength('vic@loud.example', day(120));
    expect(contributions.find(({ name }) => name === 'inTouch')?.reason.text).toBe('Last in touch on 10 February 2026');
  });

  it('keeps an old friendship above strangers and passing acquaintances', () => {
    const story = new Story();
    for (let n = 0; n < 20; n += 1) story.exchange({ on: n * 20, from: ANN });
    const years = 4 * 365;
    story.exchange({ on: years - 60, from: 'Cy Poe <cy@poe.example>' });
    for (let n = 0; n < 10; n += 1) story.received({ on: years - n, from: VIC });
    expect(story.value('ann@lee.example', years)).toBeGreaterThan(story.value('cy@poe.example', years));
    expect(story.value('ann@lee.example', years)).toBeGreaterThan(3 * story.value('vic@loud.example', years));
  });

  it('puts known above acquaintances above strangers at equal age', () => {
    const story = new Story();
    for (const on of [0, 1]) story.exchange({ on, from: ANN });
    story.exchange({ on: 1, from: 'Cy Poe <cy@poe.example>' });
    story.received({ on: 0, from: 'Cy Poe <cy@poe.example>' });
    for (const on of [0, 1]) story.received({ on, from: VIC });
    for (const on of [2, 30, 300, 3000]) {
      const [known, acquaintance, stranger] = ['ann@lee.example', 'cy@poe.example', 'vic@loud.example'].map((address) =>
        story.value(address, on),
      );
      expect(known).toBeGreaterThan(acquaintance ?? 0);
      expect(acquaintance).toBeGreaterThan(stranger ?? 0);
    }
  });

  it('makes no tie of the owner’s boundary replies', () => {
    const story = new Story();
    for (const on of [0, 10]) {
      story.received({ on, from: VIC });
      story.sent({ on: on + 1, to: [VIC], signals: { boundary: 'decline' } });
    }
    const record = story.correspondence.record('vic@loud.example');
    expect(record).toMatchObject({ sentCount: 0, boundarySentCount: 2, unansweredCount: 0 });
    expect(story.value('vic@loud.example', 12)).toBeLessThan(8);
  });

  it('counts neither automatic mail nor what came through a list', () => {
    const story = new Story();
    for (let n = 0; n < 30; n += 1) {
      story.received({ on: n, from: ANN, signals: { automated: true } });
      story.received({ on: n, from: VIC, signals: { bulk: true } });
    }
    expect(story.correspondence.record('ann@lee.example')).toBeUndefined();
    expect(story.correspondence.record('vic@loud.example')).toMatchObject({ receivedCount: 0, listedCount: 30 });
    expect(story.value('vic@loud.example', 30)).toBe(0);
  });

  it('gives explained common ground and a verified name-drop a little, and not twice (R4, R5)', () => {
    const story = new Story();
    const at = day(0);
    const value = (arriving: Parameters<typeof story.correspondence.strength>[2]): number =>
      story.correspondence.strength('new@face.example', at, arriving).value;
    const vouchedBy = { name: 'Ann Lee', messageIds: ['<a>'] };
    expect(value({})).toBe(0);
    expect(value({ circle: 'Chess club' })).toBeGreaterThan(8);
    expect(value({ vouchedBy })).toBeGreaterThan(8);
    expect(value({ vouchedBy, circle: 'Chess club' })).toBeLessThan(20);
    for (const on of [0, 1]) story.exchange({ on, from: ANN });
    expect(story.value('ann@lee.example', 2)).toBeGreaterThan(value({ vouchedBy, circle: 'Chess club' }));
  });

  it('gives somebody new at a known firm a little, but nothing to the firm’s newsletter (R7)', () => {
    const story = new Story();
    for (const on of [0, 10]) story.exchange({ on, from: ANN });
    const strength = (impersonal: boolean) => story.correspondence.strength('bea@lee.example', day(20), { impersonal });
    expect(strength(false).value).toBeGreaterThan(5);
    expect(strength(false).value).toBeLessThan(story.value('ann@lee.example', 20) / 2);
    expect(strength(false).contributions[0]?.reason.text).toBe('You know Ann Lee at the same firm');
    expect(strength(true).value).toBe(0);
  });

  it('takes the owner’s word for all addresses of a person, whatever was counted', () => {
    const correspondence = createCorrespondence(anOwner(), [{ address: 'Ann+news@lee.example', verdict: 'known' }]);
    const story = new Story(anOwner(), correspondence);
    expect(story.value('ann@lee.example', 0)).toBe(100);
    for (let n = 0; n < 5; n += 1) story.exchange({ on: n, from: ANN });
    correspondence.judge('ann@lee.example', 'stranger');
    expect(story.value('ann@lee.example', 5)).toBe(0);
    expect(correspondence.strength('ann@lee.example', day(5)).contributions[0]?.reason.text).toBe(
      'You said that you do not know them',
    );
    correspondence.judge('ann@lee.example', null);
    expect(story.value('ann@lee.example', 5)).toBeGreaterThan(20);
  });
});

describe('peopleNamed', () => {
  it('tells since when and how well the owner knows somebody whom another offers to introduce (R6)', () => {
    const story = new Story();
    for (let n = 0; n < 6; n += 1) story.exchange({ on: n * 30, from: 'Ewa Sokołowska <ewa@lee.example>' });
    story.received({ on: 200, from: 'Ewa Sokolowska <ewa@other.example>' });
    const [ewa, namesake] = story.correspondence.peopleNamed('sokolowska, ewa');
    expect(ewa).toMatchObject({ key: 'ewa@lee.example', firstReceivedAt: day(0), receivedCount: 6, sentCount: 6 });
    expect(namesake?.key).toBe('ewa@other.example');
    expect(story.correspondence.peopleNamed('Nobody Known')).toEqual([]);
  });
});

describe('people', () => {
  it('lists everybody with any mail, strongest first, but nobody who was only named in somebody’s Cc', () => {
    const story = new Story();
    story.received({ on: 0, from: VIC, cc: ['Cy Poe <cy@poe.example>'] });
    for (const on of [0, 1]) story.exchange({ on, from: ANN });
    story.sent({ on: 2, to: [OWNER_ADDRESS] });
    expect(story.correspondence.people(day(3)).map(({ key }) => key)).toEqual(['ann@lee.example', 'vic@loud.example']);
  });
});
