/** Dates as the evidence writes them; always UTC, so that a sentence does not depend on where it is read. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * The day of RFC 822: no mail in this format is older.
 *
 * Clocks that stand at 1904, 1970 or 1980 are earlier; such a time places a message in the order, but nothing is said
 * about when it was.
 */
export const FIRST_MAIL_AT = Date.UTC(1982, 7, 13);

export function isPlausibleTime(at: number): boolean {
  return at >= FIRST_MAIL_AT;
}

/** `3 May 2026`. */
export function dayInWords(at: number): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `May 2026`. */
export function monthInWords(at: number): string {
  const date = new Date(at);
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `1 message`, `3 messages`, `1,204 messages`. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** `once`, `twice`, `42 times`. */
export function timesInWords(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count.toLocaleString('en-GB')} times`;
}

/**
 * How far back a record goes, each way: `March 2019 (complete) and May 2015 (Sent only)`; undefined where it is empty.
 *
 * Complete is the time from which there is mail both ways, where no older mail is still to come.
 */
export function reachInWords(
  { receivedSince, sentSince }: { readonly receivedSince?: number; readonly sentSince?: number },
  isComplete: boolean,
): string | undefined {
  if (receivedSince === undefined && sentSince === undefined) return undefined;
  if (sentSince === undefined) return `${monthInWords(receivedSince ?? 0)} (received only)`;
  if (receivedSince === undefined) return `${monthInWords(sentSince)} (Sent only)`;
  const both = `${monthInWords(Math.max(receivedSince, sentSince))} (${isComplete ? 'complete' : 'both ways'})`;
  const alone = monthInWords(Math.min(receivedSince, sentSince));
  if (both.startsWith(alone)) return both;
  return `${both} and ${alone} (${sentSince < receivedSince ? 'Sent' : 'received'} only)`;
}
