/**
 * What can go wrong, as a closed union on `kind`, each with what the user can do about it.
 *
 * `bug` is our fault; every other kind is expected and has a cure. Errors cross threads and processes as plain
 * `AppErrorData` (an Error loses its fields on the way) and are thrown as `AppError`.
 */
const APP_ERROR_KINDS = [
  'offline',
  'auth-expired',
  'auth-refused',
  'no-keyring',
  'rate-limited',
  'gmail-rejected',
  'no-account',
  'not-allowed',
  'not-found',
  'invalid-input',
  'unreadable-file',
  'disk-full',
  'db-locked',
  'db-corrupt',
  'db-from-future',
  'cancelled',
  'bug',
] as const;
export type AppErrorKind = (typeof APP_ERROR_KINDS)[number];

export interface AppErrorData {
  readonly kind: AppErrorKind;
  /** What happened, a sentence for the user. */
  readonly message: string;
  /** What the user can do about it, a sentence; '' only where nothing can be done. */
  readonly cure: string;
}

export class AppError extends Error implements AppErrorData {
  readonly kind: AppErrorKind;
  readonly cure: string;

  constructor(data: AppErrorData, options?: { readonly cause?: unknown }) {
    super(data.message, options);
    this.name = 'AppError';
    this.kind = data.kind;
    this.cure = data.cure;
  }

  toData(): AppErrorData {
    return { kind: this.kind, message: this.message, cure: this.cure };
  }
}

/** Any thrown value as AppErrorData; what is not an AppError is a bug. */
export function toAppErrorData(error: unknown): AppErrorData {
  if (error instanceof AppError) return error.toData();
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'bug', message, cure: 'This is a fault in Acquaint. Your mail is safe; restarting the app may help.' };
}
