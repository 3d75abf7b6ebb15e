/**
 * A tar archive, gzipped or not, entry by entry: POSIX.1-2017 pax, ustar, and the names and sizes of GNU tar.
 *
 * Own, since it is one loop over blocks of 512 octets: libraries for tar are made to write files, and most of what they do
 * and fear is that (docs/decisions/archives.md).
 */
import { type ArchiveEntry, type ArchiveReading, UnpackLimit } from './archive-entry.ts';
import { FileChunks } from './file-bytes.ts';

const BLOCK = 512;
/** Of a long name or a set of pax records; real ones have some hundred octets. */
const MAX_EXTENSION = 64 * 1024;

/** `start`: the first octets after unpacking. By the checksum, which old archives without a magic number have too. */
export function isTar(start: Buffer): boolean {
  return start.length >= BLOCK && start[0] !== 0 && hasChecksum(start.subarray(0, BLOCK));
}

export function tarArchive(path: string, sizeBytes: number, gzip: boolean): ArchiveReading {
  let chunks = new FileChunks(path, gzip);
  return {
    bytesRead: () => chunks.bytesRead,
    entries() {
      chunks = new FileChunks(path, gzip);
      return tarEntries(chunks, new UnpackLimit(path, sizeBytes));
    },
  };
}

/** What the next entry is called and how long it is, where its own header has no room for it. */
interface Extension {
  readonly name?: string;
  readonly size?: number;
}

async function* tarEntries(chunks: AsyncIterable<Uint8Array>, limit: UnpackLimit): AsyncGenerator<ArchiveEntry> {
  const reader = new OctetReader(chunks, limit);
  let extension: Extension = {};
  try {
    for (;;) {
      const header = await reader.take(BLOCK);
      // Two empty blocks end an archive; one, or none, is enough for us.
      if (header.every((octet) => octet === 0)) return;
      if (header.length < BLOCK) throw new Error('the archive ends in the middle');
      if (!hasChecksum(header)) throw new Error('the archive is damaged: no entry where one should be');
      const type = String.fromCharCode(header[156] ?? 0);
      const sizeBytes = extension.size ?? numberIn(header, 124, 12);
      if (sizeBytes < 0) throw new Error('the archive is damaged: a file without a size');
      const next = reader.position + Math.ceil(sizeBytes / BLOCK) * BLOCK;
      if (type === 'x' || type === 'L') {
        if (sizeBytes > MAX_EXTENSION) throw new Error('the archive is damaged: a name too long');
        const octets = await reader.take(sizeBytes);
        extension = { ...extension, ...(type === 'x' ? paxRecords(octets) : { name: textIn(octets, 0, sizeBytes) }) };
      } else if (type !== 'g' && type !== 'K') {
        if (type === '0' || type === '\0' || type === '7') {
          yield {
            name: extension.name ?? nameIn(header),
            start: reader.position,
            sizeBytes,
            chunks: () => reader.pieces(sizeBytes),
          };
        }
        extension = {};
      }
      await reader.skipTo(next);
    }
  } finally {
    await reader.close();
  }
}

/** Octets of a stream by count. */
class OctetReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #limit: UnpackLimit;
  #rest: Uint8Array = new Uint8Array(0);
  /** Of the next octet. */
  position = 0;

  constructor(chunks: AsyncIterable<Uint8Array>, limit: UnpackLimit) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#limit = limit;
  }

  /** Fewer only at the end. For short pieces. */
  async take(length: number): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for (let missing = length; missing > 0;) {
      const piece = await this.#next(missing);
      if (piece === undefined) break;
      pieces.push(piece);
      missing -= piece.length;
    }
    return Buffer.concat(pieces);
  }

  /** The next `length` octets piece by piece; throws where there are fewer. */
  async *pieces(length: number): AsyncGenerator<Uint8Array> {
    for (let missing = length; missing > 0;) {
      const piece = await this.#next(missing);
      if (piece === undefined) throw new Error('the archive ends in the middle of a file');
      missing -= piece.length;
      yield piece;
    }
  }

  /** Where it ends before, that shows at the next header. */
  async skipTo(position: number): Promise<void> {
    while (this.position < position && (await this.#next(position - this.position)) !== undefined);
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #next(most: number): Promise<Uint8Array | undefined> {
    while (this.#rest.length === 0) {
      const read = await this.#chunks.next();
      if (read.done === true) return undefined;
      this.#limit.add(read.value.length);
      this.#rest = read.value;
    }
    const piece = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(piece.length);
    this.position += piece.length;
    return piece;
  }
}

/** The sum of all octets of a header, its own eight read as spaces. Old programs summed signed octets; none that packs mail does. */
function hasChecksum(header: Buffer): boolean {
  let sum = 0;
  for (const [index, octet] of header.entries()) sum += index >= 148 && index < 156 ? 0x20 : octet;
  return sum === numberIn(header, 148, 8);
}

/** Octal digits; or, where the first bit is set, GNU's big-endian octets. -1 where it is neither. */
function numberIn(header: Buffer, start: number, length: number): number {
  const field = header.subarray(start, start + length);
  if (field[0] === 0x80) return Number(BigInt(`0x${field.toString('hex', 1)}`));
  const digits = /^[\s\0]*([0-7]+)[\s\0]*/.exec(field.toString('latin1'))?.[1];
  return digits === undefined
    ? field.every((octet) => octet === 0 || octet === 0x20)
      ? 0
      : -1
    : Number.parseInt(digits, 8);
}

function nameIn(header: Buffer): string {
  const prefix = header.toString('latin1', 257, 263) === 'ustar\0' ? textIn(header, 345, 155) : '';
  const name = textIn(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

function textIn(octets: Buffer, start: number, length: number): string {
  const field = octets.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? field.length : end);
}

/** `length key=value\n`, again and again; what cannot be read is passed over. */
function paxRecords(octets: Buffer): Extension {
  let extension: Extension = {};
  for (let at = 0; at < octets.length;) {
    const length = Number(/^(\d{1,6}) /.exec(octets.toString('latin1', at, at + 8))?.[1] ?? 0);
    if (length < 5) break;
    const [, key, value = ''] = /^\d+ ([^=]+)=(.*)\n$/s.exec(octets.toString('utf8', at, at + length)) ?? [];
    if (key === 'path') extension = { ...extension, name: value };
    if (key === 'size' && /^\d{1,15}$/.test(value)) extension = { ...extension, size: Number(value) };
    at += length;
  }
  return extension;
}
