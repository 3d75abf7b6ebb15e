/** A computer whose clock is wrong: secure connections fail by it, and sign-ins are refused. */
import { AppError } from '#core/contract/app-error.ts';

/** Less is the way of ordinary clocks. */
const TOLERATED_MS = 5 * 60_000;
const MINUTE_MS = 60_000;
/** OpenSSL's names for a certificate that is not valid at this time. */
const NOT_OF_TODAY = new Set(['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED']);

/** `date` is the Date field of Google's answer; undefined where the clocks agree, or it cannot be told. */
export function clockDiffers(date: string | null | undefined, now: number): AppError | undefined {
  const there = Date.parse(date ?? '');
  const ahead = now - there;
  if (Number.isNaN(there) || Math.abs(ahead) < TOLERATED_MS) return undefined;
  return wrongClock(
    `This computer’s clock is ${spanInWords(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} Google’s.`,
  );
}

/** A connection that failed because Google's certificate is of another time; looks through what caused the error. */
export function certificateNotOfToday(error: unknown): AppError | undefined {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth += 1) {
    if ('code' in one && typeof one.code === 'string' && NOT_OF_TODAY.has(one.code))
      return wrongClock('Google’s certificate is not valid on the date that this computer’s clock shows.');
  }
  return undefined;
}

function wrongClock(message: string): AppError {
  return new AppError({
    kind: 'offline',
    message,
    cure: 'Let the system set the clock by itself (date and time settings), then try again.',
  });
}

function spanInWords(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
