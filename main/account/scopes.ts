/** What Acquaint asks Google for, and what each is needed for. All are "restricted" scopes of Gmail. */
const GMAIL = 'https://www.googleapis.com/auth/gmail.';

/** Reads only; the account is then shown as read-only. */
export const READ_SCOPE = `${GMAIL}readonly`;
/** Reads, labels, archives, drafts, sends; deletes nothing for good. */
export const MODIFY_SCOPE = `${GMAIL}modify`;
/** Makes filters: asked for when the user first blocks somebody, not before (incremental consent). */
export const FILTER_SCOPE = `${GMAIL}settings.basic`;

export function canModify(scopes: readonly string[]): boolean {
  return scopes.includes(MODIFY_SCOPE);
}

export function canFilter(scopes: readonly string[]): boolean {
  return scopes.includes(FILTER_SCOPE);
}

/** Of those asked for, what the user did not grant. */
export function missingScopes(asked: readonly string[], granted: readonly string[]): readonly string[] {
  return asked.filter((scope) => !granted.includes(scope));
}
