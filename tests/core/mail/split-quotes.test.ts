import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SplitText, splitQuotes } from '#core/mail/split-quotes.ts';

/** What a text splits into, and what it should: its lines that must be quoted start with `Q `, which is taken off first. */
function example(marked: string): { readonly split: SplitText; readonly wanted: SplitText } {
  const lines = marked.split('\n').map((line) => line.replace(/^ {6}/, ''));
  const trimmed = (list: readonly string[]): string =>
    list
      .join('\n')
      .replace(/^(?:\s*\n)+/, '')
      .trimEnd();
  return {
    split: splitQuotes(lines.map((line) => line.replace(/^Q /, '')).join('\n')),
    wanted: {
      text: trimmed(lines.filter((line) => !line.startsWith('Q '))),
      quoted: trimmed(lines.filter((line) => line.startsWith('Q ')).map((line) => line.slice(2))),
    },
  };
}

describe('splitQuotes', () => {
  it('keeps a text without quotes whole, signature included', () => {
    const { split, wanted } = example(`Hello Ann,

      see you > soon. On Monday I wrote: nothing.

      --
      Bob`);
    expect(split).toEqual(wanted);
  });

  it('keeps answers between quoted lines', () => {
    const { split, wanted } = example(`Q On Thu, 1 Jul 2021 at 12:32, Ann Lee <ann@lee.example> wrote:
      Q > Shall we?
      Q >
      Q > On Friday?
      Yes.
      Q > And where?
      At the pub.`);
    expect(split).toEqual(wanted);
  });

  it('takes a whole forward for a quote', () => {
    const { split, wanted } = example(`Q ---------- Forwarded message ---------
      Q From: Ann Lee <ann@lee.example>
      Q Date: Thu, 1 Jul 2021 at 12:32
      Q Subject: Lunch
      Q To: Bob <bob@x.example>
      Q 
      Q Shall we?`);
    expect(split).toEqual(wanted);
  });

  it.each([
    ['English, wrapped', 'On Thu, 1 Jul 2021 at 12:32, Ann Lee\n      <ann@lee.example> wrote:'],
    ['English, Apple', 'On 1 Jul 2021, at 12:32, Ann Lee <ann@lee.example> wrote:'],
    ['German', 'Am Do., 1. Juli 2021 um 12:32 Uhr schrieb Ann Lee <ann@lee.example>:'],
    ['German, Thunderbird', 'Am 01.07.2021 um 12:32 schrieb Ann Lee:'],
    ['French', 'Le jeu. 1 juil. 2021 à 12:32, Ann Lee <ann@lee.example> a écrit :'],
    ['Spanish', 'El jue, 1 jul 2021 a las 12:32, Ann Lee (<ann@lee.example>) escribió:'],
    ['Dutch', 'Op do 1 jul. 2021 om 12:32 schreef Ann Lee <ann@lee.example>:'],
    ['Italian', 'Il giorno gio 1 lug 2021 alle ore 12:32 Ann Lee <ann@lee.example> ha scritto:'],
    ['Portuguese', 'Em qui., 1 de jul. de 2021 às 12:32, Ann Lee <ann@lee.example> escreveu:'],
    ['Polish', 'czw., 1 lip 2021 o 12:32 Ann Lee <ann@lee.example> napisał(a):'],
    ['without a language', '2021-07-01 12:32 GMT+02:00 Ann Lee <ann@lee.example>:'],
  ])('knows how a reply is announced: %s', (_, attribution) => {
    const marked = attribution.replaceAll('\n', '\n      Q ').replaceAll(/Q\s+/g, 'Q ');
    // Before lines with `>` only those are quoted; without them everything after it is.
    const signed = example(`Fine.\n\n      Q ${marked}\n      Q > Shall we?\n\n      Bob`);
    expect(signed.split).toEqual(signed.wanted);
    const bare = example(`Fine.\n\n      Q ${marked}\n      Q \n      Q Shall we?\n      Q \n      Q Ann`);
    expect(bare.split).toEqual(bare.wanted);
  });

  it.each([
    '-----Original Message-----',
    '----- Original Message -----  ',
    '-----Ursprüngliche Nachricht-----',
    "-----Message d'origine-----",
    '-----Mensaje original-----',
    '-----Messaggio originale-----',
    '-----Oorspronkelijk bericht-----',
    'Begin forwarded message:',
  ])('quotes everything after %s', (separator) => {
    const { split, wanted } = example(`Fine.

      Q ${separator}
      Q From: Ann Lee [mailto:ann@lee.example]
      Q Sent: Thursday, July 1, 2021 12:32 PM
      Q To: Bob
      Q Subject: Lunch
      Q 
      Q Shall we?`);
    expect(split).toEqual(wanted);
  });

  it('knows headers in the language of the mail program, without a separator', () => {
    const { split, wanted } = example(`Passt.

      Q ________________________________
      Q Von: Ann Lee <ann@lee.example>
      Q Gesendet: Donnerstag, 1. Juli 2021 12:32
      Q An: Bob
      Q Betreff: Mittagessen
      Q 
      Q Wollen wir?`);
    expect(split).toEqual(wanted);
  });

  it('knows how Lotus Notes answers', () => {
    const { split, wanted } = example(`Fine.




      Q Ann Lee@LEE
      Q 07/01/2021 12:32 PM
      Q To: Bob Ray/HOU/LEE@LEE, Carol Day/HOU/LEE@LEE, Dave Long/HOU/LEE@LEE, Eve
      Q Short/HOU/LEE@LEE
      Q cc:${' '}
      Q${' '}
      Q Subject: Lunch
      Q 
      Q Shall we?`);
    expect(split).toEqual(wanted);
  });

  it('knows how Lotus Notes answers over the internet, and in two columns', () => {
    const { split, wanted } = example(`Fine.

      Q "Ann Lee" <ann@lee.example> on 07/01/2021 12:32:05 PM
      Q Please respond to <ann@lee.example>
      Q To: <bob@x.example>
      Q cc:
      Q Subject: Lunch
      Q 
      Q Shall we?`);
    expect(split).toEqual(wanted);
    const inColumns = splitQuotes(
      [
        'Fine.',
        '',
        '            ann@lee.exam',
        '            ple                      To:     Bob Ray/X@X',
        '                                     cc:',
        '            07/01/2021 12:32 PM      Subject:     Lunch',
        '',
        'Shall we?',
      ].join('\n'),
    );
    expect(inColumns.text).toBe('Fine.');
  });

  it('knows a wrapped Lotus forward under its letterhead', () => {
    const { split, wanted } = example(`For you.
      Q ---------------------- Forwarded by Bob Ray/HOU/X on 07/01/2021${' '}
      Q 12:40 PM ---------------------------
      Q${' '}
      Q \tX North America Corp.
      Q${' '}
      Q \tFrom:  Ann Lee                           07/01/2021 12:32 PM
      Q${' '}
      Q${' '}
      Q To: Bob Ray/HOU/X@X
      Q cc:${' '}
      Q Subject: Lunch
      Q${' '}
      Q Shall we?`);
    expect(split).toEqual(wanted);
  });

  it('keeps the answer under an AOL quote', () => {
    const { split, wanted } =
      example(`Q In a message dated 1/4/00 3:18:50 PM Eastern Standard Time, ann@lee.example writes:
      Q 
      Q << Shall we
      Q  have lunch? >>

      Yes.`);
    expect(split).toEqual(wanted);
  });

  it('knows other quote signs where the quote is announced', () => {
    const { split, wanted } = example(`Q On Mon, 23 Sep 2002 17:41:20 +0200
      Q Ann Lee <ann@lee.example> wrote:
      Q 
      Q # Shall we?
      Q # On Friday?

      Yes.`);
    expect(split).toEqual(wanted);
  });

  it('does not take a memo for a quoted mail', () => {
    const { split, wanted } = example(`TO: All staff
      FROM: The office
      SUBJECT: Holidays

      We are closed on Friday.`);
    expect(split).toEqual(wanted);
  });

  it('does not take a hyphenated heading or a list of fields for a quote', () => {
    const { split, wanted } = example(`---- Agenda ----
      To: be decided
      Date: Friday`);
    expect(split).toEqual(wanted);
  });

  it('gives every line to exactly one side, in order', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        '> quoted',
        'On 1 Jul 2021 Ann <a@x.example> wrote:',
        '-----Original Message-----',
        'From: a@x.example',
        'To: b@x.example',
        'Subject: s',
        '07/01/2021 12:32 PM',
        'own words',
        '>> deep',
        '<< aol',
        'aol >>',
        '# hash',
      ),
      fc.string({ maxLength: 40 }).map((text) => text.replaceAll('\n', ' ')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const { text, quoted } = splitQuotes(lines.join('\n'));
        const filled = (part: string): string[] =>
          part
            .split('\n')
            .map((one) => one.trimEnd())
            .filter((one) => one.trim() !== '');
        const own = filled(text);
        const rest = filled(quoted);
        const all = filled(lines.join('\n'));
        expect(own.length + rest.length).toBe(all.length);
        expect(isInterleaved(all, own, rest)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('stays fast on hostile texts', () => {
    const texts = [
      'To: x\n'.repeat(20_000),
      'On 1 2 x\n'.repeat(20_000),
      '> '.repeat(200_000),
      `${'a '.repeat(100_000)}wrote:`,
      '-'.repeat(200_000),
      '<<\n'.repeat(50_000),
    ];
    for (const text of texts)
      expect(splitQuotes(text).text.length + splitQuotes(text).quoted.length).toBeGreaterThan(0);
  });
});

/** Whether `all` is made of `one` and `other`, each in its order; equal lines may have come from either. */
function isInterleaved(all: readonly string[], one: readonly string[], other: readonly string[]): boolean {
  let takenFromOne = new Set([0]);
  for (const [at, line] of all.entries()) {
    const next = new Set<number>();
    for (const taken of takenFromOne) {
      if (one[taken] === line) next.add(taken + 1);
      if (other[at - taken] === line) next.add(taken);
    }
    takenFromOne = next;
  }
  return takenFromOne.has(one.length);
}
