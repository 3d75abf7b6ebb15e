import { describe, expect, it } from 'vitest';
import { anOwner } from '#tests/helpers/builders.ts';
import { People } from '#core/relationship/people.ts';
import { SeenMessages } from '#core/relationship/seen-messages.ts';

const people = new People(new Set(anOwner().addresses));
const [ann, bob, cy, dot] = ['ann@lee.example', 'bob@roe.example', 'cy@poe.example', 'dot@dee.example'].map((address) =>
  people.meet(address),
);

describe('SeenMessages', () => {
  it('tells who wrote a message, when, and who had it', () => {
    const seen = new SeenMessages();
    seen.add(
      '<1@a>',
      { from: 'ann@lee.example', direction: 'received', at: 5 },
      [ann, bob].filter((one) => one !== undefined),
    );
    seen.add('<2@a>', { from: 'Me@home.example', direction: 'sent', at: 6.5 }, []);
    expect(seen.get('<1@a>')).toEqual({ from: 'ann@lee.example', direction: 'received', at: 5 });
    expect(seen.get('<2@a>')).toEqual({ from: 'Me@home.example', direction: 'sent', at: 6.5 });
    expect(seen.partiesOf('<1@a>')).toEqual([ann, bob]);
    expect(seen.get('<3@a>')).toBeUndefined();
    expect(seen.partiesOf('<3@a>')).toEqual([]);
    expect(seen.size).toBe(2);
  });

  it('names nobody where too many had it', () => {
    const seen = new SeenMessages();
    const all = [ann, bob, cy, dot].filter((one) => one !== undefined);
    seen.add('<1@a>', { from: 'ann@lee.example', direction: 'received', at: 5 }, all);
    expect(seen.partiesOf('<1@a>')).toEqual([]);
  });
});
