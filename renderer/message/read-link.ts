/**
 * Where a link really leads, and what is odd about it: shown before anything is opened.
 *
 * Checks after Nextcloud Mail's LinkCheck (text and target name different hosts) and beyond it: registrable domains, user
 * information before the host, look-alike alphabets, bare addresses, hidden characters.
 */
import { registrableDomain } from '#core/relationship/free-mail.ts';

export interface LinkTarget {
  /** What is opened: the link as the system's URL parser writes it. */
  readonly url: string;
  readonly scheme: 'http' | 'https' | 'mailto';
  /** Host, or for mailto the address. A host in other alphabets is in its xn-- form. */
  readonly place: string;
  /** The part of the host that somebody had to register; the host itself where there is none. */
  readonly domain: string;
  readonly warnings: readonly string[];
}

/** Undefined where the link leads nowhere that may be opened: scripts, files, anything but web and mail. */
export function readLink(href: string, text: string): LinkTarget | undefined {
  const url = parse(href);
  if (url === undefined) return undefined;
  if (url.protocol === 'mailto:') return readMailto(url);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (url.hostname === '') return undefined;
  const scheme = url.protocol === 'https:' ? 'https' : 'http';
  const domain = domainOfHost(url.hostname);
  return { url: url.href, scheme, place: url.host, domain, warnings: oddities(url, domain, text) };
}

function parse(href: string): URL | undefined {
  const trimmed = href.trim();
  const absolute = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
  return URL.canParse(absolute) ? new URL(absolute) : undefined;
}

function oddities(url: URL, domain: string, text: string): readonly string[] {
  const warnings: string[] = [];
  const claimed = hostInText(text);
  if (claimed !== undefined && domainOfHost(claimed) !== domain) {
    warnings.push(`The text says ${claimed}, but the link leads to ${url.hostname}.`);
  }
  if (url.username !== '' || url.password !== '') {
    warnings.push(`What stands before the @ is not where it leads: the site is ${url.hostname}.`);
  }
  if (/(?:^|\.)xn--/.test(url.hostname)) {
    warnings.push('The name of the site is written in letters of another alphabet, which can look like ordinary ones.');
  }
  if (/^\[|^\d{1,3}(?:\.\d{1,3}){3}$/.test(url.hostname))
    warnings.push('It leads to a bare network address, not to a named site.');
  if (url.port !== '') warnings.push(`It uses an unusual port (${url.port}).`);
  if (HIDDEN.test(text))
    warnings.push('The text of the link holds invisible characters or changes the writing direction.');
  if (url.protocol === 'http:') warnings.push('The connection would not be encrypted.');
  return warnings;
}

/** Zero-width and bidirectional control characters (Unicode UAX #9, UTR #36). */
const HIDDEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]/;

/** The host that the text of a link claims, where the text looks like an address of a site. */
function hostInText(text: string): string | undefined {
  const bare = text
    .replace(new RegExp(HIDDEN, 'g'), '')
    .trim()
    .replace(/^[<("'“‘«\s]+|[>)"'”’».,;:\s]+$/g, '');
  if (bare === '' || /\s/.test(bare) || bare.includes('@')) return undefined;
  const withScheme = /^https?:\/\//i.test(bare) ? bare : `https://${bare}`;
  if (!URL.canParse(withScheme)) return undefined;
  const { hostname } = new URL(withScheme);
  return /\.[a-z][a-z0-9-]+$/i.test(hostname) ? hostname : undefined;
}

function domainOfHost(host: string): string {
  return registrableDomain(`@${host}`) || host;
}

/** Only whom to write to and about what: `attach` and other fields that a mail program might obey are left out (RFC 6068 §4). */
function readMailto(url: URL): LinkTarget | undefined {
  const address = decode(url.pathname);
  if (address === undefined || !/^[^\s@<>]+@[^\s@<>]+$/.test(address)) return undefined;
  const kept = new URLSearchParams();
  for (const name of ['subject', 'body']) {
    const value = url.searchParams.get(name);
    if (value !== null) kept.set(name, value.replace(/[\r\n]+/g, name === 'body' ? '\n' : ' '));
  }
  const query = kept.toString().replaceAll('+', '%20');
  return {
    url: `mailto:${encodeURIComponent(address).replace('%40', '@')}${query === '' ? '' : `?${query}`}`,
    scheme: 'mailto',
    place: address,
    domain: registrableDomain(address),
    warnings: [],
  };
}

function decode(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}
