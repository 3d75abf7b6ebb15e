/**
 * Prepares a raw message for the MIME parser: takes out what it need not see, mends what it would misread.
 *
 * Of attachments only name, type and size are kept, and decoding them is most of the work on a mailbox: four octets in five
 * of a real one are base64. Only what is beyond doubt is cut: a base64 part of a type that is never text. Text without a
 * charset is read as UTF-8 by the parser; where it is none (one message in fifty of an old mailing list), windows-1252 is
 * written above it. Whatever this misses, the parser reads as usual.
 */
import { isUtf8 } from 'node:buffer';

export interface LeanSource {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What was taken out, by the text that stands in its place. */
  readonly cuts: ReadonlyMap<string, CutPart>;
  /** Charsets that text parts declare, lower-cased. */
  readonly charsets: readonly string[];
  readonly defects: readonly string[];
}

/** The content of a part that was taken out. */
export interface CutPart {
  /** As it lies in the source. */
  readonly base64: Uint8Array;
  /** Decoded. */
  readonly sizeBytes: number;
}

/** Below this, cutting costs more than it saves. */
const MIN_CUT = 8 * 1024;
const MAX_PART_HEADER = 16 * 1024;
/** Of all parts that are not cut out, undecoded: a body of 50 MB would take the parser 14 s and 3 GB. */
const MAX_READ = 6 * 1024 * 1024;
const LF = 0x0a;
const CR = 0x0d;

interface Part {
  /** Value of Content-Type, '' where absent. */
  readonly type: string;
  /** Value of Content-Transfer-Encoding, '' where absent. */
  readonly encoding: string;
  /** Offset of its first header. */
  readonly headerStart: number;
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** `root`: what the message's own headers say; `bodyStart`: where they end. */
export function leanSource(
  bytes: Uint8Array<ArrayBuffer>,
  root: { readonly type: string; readonly encoding: string },
  bodyStart: number,
): LeanSource {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lean = new LeanWriter(source);
  const outer = boundaryOf(root.type);
  if (outer === undefined) {
    lean.addPart({ ...root, headerStart: 0, contentStart: bodyStart, contentEnd: source.length });
    return lean.finish(bytes);
  }
  const boundaries = new Set([outer]);
  let delimiter = nextDelimiter(source, Math.max(0, bodyStart - 1), boundaries);
  lean.addText(bodyStart, Math.max(bodyStart, delimiter?.start ?? source.length));
  while (delimiter !== undefined) {
    const { headers, contentStart } = partHeaders(source, delimiter.end);
    const type = /^content-type:(.*)$/im.exec(headers)?.[1] ?? '';
    const encoding = /^content-transfer-encoding:(.*)$/im.exec(headers)?.[1] ?? '';
    const inner = boundaryOf(type);
    if (inner !== undefined) boundaries.add(inner);
    const next = nextDelimiter(source, Math.max(contentStart - 1, delimiter.end - 1), boundaries);
    const contentEnd = Math.max(contentStart, next?.start ?? source.length);
    lean.addPart({ type, encoding, headerStart: delimiter.end, contentStart, contentEnd });
    delimiter = next;
  }
  return lean.finish(bytes);
}

/** The source with pieces replaced; pieces come in order. */
class LeanWriter {
  readonly #source: Buffer;
  readonly #kept: Uint8Array[] = [];
  #keptFrom = 0;
  #room = MAX_READ;
  readonly #cuts = new Map<string, CutPart>();
  readonly #charsets = new Set<string>();
  readonly #defects = new Set<string>();

  constructor(source: Buffer) {
    this.#source = source;
  }

  addPart({ type, encoding, headerStart, contentStart, contentEnd }: Part): void {
    const charset = charsetOf(type);
    if (charset !== undefined) this.#charsets.add(charset);
    const isBase64 = /^\s*"?base64/i.test(encoding);
    if (isBase64 && isNeverText(type) && contentEnd - contentStart >= MIN_CUT) {
      const token = `cut-${this.#cuts.size}-${crypto.randomUUID()}`;
      this.#cuts.set(token, {
        base64: this.#source.subarray(contentStart, contentEnd),
        sizeBytes: decodedSize(this.#source, contentStart, contentEnd),
      });
      this.#replace(contentStart, contentEnd, Buffer.from(Buffer.from(token).toString('base64')));
      return;
    }
    const isPlain = !isBase64 && !/quoted-printable/i.test(encoding);
    const isText = type.trim() === '' || /^\s*text\//i.test(type);
    if (isPlain && isText && charset === undefined && !isUtf8(this.#source.subarray(contentStart, contentEnd))) {
      // The parser takes the first of two Content-Type headers.
      const declared = `Content-Type: ${type.trim() === '' ? 'text/plain' : type.trim()}; charset=windows-1252\r\n`;
      this.#replace(headerStart, headerStart, Buffer.from(declared, 'latin1'));
      this.#defects.add('8-bit text without a charset, read as windows-1252');
    }
    this.addText(contentStart, contentEnd);
  }

