/**
 * mbox files, message by message, in constant memory.
 *
 * mboxrd: body lines `>From `, `>>From ` … lose one `>`. mboxo, which quotes only `From `, reads the same but for lines
 * that were `>From ` to begin with. A line `From …` starts a message only where it is a postmark and stands where one may
 * stand: body lines such as "From Russia with love" must not cut a message in two.
 */
import { CUT_SHORT, MAX_KEPT_BYTES, type RawMessage } from './raw-message.ts';
import { MAX_POSTMARK_LENGTH, type Postmark, readPostmark } from './postmark.ts';

const LF = 0x0a;
const CR = 0x0d;
/** What must be in sight to judge a candidate: the line itself, and the start of the next. */
const SIGHT = MAX_POSTMARK_LENGTH + 100;
/** Octets before a candidate that are needed to see an empty line: `\n\r`. */
const HINDSIGHT = 3;

/** The first header lines of real messages. Where no empty line stands before a postmark, one of these must follow it. */
const FIRST_HEADER =
  /^(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|delivered-to|content-type|x-[\w-]+|status|reply-to|sender):/i;
const ANY_HEADER = /^[!-9;-~]+:/;

/** The messages of an mbox, given its octets. Text before the first postmark is skipped. */
export async function* readMbox(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  labels: readonly string[] = [],
): AsyncGenerator<RawMessage> {
  const reader = new MboxReader(path, labels);
  for await (const chunk of chunks) yield* reader.push(chunk);
  yield* reader.end();
}

class MboxReader {
  readonly #path: string;
  readonly #labels: readonly string[];
  #buffer = Buffer.alloc(0);
  /** Offset in the file of the first octet of `#buffer`. */
  #bufferOffset = 0;
  /** Up to here in `#buffer`, octets were given to the open message. */
  #given = 0;
  /** From here on in `#buffer`, postmarks are looked for. */
  #searched = 0;
  #started = false;
  #open: OpenMessage | undefined;

  constructor(path: string, labels: readonly string[]) {
    this.#path = path;
    this.#labels = labels;
  }

