/** HTML body → plain text, for searching and for reading signals. What is shown is the HTML itself, sanitised. */
import { compile } from 'html-to-text';

/** An HTML body of real mail is below 200 kB but for inlined pictures; the text of more than this is not worth seconds. */
const MAX_HTML_LENGTH = 1_000_000;
/** The parser's time grows with the square of the depth, and html-to-text recurses. Real mail stays below 200. */
const MAX_DEPTH = 500;

/** html-to-text 10, because it is kept and fast enough: 0.2 ms for a newsletter of 10 kB. */
const convert = compile({
  wordwrap: false,
  formatters: {
    alternativeText: (element, _walk, builder) => {
      const attributes = element.attribs as Readonly<Record<string, string>> | undefined;
      builder.addInline(attributes?.['alt'] ?? '');
    },
  },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'alternativeText' },
    // Cells of layout tables are paragraphs; run together, their words would merge.
    ...['td', 'th', 'tr'].map((selector) => ({
      selector,
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ...['style', 'script', 'title'].map((selector) => ({ selector, format: 'skip' })),
  ],
});

export interface HtmlText {
  readonly text: string;
  /** Empty for sound HTML. */
  readonly defects: readonly string[];
}

/** Links lose their targets, pictures become their alternative text, `<blockquote>` becomes `> `. Never throws. */
export function htmlToText(html: string): HtmlText {
  const lean = html.length > 100_000 ? withoutInlinedData(html) : html;
  const head = lean.slice(0, MAX_HTML_LENGTH);
  const defects =
    lean.length > head.length
      ? [`HTML of ${Math.round(html.length / 1000)} kB: text was taken from its start only`]
      : [];
  if (depthOf(head) > MAX_DEPTH) {
    return { text: withoutTags(head), defects: [...defects, 'HTML nested too deeply: only its tags were taken out'] };
  }
  try {
    return { text: convert(head), defects };
  } catch {
    return { text: withoutTags(head), defects: [...defects, 'HTML too broken: only its tags were taken out'] };
  }
}

const NEVER_CLOSED: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'p',
  'li',
  'td',
  'tr',
  'option',
  'wbr',
]);

/** An upper bound of how deep the elements nest; those that are closed by their neighbours are not counted. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (NEVER_CLOSED.has((name ?? '').toLowerCase())) continue;
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

/** What is left where no parser can help. */
function withoutTags(html: string): string {
  return html
    .replaceAll(/<(?:style|script)\b[^<]*<\//gi, ' ')
    .replaceAll(/<(?:br|p|div|tr|li|h\d)\b[^<>]{0,1000}>/gi, '\n')
    .replaceAll(/<[^<>]{0,5000}>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Pictures inside the HTML are most of a large body. */
function withoutInlinedData(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = html.indexOf('data:'); at >= 0; at = html.indexOf('data:', at + 5)) {
    const opening = html[at - 1] ?? '';
    const closing = opening === '(' ? ')' : opening;
    if (!/["')]/.test(closing)) continue;
    const end = html.indexOf(closing, at);
    if (end < 0) break;
    kept.push(html.slice(from, at));
    from = end;
    at = end;
  }
  return kept.length === 0 ? html : kept.join('') + html.slice(from);
}
