/**
 * A message taken apart the way `format=full` shows it.
 *
 * Deliberately not the app's own MIME reader: a server that read mail by the code under test would agree with its faults.
 */
import type { gmail_v1 } from '@googleapis/gmail';

export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** Splits header from body at the first empty line; both kinds of line ends. */
export function splitMessage(raw: Buffer): { readonly head: string; readonly body: Buffer } {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  if (crlf === -1 && lf === -1) return { head: raw.toString('latin1'), body: Buffer.alloc(0) };
  if (crlf !== -1 && (lf === -1 || crlf < lf))
    return { head: raw.subarray(0, crlf).toString('latin1'), body: raw.subarray(crlf + 4) };
  return { head: raw.subarray(0, lf).toString('latin1'), body: raw.subarray(lf + 2) };
}

/** Header fields in order, unfolded, octets as UTF-8. */
export function readHeaderFields(head: string): HeaderField[] {
  const fields: { name: string; value: string }[] = [];
  for (const line of head.split(/\r?\n/)) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last) last.value += ` ${line.trim()}`;
    else {
      const colon = line.indexOf(':');
      if (colon > 0) fields.push({ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() });
    }
  }
  return fields.map(({ name, value }) => ({ name, value: Buffer.from(value, 'latin1').toString('utf8') }));
}

/** The first field of that name; '' where there is none. */
export function headerOf(fields: readonly HeaderField[], name: string): string {
  const wanted = name.toLowerCase();
  return fields.find((field) => field.name.toLowerCase() === wanted)?.value ?? '';
}

function parameterOf(value: string, name: string): string {
  const match = new RegExp(`;\\s*${name}\\*?=(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(value);
  return match?.[1] ?? match?.[2] ?? '';
}

function decodeBody(body: Buffer, encoding: string): Buffer {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body.toString('latin1'), 'base64');
    case 'quoted-printable':
      return Buffer.from(
        body
          .toString('latin1')
          .replace(/=\r?\n/g, '')
          .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      );
    default:
      return body;
  }
}

function splitParts(body: Buffer, boundary: string): Buffer[] {
  const text = body.toString('latin1');
  const pieces = text.split(
    new RegExp(`(?:^|\\r?\\n)--${boundary.replace(/[^\w]/g, '\\$&')}(?:--)?[ \\t]*(?:\\r?\\n|$)`),
  );
  return pieces.slice(1, pieces.length > 2 ? -1 : undefined).map((piece) => Buffer.from(piece, 'latin1'));
}

/** Attachments of one message by the id that `format=full` gave them. */
export type AttachmentBytes = Map<string, Buffer>;

/** The `payload` of `format=full`; bodies of attachments go into `attachments`. */
export function readPayload(
  raw: Buffer,
  attachments: AttachmentBytes,
  partId = '',
  depth = 0,
): gmail_v1.Schema$MessagePart {
  const { head, body } = splitMessage(raw);
  const headers = readHeaderFields(head);
  const type = headerOf(headers, 'Content-Type') || 'text/plain';
  const mimeType = (type.split(';')[0] ?? 'text/plain').trim().toLowerCase();
  const filename = parameterOf(headerOf(headers, 'Content-Disposition'), 'filename') || parameterOf(type, 'name');
  const boundary = parameterOf(type, 'boundary');
  if (mimeType.startsWith('multipart/') && boundary && depth < 20) {
    const parts = splitParts(body, boundary).map((part, index) =>
      readPayload(part, attachments, partId === '' ? String(index) : `${partId}.${index}`, depth + 1),
    );
    return { partId, mimeType, filename: '', headers, body: { size: 0 }, parts };
  }
  const bytes = decodeBody(body, headerOf(headers, 'Content-Transfer-Encoding'));
  if (filename) {
    const attachmentId = `ANGjdJ-${partId || 'body'}-${bytes.length}`;
    attachments.set(attachmentId, bytes);
    return { partId, mimeType, filename, headers, body: { attachmentId, size: bytes.length } };
  }
  return { partId, mimeType, filename: '', headers, body: { size: bytes.length, data: bytes.toString('base64url') } };
}

/** The first plain text of the message, else its HTML without tags. */
function firstText(part: gmail_v1.Schema$MessagePart, mimeType: string): string | undefined {
  if (part.mimeType === mimeType && part.body?.data) return Buffer.from(part.body.data, 'base64url').toString('utf8');
  for (const child of part.parts ?? []) {
    const text = firstText(child, mimeType);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The HTML-escaped first words, as Gmail shows them. */
export function snippetOf(payload: gmail_v1.Schema$MessagePart): string {
  const text = firstText(payload, 'text/plain') ?? firstText(payload, 'text/html')?.replace(/<[^>]*>/g, ' ') ?? '';
  const line = text.replace(/\s+/g, ' ').trim().slice(0, 200);
  return line
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
