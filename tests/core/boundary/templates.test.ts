import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPLY_KINDS, TONES } from '#core/boundary/kinds.ts';
import { type LetterFacts, letterText, REPLY_LANGUAGES } from '#core/boundary/templates.ts';

const NOW = Date.UTC(2026, 5, 10, 12);

function aLetter(differing: Partial<LetterFacts> = {}): string {
  return letterText({
    kind: 'decline',
    tone: 'kind',
    language: 'en',
    recipient: { first: 'Ann', full: 'Ann Lee' },
    ownerName: 'Olive Owner',
    policy: '',
    facts: {},
    now: NOW,
    timeZone: 'UTC',
    ...differing,
  });
}

const everyLetter = REPLY_LANGUAGES.flatMap((language) =>
  REPLY_KINDS.flatMap((kind) => TONES.map((tone) => ({ language, kind, tone }))),
);

describe('letterText', () => {
  it('writes the three replies in three tones and six languages, all different', () => {
    const letters = everyLetter.map((letter) => aLetter(letter));
    expect(letters).toHaveLength(54);
    expect(new Set(letters).size).toBe(54);
    for (const text of letters) {
      expect(text.length).toBeLessThan(450);
      expect(text).toMatch(/\n\nOlive Owner$|\nOlive Owner$/);
    }
  });

  it('reads like a letter', () => {
    expect(
      aLetter({ policy: 'I only connect with people I know; please say how we are connected', kind: 'how-we-know' }),
    ).toBe(
      [
        'Hello Ann,',
        'Thank you for writing. I am afraid I cannot place you: how do we know each other? If we have met, or somebody put us in touch, a word about when and where would help me.',
        'My rule is simple: “I only connect with people I know; please say how we are connected.”',
        'Kind regards\nOlive Owner',
      ].join('\n\n'),
    );
  });

  it('answers in English where it has no phrases for the language', () => {
    for (const language of ['und', 'pt', '', 'tlh']) expect(aLetter({ language })).toBe(aLetter());
    expect(aLetter({ language: 'de-AT' })).toBe(aLetter({ language: 'de' }));
  });

  it.each(['de', 'it'])('goes on in lower case after the greeting’s comma (%s)', (language) => {
    for (const kind of REPLY_KINDS) {
      for (const tone of TONES) expect(aLetter({ language, kind, tone })).toMatch(/^[^\n]*,\n\n\p{Ll}/u);
    }
  });

  it('names the deal-breakers in a refusal, with role and place, and in nothing else', () => {
    const facts = {
      dealBreakersBroken: ['relocation', 'role:help desk', 'no-growth'],
      role: 'Data Lead',
      place: 'Zürich',
    };
    const refusal = aLetter({ facts });
    expect(refusal).toContain('The job (Data Lead) is in Zürich, and I am not looking to relocate.');
    expect(refusal).toContain('I am not looking for help desk roles.');
    expect(refusal).toContain('not be a step forward');
    for (const language of REPLY_LANGUAGES) {
      expect(aLetter({ facts, language })).toMatch(/Data Lead.*Zürich.*help desk/s);
      expect(aLetter({ facts, language, kind: 'remove' })).not.toMatch(/Zürich|help desk/);
    }
  });

  it.each([
    'https://evil.example/x',
    'a@b.example',
    'Leeds\r\nBcc: x',
    '<b>Leeds</b>',
    'one two three four five six seven eight',
    'x'.repeat(80),
    '{{city}}',
    '',
  ])('does not repeat %j after a stranger', (odd) => {
    const letter = aLetter({ facts: { dealBreakersBroken: ['relocation'], role: odd, place: odd } });
    expect(letter).toContain('I am not looking to relocate.');
    expect(letter).toMatch(/no, thank you\. I am not looking|no, thank you\. The job is/);
  });

  it('counts the streak in a firm letter only', () => {
    expect(aLetter({ tone: 'firm', facts: { nagCount: 3 } })).toContain(
      'This is your third message; my silence was meant as an answer.',
    );
    expect(aLetter({ tone: 'firm', facts: { nagCount: 14 } })).toContain('You have now written to me 14 times');
    expect(aLetter({ tone: 'firm', facts: { nagCount: 1 } })).not.toContain('message;');
    expect(aLetter({ tone: 'kind', facts: { nagCount: 3 } })).not.toContain('third');
  });

  it('names the earlier boundary and what came since in a firm letter', () => {
    const earlier = { kind: 'remove', at: Date.UTC(2026, 4, 3, 8), countSince: 3 } as const;
    const firm = { tone: 'firm', kind: 'remove', earlier } as const;
    expect(aLetter(firm)).toContain(
      'On 3 May I asked you to take my address off your list; this is the third message since.',
    );
    expect(aLetter({ ...firm, language: 'de' })).toContain(
      'am 3. Mai habe ich Sie gebeten, meine Adresse von Ihrer Liste zu nehmen; dies ist die dritte Nachricht seither.',
    );
    expect(aLetter({ ...firm, language: 'fr' })).toContain('Le 3 mai, je vous ai demandé');
    expect(aLetter({ ...firm, language: 'es' })).toContain('El 3 de mayo le pedí');
    expect(aLetter({ ...firm, language: 'nl' })).toContain('Op 3 mei heb ik u gevraagd');
    expect(aLetter({ ...firm, language: 'it' })).toContain('in data 3 maggio Le ho chiesto');
    expect(aLetter({ ...firm, tone: 'kind' })).not.toContain('3 May');
  });

  it('dates by the owner’s own calendar, with the year where it is another one', () => {
    const at = Date.UTC(2026, 4, 2, 23, 30);
    const firm = (differing: Partial<LetterFacts>) =>
      aLetter({ tone: 'firm', earlier: { kind: 'decline', at, countSince: 1 }, ...differing });
    expect(firm({})).toContain('On 2 May I told you no, and you have written again.');
    expect(firm({ timeZone: 'Europe/Berlin' })).toContain('On 3 May');
    expect(firm({ earlier: { kind: 'decline', at: Date.UTC(2025, 4, 2), countSince: 0 } })).toContain('On 2 May 2025');
    expect(
      firm({ language: 'fr', earlier: { kind: 'decline', at: Date.UTC(2026, 4, 1, 12), countSince: 0 } }),
    ).toContain('Le 1er mai');
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, Date.UTC(2099, 0)])(
    'names no day for the impossible time %d',
    (at) => {
      const letter = aLetter({ tone: 'firm', earlier: { kind: 'decline', at, countSince: 2 } });
      expect(letter).toContain('I have already told you no; this is the second message since.');
    },
  );

  it('leaves no gap, whatever is missing or odd', () => {
    const words = fc.oneof(
      fc.constantFrom('', 'Ann', 'help desk', 'Zürich', 'L’Aquila'),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    const clean = fc.constantFrom('', 'I only connect with people I know', 'Ich kenne Sie nicht.');
    const oddNumber = fc.oneof(fc.integer({ min: -3, max: 40 }), fc.double());
    fc.assert(
      fc.property(
        fc.constantFrom(...everyLetter),
        fc.record({
          policy: clean,
          ownerName: fc.constantFrom('', 'Olive Owner'),
          recipient: fc.constantFrom(undefined, { first: 'Ann', full: 'Ann Lee' }),
          language: fc.constantFrom(...REPLY_LANGUAGES, 'und'),
          role: fc.option(words, { nil: undefined }),
          place: fc.option(words, { nil: undefined }),
          broken: fc.uniqueArray(
            fc.oneof(fc.constantFrom('relocation', 'no-growth', 'role:sales', 'role:', 'salary'), words),
          ),
          nagCount: fc.option(oddNumber, { nil: undefined }),
          earlier: fc.option(
            fc.record({
              kind: fc.constantFrom(...REPLY_KINDS),
              at: fc.oneof(fc.date({ noInvalidDate: true }).map(Number), oddNumber),
              countSince: oddNumber,
            }),
            { nil: undefined },
          ),
        }),
        (letter, { role, place, broken, nagCount, language, ...rest }) => {
          const text = aLetter({
            ...letter,
            language,
            ...rest,
            facts: {
              dealBreakersBroken: broken,
              ...(role === undefined ? {} : { role }),
              ...(place === undefined ? {} : { place }),
              ...(nagCount === undefined ? {} : { nagCount }),
            },
          });
          expect(text).not.toMatch(/undefined|null|NaN|Infinity|\[object|Invalid|[{}[\]<>$%_]/);
          expect(text).not.toMatch(/ {2}| \n|\n | [.,]|\(\)|“”|„“|«\s*»|\n{3}/);
          const paragraphs = text.split('\n\n').slice(1, -1);
          expect(paragraphs).toHaveLength(rest.policy === '' ? 1 : 2);
          for (const paragraph of paragraphs) expect(paragraph).toMatch(/[.?!”“»]$/u);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
