/**
 * The pictures that a message brings for its own HTML: parts of multipart/related that it names by `cid:` (RFC 2387, RFC 2392).
 *
 * Kept with the message, since its source may be gone tomorrow, and within bounds, since a mailbox has many. What the HTML
 * does not name is an attachment: it stays in the source.
 */
import type { Attachment as MimeAttachment } from 'postal-mime';
import { contentIdOf, contentIdOfUrl } from '#core/mail/content-id.ts';
import type { Picture } from '#core/mail/message.ts';
import { pictureType } from '#core/mail/picture-type.ts';
import type { CutPart } from './lean-source.ts';

const MAX_PICTURE_BYTES = 2 * 1024 * 1024;
const MAX_ALL_BYTES = 4 * 1024 * 1024;
const MAX_PICTURES = 60;

const KEPT_TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** `cutOf` says what was taken out of a part before it was parsed. In the order of the parts; each id once. */
export function inlinePictures(
  html: string,
  parts: readonly MimeAttachment[],
  cutOf: (part: MimeAttachment) => CutPart | undefined,
): readonly Picture[] {
  const wanted = contentIdsIn(html);
  const pictures: Picture[] = [];
  let room = MAX_ALL_BYTES;
  for (const part of parts) {
    const contentId = contentIdOf(part.contentId);
    if (contentId === undefined || !wanted.has(contentId) || pictures.length === MAX_PICTURES) continue;
    const bytes = contentOf(part, cutOf(part), Math.min(room, MAX_PICTURE_BYTES));
    const type = bytes === undefined ? undefined : pictureType(bytes);
    if (bytes === undefined || type === undefined || !KEPT_TYPES.has(type)) continue;
    wanted.delete(contentId);
    room -= bytes.length;
    pictures.push({ contentId, type, bytes });
  }
  return pictures;
}

/** Looked for in the text of the HTML: a name too many costs nothing. */
function contentIdsIn(html: string): Set<string> {
  const ids = new Set<string>();
  for (const [url] of html.matchAll(/\bcid:[^"'\s<>)]{1,500}/gi)) {
    const id = contentIdOfUrl(url.replaceAll('&amp;', '&'));
    if (id !== undefined) ids.add(id);
  }
  return ids;
}

/** In a buffer of its own, so that it can be handed to another thread; undefined where it is longer than `limit`. */
function contentOf(
  { content }: MimeAttachment,
  cut: CutPart | undefined,
  limit: number,
): Uint8Array<ArrayBuffer> | undefined {
  if (cut !== undefined) {
    if (cut.sizeBytes > limit) return undefined;
    return new Uint8Array(Buffer.from(Buffer.from(cut.base64).toString('latin1'), 'base64'));
  }
  if (typeof content === 'string' || content.byteLength > limit) return undefined;
  return new Uint8Array(content instanceof ArrayBuffer ? content.slice(0) : content);
}
