/** Plain text cut into what is shown differently: quoted evidence and links. */
export type TextPart = { readonly kind: 'plain' | 'mark' | 'link'; readonly text: string };

const URL_IN_TEXT = /\bhttps?:\/\/[^\s<>"“”]+/gi;
/** What ends a sentence around a URL and not the URL. */
const TRAILING = /[.,;:!?'’»\]}]+$/;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: 'mark' | 'link';
}

/**
 * The text in order, complete: the parts joined give it back.
 *
 * A quote is found wherever its words stand, whatever white space lies between them; a mark inside a link wins.
 */
export function textParts(text: string, quotes: readonly string[]): readonly TextPart[] {
  const marks = quotes.flatMap((quote) => spansOf(text, quote));
  const links = linksIn(text).map(({ start, end }) => ({ start, end, kind: 'link' as const }));
  const spans = merge([
    ...marks,
    ...links.filter((link) => !marks.some((mark) => mark.start < link.end && link.start < mark.end)),
  ]);
  const parts: TextPart[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start > at) parts.push({ kind: 'plain', text: text.slice(at, span.start) });
    parts.push({ kind: span.kind, text: text.slice(span.start, span.end) });
    at = span.end;
  }
  if (at < text.length) parts.push({ kind: 'plain', text: text.slice(at) });
  return parts;
}

export function urlsIn(text: string): readonly string[] {
  return [...new Set(linksIn(text).map(({ start, end }) => text.slice(start, end)))];
}

/** Whether any of the quotes stands in the text. */
export function standsIn(text: string, quotes: readonly string[]): boolean {
  return quotes.some((quote) => spansOf(text, quote).length > 0);
}

function linksIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(URL_IN_TEXT)].map((match) => {
    const url = withoutSentenceEnd(match[0]);
    return { start: match.index, end: match.index + url.length };
  });
}

/** A closing bracket belongs to the URL only where the URL opened it. */
function withoutSentenceEnd(written: string): string {
  let url = written.replace(TRAILING, '');
  while (url.endsWith(')') && url.split(')').length > url.split('(').length)
    url = url.slice(0, -1).replace(TRAILING, '');
  return url;
}

/** No longer than this is looked for: the beginning of a longer quote shows where it is. */
const LONGEST_QUOTE = 400;

/** A long quote ends with `…`; a name that is said again and again is quoted as `Olive × 5`. */
const CUT_OR_COUNTED = /(?:…| × \d+)$/;

function spansOf(text: string, quote: string): readonly Span[] {
  const words = quote
    .replace(CUT_OR_COUNTED, '')
    .slice(0, LONGEST_QUOTE)
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s>]+'), 'gi');
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: 'mark',
  }));
}

function merge(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) merged.push(span);
    else if (span.end > last.end && span.kind === last.kind) merged[merged.length - 1] = { ...last, end: span.end };
  }
  return merged;
}
