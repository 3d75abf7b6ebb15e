/**
 * Which links the system may be asked to open, and in what form.
 *
 * `shell.openExternal` starts whatever program is registered for a scheme: `file:`, `smb:`, `ms-msdt:`, `search-ms:` and
 * their like run code or give away credentials. So: http, https and mailto, parsed, and passed on only as the parser
 * writes them, never as they came.
 */
import { isSendableAddress } from '#core/boundary/header-field.ts';

/** As long as the contract lets a link be; Windows itself refuses those above 2,081 characters. */
const MAX_LENGTH = 8192;

/** The link in the form in which it may be opened; undefined where it may not. */
export function externalTarget(link: string): string | undefined {
  // The parser silently drops line breaks and tabs: a link that has them was not written to be read.
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(link) || !URL.canParse(link)) return undefined;
  const url = new URL(link);
  const target = url.protocol === 'mailto:' ? mailtoTarget(url) : webTarget(url);
  return target !== undefined && target.length <= MAX_LENGTH ? target : undefined;
}

function webTarget(url: URL): string | undefined {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  // `https://bank.example@thief.example/`: what stands before the @ only serves to deceive.
  url.username = '';
  url.password = '';
  return url.hostname === '' ? undefined : url.href;
}

/** RFC 6068: one address, subject and body. `attach`, `cc`, `bcc` and headers that a mail program might obey are dropped. */
function mailtoTarget(url: URL): string | undefined {
  const address = decoded(url.pathname)?.trim();
  if (address === undefined || !isSendableAddress(address)) return undefined;
  // A plus is a plus in a mailto, where a form's address has a space.
  const given = new URLSearchParams(url.search.replaceAll('+', '%2B'));
  const fields = ['subject', 'body'].flatMap((name) => {
    const value = given.get(name);
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  const query = fields.length === 0 ? '' : `?${fields.join('&')}`;
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}${query}`;
}

function decoded(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}
