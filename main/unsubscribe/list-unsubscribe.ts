/** The ways out that a message's headers offer: RFC 8058 one click, RFC 2369 mail or page, best first. */
import type { ListHeaders } from '#core/mail/message.ts';
import { type MailtoLetter, readMailto } from './mailto.ts';

export type WayOut =
  | { readonly method: 'one-click'; readonly url: string }
  | { readonly method: 'mailto'; readonly letter: MailtoLetter }
  | { readonly method: 'link'; readonly url: string };

/** In the order in which they should be tried; empty where there is none that can be used. */
export function waysOut(headers: ListHeaders): readonly WayOut[] {
  const urls = readUrlList(headers.listUnsubscribe ?? '');
  const pages = urls.filter((url) => isPage(url));
  const firstHttps = pages.find((url) => url.toLowerCase().startsWith('https:'));
  const letters = urls.map(readMailto).filter((letter) => letter !== undefined);
  return [
    ...(firstHttps !== undefined && mayOneClick(headers) ? [{ method: 'one-click', url: firstHttps } as const] : []),
    ...letters.slice(0, 1).map((letter) => ({ method: 'mailto', letter }) as const),
    ...pages.slice(0, 1).map((url) => ({ method: 'link', url }) as const),
  ];
}

/** The host of a way out, for the user, without the part that identifies him or her. */
export function hostOf(url: string): string {
  return new URL(url).hostname;
}

/** RFC 8058 §4: only with the exact List-Unsubscribe-Post, and a DKIM signature over both fields that is valid. */
export function mayOneClick(headers: ListHeaders): boolean {
  return headers.listUnsubscribePost?.trim() === 'List-Unsubscribe=One-Click' && obstacleOf(headers) === undefined;
}

/** Why a one-click link that is offered is not used, a sentence; undefined where it is used, or none is offered. */
export function whyNotOneClick(headers: ListHeaders): string | undefined {
  const claims = /^\s*list-unsubscribe\s*=\s*one-click\s*$/i.test(headers.listUnsubscribePost ?? '');
  const links = readUrlList(headers.listUnsubscribe ?? '').some((url) => /^https:/i.test(url) && isPage(url));
  if (!claims || !links || mayOneClick(headers)) return undefined;
  return obstacleOf(headers) ?? 'The sender offers one click, but not in the words that the standard asks for.';
}

/**
 * What speaks against believing the one-click fields.
 *
 * Whether a signature is valid only the provider can say: its Authentication-Results must pass that very domain. Without it
 * the message could be anybody's, and the click would go where he likes.
 */
function obstacleOf({ dkimSignatures, authenticationResults }: ListHeaders): string | undefined {
  const signing = (dkimSignatures ?? []).filter(
    ({ signedHeaders }) =>
      signedHeaders.includes('list-unsubscribe') && signedHeaders.includes('list-unsubscribe-post'),
  );
  const [first] = signing;
  if (!first) return 'The sender offers one click, but did not sign that offer: anybody could have written it.';
  const passed = passedDomains(authenticationResults ?? '');
  if (signing.some(({ domain }) => passed.has(domain.toLowerCase()))) return undefined;
  return `The sender offers one click, but no mail provider has confirmed the signature of ${first.domain}: the message could be anybody’s.`;
}

/** The signing domains that passed (RFC 8601 §2.7.1): `dkim=pass header.d=x` or `header.i=@x`. */
function passedDomains(results: string): ReadonlySet<string> {
  const passed = results
    .replaceAll(/\([^()]*\)/g, ' ')
    .split(';')
    .filter((result) => /(?:^|\s)dkim\s*=\s*pass(?:\s|$)/i.test(result));
  return new Set(
    passed.flatMap(
      (result) => /\bheader\.(?:d|i)\s*=\s*(?:[^\s@]*@)?([\w.-]+)/i.exec(result)?.[1]?.toLowerCase() ?? [],
    ),
  );
}

/**
 * RFC 2369 §2: URLs in angle brackets, separated by commas; white space inside is none of theirs.
 *
 * A field that begins otherwise says nothing; whatever follows a URL but a comma ends the list.
 */
export function readUrlList(field: string): readonly string[] {
  const urls: string[] = [];
  let rest = skipComments(field);
  for (;;) {
    const match = /^<([^<>]*)>/.exec(rest);
    if (!match) return urls;
    const url = (match[1] ?? '').replaceAll(/\s+/g, '');
    if (url !== '') urls.push(url);
    rest = skipComments(rest.slice(match[0].length));
    if (!rest.startsWith(',')) return urls;
    rest = skipComments(rest.slice(1));
  }
}

function skipComments(text: string): string {
  return text.replace(/^(?:\s+|\([^()]*\))+/, '');
}

function isPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
