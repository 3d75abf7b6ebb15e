/**
 * Takes the content of attachments out of a raw message before the MIME parser sees it.
 *
 * Only their name, type and size are kept, and decoding them is most of the work on a mailbox: four octets in five of a
 * real one are base64. Only what is beyond doubt is cut: a base64 part of a type that is never text. Whatever this
 * misses, the parser decodes as usual.
 */

export interface CutMessage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Decoded sizes in octets by the text that stands in place of a part's content. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Charsets that text parts declare, lower-cased. */
  readonly charsets: readonly string[];
  readonly defects: readonly string[];
}

/** Below this, cutting costs more than it saves. */
const MIN_CUT = 8 * 1024;
const MAX_PART_HEADER = 16 * 1024;
/** Of all parts that are not cut out, undecoded: a body of 50 MB would take the parser 14 s and 3 GB. */
const MAX_READ = 6 * 1024 * 1024;
const LF = 0x0a;
const CR = 0x0d;

/** `contentType` is the value of the message's own Content-Type, `bodyStart` the offset of its body. */
export function cutAttachments(bytes: Uint8Array<ArrayBuffer>, contentType: string, bodyStart: number): CutMessage {
  const outer = boundaryOf(contentType);
  const charsets: string[] = [];
  noteCharset(contentType, charsets);
  const sizes = new Map<string, number>();
  const defects: string[] = [];
  const kept: Uint8Array[] = [];
  let keptFrom = 0;
  let room = MAX_READ;
  /** Puts `instead` in the place of the octets from `start` to `end`. */
  const replace = (start: number, end: number, instead: Uint8Array): void => {
    kept.push(bytes.subarray(keptFrom, start), instead);
    keptFrom = end;
  };
  const read = (start: number, end: number): void => {
    const excess = end - start - room;
    if (excess > 0) {
      if (defects.length === 0) defects.push(`more than ${MAX_READ / 1024 / 1024} MB of text: the rest was left out`);
      replace(start + room, end, NOTHING);
    }
    room = Math.max(0, room - (end - start));
  };

  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boundaries = new Set(outer === undefined ? [] : [outer]);
  let delimiter = nextDelimiter(source, Math.max(0, bodyStart - 1), boundaries);
  read(bodyStart, Math.max(bodyStart, delimiter?.start ?? source.length));
  while (delimiter !== undefined) {
    const { headers, contentStart } = partHeaders(source, delimiter.end);
    const type = /^content-type:(.*)$/im.exec(headers)?.[1] ?? '';
    noteCharset(type, charsets);
    const inner = boundaryOf(type);
    if (inner !== undefined) boundaries.add(inner);
    const next = nextDelimiter(source, Math.max(contentStart - 1, delimiter.end - 1), boundaries);
    const contentEnd = Math.max(contentStart, next?.start ?? source.length);
    if (
      contentEnd - contentStart >= MIN_CUT &&
      isNeverText(type) &&
      /^content-transfer-encoding:\s*base64/im.test(headers)
    ) {
      const token = `cut-${sizes.size}-${crypto.randomUUID()}`;
      sizes.set(token, decodedSize(source, contentStart, contentEnd));
      replace(contentStart, contentEnd, Buffer.from(Buffer.from(token).toString('base64')));
    } else {
      read(contentStart, contentEnd);
    }
    delimiter = next;
  }
  if (kept.length === 0) return { bytes, sizes, charsets, defects };
  kept.push(bytes.subarray(keptFrom));
  return { bytes: new Uint8Array(Buffer.concat(kept)), sizes, charsets, defects };
}

const NOTHING = new Uint8Array(0);

function isNeverText(type: string): boolean {
  return /^\s*(?:application|image|audio|video|font|model)\//i.test(type);
}

function boundaryOf(contentType: string): string | undefined {
  const match = /^\s*multipart\/.*;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType);
  return match?.[1] ?? match?.[2];
}

function noteCharset(contentType: string, charsets: string[]): void {
  const charset = /^\s*text\/.*;\s*charset\s*=\s*"?([^\s";]{1,60})/i.exec(contentType)?.[1]?.toLowerCase();
  if (charset !== undefined && charsets.length < 20 && !charsets.includes(charset)) charsets.push(charset);
}

interface Delimiter {
  /** Offset of the line break before the boundary line. */
  readonly start: number;
  /** Offset of the octet after the boundary line. */
  readonly end: number;
}

function nextDelimiter(source: Buffer, from: number, boundaries: ReadonlySet<string>): Delimiter | undefined {
  if (boundaries.size === 0) return undefined;
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
