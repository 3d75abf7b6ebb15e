/**
 * Which file a request for `app://acquaint/…` means, and with which headers it is answered.
 *
 * The window is served by this scheme and not from `file:`, because a `file:` page may read other files. The answer to
 * anything but a known type of file inside the window's folder is undefined.
 */
import path from 'node:path';

export const APP_SCHEME = 'app';
const APP_HOST = 'acquaint';
const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const START_PAGE = `${APP_ORIGIN}/index.html`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface AppFile {
  readonly file: string;
  readonly type: string;
}

/** The file under `rootDir` (absolute) that `url` asks for; undefined where it asks for anything else. */
export function appFile(url: string, rootDir: string): AppFile | undefined {
  if (!isAppUrl(url)) return undefined;
  const pathname = decoded(new URL(url).pathname);
  // A backslash is a separator on Windows and a colon names a drive or an alternate stream there; our files have neither.
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (pathname === undefined || /[\u0000-\u001f\\:]/.test(pathname)) return undefined;
  const file = path.resolve(rootDir, `.${pathname}`);
  const type = TYPES[path.extname(file).toLowerCase()];
  return type !== undefined && file.startsWith(rootDir + path.sep) ? { file, type } : undefined;
}

/** Whether a URL belongs to the window's own pages: parsed, never compared by its beginning. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${APP_SCHEME}:` && host === APP_HOST && username === '' && password === '';
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/**
 * What the window's page may do (Content Security Policy, level 3). A mail frame (`srcdoc`) inherits it.
 *
 * Inline styles are allowed: libraries that place menus write them, and mail is full of them. Nothing runs but our own files.
 * Frames may *ask* for pages, so that a click on a link in a message is heard (navigation.ts) instead of replacing the message
 * by an error page: Chromium checks `frame-src` before it tells anybody. None of them is ever loaded.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self' data: http: https: mailto:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

/** Headers of every answer, the refusing ones too. */
export const APP_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
