import { describe, expect, it } from 'vitest';
import { fold } from '#core/outreach/fold.ts';
import { sketchOf } from '#core/outreach/minhash.ts';
import { Campaigns } from '#core/relationship/campaigns.ts';

const pitch = (who: string, firm: string, day: string, close: string): string =>
  `Hello ${who}, at ${firm} you must lose hours each month to timesheets that nobody fills in. We built a small program that asks people on their phones and does the chasing for you, and three hundred firms have not looked back since. Could I show it to you on ${day}? ${close}`;
const sketch = (text: string): string => sketchOf(fold(text), text);

const first = sketch(pitch('Olive', 'Brambles', 'Tuesday', 'Best, Ann'));
const second = sketch(pitch('Olive', 'Orchard Street', 'Friday', 'Warmly, Jonathan'));
const letter = sketch(
  'Dear Olive, the roof is finished at last and the men have gone. There is moss in the gutters again already, but your uncle says that it keeps the rain company. Come and look at it when the plums are ripe, and bring the ladder with you if you can.',
);

describe('Campaigns', () => {
  it('joins one template under two names', () => {
    const campaigns = new Campaigns();
    campaigns.observe(first, 'ann@one.example', ['me@home.example'], '<1@one>', 1);
    expect(campaigns.find(second, 'jon@two.example', ['me@home.example'])).toEqual({
      id: '<1@one>',
      messageIds: ['<1@one>'],
      senders: ['ann@one.example'],
    });
  });

  it('joins one sender who writes to two addresses of the owner', () => {
    const campaigns = new Campaigns();
    campaigns.observe(first, 'ann@one.example', ['me@home.example'], '<1@one>', 1);
    expect(campaigns.find(first, 'ann@one.example', ['me@work.example'])?.id).toBe('<1@one>');
  });

  it('sees no campaign in one sender who repeats himself to one address', () => {
    const campaigns = new Campaigns();
    campaigns.observe(first, 'ann@one.example', ['me@home.example'], '<1@one>', 1);
    expect(campaigns.find(first, 'ann@one.example', ['me@home.example'])).toBeUndefined();
  });

  it('names the first twenty of a template that comes by the thousand', () => {
    const campaigns = new Campaigns();
    for (let n = 0; n < 3000; n += 1)
      campaigns.observe(first, `p${n % 30}@many.example`, ['me@home.example'], `<${n}@many>`, n);
    const found = campaigns.find(second, 'new@face.example', ['me@home.example']);
    expect(found?.id).toBe('<0@many>');
    expect(found?.messageIds).toEqual(Array.from({ length: 20 }, (_, n) => `<${n}@many>`));
    expect(found?.senders).toEqual(Array.from({ length: 20 }, (_, n) => `p${n}@many.example`));
    expect(campaigns.since('<0@many>', 2998)).toEqual([{ at: 2999, messageId: '<2999@many>' }]);
  });

  it('keeps different letters apart', () => {
    const campaigns = new Campaigns();
    campaigns.observe(first, 'ann@one.example', ['me@home.example'], '<1@one>', 1);
    expect(campaigns.find(letter, 'uncle@hill.example', ['me@home.example'])).toBeUndefined();
    expect(campaigns.groupFor(letter)).toBeUndefined();
  });

  it('finds a template again after thousands of other texts', () => {
    const campaigns = new Campaigns();
    let state = 1;
    const digits = (): string => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state >>> 16).toString(16).padStart(4, '0');
    };
    const another = (): string => Array.from({ length: 24 }, digits).join('');
    campaigns.observe(first, 'ann@one.example', ['me@home.example'], '<1@one>', 1);
    for (let n = 0; n < 3000; n += 1)
      campaigns.observe(another(), `p${n}@many.example`, ['me@home.example'], `<${n}@many>`, 2 + n);
    expect(campaigns.find(second, 'jon@two.example', ['me@home.example'])?.messageIds).toEqual(['<1@one>']);
    expect(campaigns.find(another(), 'new@face.example', ['me@home.example'])).toBeUndefined();
  });

  it('tells what came in a group after a moment', () => {
    const campaigns = new Campaigns();
    campaigns.observe(first, 'ann@one.example', [], '<1@one>', 1);
    campaigns.observe(second, 'jon@two.example', [], '<2@two>', 5);
    expect(campaigns.since('<1@one>', 1)).toEqual([expect.objectContaining({ messageId: '<2@two>', at: 5 })]);
    expect(campaigns.groupOf('<2@two>')).toBe('<1@one>');
  });
});
