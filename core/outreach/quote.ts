/** Quotes for the user: the words a signal rests on, verbatim and short. */
import type { PhraseMatch } from './phrase-book.ts';
import type { Signal } from './signals.ts';

const QUOTE_LIMIT = 90;

/** The words from `start` to `end`, widened to whole words. */
export function quoteFrom(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (from > 0 && /[\p{L}\p{N}'’]/u.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && /[\p{L}\p{N}'’%]/u.test(text.charAt(to))) to += 1;
  const quote = text.slice(from, to).trim();
  return quote.length > QUOTE_LIMIT ? `${quote.slice(0, QUOTE_LIMIT - 1).trimEnd()}…` : quote;
}

/** The longest of the surest matches first, overlapping ones once. */
export function quotesOf(text: string, matches: readonly PhraseMatch[], most = 2): readonly string[] {
  const chosen: PhraseMatch[] = [];
  for (const match of matches.toSorted((a, b) => b.weight - a.weight || b.end - b.start - (a.end - a.start))) {
    if (chosen.length === most) break;
    if (!chosen.some((other) => match.start < other.end && other.start < match.end)) chosen.push(match);
  }
  return chosen.toSorted((a, b) => a.start - b.start).map(({ start, end }) => quoteFrom(text, start, end));
}

/** Two decimals: signals are stored by the hundred thousand. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

export function signal(kind: string, strength: number, quotes: readonly string[]): Signal {
  return { kind, strength: rounded(strength), quotes: quotes.map((quote) => quote.slice(0, QUOTE_LIMIT)) };
}
