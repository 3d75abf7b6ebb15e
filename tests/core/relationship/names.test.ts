import { describe, expect, it } from 'vitest';
import { anyNameKey, fullNameKey, nameWords } from '#core/relationship/names.ts';

describe('fullNameKey', () => {
  it.each([
    ['Lee, Ann', 'Ann Lee'],
    ['Phillip K Allen', 'Phillip Allen'],
    ['EWA SOKOŁOWSKA', 'Ewa Sokolowska'],
    ['Hélène  Marchetti', 'Helene Marchetti'],
    ['Jörg Weiß', 'Jorg Weiss'],
    ['"Ann" (Lee)', 'ann lee'],
  ])('takes %s for %s', (one, other) => expect(fullNameKey(one)).toBe(fullNameKey(other)));

  it.each(['Dave', '', 'ann@lee.example', '   '])('finds no full name in %j', (name) =>
    expect(fullNameKey(name)).toBe(''),
  );

  it('keeps names of other scripts apart', () => {
    expect(fullNameKey('田中 明')).not.toBe('');
    expect(fullNameKey('田中 明')).not.toBe(fullNameKey('田中 愛'));
  });

  it('keeps different people apart', () => {
    expect(fullNameKey('Ann Lee')).not.toBe(fullNameKey('Anna Lee'));
  });
});

describe('anyNameKey', () => {
  it('takes a single word for a name', () => {
    expect(anyNameKey('Dave')).toBe('dave');
    expect(nameWords("Sean O'Brien-Kay")).toEqual(['sean', 'o', 'brien', 'kay']);
  });
});
