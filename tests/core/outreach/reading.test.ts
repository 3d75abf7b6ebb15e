import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldName } from '#core/outreach/fold.ts';
import { languageOf } from '#core/outreach/language.ts';
import { bandHash, minimaOf, sketchOf, sketchSimilarity } from '#core/outreach/minhash.ts';
import { foldUnwrapped, makeReading } from '#core/outreach/reading.ts';
import { aMessage, anAddress, anOwner } from '#tests/helpers/builders.ts';

const read = (differing: Parameters<typeof aMessage>[0]): ReturnType<typeof makeReading> =>
  makeReading(aMessage(differing), 'received', anOwner());

describe('fold', () => {
  it('keeps the length of any text, so that a match can be quoted', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
  });
  it('drops case and accents', () =>
    expect(fold('Ewa SOKOŁOWSKA – “über” naïve')).toBe('ewa sokolowska - "uber" naive'));
  it('folds names without punctuation', () => expect(foldName('O’Brien-Müller,  Zoë')).toBe('o brien muller zoe'));
});

describe('foldUnwrapped', () => {
  it('joins lines that a mail program wrapped, and no others', () => {
    expect(foldUnwrapped('Please forward this to anybody who you think might be\ninterested in it.\nAnn\nPotter')).toBe(
      'please forward this to anybody who you think might be interested in it.\nann\npotter',
    );
  });
  it('does not end a sentence at an ordinal or a title', () =>
    expect(foldUnwrapped('am 24. November mit Dr. Lee')).toBe('am 24  november mit dr  lee'));
});

describe('makeReading', () => {
  it.each([
    ['Re: AW: Fwd: tea', 'tea', true, true],
    ['RV: RE: té', 'té', true, true],
    ['Regarding tea', 'Regarding tea', false, false],
  ])('reads the subject %s', (subject, rest, reply, forward) => {
    const reading = read({ subject });
    expect([reading.subject, reading.subjectSaysReply, reading.subjectSaysForward]).toEqual([rest, reply, forward]);
  });
  it.each([
    [
      'a closing line',
      'The tea is on the table, come in.\n\nKind regards\nAnn Lee\nHead of Sales',
      'The tea is on the table, come in.\n\n',
    ],
    [
      'a dash line',
      'The tea is on the table, come in.\n-- \nAnn Lee, Head of Sales',
      'The tea is on the table, come in.\n',
    ],
    [
      'the writer’s name alone',
      'The tea is on the table, come in.\nAnn\nHead of Sales, we are hiring',
      'The tea is on the table, come in.\n',
    ],
  ])('ends the body at %s', (_, text, body) =>
    expect(read({ text, from: anAddress('Ann Lee <ann@lee.example>') }).body).toBe(body),
  );
  it('finds the owner by every declared address and by delivery', () => {
    expect(read({}).ownerIn).toBe('to');
    expect(read({ to: [], cc: [anAddress('OLIVE+list@owner.example')] }).ownerIn).toBe('cc');
    expect(read({ to: [anAddress('old@elsewhere.example')], deliveredTo: ['old@elsewhere.example'] }).ownerIn).toBe(
      'to',
    );
    expect(read({ to: [anAddress('ann@lee.example')] }).ownerIn).toBe('none');
  });
});

describe('languageOf', () => {
  it.each([
    ['en', 'Could you tell me when the train leaves and whether it stops there?'],
    ['de', 'Können Sie mir bitte sagen, wann der Zug fährt und ob er dort hält?'],
    ['fr', 'Pourriez-vous me dire à quelle heure part le train et s’il est direct ?'],
    ['es', '¿Me puede decir a qué hora sale el tren y si para en el pueblo?'],
    ['nl', 'Kunt u mij zeggen hoe laat de trein gaat en of het druk is?'],
    ['it', 'Mi può dire a che ora parte il treno e se è diretto per la città?'],
    ['und', 'Zug 14:06'],
    ['und', '電車は何時に出ますか'],
  ])('knows %s', (language, text) => expect(languageOf(fold(text))).toBe(language));
});

describe('sketches', () => {
  const sketch = (text: string): string => sketchOf(fold(text), text);
  const letter = (who: string, day: string): string =>
    `Hello ${who}, we bake bread for offices and deliver it warm before eight in the morning, which people like more than another coffee machine. Nobody has to order ahead, we simply count the crumbs. Shall we bring a basket on ${day}?`;
  it('are nearly the same for one template', () =>
    expect(sketchSimilarity(sketch(letter('Olive', 'Monday')), sketch(letter('Piet', 'Thursday')))).toBeGreaterThan(
      0.8,
    ));
  it('share a band then', () => {
    const bandsOf = (text: string): number[] => {
      const minima = minimaOf(sketch(text));
      return minima.flatMap((minimum, place) =>
        place % 2 === 0 ? [bandHash(place / 2, minimum, minima[place + 1] ?? 0)] : [],
      );
    };
    const bands = new Set(bandsOf(letter('Olive', 'Monday')));
    expect(bandsOf(letter('Piet', 'Thursday')).some((band) => bands.has(band))).toBe(true);
  });
  it('are empty for short texts, which are like nothing', () => {
    expect(sketch('See you at four.')).toBe('');
    expect(sketchSimilarity('', '')).toBe(0);
    expect(minimaOf('')).toHaveLength(0);
  });
});
