/**
 * A zip archive, entry by entry, in the order of its directory (Zip64 too: Google's parts may be larger than 4 GB).
 *
 * yauzl goes by the directory at the end, as the format demands, and fails where an entry gives more than it announced.
 */
import yauzl from 'yauzl';
import { type ArchiveEntry, type ArchiveReading, UnpackLimit } from './archive-entry.ts';

export function isZip(start: Uint8Array): boolean {
  return start[0] === 0x50 && start[1] === 0x4b && start[2] === 0x03 && start[3] === 0x04;
}

export function zipArchive(path: string, sizeBytes: number): ArchiveReading {
  let done = 0;
  let current: { readonly entry: yauzl.Entry; read: number } | undefined;
  return {
    bytesRead: () => done + (current === undefined ? 0 : packedPart(current.entry, current.read)),
    async *entries() {
      done = 0;
      // Names are read without yauzl's check, which would end the whole reading at the first strange one: nothing is written
      // by them here.
      const zip = await yauzl.openPromise(path, { decodeStrings: false });
      const limit = new UnpackLimit(path, sizeBytes);
      let start = 0;
      try {
        for await (const entry of zip.eachEntry()) {
          const opened = { entry, read: 0 };
          current = opened;
          const name = nameOf(entry);
          if (!name.endsWith('/')) {
            const locked = whyLocked(entry);
            const found: ArchiveEntry = {
              name,
              start,
              sizeBytes: entry.uncompressedSize,
              ...(locked === undefined ? {} : { locked }),
              async *chunks() {
                const stream = await zip.openReadStreamPromise(entry);
                try {
                  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
                    limit.add(chunk.length);
                    opened.read += chunk.length;
                    yield chunk;
                  }
                } finally {
                  stream.destroy();
                }
              },
            };
            yield found;
          }
          start += entry.uncompressedSize;
          done += entry.compressedSize;
          current = undefined;
        }
      } finally {
        zip.close();
      }
    },
  };
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: yauzl.Entry): string {
  return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}

function whyLocked(entry: yauzl.Entry): string | undefined {
  if (entry.isEncrypted()) return 'is locked with a password';
  // Deflate and stored are what everybody writes; Windows packs files above 2 GB otherwise (Deflate64).
  if (!entry.canDecodeFileData())
    return `is packed in a way that cannot be read here (method ${entry.compressionMethod})`;
  return undefined;
}

function packedPart({ compressedSize, uncompressedSize }: yauzl.Entry, read: number): number {
  return uncompressedSize === 0 ? 0 : Math.round((compressedSize * read) / uncompressedSize);
}
