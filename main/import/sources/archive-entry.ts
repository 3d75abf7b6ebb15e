/** A file in an archive, as it comes by: nothing of an archive is ever written to disk. */
import { AppError } from '#core/contract/app-error.ts';

export interface ArchiveEntry {
  /** As the archive names it, with `/` between folders. Says what it is; never a path to write to. */
  readonly name: string;
  /** Where it begins in the unpacked archive, in octets: grows from entry to entry, the same in every reading. */
  readonly start: number;
  /** Unpacked. */
  readonly sizeBytes: number;
  /** Why it cannot be read, in words that go after its name. */
  readonly locked?: string;
  /** To be read before the next entry is asked for, or not at all. Rejects where the archive is damaged. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** An archive read from its start. */
export interface ArchiveReading {
  entries(): AsyncIterable<ArchiveEntry>;
  /** Octets of the archive on disk that are done with: what progress is counted in. */
  bytesRead(): number;
}

/** Mail packs to a tenth at best; what promises more than this was made to fill disks. */
const MAX_RATIO = 250;
/** Below this the ratio says nothing: a small mailbox of one repeated newsletter is no attack. */
const ALWAYS_ALLOWED = 256 * 1024 * 1024;

/** How much may come out of an archive of a size: streaming needs no disk and no memory, but a bomb would keep it busy for days. */
export class UnpackLimit {
  readonly #path: string;
  readonly #most: number;
  #unpacked = 0;

  constructor(path: string, packedBytes: number) {
    this.#path = path;
    this.#most = Math.max(ALWAYS_ALLOWED, packedBytes * MAX_RATIO);
  }

  /** Throws `unreadable-file` where it has become too much. */
  add(bytes: number): void {
    this.#unpacked += bytes;
    if (this.#unpacked <= this.#most) return;
    throw new AppError({
      kind: 'unreadable-file',
      message: `${this.#path} unpacks to more than ${MAX_RATIO} times its size, as no mail does.`,
      cure: 'If you trust it, unpack it and import the mbox file in it.',
    });
  }
}
