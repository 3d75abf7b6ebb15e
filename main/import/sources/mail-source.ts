/** A mailbox to import: one mbox file, one Maildir, or the single-message files of a folder. */
import { createHash } from 'node:crypto';
import { UnpackLimit } from './archive-entry.ts';
import { labelsOfMboxFile } from './folder-labels.ts';
import { FileChunks, readRange } from './file-bytes.ts';
import { readMbox } from './mbox.ts';
import type { FoundMessage } from './raw-message.ts';

export interface MailSource {
  /** What its position is kept under. */
  readonly path: string;
  /** On disk. */
  readonly totalBytes: number;
  /** Known where every message is a file of its own. */
  readonly messageCount?: number;
  /** Octets on disk that have been read so far, by `messages` or by whoever loads what it found. */
  bytesRead(): number;
  /** The messages in an order that stays the same, in constant memory. May end with an error after some messages. */
  messages(): AsyncIterable<FoundMessage>;
  /** Tells whether the part before `position` is still what it was: the same text means the same messages. */
  identity(position: number): Promise<string>;
}

const SAMPLE = 4096;

export function mboxSource(path: string, totalBytes: number, gzip: boolean): MailSource {
  const chunks = new FileChunks(path, gzip);
  return {
    path,
    totalBytes,
    bytesRead: () => chunks.bytesRead,
    messages: () => {
      const octets = gzip ? limited(chunks, new UnpackLimit(path, totalBytes)) : chunks;
      return readMbox(path, octets, labelsOfMboxFile(path));
    },
    async identity(position) {
      const hash = createHash('sha256');
      // A packed file cannot be looked into at a position: it must be the same as a whole.
      const end = gzip ? totalBytes : position;
      if (gzip) hash.update(`${totalBytes} `);
      const length = Math.min(SAMPLE, end);
      hash.update(await readRange(path, 0, length));
      hash.update(await readRange(path, end - length, length));
      return hash.digest('hex').slice(0, 32);
    },
  };
}

async function* limited(chunks: AsyncIterable<Uint8Array>, limit: UnpackLimit): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    limit.add(chunk.length);
    yield chunk;
  }
}

/** A message file and what its folder says of it. */
export interface MessageFile {
  readonly path: string;
  /** What names the message whatever its flags: for `identity`. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly labels: readonly string[];
  readonly filedAt?: number;
}

/** `files` in the order of reading. */
export function fileSource(path: string, files: readonly MessageFile[]): MailSource {
  const totalBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  let read = 0;
  let hashed = 0;
  let hash = createHash('sha256');
  return {
    path,
    totalBytes,
    messageCount: files.length,
    bytesRead: () => read,
    async *messages() {
      for (const [index, { path: filePath, sizeBytes, labels, filedAt }] of files.entries()) {
        read += sizeBytes;
        yield {
          path: filePath,
          offset: 0,
          position: index + 1,
          sizeBytes,
          labels,
          ...(filedAt === undefined ? {} : { filedAt }),
          defects: [],
        };
      }
    },
    async identity(position) {
      if (position < hashed) {
        hash = createHash('sha256');
        hashed = 0;
      }
      for (const { name, sizeBytes } of files.slice(hashed, position)) hash.update(`${name}\n${sizeBytes}\n`);
      hashed = Math.min(position, files.length);
      return hash.copy().digest('hex').slice(0, 32);
    },
  };
}
