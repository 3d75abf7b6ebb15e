/**
 * The header block of a raw message: bytes → fields.
 *
 * Own code beside the MIME parser's, because real mail has raw 8-bit headers in the sender's own charset, which the parser
 * reads as broken UTF-8 and so loses, and because the fields are wanted even where the parser gives up.
 */
import type { HeaderField } from '#core/mail/header-field.ts';
import { decoderOf } from './charset.ts';

export interface HeaderBlock {
  readonly fields: readonly HeaderField[];
  /** Offset of the first octet of the body. */
  readonly bodyStart: number;
  readonly defects: readonly string[];
}

/** A value longer than this is cut: nothing that is read needs more, a mailbox with 2 MB headers must stay small. */
const MAX_VALUE_LENGTH = 512 * 1024;
const LF = 0x0a;
const CR = 0x0d;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads up to the first empty line. A byte order mark, a `From ` line and lines without a colon are skipped. */
export function readHeaderBlock(source: Uint8Array): HeaderBlock {
  const { text, bodyStart, defects } = headerText(source);
  const fields: HeaderField[] = [];
  let name = '';
  let parts: string[] = [];
  let length = 0;
  const close = (): void => {
    if (name !== '') fields.push({ name, value: parts.join('').trim() });
  };
  for (const line of text.split(/\r?\n|\r/)) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      length += line.length;
      if (length <= MAX_VALUE_LENGTH) parts.push(line);
      continue;
    }
    const colon = line.indexOf(':');
    const written = colon < 1 ? '' : line.slice(0, colon).trimEnd().toLowerCase();
    if (!/^[!-9;-~]+$/.test(written)) continue;
    close();
    name = written;
    const value = line.slice(colon + 1);
    length = value.length;
    parts = [value.slice(0, MAX_VALUE_LENGTH)];
  }
  close();
  return { fields, bodyStart, defects };
}

function headerText(source: Uint8Array): { text: string; bodyStart: number; defects: readonly string[] } {
  const start = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf ? 3 : 0;
  const { end, bodyStart } = headerEnd(source, start);
  const bytes = source.subarray(start, end);
  try {
    return { text: strictUtf8.decode(bytes), bodyStart, defects: [] };
  } catch {
    const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const declared = /charset\s*=\s*"?([^\s";]+)/i.exec(latin)?.[1];
    const { decoder, label } = decoderOf(
      declared === undefined || /^utf-?8$/i.test(declared) ? 'windows-1252' : declared,
    );
    return { text: decoder.decode(bytes), bodyStart, defects: [`8-bit characters in the headers, read as ${label}`] };
  }
}

/** Where the empty line is that ends the headers; the whole source where there is none. */
function headerEnd(source: Uint8Array, start: number): { end: number; bodyStart: number } {
  let lineStart = start;
  while (lineStart < source.length) {
    const first = source[lineStart];
    if (first === LF) return { end: lineStart, bodyStart: lineStart + 1 };
    if (first === CR && source[lineStart + 1] === LF) return { end: lineStart, bodyStart: lineStart + 2 };
    const next = source.indexOf(LF, lineStart);
    if (next < 0) break;
    lineStart = next + 1;
  }
  return { end: source.length, bodyStart: source.length };
}
