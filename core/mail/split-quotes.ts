/** A plain text → the writer's own words, and what was quoted from earlier mail. */

export interface SplitText {
  /** Own lines in order, signature kept. */
  readonly text: string;
  /** The other lines in order; '' where there are none. */
  readonly quoted: string;
}

/** Every line goes to exactly one of the two, in order; both are trimmed of empty lines at their ends. */
export function splitQuotes(whole: string): SplitText {
  const lines = whole.split('\n');
  const cut = lines.findIndex((line) =>
    /^\s*-{2,}\s*(?:Original Message|Forwarded message|Forwarded by .*)\s*-{0,}/i.test(line),
  );
  const own: string[] = [];
  const rest: string[] = [];
  lines.forEach((line, index) => ((cut >= 0 && index >= cut) || /^\s{0,3}>/.test(line) ? rest : own).push(line));
  return { text: trimLines(own), quoted: trimLines(rest) };
}

function trimLines(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}
