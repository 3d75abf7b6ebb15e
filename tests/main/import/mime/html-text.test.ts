import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText } from '#main/import/mime/html-text.ts';
import { splitQuotes } from '#core/mail/split-quotes.ts';

describe('htmlToText', () => {
  it('reads what is shown, and nothing else', () => {
    const { text, defects } = htmlToText(
      '<html><head><title>T</title><style>p{color:red}</style></head><body><h1>Big news</h1><p>Hi&nbsp;<a href="https://x.example/long">there</a>,<br>you &amp; me</p><script>alert(1)</script></body></html>',
    );
    expect(text.replaceAll('\u00A0', ' ')).toBe('Big news\n\nHi there,\nyou & me');
    expect(defects).toEqual([]);
  });

  it('keeps the cells of a layout table apart', () => {
    expect(htmlToText('<table><tr><td>one</td><td>two</td></tr></table>').text.split(/\s+/)).toEqual(['one', 'two']);
  });

  it('takes the alternative text of pictures', () => {
    expect(htmlToText('<img src="https://x.example/1.png" alt="Summer sale">').text).toBe('Summer sale');
  });

  it('shows quotes so that they can be told from own words', () => {
    const html =
      '<div>Yes.</div><br><div class="gmail_quote"><div class="gmail_attr">On Thu, 1 Jul 2021 at 12:32, Ann &lt;<a href="mailto:ann@lee.example">ann@lee.example</a>&gt; wrote:<br></div><blockquote><div>Shall we?</div></blockquote></div>';
    expect(splitQuotes(htmlToText(html).text).text).toBe('Yes.');
  });

  it('passes over pictures inside the HTML', () => {
    const { text, defects } = htmlToText(
      `<img src="data:image/png;base64,${'A'.repeat(3_000_000)}" alt="chart"><p>words</p>`,
    );
    expect(text).toBe('chart\n\nwords');
    expect(defects).toEqual([]);
  });

  it.each([
    ['elements inside each other', `${'<div>'.repeat(100_000)}words`],
    ['tables inside each other', `${'<table><tr><td>'.repeat(20_000)}words`],
    ['elements that are never closed', '<b>words '.repeat(100_000)],
    ['lists inside each other', '<ul><li>words'.repeat(5000)],
  ])('finds the words in %s', (_, html) => {
    const { text, defects } = htmlToText(html);
    expect(text).toContain('words');
    expect(defects.join()).toMatch(/nested too deeply/);
  });

  it('reads the start of more than a megabyte', () => {
    const { text, defects } = htmlToText('<p>words</p>'.repeat(500_000));
    expect(text.startsWith('words')).toBe(true);
    expect(defects).toEqual(['HTML of 6000 kB: text was taken from its start only']);
  });

  it('never throws', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '<p',
        '</div>',
        '<!--',
        '-->',
        '<style>',
        '&#x110000;',
        '&amp',
        '"',
        "'",
        '<blockquote>',
        '<table>',
        '<td>',
        '<![CDATA[',
      ),
      fc.string({ maxLength: 10 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(typeof htmlToText(pieces.join('')).text).toBe('string');
      }),
      { numRuns: 500 },
    );
  });
});
