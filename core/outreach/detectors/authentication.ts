/** What the user's own provider says of the sender (RFC 8601); nothing is concluded from its silence. */
import { signal } from '../quote.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signals.ts';

/** Kind: `fails-authentication`, only on the provider's own word (RFC 8601). */
export function readAuthentication({ message }: Reading): readonly Signal[] {
  const results = message.headers.authenticationResults ?? '';
  if (
    !/\bdmarc=fail\b/i.test(results) &&
    !(/\bspf=(?:fail|softfail)\b/i.test(results) && !/\bdkim=pass\b/i.test(results))
  )
    return [];
  const quote = /\b(?:dmarc|spf|dkim)=(?:fail|softfail)\b/i.exec(results)?.[0] ?? '';
  return [signal('fails-authentication', /\bdmarc=fail\b/i.test(results) ? 0.9 : 0.6, [quote])];
}
