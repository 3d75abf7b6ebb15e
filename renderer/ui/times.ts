/** Times in words, short where the eye scans and whole where it rests. */
const DAY_MS = 86_400_000;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const whole = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });

/** `14:05` today, `Tue` within six days, `3 May` this year, `3 May 2019` before. 0 is a message without a date. */
export function shortTime(at: number, now: number): string {
  if (at === 0) return 'no date';
  const then = new Date(at);
  const today = new Date(now);
  if (then.toDateString() === today.toDateString()) return clock.format(then);
  if (at < now && now - at < 6 * DAY_MS) return weekday.format(then);
  return then.getFullYear() === today.getFullYear() ? dayOfYear.format(then) : date.format(then);
}

/** `3 May 2019`. */
export function dateOf(at: number): string {
  return at === 0 ? 'no date' : date.format(new Date(at));
}

/** `Fri, 3 May 2019, 14:05`. */
export function exactTime(at: number): string {
  return at === 0 ? 'no date' : exact.format(new Date(at));
}

/** `Friday, 3 May 2019 at 14:05`. */
export function wholeTime(at: number): string {
  return at === 0 ? 'This message has no date' : whole.format(new Date(at));
}