  addText(start: number, end: number): void {
    if (end - start > this.#room) {
      this.#defects.add(`more than ${MAX_READ / 1024 / 1024} MB of text: the rest was left out`);
      this.#replace(start + this.#room, end, NOTHING);
    }
    this.#room = Math.max(0, this.#room - (end - start));
  }

  finish(bytes: Uint8Array<ArrayBuffer>): LeanSource {
    const read = { cuts: this.#cuts, charsets: [...this.#charsets].slice(0, 20), defects: [...this.#defects] };
    if (this.#kept.length === 0) return { bytes, ...read };
    this.#kept.push(this.#source.subarray(this.#keptFrom));
    return { bytes: new Uint8Array(Buffer.concat(this.#kept)), ...read };
  }

  /** Puts `instead` in the place of the octets from `start` to `end`. */
  #replace(start: number, end: number, instead: Uint8Array): void {
    this.#kept.push(this.#source.subarray(this.#keptFrom, start), instead);
    this.#keptFrom = end;
  }
}

const NOTHING = new Uint8Array(0);

function isNeverText(type: string): boolean {
  return /^\s*(?:application|image|audio|video|font|model)\//i.test(type);
}

function boundaryOf(contentType: string): string | undefined {
  const match = /^\s*multipart\/.*;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType);
  return match?.[1] ?? match?.[2];
}

/** Lower-cased; undefined where a text part declares none, and for other parts. */
function charsetOf(contentType: string): string | undefined {
  return /^\s*text\/.*;\s*charset\s*=\s*"?([^\s";]{1,60})/i.exec(contentType)?.[1]?.toLowerCase();
}

interface Delimiter {
  /** Offset of the line break before the boundary line. */
  readonly start: number;
  /** Offset of the octet after the boundary line. */
  readonly end: number;
}

function nextDelimiter(source: Buffer, from: number, boundaries: ReadonlySet<string>): Delimiter | undefined {
  for (let at = source.indexOf('\n--', from, 'latin1'); at >= 0; at = source.indexOf('\n--', at + 3, 'latin1')) {
    const found = source.indexOf(LF, at + 3);
    const lineEnd = found < 0 ? source.length : found;
    if (lineEnd - at > 210) continue;
    const line = source.toString('latin1', at + 3, lineEnd).trimEnd();
    if (boundaries.has(line) || (line.endsWith('--') && boundaries.has(line.slice(0, -2))))
      return { start: at, end: Math.min(lineEnd + 1, source.length) };
  }
  return undefined;
}

/** Headers of a part, unfolded; `contentStart` is the offset of the octet after the empty line. */
function partHeaders(source: Buffer, start: number): { headers: string; contentStart: number } {
  const limit = Math.min(source.length, start + MAX_PART_HEADER);
  for (let lineStart = start; lineStart < limit;) {
    const lineEnd = source.indexOf(LF, lineStart);
    if (lineEnd < 0 || lineEnd > limit) break;
    if (lineEnd === lineStart || (lineEnd === lineStart + 1 && source[lineStart] === CR)) {
      const headers = source.toString('latin1', start, lineStart).replaceAll(/\r?\n[ \t]+/g, ' ');
      return { headers, contentStart: lineEnd + 1 };
    }
    lineStart = lineEnd + 1;
  }
  return { headers: '', contentStart: start };
}

/** Octets that base64 lines stand for: three for every four characters, line breaks and padding taken off. */
function decodedSize(source: Buffer, start: number, end: number): number {
  let lineBreaks = 0;
  for (let at = source.indexOf(LF, start); at >= 0 && at < end; at = source.indexOf(LF, at + 1)) {
    lineBreaks += source[at - 1] === CR ? 2 : 1;
  }
  const tail = source.toString('latin1', Math.max(start, end - 10), end);
  const padding = tail.split('=').length - 1;
  const loneReturn = source[end - 1] === CR ? 1 : 0;
  return Math.max(0, Math.floor(((end - start - lineBreaks - loneReturn - padding) * 3) / 4));
}
