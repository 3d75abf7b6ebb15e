/** Where Google is; tests put a server of their own on loopback in its place. */
import { AppError } from '#core/contract/app-error.ts';

export interface GoogleAddresses {
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string;
  /** Root of the Gmail API, with a trailing slash. */
  readonly gmail: string;
  /** What Google grants one user in a minute: 6,000, or 15,000 for projects from before May 2026. */
  readonly unitsPerMinute: number;
}

const GOOGLE = {
  authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
  token: 'https://oauth2.googleapis.com/token',
  revoke: 'https://oauth2.googleapis.com/revoke',
  gmail: 'https://gmail.googleapis.com/',
  unitsPerMinute: 6000,
} as const satisfies GoogleAddresses;

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Google's own addresses, unless the environment names others on this very machine.
 *
 * `ACQUAINT_GOOGLE_URL`: origin of a stand-in. Anything but loopback is refused (`not-allowed`): a variable that could send
 * sign-ins and mail to another machine would be a hole. `ACQUAINT_GOOGLE_UNITS_PER_MINUTE`: the project's quota.
 */
export function googleAddresses(environment: Readonly<Record<string, string | undefined>>): GoogleAddresses {
  const unitsPerMinute = quotaOf(environment['ACQUAINT_GOOGLE_UNITS_PER_MINUTE']);
  const standIn = environment['ACQUAINT_GOOGLE_URL'];
  if (standIn === undefined || standIn === '') return { ...GOOGLE, unitsPerMinute };
  const url = URL.canParse(standIn) ? new URL(standIn) : undefined;
  if (!url || url.protocol !== 'http:' || !LOOPBACK.has(url.hostname) || url.username !== '') {
    throw new AppError({
      kind: 'not-allowed',
      message: 'ACQUAINT_GOOGLE_URL names another machine.',
      cure: 'Unset it: it is meant for tests, and takes http addresses of this machine only.',
    });
  }
  const at = (path: string): string => new URL(path, url.origin).href;
  return {
    authorize: at('/o/oauth2/v2/auth'),
    token: at('/token'),
    revoke: at('/revoke'),
    gmail: at('/'),
    unitsPerMinute,
  };
}

function quotaOf(written: string | undefined): number {
  const units = Number(written);
  return Number.isInteger(units) && units >= 1000 ? units : GOOGLE.unitsPerMinute;
}
