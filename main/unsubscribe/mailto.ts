/** `mailto:` URLs (RFC 6068) of strangers: recipient, subject and text are taken, everything else is ignored. */

export interface MailtoLetter {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

const LONGEST_SUBJECT = 200;
const LONGEST_BODY = 2000;

/**
 * Undefined where it is none, or goes to anybody but one plain address.
 *
 * Cc, Bcc, attachments and threading are never taken: a list must not be able to make the user write to others or send a
 * file ("Mailto: Me Your Secrets", Müller et al. 2020).
 */
export function readMailto(url: string): MailtoLetter | undefined {
  if (!/^mailto:/i.test(url)) return undefined;
  const [recipient = '', query = ''] = splitOnce(url.slice('mailto:'.length), '?');
  const to = decoded(recipient)?.trim().toLowerCase();
  if (to === undefined || !/^[^\s@<>,;:"\\]+@[^\s@<>,;:"\\]+$/.test(to)) return undefined;
  const fields = new Map<string, string>();
  for (const pair of query.split(/&(?:amp;)?/)) {
    const [name = '', value = ''] = splitOnce(pair, '=');
    const key = name.toLowerCase();
    if (!fields.has(key)) fields.set(key, decoded(value) ?? '');
  }
  return {
    to,
    subject: (fields.get('subject') ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_SUBJECT) || 'unsubscribe',
    body: (fields.get('body') ?? '').trim().slice(0, LONGEST_BODY),
  };
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** A `+` is a plus sign here (RFC 6068 §5), not a space. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
