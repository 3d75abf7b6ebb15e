/** What can be offered to leave: one click (RFC 8058), a mail (RFC 2369), a link, or nothing. */
import type { UnsubscribeMethod } from '../../triage/vocabulary.ts';
import { fold } from '../fold.ts';
import type { Reading } from '../reading.ts';

/** Words of a way out, folded; a link must stand near them. */
const WAY_OUT =
  /(?:unsubscribe|unsub\b|opt[ -]?out|preferences|no longer (?:wish|want)|stop receiving|to (?:stop|leave|opt out)|stop these|leave (?:the|this) (?:list|flock|group)|don't want (?:these|this|to (?:receive|hear|get))|abmelden|abbestellen|austragen|abmeldung|desabonner|desinscri|desabonne|darse? de baja|\bbaja\b|cancelar|no deseas|afmelden|uitschrijven|disiscri|annulla|cancella)/;
const ADDRESS = /[a-z0-9._+-]+@[a-z0-9.-]+\.[a-z]{2,}/;
const LINK = /https?:\/\/[^\s"'<>]+/;

/** URIs of a List-Unsubscribe field, in order; a field that starts otherwise is ignored (RFC 2369 §2). */
export function unsubscribeUris(field: string): readonly string[] {
  return [...field.matchAll(/<\s*([^<>]*?)\s*>/g)]
    .map(([, uri]) => (uri ?? '').replaceAll(/\s+/g, ''))
    .filter((uri) => uri !== '');
}

/**
 * One click needs an https URI, `List-Unsubscribe=One-Click`, and one DKIM signature over both fields (RFC 8058 §3, §4).
 *
 * Whether that signature verified is the provider's to say (Authentication-Results); only an outright `dkim=fail` is held
 * against it, as a missing field proves nothing.
 */
export function readUnsubscribe({ message, owner }: Reading): UnsubscribeMethod {
  const { listUnsubscribe, listUnsubscribePost, dkimSignatures, authenticationResults } = message.headers;
  const uris = listUnsubscribe === undefined ? [] : unsubscribeUris(listUnsubscribe);
  const https = uris.some((uri) => /^https:\/\//i.test(uri));
  const oneClick = /^\s*list-unsubscribe\s*=\s*one-click\s*$/i.test(listUnsubscribePost ?? '');
  const signed = (dkimSignatures ?? []).some(
    ({ signedHeaders }) =>
      signedHeaders.includes('list-unsubscribe') && signedHeaders.includes('list-unsubscribe-post'),
  );
  const failed =
    /\bdkim=(?:fail|permerror)\b/i.test(authenticationResults ?? '') &&
    !/\bdkim=pass\b/i.test(authenticationResults ?? '');
  if (https && oneClick && signed && !failed) return 'one-click';
  if (uris.some((uri) => /^mailto:/i.test(uri))) return 'mailto';
  if (uris.some((uri) => /^https?:\/\//i.test(uri))) return 'link';
  return wayOutInText(message.text, owner.addresses, message.from.address)?.method ?? inHtml(message.html) ?? 'none';
}

/** An address to write to (lower-cased), or a link, on the lines about leaving; the end of the text first. */
export function wayOutInText(
  text: string,
  ownAddresses: readonly string[],
  sender: string,
): { readonly method: 'link' } | { readonly method: 'mailto'; readonly address: string } | undefined {
  const lines = fold(text.slice(-3000)).split('\n');
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index] ?? '';
    if (!WAY_OUT.test(line)) continue;
    const near = `${line}\n${lines[index + 1] ?? ''}`;
    if (LINK.test(near)) return { method: 'link' };
    const address = ADDRESS.exec(near)?.[0];
    if (
      address !== undefined &&
      !ownAddresses.includes(address) &&
      (address !== sender || /\b(?:email|mail|write|schreiben|mail an|ecri)/.test(line))
    )
      return { method: 'mailto', address };
  }
  return undefined;
}

function inHtml(html: string | undefined): UnsubscribeMethod | undefined {
  if (html === undefined) return undefined;
  const folded = fold(html.slice(-8000));
  for (const match of folded.matchAll(/<a\b[^>]*href\s*=\s*["']?([^"'\s>]+)[^>]*>([^<]{0,120})/g)) {
    const [, href, words] = match;
    const before = folded.slice(Math.max(0, match.index - 80), match.index);
    if (!WAY_OUT.test(`${words ?? ''} ${href ?? ''}`) && !WAY_OUT.test(before.replaceAll(/<[^>]*>/g, ' '))) continue;
    if (href?.startsWith('mailto:')) return 'mailto';
    if (href?.startsWith('http')) return 'link';
  }
  return undefined;
}
