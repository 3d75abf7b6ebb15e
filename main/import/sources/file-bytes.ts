/** Octets of a file, unpacked where it is gzipped, in pieces of bounded size. */
import { createReadStream, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';

const CHUNK = 1024 * 1024;

/** The first octets of a file as it lies on disk; fewer where it is shorter. */
export async function readStart(path: string, length: number): Promise<Buffer<ArrayBuffer>> {
  return readRange(path, 0, length);
}

export async function readRange(path: string, start: number, length: number): Promise<Buffer<ArrayBuffer>> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await file.read(buffer, filled, length - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await file.close();
  }
}

export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b && start[2] === 0x08;
}

/** The first octets after unpacking. A damaged archive gives what can be unpacked. */
export async function readUnpackedStart(path: string, length: number): Promise<Buffer> {
  const start = await readStart(path, length);
  if (!isGzip(start)) return start;
  const pieces: Uint8Array[] = [];
  let total = 0;
  try {
    for await (const piece of new FileChunks(path, true)) {
      pieces.push(piece);
      total += piece.length;
      if (total >= length) break;
    }
  } catch {
    // What could be unpacked is enough to tell what it is.
  }
  return Buffer.concat(pieces).subarray(0, length);
}

/** A file from its start, piece by piece. */
export class FileChunks implements AsyncIterable<Uint8Array> {
  readonly #path: string;
  readonly #gzip: boolean;
  #file: ReadStream | undefined;

  constructor(path: string, gzip: boolean) {
    this.#path = path;
    this.#gzip = gzip;
  }

  /** Octets taken off the disk so far: what progress is counted in. */
  get bytesRead(): number {
    return this.#file?.bytesRead ?? 0;
  }

  /** Rejects where the file cannot be read or unpacked any further. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const file = createReadStream(this.#path, { highWaterMark: CHUNK });
    this.#file = file;
    try {
      if (this.#gzip) {
        const unpacked = createGunzip({ chunkSize: CHUNK });
        // Not pipe(): it would leave an error of the file unheard.
        file.on('error', (error) => unpacked.destroy(error));
        file.pipe(unpacked);
        for await (const chunk of unpacked) yield chunk as Uint8Array;
      } else {
        for await (const chunk of file) yield chunk as Uint8Array;
      }
    } finally {
      file.destroy();
    }
  }
}
