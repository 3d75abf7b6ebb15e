/**
 * How the HTML of a message names another part of it: `cid:` and the part's Content-ID (RFC 2392 §2).
 *
 * Ids are compared without angle brackets; in the URL they may be percent-encoded.
 */

/** `<logo@x.example>` → `logo@x.example`; undefined where there is none. */
export function contentIdOf(written: string | undefined): string | undefined {
  const id = (written ?? '').trim().replace(/^<|>$/g, '');
  return id === '' ? undefined : id;
}

/** `cid:logo%40x.example` → `logo@x.example`; undefined for any other URL. */
export function contentIdOfUrl(url: string): string | undefined {
  const [, written = ''] = /^\s*cid:(.*?)\s*$/is.exec(url) ?? [];
  if (written === '') return undefined;
  try {
    return contentIdOf(decodeURIComponent(written));
  } catch {
    // A lone percent sign: written as it stands.
    return contentIdOf(written);
  }
}
