/** What can go wrong while signing in with Google, each with its cure. */
import { AppError } from '#core/contract/app-error.ts';

const CONSENT_TIMEOUT_MIN = 5;

export function consentRefused(): AppError {
  return new AppError({
    kind: 'auth-refused',
    message: 'Google was told not to give Acquaint access.',
    cure: 'Connect again and choose “Allow”, or import a Takeout file instead.',
  });
}

/** Google shows its own error page and never comes back: to us that is a time-out. */
export function consentTimedOut(): AppError {
  return new AppError({
    kind: 'auth-refused',
    message: `Google’s page was not answered within ${CONSENT_TIMEOUT_MIN} minutes.`,
    cure: 'Connect again. If the page said “Access blocked” (Error 403: access_denied), add your address under “Audience › Test users” in Google Cloud’s console first.',
  });
}

export function scopesMissing(forFilters: boolean): AppError {
  return new AppError({
    kind: 'auth-refused',
    message: forFilters
      ? 'Google was not allowed to let Acquaint manage filters.'
      : 'On Google’s page the box for reading and changing mail was left unticked.',
    cure: forFilters
      ? 'Try again and tick the box for mail settings and filters: blocking needs one.'
      : 'Connect again and tick every box that Google shows.',
  });
}

export function signInCancelled(): AppError {
  return new AppError({
    kind: 'cancelled',
    message: 'Signing in was cancelled.',
    cure: 'Connect again when you like.',
  });
}

/** The grant is gone: password changed, access taken away, six months unused, or seven days in a project under test. */
export function reconnectNeeded(): AppError {
  return new AppError({
    kind: 'auth-expired',
    message: 'Google no longer accepts the sign-in of this account.',
    cure: 'Connect the account again; your mail and everything waiting is kept. If this happens every 7 days, set the Google project’s publishing status to “In production”.',
  });
}

interface TokenFailure {
  readonly response?: { readonly status?: number; readonly data?: unknown };
}

/** A failure of Google's token end point as an AppError. */
export function asTokenError(error: unknown, during: 'sign-in' | 'refresh'): AppError {
  if (error instanceof AppError) return error;
  const { response } = error as TokenFailure;
  const reason =
    typeof response?.data === 'object' && response.data !== null
      ? (response.data as { error?: unknown }).error
      : undefined;
  if (reason === 'invalid_grant') {
    if (during === 'refresh') return reconnectNeeded();
    return new AppError(
      {
        kind: 'auth-refused',
        message: 'Google did not accept the answer of its own sign-in page.',
        cure: 'Connect again; check that this computer’s clock is right.',
      },
      { cause: error },
    );
  }
  if (reason === 'invalid_client' || reason === 'unauthorized_client' || reason === 'deleted_client') {
    return new AppError(
      {
        kind: 'auth-refused',
        message: 'Google does not know the client of the chosen file.',
        cure: 'Download the client’s JSON file from Google Cloud’s console again and connect with that.',
      },
      { cause: error },
    );
  }
  if (response?.status !== undefined && response.status < 500) {
    const named = typeof reason === 'string' ? ` (${reason.slice(0, 80)})` : '';
    return new AppError(
      { kind: 'auth-refused', message: `Google refused the sign-in${named}.`, cure: 'Connect the account again.' },
      { cause: error },
    );
  }
  return new AppError(
    {
      kind: 'offline',
      message: 'Google’s sign-in could not be reached.',
      cure: 'Check the network; Acquaint tries again by itself.',
    },
    { cause: error },
  );
}
