import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standsIn, textParts, urlsIn } from '../../../renderer/message/text-parts.ts';

describe('textParts', () => {
  it('gives the whole text back, whatever is quoted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, quotes) => {
        expect(
          textParts(text, quotes)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('marks a quote wherever its words stand, across lines and quote marks', () => {
    const parts = textParts('I am\n> just bumping\n> this up.', ['just bumping this']);
    expect(parts.filter(({ kind }) => kind === 'mark').map(({ text }) => text)).toEqual(['just bumping\n> this']);
  });

  it('marks what is left of a quote that was cut, and a name that was counted', () => {
    const marked = (text: string, quote: string) =>
      textParts(text, [quote]).flatMap((part) => (part.kind === 'mark' ? [part.text] : []));
    expect(marked('We met in the queue for lunch, I think.', 'We met in the queue for lun…')).toEqual([
      'We met in the queue for lun',
    ]);
    expect(marked('Olive, dear Olive!', 'Olive × 2')).toEqual(['Olive', 'Olive']);
  });

  it('marks every place, and overlapping quotes as one', () => {
    const marks = textParts('a b c, a b c', ['a b', 'b c']).filter(({ kind }) => kind === 'mark');
    expect(marks.map(({ text }) => text)).toEqual(['a b c', 'a b c']);
  });

  it('takes the signs of a quote as signs', () => {
    expect(standsIn('is it (a+b)* ?', ['(a+b)*'])).toBe(true);
    expect(standsIn('aab', ['(a+b)*'])).toBe(false);
  });

  it('finds links without the sentence around them', () => {
    expect(urlsIn('See (https://a.example/x_(y)), or https://b.example. Again: https://b.example')).toEqual([
      'https://a.example/x_(y)',
      'https://b.example',
    ]);
  });

  it('shows evidence inside a link as evidence', () => {
    const parts = textParts('go https://a.example/call now', ['call']);
    expect(parts.some(({ kind }) => kind === 'link')).toBe(false);
    expect(parts.some(({ kind, text }) => kind === 'mark' && text === 'call')).toBe(true);
  });

  it('is not slowed down by hostile repetition', () => {
    const text = 'a '.repeat(40_000);
    expect(
      textParts(text, [`${'a '.repeat(150)}b`])
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
