/**
 * Makes `Blob` of this thread join its parts in memory. For parse workers only, which use it for nothing else.
 *
 * postal-mime joins the lines of every part by `new Blob(lines).arrayBuffer()`. Node's Blob hands each line to another
 * thread and back: nine tenths of the parser's time on real mail (docs/decisions/mime-parser.md).
 */

type Part = string | ArrayBuffer | ArrayBufferView;

class BlobInMemory {
  readonly #parts: readonly Part[];

  constructor(parts: readonly Part[] = []) {
    this.#parts = parts;
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    const pieces = this.#parts.map(octetsOf);
    const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      joined.set(piece, at);
      at += piece.length;
    }
    return Promise.resolve(joined.buffer);
  }
}

const LINE_END = new Uint8Array([0x0a]);

function octetsOf(part: Part): Uint8Array {
  if (part === '\n') return LINE_END;
  if (typeof part === 'string') return new TextEncoder().encode(part);
  return part instanceof ArrayBuffer
    ? new Uint8Array(part)
    : new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
}

globalThis.Blob = BlobInMemory as unknown as typeof Blob;
