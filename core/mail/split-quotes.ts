/**
 * A plain text → the writer's own words, and what was quoted from earlier mail.
 *
 * Signals are read from own words only: a decline must not be labelled by the pitch that it quotes. What was tried and
 * measured is in docs/decisions/quote-stripping.md.
 */
import {
  attributionAt,
  type FieldWord,
  fieldWordOf,
  isNotesRemark,
  isQuoted,
  isSeparator,
  notesSender,
} from './quote-marks.ts';

export interface SplitText {
  /** Own lines in order, signature kept. */
  readonly text: string;
  /** The other lines in order; '' where there are none. */
  readonly quoted: string;
}

/** A header block with a long list of recipients; longer ones are not looked through. */
const MAX_BLOCK_LINES = 200;

/** Every line goes to exactly one of the two, in order; both are trimmed of empty lines at their ends. */
export function splitQuotes(whole: string): SplitText {
  const lines = whole.split('\n');
  const quoted = lines.map((line) => isQuoted(line));
  const end = markAnnounced(lines, quoted);
  for (let index = end; index < lines.length; index += 1) quoted[index] = true;
  markGaps(lines, quoted);
  return { text: joined(lines, quoted, false), quoted: joined(lines, quoted, true) };
}

/**
 * Marks what announces a quote, and returns the line from which on all is quoted (`lines.length` where none).
 *
 * An announcement before lines with `>` covers only itself: answers may stand between those lines.
 */
function markAnnounced(lines: readonly string[], quoted: boolean[]): number {
  for (let index = 0; index < lines.length; index += 1) {
    if (quoted[index] === true) continue;
    const line = lines[index] ?? '';
    if (line.trim() === '') continue;
    const found = separatorAt(lines, index) ?? headerBlockAt(lines, index) ?? attributedAt(lines, index);
    if (!found) continue;
    const next = nextFilled(lines, found.end);
    markOtherPrefix(lines, quoted, next);
    const bracketsEnd = bracketedEnd(lines, next);
    if (bracketsEnd !== undefined) {
      quoted.fill(true, found.start, bracketsEnd);
      index = bracketsEnd - 1;
    } else if (next < lines.length && quoted[next] === true) {
      quoted.fill(true, found.start, found.end);
      index = found.end - 1;
    } else if (found.announcesRest) {
      return found.start;
    }
  }
  return lines.length;
}

interface Announcement {
  readonly start: number;
  /** The line after it. */
  readonly end: number;
  /** Everything that follows is quoted, though it has no `>`. */
  readonly announcesRest: boolean;
}

function separatorAt(lines: readonly string[], index: number): Announcement | undefined {
  const line = lines[index] ?? '';
  // Lotus Notes wraps `---- Forwarded by Ann Lee on 09/06/2000⏎10:49 AM ----`.
  const wrapped = /^\s*-{4,}/.test(line) && !/-\s*$/.test(line) ? `${line} ${lines[index + 1] ?? ''}` : line;
  if (!isSeparator(line) && !isSeparator(wrapped)) return undefined;
  const block = headerBlockFrom(lines, nextFilled(lines, index + 1));
  return { start: index, end: block ?? index + 1, announcesRest: true };
}

/** `From: … Sent: … To: … Subject: …` without a separator, and Lotus Notes' `Ann Lee⏎09/06/2000 07:39 AM⏎To: … cc: … Subject: …`. */
function headerBlockAt(lines: readonly string[], index: number): Announcement | undefined {
  const end = headerBlockFrom(lines, index);
  if (end === undefined) return undefined;
  const start = letterheadStart(lines, index);
  // A memo that starts with To, From and Subject is the writer's own; mail headers show addresses or a time above.
  const likeMail =
    start < index ||
    lines
      .slice(index, end)
      .some((line) => line.includes('@') || /^\s*\*?(?:sent|gesendet|envoyé|enviado|inviato|verzonden)/i.test(line));
  return likeMail ? { start, end, announcesRest: true } : undefined;
}

