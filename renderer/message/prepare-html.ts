/**
 * Hostile HTML made fit to be shown in a frame without scripts, same origin or network.
 *
 * Four layers, each of which holds alone (tests/renderer/message/prepare-html.test.ts): DOMPurify takes out what runs;
 * here everything that fetches is taken out; the document's own CSP forbids both; the frame is sandboxed. The main process
 * denies the network as a fifth.
 */
import createDOMPurify from 'dompurify';
import { contentIdOfUrl } from '#core/mail/content-id.ts';
import { cleanCss } from './clean-css.ts';
import { readLink } from './read-link.ts';

export interface MailLink {
  readonly href: string;
  readonly text: string;
}

export interface PreparedHtml {
  /** A whole document for `srcdoc`. */
  readonly document: string;
  readonly links: readonly MailLink[];
  /** Remote images left out, each once, in order. */
  readonly remoteImages: readonly string[];
  /** Images so small that they are there to report that the mail was opened; never loaded. */
  readonly trackerCount: number;
  /** The message's own pictures that are not among those given, each once. */
  readonly missingPictures: readonly string[];
}

/** What may be put in place of the images of a message, as data: URLs. */
interface KnownImages {
  /** Those that the user let in, by their address; null where one could not be had. */
  readonly remote?: Readonly<Record<string, string | null>>;
  /** What the message itself brings, by Content-ID. */
  readonly own?: Readonly<Record<string, string>>;
}

export const FRAME_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-src 'none'";

const FORBIDDEN_TAGS =
  'form input button select option textarea label fieldset dialog output datalist video audio source track picture map area svg math canvas base link meta title object embed iframe frame frameset portal template slot'.split(
    ' ',
  );
const FORBIDDEN_ATTRIBUTES =
  'srcset poster background ping action formaction target download usemap lowsrc dynsrc longdesc cite manifest profile codebase classid data is slot popover accesskey autofocus contenteditable tabindex draggable'.split(
    ' ',
  );

export function prepareHtml(html: string, images: KnownImages = {}): PreparedHtml {
  const purify = createDOMPurify(window);
  const clean = purify.sanitize(html, {
    FORBID_TAGS: FORBIDDEN_TAGS,
    FORBID_ATTR: FORBIDDEN_ATTRIBUTES,
    ADD_TAGS: ['style'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    FORCE_BODY: true,
    USE_PROFILES: { html: true },
  });
  // A document without a window: nothing in it loads or runs. Without the tag a leading style would go into the head.
  const { body } = new DOMParser().parseFromString(`<body>${clean}`, 'text/html');
  for (const style of body.querySelectorAll('style')) style.textContent = cleanCss(style.textContent);
  for (const element of body.querySelectorAll('[style]'))
    element.setAttribute('style', cleanCss(element.getAttribute('style') ?? ''));
  const pictures = settleImages(body, images);
  const links = settleLinks(body);
  return { document: frameDocument(body.innerHTML), links, ...pictures };
}

function settleImages(
  body: Element,
  images: KnownImages,
): Pick<PreparedHtml, 'remoteImages' | 'trackerCount' | 'missingPictures'> {
  const remote = new Set<string>();
  const missing = new Set<string>();
  let trackerCount = 0;
  for (const element of body.querySelectorAll('[src]')) {
    const source = (element.getAttribute('src') ?? '').trim();
    if (element.localName === 'img' && /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp)[;,]/i.test(source)) continue;
    element.removeAttribute('src');
    const contentId = element.localName === 'img' ? contentIdOfUrl(source) : undefined;
    if (contentId !== undefined) {
      const picture = images.own?.[contentId];
      if (picture?.startsWith('data:image/') === true) element.setAttribute('src', picture);
      else missing.add(contentId);
      continue;
    }
    const address = element.localName === 'img' ? remoteAddress(source) : undefined;
    if (address === undefined) continue;
    if (isTracker(element)) {
      trackerCount += 1;
      element.remove();
      continue;
    }
    remote.add(address);
    const loaded = images.remote?.[address];
    if (loaded?.startsWith('data:image/')) element.setAttribute('src', loaded);
  }
  return { remoteImages: [...remote], trackerCount, missingPictures: [...missing] };
}

function remoteAddress(source: string): string | undefined {
  const absolute = source.startsWith('//') ? `https:${source}` : source;
  return /^https?:\/\//i.test(absolute) && URL.canParse(absolute) ? new URL(absolute).href : undefined;
}

function isTracker(image: Element): boolean {
  const style = image.getAttribute('style') ?? '';
  const tiny = (name: 'width' | 'height') => {
    const written =
      image.getAttribute(name) ?? new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([\\d.]+)px`, 'i').exec(style)?.[1];
    return written !== undefined && Number.parseFloat(written) <= 2;
  };
  return tiny('width') && tiny('height');
}

/** Links that lead nowhere safe lose their target; the others say on hover where they lead. */
function settleLinks(body: Element): readonly MailLink[] {
  const links: MailLink[] = [];
  for (const element of body.querySelectorAll('[href]')) {
    const href = element.getAttribute('href') ?? '';
    const text = (element.textContent.trim() || (element.querySelector('img')?.getAttribute('alt') ?? '')).slice(
      0,
      300,
    );
    const target = element.localName === 'a' ? readLink(href, text) : undefined;
    if (target === undefined) {
      element.removeAttribute('href');
      continue;
    }
    element.setAttribute('href', target.url);
    element.setAttribute('title', `Leads to ${target.place}`);
    links.push({ href: target.url, text });
  }
  return links;
}

/** Mail is written for white paper: it gets it in the dark theme too. */
function frameDocument(body: string): string {
  return `<!doctype html><html lang=""><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${FRAME_CSP}"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light"><style>
html{background:#fff;color:#1a1c1a}
body{margin:16px 20px;font:14px/1.5 system-ui,sans-serif;overflow-wrap:break-word}
img{max-width:100%;height:auto}
img:not([src]){min-width:16px;min-height:16px;background:#f1f1ee;outline:1px dashed #cfcfc8;outline-offset:-1px;color:#666a64;font-size:12px}
table{max-width:100%}
pre{white-space:pre-wrap}
</style></head><body>${body}</body></html>`;
}
