/** Marks of list and bulk software: what a person's own mail program never writes. */
import { domainOf } from '../../mail/address.ts';
import { registrableDomain } from '../../relationship/free-mail.ts';
import { signal } from '../quote.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signals.ts';

/** Return paths that encode the recipient or a campaign (VERP), so that bounces can be counted. */
const BOUNCE_ADDRESS = /(?:bounce|bounces|return|verp|mailer|em\d+|msprvs|prvs=|[+=-][a-z0-9]{6,})/i;
/** `@news.shop.example`, `@lists.paper.example`, `leave-news-2508405s@`: addresses that only programs write from. */
const BULK_SENDER =
  /@(?:[a-z0-9-]+\.)*(?:news|newsletters?|lists?|e?mail(?:er|ing)?s?|e|em|email|response|offers?|promo(?:tions?)?|marketing|info|updates?|mktg?|campaigns?|notices?|notifications?|bounces?|reply|msg|comms?|connect|mailings?)\d?\.[a-z0-9-]+\.[a-z]{2,}(?:\.[a-z]{2,})?$|^(?:leave|unsubscribe|owner|bounce|list|news|newsletter|editor|subscriptions?|members|offers|promo|deals)[-_].*@|-(?:admin|owner|request|list|news|bounces)@/i;
const BULK_PRECEDENCE = /^(?:bulk|list|junk)$/i;
/** Text of the bulk program's own pixel: an image of one pixel, or hidden. */
const PIXEL =
  /<img\b[^>]*(?:\b(?:width|height)\s*[=:]\s*["']?[01](?:px)?\b[^>]*\b(?:width|height)\s*[=:]\s*["']?[01](?:px)?\b|display\s*:\s*none)[^>]*>/i;
/** Layout that nobody types: a table as the page, hidden preview text, a media query. */
const MARKETING_LAYOUT =
  /(?:role=["']presentation["']|@media\b|display\s*:\s*none[^>]*>[^<]{4,}|<center\b|mso-|max-width:\s*600px|width=["']600["'])/i;
const TRACKED_LINK =
  /https?:\/\/(?:click|clicks|track|tracking|trk|email|links?|go|t|e|em|url\d+|mkt|mailtrack|lnk)\.[^\s"'<>]+/i;
const HTML_LIMIT = 20_000;

/**
 * People talking on a list, as opposed to a list that only sends: its posts come from everybody's own domain.
 *
 * `List-Post: NO` says that nobody may post (RFC 2369 §3.4).
 */
function isListTalk({ headers, from, subject, to, cc }: Reading['message']): boolean {
  const listed =
    headers.listId !== undefined ||
    headers.listUnsubscribe !== undefined ||
    /^(?:list|bulk)$/i.test(headers.precedence?.trim() ?? '');
  if (!listed || /^\s*no\b/i.test(headers.listPost ?? '')) return false;
  if (headers.listPost !== undefined) return true;
  const own = registrableDomain(from.address);
  const list =
    headers.listId === undefined
      ? (/@([^>?]+)/.exec(headers.listUnsubscribe ?? '')?.[1] ??
        /\/\/([^/]+)/.exec(headers.listUnsubscribe ?? '')?.[1] ??
        '')
      : headers.listId;
  if (own === '' || list === '' || registrableDomain(`x@${list}`) === own || BULK_SENDER.test(from.address))
    return false;
  const addressed = [...to, ...cc].some(
    ({ address }) => address !== '' && registrableDomain(address) === registrableDomain(`x@${list}`),
  );
  return addressed || /^\s*(?:re|aw|antw|sv)\s*:|\[[^\]]{2,30}\]/i.test(subject);
}

/** A list whose headers were lost on the way: its name in brackets in the subject, and no owner in To or Cc. */
function isTagged({ message: { from, subject, to, cc }, ownerIn }: Reading): boolean {
  const tag = /\[([^\]]{2,30})\]/.exec(subject)?.[1]?.toLowerCase();
  if (tag === undefined || ownerIn !== 'none') return false;
  const domain = domainOf(from.address);
  return [...to, ...cc].some(
    ({ address }) => address !== '' && (domainOf(address) !== domain || address.startsWith(tag)),
  );
}

/** Kinds: `list-talk`, `list-unsubscribe`, `list-id`, `list-post`, `precedence`, `feedback-id`, `bounce-address`, `tracking-pixel`, `marketing-layout`. */
export function readListSoftware(reading: Reading): readonly Signal[] {
  const { message } = reading;
  const { headers, from } = message;
  const found: Signal[] = [];
  if (headers.listUnsubscribe !== undefined)
    found.push(signal('list-unsubscribe', 0.9, [`List-Unsubscribe: ${headers.listUnsubscribe}`.slice(0, 90)]));
  if (headers.listId !== undefined) found.push(signal('list-id', 0.9, [`List-Id: ${headers.listId}`.slice(0, 90)]));
  if (headers.listPost !== undefined) found.push(signal('list-post', 0.9, []));
  if (isListTalk(message) || isTagged(reading))
    found.push(
      signal('list-talk', 0.9, headers.listId === undefined ? [] : [`List-Id: ${headers.listId}`.slice(0, 90)]),
    );
  if (headers.precedence !== undefined && BULK_PRECEDENCE.test(headers.precedence.trim()))
    found.push(signal('precedence', 0.9, [`Precedence: ${headers.precedence}`]));
  const [marker] = headers.bulkMarkers ?? [];
  if (marker !== undefined) found.push(signal('feedback-id', 0.8, [marker.slice(0, 90)]));
  const returnPath = (headers.returnPath ?? '').replaceAll(/[<>]/g, '');
  if (returnPath !== '' && returnPath !== from.address && BOUNCE_ADDRESS.test(returnPath))
    found.push(signal('bounce-address', domainOf(returnPath) === domainOf(from.address) ? 0.6 : 0.7, []));
  if (BULK_SENDER.test(from.address)) found.push(signal('bulk-domain', 0.7, [from.address]));
  const html = message.html?.slice(0, HTML_LIMIT);
  if (html !== undefined && html !== '') {
    const tail = message.html && message.html.length > HTML_LIMIT ? message.html.slice(-2000) : '';
    if (PIXEL.test(html) || PIXEL.test(tail)) found.push(signal('tracking-pixel', 0.7, []));
    if (MARKETING_LAYOUT.test(html)) found.push(signal('marketing-layout', 0.6, []));
    if (TRACKED_LINK.test(html)) found.push(signal('tracked-link', 0.6, []));
  }
  return found;
}