  *push(chunk: Uint8Array): Generator<RawMessage> {
    const drop = Math.max(0, Math.min(this.#given, this.#searched) - HINDSIGHT);
    this.#buffer = Buffer.concat([this.#buffer.subarray(drop), chunk]);
    this.#bufferOffset += drop;
    this.#given -= drop;
    this.#searched -= drop;
    yield* this.#read(false);
  }

  *end(): Generator<RawMessage> {
    yield* this.#read(true);
    this.#give(this.#buffer.length);
    if (this.#open) yield this.#open.close(this.#bufferOffset + this.#buffer.length);
  }

  *#read(final: boolean): Generator<RawMessage> {
    const buffer = this.#buffer;
    if (!this.#started) {
      if (!final && buffer.length < SIGHT) return;
      this.#started = true;
      const start = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0;
      // The first line of an mbox is a postmark even in a form that nobody knows.
      if (buffer.toString('latin1', start, start + 5) === 'From ')
        this.#begin(start, readPostmark(this.#line(start)) ?? { sure: false });
    }
    for (;;) {
      const lineBreak = buffer.indexOf('\nFrom ', this.#searched, 'latin1');
      if (lineBreak < 0) break;
      if (!final && buffer.length - lineBreak < SIGHT) {
        this.#searched = lineBreak;
        this.#give(lineBreak);
        return;
      }
      this.#searched = lineBreak + 1;
      const postmark = this.#postmarkAt(lineBreak + 1);
      if (!postmark) continue;
      this.#give(lineBreak + 1);
      if (this.#open) yield this.#open.close(this.#bufferOffset + lineBreak + 1);
      this.#begin(lineBreak + 1, postmark);
    }
    if (final) return;
    // `\nFrom ` may lie across two chunks.
    this.#searched = Math.max(this.#searched, buffer.length - 5);
    this.#give(buffer.length - 5);
  }

  #begin(lineStart: number, postmark: Postmark): void {
    this.#open = new OpenMessage(this.#path, this.#labels, this.#bufferOffset + lineStart, postmark);
    const lineEnd = this.#buffer.indexOf(LF, lineStart);
    this.#given = lineEnd < 0 ? this.#buffer.length : lineEnd + 1;
    // Not past the line break: it may stand before the next postmark.
    this.#searched = lineEnd < 0 ? this.#buffer.length : lineEnd;
  }

  #give(to: number): void {
    if (to <= this.#given) return;
    this.#open?.add(this.#buffer.subarray(this.#given, to));
    this.#given = to;
  }

  #postmarkAt(lineStart: number): Postmark | undefined {
    const line = this.#line(lineStart);
    const postmark = readPostmark(line);
    if (!postmark) return undefined;
    const lineEnd = this.#buffer.indexOf(LF, lineStart);
    const next = lineEnd < 0 ? '' : this.#line(lineEnd + 1);
    if (!this.#emptyLineBefore(lineStart)) return FIRST_HEADER.test(next) ? postmark : undefined;
    return postmark.sure || ANY_HEADER.test(next) ? postmark : undefined;
  }

  #emptyLineBefore(lineStart: number): boolean {
    const buffer = this.#buffer;
    const lineBreak = lineStart - 1;
    const before = buffer[lineBreak - 1] === CR ? lineBreak - 2 : lineBreak - 1;
    return before < 0 || buffer[before] === LF;
  }

  /** The line from `start` on without its end; at most what may be a postmark, and one more. */
  #line(start: number): string {
    const limit = Math.min(this.#buffer.length, start + MAX_POSTMARK_LENGTH + 1);
    const found = this.#buffer.indexOf(LF, start);
    const end = found < 0 || found > limit ? limit : found;
    return this.#buffer.toString('latin1', start, this.#buffer[end - 1] === CR ? end - 1 : end);
  }
}

/** A message whose end has not been seen yet. */
class OpenMessage {
  readonly #path: string;
  readonly #labels: readonly string[];
  readonly #offset: number;
  readonly #postmark: Postmark;
  readonly #pieces: Buffer[] = [];
  #kept = 0;
  #length = 0;

  constructor(path: string, labels: readonly string[], offset: number, postmark: Postmark) {
    this.#path = path;
    this.#labels = labels;
    this.#offset = offset;
    this.#postmark = postmark;
  }

  add(piece: Buffer): void {
    this.#length += piece.length;
    const room = MAX_KEPT_BYTES - this.#kept;
    if (room <= 0) return;
    const kept = piece.length > room ? piece.subarray(0, room) : piece;
    this.#pieces.push(kept);
    this.#kept += kept.length;
  }

  /** `end` is the offset of the octet after the message. */
  close(end: number): RawMessage {
    const whole = new Uint8Array(this.#kept);
    let at = 0;
    for (const piece of this.#pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    const cut = this.#length > this.#kept;
    const separator = cut ? 0 : separatorLength(whole);
    const { at: postmarkAt, gmailId } = this.#postmark;
    return {
      path: this.#path,
      offset: this.#offset,
      position: end,
      bytes: unquoted(separator === 0 ? whole : whole.slice(0, whole.length - separator)),
      sizeBytes: this.#length - separator,
      inMbox: true,
      ...(postmarkAt === undefined ? {} : { postmarkAt }),
      ...(gmailId === undefined ? {} : { gmailId }),
      labels: this.#labels,
      defects: cut ? [CUT_SHORT] : [],
    };
  }
}

/** The empty line that stands between a message and the next postmark belongs to neither. */
function separatorLength(bytes: Uint8Array): number {
  const end = bytes.length;
  if (bytes[end - 1] !== LF) return 0;
  if (bytes[end - 2] === LF) return 1;
  return bytes[end - 2] === CR && bytes[end - 3] === LF ? 2 : 0;
}

/** Takes one `>` off every line `>From `, `>>From ` … */
function unquoted(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const source = Buffer.from(bytes.buffer);
  const removed: number[] = [];
  for (let at = source.indexOf('>From ', 0, 'latin1'); at >= 0; at = source.indexOf('>From ', at + 1, 'latin1')) {
    let lineStart = at;
    while (lineStart > 0 && source[lineStart - 1] === 0x3e) lineStart -= 1;
    if (lineStart === 0 || source[lineStart - 1] === LF) removed.push(at);
  }
  if (removed.length === 0) return bytes;
  const result = new Uint8Array(bytes.length - removed.length);
  let from = 0;
  removed.forEach((at, count) => {
    result.set(bytes.subarray(from, at), from - count);
    from = at + 1;
  });
  result.set(bytes.subarray(from), from - removed.length);
  return result;
}
