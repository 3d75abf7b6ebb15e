/** Exit codes that mean something; `usage.ts` explains them to the user. */
import type { AppErrorKind } from '#core/contract/app-error.ts';

export const EXIT_CODES = {
  'invalid-input': 2,
  'not-found': 3,
  'no-account': 3,
  'not-allowed': 4,
  'auth-expired': 5,
  'auth-refused': 5,
  'no-keyring': 5,
  offline: 6,
  'rate-limited': 6,
  'gmail-rejected': 6,
  'unreadable-file': 7,
  'disk-full': 7,
  'db-locked': 7,
  'db-corrupt': 7,
  'db-from-future': 7,
  bug: 8,
  cancelled: 130,
} as const satisfies Record<AppErrorKind, number>;
