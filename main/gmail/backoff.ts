/** How long to wait before a call is made again. Gmail's error page: double each time, jitter, at least one second. */

const FIRST_MS = 1000;
const LONGEST_MS = 64_000;
const JITTER_MS = 1000;

/** Wait before attempt `attempt` + 1, counted from 0: 1–2 s, 2–3 s, 4–5 s … 64–65 s. `random` is in [0, 1). */
export function backoffMs(attempt: number, random: () => number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt) + Math.floor(random() * JITTER_MS);
}

/**
 * When Gmail wants to be asked again, as ms since the epoch; undefined where it does not say.
 *
 * `Retry-After` holds seconds or a date (RFC 9110 §10.2.3); Gmail's own texts say `Retry after 2026-05-03T09:00:00.000Z`.
 */
export function retryAt(retryAfter: string | null | undefined, message: string, now: number): number | undefined {
  const header = retryAfter?.trim() ?? '';
  if (/^\d{1,9}$/.test(header)) return now + Number(header) * 1000;
  const dated = Date.parse(header);
  if (!Number.isNaN(dated)) return dated;
  const told = Date.parse(/retry after (\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d))/i.exec(message)?.[1] ?? '');
  return Number.isNaN(told) ? undefined : told;
}
