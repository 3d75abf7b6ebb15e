import { describe, expect, it } from 'vitest';
import { anOwner, OWNER_ADDRESS } from '#tests/helpers/builders.ts';
import { day, Story } from './mailbox-story.ts';

describe('people who are not simple', () => {
  it('two people with one name are two, each with a strength of his own', () => {
    const story = new Story();
    for (const on of [0, 5, 10]) story.exchange({ on, from: 'John Smith <john@one.example>' });
    story.received({ on: 11, from: 'John Smith <john@two.example>' });
    expect(story.value('john@one.example', 12)).toBeGreaterThan(4 * story.value('john@two.example', 12));
    expect(story.correspondence.peopleNamed('john smith').map(({ key }) => key)).toEqual([
      'john@one.example',
      'john@two.example',
    ]);
  });

  it('one mailbox written in several ways is one', () => {
    const story = new Story();
    story.exchange({ on: 0, from: 'Ann Lee <ann.lee@gmail.com>' });
    story.exchange({ on: 1, from: 'Ann Lee <annlee@googlemail.com>' });
    story.exchange({ on: 2, from: 'Ann Lee <annlee+work@gmail.com>' });
    expect(story.correspondence.people(day(3))).toHaveLength(1);
    expect(story.correspondence.record('a.n.n.lee@gmail.com')).toMatchObject({ sentCount: 3, receivedCount: 3 });
  });

  it('a shared mailbox is one contact, whoever signs', () => {
    const story = new Story();
    for (const [index, name] of ['Ann at Shop', 'Bob at Shop', 'Cy at Shop'].entries())
      story.exchange({ on: index, from: `${name} <info@shop.example>` });
    expect(story.correspondence.people(day(4))).toHaveLength(1);
    expect(story.correspondence.peopleNamed('Bob at Shop')).toHaveLength(1);
  });

  it('an assistant who writes for the owner from another address makes no tie of the owner’s', () => {
    const story = new Story();
    story.received({
      on: 0,
      from: 'Ina the Assistant <ina@owner.example>',
      to: ['Ann Lee <ann@lee.example>'],
      cc: [OWNER_ADDRESS],
    });
    expect(story.correspondence.record('ann@lee.example')).toBeUndefined();
    expect(story.correspondence.record('ina@owner.example')).toMatchObject({ receivedCount: 1, sentCount: 0 });
  });

  it('a list that rewrites From is nobody to have a tie with', () => {
    const story = new Story();
    for (let n = 0; n < 12; n += 1)
      story.received({
        on: n,
        from: `Person ${n} via Dev <dev@lists.example>`,
        message: { headers: { listId: 'dev.lists.example', listPost: '<mailto:dev@lists.example>' } },
      });
    expect(story.correspondence.record('dev@lists.example')).toMatchObject({ receivedCount: 0, listedCount: 12 });
    expect(story.value('dev@lists.example', 12)).toBe(0);
  });

  it('a spouse on the same domain has a tie of his own and lends only the domain', () => {
    const story = new Story();
    for (const on of [0, 5, 10]) story.exchange({ on, from: 'Ann Lee <ann@lee.example>' });
    story.received({ on: 11, from: 'Sam Lee <sam@lee.example>' });
    expect(story.correspondence.record('sam@lee.example')).toMatchObject({ sentCount: 0, receivedCount: 1 });
    expect(story.value('sam@lee.example', 12)).toBeLessThan(story.value('ann@lee.example', 12) / 2);
    expect(story.value('sam@lee.example', 12)).toBeGreaterThan(0);
  });

  it('the owner writing to himself or herself under another address is nobody', () => {
    const story = new Story(anOwner({ addresses: [OWNER_ADDRESS, 'olive@work.example'] }));
    story.sent({ on: 0, to: ['Olive <olive@work.example>'] });
    story.received({ on: 0, from: 'Olive <olive+notes@work.example>' });
    expect(story.correspondence.people(day(1))).toEqual([]);
    expect(story.correspondence.record('olive@work.example')).toBeUndefined();
  });

  it('an unreadable sender is nobody', () => {
    const story = new Story();
    story.received({ on: 0, from: '' });
    expect(story.correspondence.people(day(1))).toEqual([]);
    expect(story.correspondence.record('')).toBeUndefined();
  });
});

describe('clocks that are wrong', () => {
  it('at 1970 place mail first and count it', () => {
    const story = new Story();
    story.received({ on: 0, from: 'Ann Lee <ann@lee.example>', message: { receivedAt: 0 } });
    for (const on of [1, 2]) story.exchange({ on, from: 'Ann Lee <ann@lee.example>' });
    expect(story.correspondence.record('ann@lee.example')?.receivedCount).toBe(3);
    expect(story.value('ann@lee.example', 3)).toBeGreaterThan(20);
  });

  it('at 2099 are left out of what is known today, and harm nobody', () => {
    const story = new Story();
    for (const on of [1, 2]) story.exchange({ on, from: 'Ann Lee <ann@lee.example>' });
    const before = story.value('ann@lee.example', 3);
    story.received({ on: 0, from: 'Ann Lee <ann@lee.example>', message: { receivedAt: Date.UTC(2099, 0, 1) } });
    expect(story.value('ann@lee.example', 3)).toBe(before);
    expect(Number.isFinite(story.value('ann@lee.example', 100_000))).toBe(true);
  });
});
