/** Marks of list and bulk software: what a person's own mail program never writes. */
import { domainOf } from '../../mail/address.ts';
import { signal } from '../quote.ts';
import { type Reading } from '../reading.ts';
import type { Signal } from '../signals.ts';

/** Return paths that encode the recipient or a campaign (VERP), so that bounces can be counted. */
const BOUNCE_ADDRESS = /(?:bounce|bounces|return|verp|mailer|em\d+|msprvs|prvs=|[+=-][a-z0-9]{6,})/i;
const BULK_PRECEDENCE = /^(?:bulk|list|junk)$/i;
/** Text of the bulk program's own pixel: an image of one pixel, or hidden. */
const PIXEL =
  /<img\b[^>]*(?:\b(?:width|height)\s*[=:]\s*["']?[01](?:px)?\b[^>]*\b(?:width|height)\s*[=:]\s*["']?[01](?:px)?\b|display\s*:\s*none)[^>]*>/i;
/** Layout that nobody types: a table as the page, hidden preview text, a media query. */
const MARKETING_LAYOUT = /(?:role=["']presentation["']|@media\b|display\s*:\s*none[^>]*>[^<]{4,}|<center\b|mso-|max-width:\s*600px|width=["']600["'])/i;
const TRACKED_LINK = /https?:\/\/(?:click|clicks|track|tracking|trk|email|links?|go|t|e|em|url\d+|mkt|mailtrack|lnk)\.[^\s"'<>]+/i;
const HTML_LIMIT = 20_000;

/** Kinds: `list-unsubscribe`, `list-id`, `list-post`, `precedence`, `feedback-id`, `bounce-address`, `tracking-pixel`, `marketing-layout`. */
export function readListSoftware({ message }: Reading): readonly Signal[] {
  const { headers, from } = message;
  const found: Signal[] = [];
  if (headers.listUnsubscribe !== undefined) found.push(signal('list-unsubscribe', 0.9, [`List-Unsubscribe: ${headers.listUnsubscribe}`.slice(0, 90)]));
  if (headers.listId !== undefined) found.push(signal('list-id', 0.9, [`List-Id: ${headers.listId}`.slice(0, 90)]));
  if (headers.listPost !== undefined) found.push(signal('list-post', 0.9, []));
  if (headers.precedence !== undefined && BULK_PRECEDENCE.test(headers.precedence.trim()))
    found.push(signal('precedence', 0.9, [`Precedence: ${headers.precedence}`]));
  const [marker] = headers.bulkMarkers ?? [];
  if (marker !== undefined) found.push(signal('feedback-id', 0.8, [marker.slice(0, 90)]));
  const returnPath = (headers.returnPath ?? '').replaceAll(/[<>]/g, '');
  if (returnPath !== '' && returnPath !== from.address && BOUNCE_ADDRESS.test(returnPath))
    found.push(signal('bounce-address', domainOf(returnPath) === domainOf(from.address) ? 0.6 : 0.7, []));
  const html = message.html?.slice(0, HTML_LIMIT);
  if (html !== undefined && html !== '') {
    const tail = message.html && message.html.length > HTML_LIMIT ? message.html.slice(-2000) : '';
    if (PIXEL.test(html) || PIXEL.test(tail)) found.push(signal('tracking-pixel', 0.7, []));
    if (MARKETING_LAYOUT.test(html)) found.push(signal('marketing-layout', 0.6, []));
    if (TRACKED_LINK.test(html)) found.push(signal('tracked-link', 0.6, []));
  }
  return found;
}
