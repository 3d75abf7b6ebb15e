/**
 * What the user types → an FTS5 query that never fails.
 *
 * `lunch with ann` all words, the last one as far as it is typed · `"lunch with ann"` these words in this order ·
 * `from:ann`, `to:lee.example`, `subject:lunch`, also with quotes · `-word` not this word. Everything else is text: each
 * word becomes a quoted FTS5 string, in which no character has a meaning but `"` itself
 * (https://www.sqlite.org/fts5.html, section 3.1).
 */

const COLUMNS: Readonly<Record<string, string>> = { from: 'sender', to: 'recipients', subject: 'subject' };
/** Enough for any question, and bounded work for a pasted page. */
const MAX_TERMS = 16;

const TERM = /(-?)(?:(from|to|subject):)?(?:"([^"]*)"?|(\S+))/giu;
/** What the tokenizer keeps (unicode61): letters, digits, marks on them, private-use characters. */
const WORD = /[\p{L}\p{N}\p{Co}]/u;

/** The FTS5 expression for a query; undefined where nothing in it can be looked up. */
export function searchExpression(query: string): string | undefined {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  // Control characters would end the expression early, and a lone surrogate is no text at all.
  const typed = query.replaceAll(/[\p{Cs}\p{Cc}]/gu, ' ').trimStart();
  for (const match of typed.matchAll(TERM)) {
    const [whole, minus, column, phrase, word] = match;
    const text = phrase ?? word ?? '';
    if (!WORD.test(text)) continue;
    if (wanted.length + unwanted.length === MAX_TERMS) break;
    const isLast = match.index + whole.length === typed.length;
    const name = column === undefined ? undefined : COLUMNS[column.toLowerCase()];
    const prefix = isLast && phrase === undefined && isBegun(text) ? ' *' : '';
    const term = `${name === undefined ? '' : `${name} : `}"${text.replaceAll('"', '""')}"${prefix}`;
    (minus === '-' ? unwanted : wanted).push(term);
  }
  if (wanted.length === 0) return undefined;
  return [wanted.join(' AND '), ...unwanted].join(' NOT ');
}

/**
 * A word that ends in `.` or `@` has been typed to its end; and one letter begins a quarter of all words, too many to list
 * while somebody types on. Scripts that write a word in one character are another matter.
 */
function isBegun(text: string): boolean {
  const last = text.at(-1) ?? '';
  return (WORD.test(last) || /\p{M}/u.test(last)) && (text.length > 1 || text > '\u2E80');
}
