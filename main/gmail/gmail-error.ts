/** What Gmail's refusals and broken connections mean for the caller. */
import { AppError, type AppErrorData, type AppErrorKind } from '#core/contract/app-error.ts';
import { certificateNotOfToday } from '#main/account/wrong-clock.ts';
import { retryAt } from './backoff.ts';

export type Failure =
  /** No connection, or something that is not Gmail answered. */
  | 'offline'
  /** Gmail is not well (5xx), or its answer cannot be read. */
  | 'busy'
  /** Too much, too fast, or too many at once. */
  | 'rate'
  /** The token was not accepted. */
  | 'auth'
  /** A permission was not granted. */
  | 'scope'
  /** There is no such message, draft, or history. */
  | 'gone'
  /** Gmail will not do it, however often it is asked. */
  | 'rejected';

export class GmailError extends AppError {
  readonly failure: Failure;
  /** False where Gmail surely did nothing. */
  readonly mayHaveHappened: boolean;
  /** Not before this time, where Gmail said so. */
  readonly retryAt: number | undefined;

  constructor(
    failure: Failure,
    data: AppErrorData,
    options: {
      readonly mayHaveHappened?: boolean;
      readonly retryAt?: number | undefined;
      readonly cause?: unknown;
    } = {},
  ) {
    super(data, { cause: options.cause });
    this.name = 'GmailError';
    this.failure = failure;
    this.mayHaveHappened = options.mayHaveHappened ?? false;
    this.retryAt = options.retryAt;
  }
}

export function isGmailFailure(error: unknown, failure: Failure): error is GmailError {
  return error instanceof GmailError && error.failure === failure;
}

/** The parts of a GaxiosError that are read. */
interface HttpFailure {
  readonly message: string;
  /** Only errors of a request have it. */
  readonly config: unknown;
  readonly response?: {
    readonly status?: number;
    readonly headers?: { readonly get?: (name: string) => string | null };
    readonly data?: unknown;
  };
}

interface ErrorBody {
  readonly error?: {
    readonly message?: string;
    readonly errors?: readonly { readonly reason?: string }[];
    readonly details?: readonly { readonly reason?: string }[];
  };
}

const RATE_REASONS = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded', 'dailyLimitExceeded']);
const SCOPE_REASONS = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT']);
/** The connection was never made: the request cannot have reached Gmail. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** A failed request as a GmailError; anything else, such as a fault of our own, comes back as it is. */
export function asGmailError(error: unknown, now: number): unknown {
  if (error instanceof GmailError || !isHttpFailure(error)) return error;
  const { response, message } = error;
  if (response?.status === undefined) return connectionLost(error);
  const body = bodyOf(response.data);
  const reasons = [...(body.error?.errors ?? []), ...(body.error?.details ?? [])].flatMap(({ reason }) => reason ?? []);
  const text = (body.error?.message ?? message).slice(0, 500);
  const at = retryAt(response.headers?.get?.('retry-after'), text, now);
  return refused(response.status, reasons, text, at, error);
}

function isHttpFailure(error: unknown): error is HttpFailure {
  return error instanceof Error && 'config' in error;
}

function bodyOf(data: unknown): ErrorBody {
  return typeof data === 'object' && data !== null ? data : {};
}

/** The codes of an error and of what caused it, `fetch` wraps them twice. */
function codesOf(error: unknown): readonly unknown[] {
  const codes: unknown[] = [];
  for (let one = error; one instanceof Error && codes.length < 5; one = one.cause)
    codes.push('code' in one ? one.code : undefined);
  return codes;
}

/** An answer came, but it is not Gmail's: a hotel's sign-in page, half a JSON text. */
export function unreadableAnswer(isHtml: boolean): GmailError {
  return isHtml
    ? new GmailError('offline', OFFLINE, { mayHaveHappened: false })
    : new GmailError('busy', BUSY, { mayHaveHappened: true });
}

const OFFLINE: AppErrorData = {
  kind: 'offline',
  message: 'Gmail cannot be reached.',
  cure: 'Check the network; Acquaint goes on by itself as soon as it is back.',
};
const BUSY: AppErrorData = {
  kind: 'offline',
  message: 'Gmail is not well at the moment.',
  cure: 'Nothing to do: Acquaint tries again by itself.',
};

function connectionLost(cause: unknown): GmailError {
  const clock = certificateNotOfToday(cause);
  if (clock) return new GmailError('offline', clock.toData(), { mayHaveHappened: false, cause });
  const neverSent = codesOf(cause).some((code) => typeof code === 'string' && NEVER_SENT.has(code));
  return new GmailError('offline', OFFLINE, { mayHaveHappened: !neverSent, cause });
}

function refused(
  status: number,
  reasons: readonly string[],
  text: string,
  at: number | undefined,
  cause: unknown,
): GmailError {
  const has = (known: ReadonlySet<string>): boolean => reasons.some((reason) => known.has(reason));
  const data = (kind: AppErrorKind, message: string, cure: string): AppErrorData => ({ kind, message, cure });
  if (status === 401) {
    return new GmailError(
      'auth',
      data('auth-expired', 'Gmail did not accept the sign-in.', 'Connect the account again; nothing is lost.'),
      { cause },
    );
  }
  if (status === 429 || (status === 403 && has(RATE_REASONS))) {
    return new GmailError(
      'rate',
      data(
        'rate-limited',
        'Gmail asks for a pause.',
        'Nothing to do: Acquaint goes on by itself when the pause is over.',
      ),
      { retryAt: at, cause },
    );
  }
  if (status === 404) {
    return new GmailError(
      'gone',
      data('not-found', 'Gmail no longer has it.', 'It was probably deleted elsewhere; sync to see what is there now.'),
      { cause },
    );
  }
  if (status >= 500 || status === 408)
    return new GmailError('busy', BUSY, { mayHaveHappened: true, retryAt: at, cause });
  if (status === 403 && has(new Set(['accessNotConfigured', 'SERVICE_DISABLED']))) {
    return new GmailError(
      'rejected',
      data(
        'gmail-rejected',
        'The Gmail API is not switched on in your Google project.',
        'In Google Cloud’s console open “APIs & Services › Library”, choose “Gmail API”, press “Enable”, wait a minute, and connect again.',
      ),
      { cause },
    );
  }
  if (status === 403 && has(SCOPE_REASONS)) {
    return new GmailError(
      'scope',
      data(
        'auth-refused',
        'This was not allowed on Google’s sign-in page.',
        'Connect the account again and tick every box that Google shows.',
      ),
      { cause },
    );
  }
  if (status === 403 && has(new Set(['domainPolicy']))) {
    return new GmailError(
      'rejected',
      data(
        'gmail-rejected',
        'Your organisation does not let this app use Gmail.',
        'Ask the administrator of your Google Workspace to allow it.',
      ),
      { cause },
    );
  }
  return new GmailError(
    'rejected',
    data(
      'gmail-rejected',
      `Gmail refused: ${text || `error ${status}`}`,
      'Try it in Gmail itself; if it works there, this is a fault in Acquaint.',
    ),
    { cause },
  );
}
