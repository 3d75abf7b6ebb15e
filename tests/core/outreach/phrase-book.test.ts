import { describe, expect, it } from 'vitest';
import { combinedStrength, phraseBook } from '#core/outreach/phrase-book.ts';

const found = (phrase: string, text: string): string | undefined => {
  const [match] = phraseBook({ only: [phrase] }).match(text).only ?? [];
  return match === undefined ? undefined : text.slice(match.start, match.end);
};

describe('phraseBook', () => {
  it.each([
    ['(would|could) you be open to', 'well, could you be open to it', 'could you be open to'],
    ['would you [at all] like', 'would you at all like tea', 'would you at all like'],
    ['would you [at all] like', 'would you like tea', 'would you like'],
    ['[really] enjoyed your', 'we enjoyed your talk', 'enjoyed your'],
    ['recruit~', 'our recruiter wrote', 'recruiter'],
    ['follow-up', 'a followup', 'followup'],
    ['follow-up', 'a follow up', 'follow up'],
    ["don't want", 'i dont want it', 'dont want'],
    ['# minutes', 'only 15 minutes', '15 minutes'],
    ['in ####', 'we met in 2019 there', 'in 2019'],
    ['give * call', 'give me a quick call', 'give me a quick call'],
    ['give ** call', 'give us all if you can a call', 'give us all if you can a call'],
    ['(a |an |) great', 'a great day', 'a great'],
  ])('finds %s in "%s"', (phrase, text, expected) => expect(found(phrase, text)).toBe(expected));
  it.each([
    ['give * call', 'give me one good reason to ever call'],
    ['great fit', 'great. fit as a fiddle'],
    ['cat', 'the category'],
    ['in ####', 'in 3 days'],
  ])('does not find %s in "%s"', (phrase, text) => expect(found(phrase, text)).toBeUndefined());
  it('weighs sure phrases, hints and the rest', () => {
    const matches =
      phraseBook({ some: ['!sure thing', '?perhaps', 'plain'] }).match('a sure thing, perhaps plain').some ?? [];
    expect(matches.map(({ weight }) => weight)).toEqual([0.9, 0.3, 0.6]);
  });
  it('throws at load on a phrase that is not closed', () =>
    expect(() => phraseBook({ some: ['(a|b'] })).toThrow(/not closed/));
});

describe('combinedStrength', () => {
  it('adds up independent hints without ever being certain', () => {
    expect(
      combinedStrength([
        { start: 0, end: 3, weight: 0.6 },
        { start: 9, end: 12, weight: 0.6 },
      ]),
    ).toBeCloseTo(0.84);
    expect(
      combinedStrength(
        Array.from({ length: 20 }, (_, index) => ({ start: index * 10, end: index * 10 + 5, weight: 0.9 })),
      ),
    ).toBe(0.99);
  });
  it('counts overlapping matches once', () => {
    expect(
      combinedStrength([
        { start: 0, end: 9, weight: 0.9 },
        { start: 3, end: 7, weight: 0.6 },
      ]),
    ).toBeCloseTo(0.9);
  });
});
