/** What can go wrong while signing in with Google, each with its cure. */
import { AppError } from '#core/contract/app-error.ts';
import { certificateNotOfToday, clockDiffers } from './wrong-clock.ts';

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

/** `code` is the system's: every port is taken, or a firewall forbids to listen. */
export function portRefused(code: string): AppError {
  return new AppError({
    kind: 'auth-refused',
    message: `This computer did not let Acquaint listen for Google’s answer (${code}).`,
    cure: 'Allow Acquaint in your firewall or security program: it listens on 127.0.0.1 alone, and only while you sign in. Then connect again.',
  });
}

/** The wrong mailbox was chosen on Google's page. */
export function otherAccount(chosen: string, meant: string): AppError {
  return new AppError({
    kind: 'auth-refused',
    message: `On Google’s page ${chosen} was chosen instead of ${meant}.`,
    cure: `Try again and choose ${meant} there.`,
  });
}

/** Signing in without a file, where no account has one any more. */
export function clientNotKept(): AppError {
  return new AppError({
    kind: 'invalid-input',
    message: 'Acquaint no longer has the Google client of this account.',
    cure: 'Choose its JSON file again; Google Cloud’s console has it under “Clients”.',
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
    message:
      'Google no longer accepts the sign-in of this account: the password was changed, the access was taken away, or it was not used for six months.',
    cure: 'Sign in again; your mail and everything that waits is kept. If this happens every 7 days, your Google project is still in “Testing”: publish it under “Audience”.',
  });
}

interface TokenFailure {
  readonly response?: {
    readonly status?: number;
    readonly data?: unknown;
    readonly headers?: { readonly get?: (name: string) => string | null };
  };
}

/** A failure of Google's token end point as an AppError. */
export function asTokenError(error: unknown, during: 'sign-in' | 'refresh' | 'revoke', now = Date.now()): AppError {
  if (error instanceof AppError) return error;
  const { response } = error as TokenFailure;
  const reason =
    typeof response?.data === 'object' && response.data !== null
      ? (response.data as { error?: unknown }).error
      : undefined;
  if (reason === 'invalid_token' && during === 'revoke') return reconnectNeeded();
  if (reason === 'invalid_grant') {
    if (during !== 'sign-in') return reconnectNeeded();
    return (
      clockDiffers(response?.headers?.get?.('date'), now) ??
      new AppError(
        {
          kind: 'auth-refused',
          message: 'Google did not accept the answer of its own sign-in page: it came too late, or was used before.',
          cure: 'Connect again, and answer Google’s page within a few minutes.',
        },
        { cause: error },
      )
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
  const clock = certificateNotOfToday(error);
  if (clock) return clock;
  return new AppError(
    {
      kind: 'offline',
      message: 'Google’s sign-in could not be reached.',
      cure: 'Check the network; Acquaint tries again by itself.',
    },
    { cause: error },
  );
}
