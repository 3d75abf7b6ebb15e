/** Gmail's error answers, as its error page and its answers describe them. */

export interface ErrorShape {
  readonly status: number;
  readonly reason: string;
  readonly message: string;
  readonly domain?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly details?: readonly unknown[];
}

/** An answer other than 2xx, thrown by a route. */
export class GmailAnswer extends Error {
  readonly shape: ErrorShape;

  constructor(shape: ErrorShape) {
    super(shape.message);
    this.name = 'GmailAnswer';
    this.shape = shape;
  }
}

const GRPC_STATUS: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

/** The JSON body that goes with a shape. */
export function errorBody({ status, reason, message, domain = 'global', details }: ErrorShape): unknown {
  return {
    error: {
      code: status,
      message,
      errors: [{ message, domain, reason }],
      status: GRPC_STATUS[status] ?? 'UNKNOWN',
      ...(details === undefined ? {} : { details }),
    },
  };
}

export const invalidArgument = (message: string): GmailAnswer =>
  new GmailAnswer({ status: 400, reason: 'invalidArgument', message });

export const notFound = (): GmailAnswer =>
  new GmailAnswer({ status: 404, reason: 'notFound', message: 'Requested entity was not found.' });

export const unauthenticated = (): GmailAnswer =>
  new GmailAnswer({
    status: 401,
    reason: 'authError',
    message:
      'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
    headers: { 'WWW-Authenticate': 'Bearer realm="https://accounts.google.com/", error="invalid_token"' },
  });

export const scopeMissing = (): GmailAnswer =>
  new GmailAnswer({
    status: 403,
    reason: 'insufficientPermissions',
    message: 'Request had insufficient authentication scopes.',
    headers: { 'WWW-Authenticate': 'Bearer realm="https://accounts.google.com/", error="insufficient_scope"' },
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
        domain: 'googleapis.com',
      },
    ],
  });

export const apiNotEnabled = (): GmailAnswer =>
  new GmailAnswer({
    status: 403,
    reason: 'accessNotConfigured',
    domain: 'usageLimits',
    message:
      'Gmail API has not been used in project 123456789 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/gmail.googleapis.com/overview?project=123456789 then retry.',
    details: [
      { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'SERVICE_DISABLED', domain: 'googleapis.com' },
    ],
  });

export const quotaExceeded = (): GmailAnswer =>
  new GmailAnswer({
    status: 429,
    reason: 'rateLimitExceeded',
    domain: 'usageLimits',
    message:
      "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user' of service 'gmail.googleapis.com'.",
  });

export const tooManyAtOnce = (): GmailAnswer =>
  new GmailAnswer({
    status: 429,
    reason: 'rateLimitExceeded',
    domain: 'usageLimits',
    message: 'Too many concurrent requests for user',
  });