/** Some writers quote with another sign than `>`: where an announced quote starts with one, all its lines do. */
function markOtherPrefix(lines: readonly string[], quoted: boolean[], from: number): void {
  const prefix = /^ ?[|#:}%~]+ /.exec(lines[from] ?? '')?.[0];
  if (prefix === undefined) return;
  for (let index = from; index < lines.length; index += 1) {
    if ((lines[index] ?? '').startsWith(prefix.trimEnd())) quoted[index] = true;
  }
}

/** AOL quotes as `<< … >>`: the line after the closing brackets, where `from` opens some. */
function bracketedEnd(lines: readonly string[], from: number): number | undefined {
  if (!/^\s*<<(?!\s*(?:https?:|mailto:|file:))/.test(lines[from] ?? '')) return undefined;
  const last = lines.findIndex((line, index) => index >= from && />>\s*$/.test(line));
  return last < 0 ? undefined : last + 1;
}

function attributedAt(lines: readonly string[], index: number): Announcement | undefined {
  const { lineCount, dated } = attributionAt(lines, index);
  if (lineCount === 0) return undefined;
  const apart = index === 0 || (lines[index - 1] ?? '').trim() === '' || /^\s*[-_]{3,}/.test(lines[index - 1] ?? '');
  return { start: index, end: index + lineCount, announcesRest: dated && apart };
}

/** The line after a header block that starts at `index`; undefined where there is none. It must tell the subject and more. */
function headerBlockFrom(lines: readonly string[], index: number): number | undefined {
  const seen = new Set<FieldWord>();
  let end: number | undefined;
  let emptyCount = 0;
  for (let at = index; at < Math.min(lines.length, index + MAX_BLOCK_LINES); at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      emptyCount += 1;
      if (end !== undefined || emptyCount > 2) break;
      continue;
    }
    const word = fieldWordOf(secondColumn(line) ?? line);
    if (word !== undefined) {
      if (at === index && (word === 'other' || word === 'subject')) return undefined;
      seen.add(word);
      if (seen.has('subject') && seen.size > 1) end = at + 1;
    } else if (at === index || !(/[@/,;<]|\*/.test(line) || (lines[at - 1] ?? '').length > 60)) {
      // Not a field, not the rest of one.
      if (end === undefined && at > index && seen.has('subject')) end = at;
      break;
    }
    emptyCount = 0;
  }
  return seen.has('subject') && (seen.has('from') || seen.has('to')) ? end : undefined;
}

/** Goes up from the first field of a block over what mail programs print above it: name, time, lines, the firm's name. */
function letterheadStart(lines: readonly string[], index: number): number {
  let start = index;
  let wantsName = false;
  const first = lines[index] ?? '';
  const letterhead = /^\s+from:/i.test(first) || secondColumn(first) !== undefined;
  for (let at = index - 1, climbed = 0; at >= 0 && climbed < 12; at -= 1, climbed += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const sender = notesSender(line);
    if (sender !== undefined) {
      start = at;
      wantsName = sender === '' || /^(?:on|at)$/i.test(sender);
      continue;
    }
    if (isSeparator(line) || /^\s*(?:[-_=]\s?){5,}\s*$/.test(line)) {
      start = at;
      break;
    }
    if (wantsName && line.trim().length <= 80) {
      start = at;
      wantsName = false;
      continue;
    }
    const word = fieldWordOf(line);
    if (word === 'other' || word === 'from' || isNotesRemark(line)) {
      start = at;
      continue;
    }
    // `<TAB>Enron North America Corp.` above `<TAB>From: …`.
    if (
      (letterhead || start < index) &&
      /^\s+\S/.test(line) &&
      line.trim().length <= 60 &&
      at === start - distanceToFilled(lines, start)
    ) {
      start = at;
      continue;
    }
    break;
  }
  return start;
}

/** Lotus Notes also prints two columns: `  a.lee@example.c          To:  Bob Ray/Example`. The field in the second one. */
function secondColumn(line: string): string | undefined {
  return line.length > 400 ? undefined : /^\s{2,}(?:\S.{0,60})?\s{2,}((?:To|cc|bcc|Subject):.*)$/i.exec(line)?.[1];
}

function distanceToFilled(lines: readonly string[], from: number): number {
  let distance = 1;
  while (from - distance > 0 && (lines[from - distance] ?? '').trim() === '') distance += 1;
  return distance;
}

function nextFilled(lines: readonly string[], from: number): number {
  let index = from;
  while (index < lines.length && (lines[index] ?? '').trim() === '') index += 1;
  return index;
}

/** Empty lines between quoted ones are quoted. */
function markGaps(lines: readonly string[], quoted: boolean[]): void {
  let gapStart: number | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    if (quoted[index] === true) {
      if (gapStart !== undefined) quoted.fill(true, gapStart, index);
      gapStart = index + 1;
    } else if ((lines[index] ?? '').trim() !== '') {
      gapStart = undefined;
    }
  }
}

function joined(lines: readonly string[], quoted: readonly boolean[], wanted: boolean): string {
  const kept = lines.filter((_, index) => quoted[index] === wanted);
  let first = 0;
  while (first < kept.length && (kept[first] ?? '').trim() === '') first += 1;
  return kept.slice(first).join('\n').trimEnd();
}
