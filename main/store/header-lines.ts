/** The header fields that a verdict can quote, as lines. */
import type { ListHeaders } from '#core/mail/message.ts';

const NAMES = {
  listId: 'List-Id',
  listUnsubscribe: 'List-Unsubscribe',
  listUnsubscribePost: 'List-Unsubscribe-Post',
  listPost: 'List-Post',
  precedence: 'Precedence',
  autoSubmitted: 'Auto-Submitted',
  autoResponseSuppress: 'X-Auto-Response-Suppress',
  returnPath: 'Return-Path',
  authenticationResults: 'Authentication-Results',
  mailer: 'X-Mailer',
} as const satisfies Partial<Record<keyof ListHeaders, string>>;

export function headerLines(headers: ListHeaders): readonly string[] {
  const lines = Object.entries(NAMES).flatMap(([field, name]) => {
    const value = headers[field as keyof typeof NAMES];
    return value === undefined ? [] : [`${name}: ${value}`];
  });
  const signatures = (headers.dkimSignatures ?? []).map(
    ({ domain, signedHeaders }) => `DKIM-Signature: d=${domain}; h=${signedHeaders.join(':')}`,
  );
  return [...lines, ...signatures, ...(headers.bulkMarkers ?? [])];
}
