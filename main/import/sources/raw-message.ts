/** A message as it lies in a file: where, what the file around it says of it, and its octets. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { isGzip } from './file-bytes.ts';

/** A message that a source has found. */
export interface FoundMessage {
  /** Of the file. */
  readonly path: string;
  /** Byte offset in the (unpacked) file; of the postmark line in an mbox. */
  readonly offset: number;
  /** How far the source is read with this message: bytes of an mbox, files of a folder. Grows from message to message. */
  readonly position: number;
  /** From the headers on, the `>From ` quoting of mbox undone. Absent where the message is the whole file, read when needed. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** Octets in the source, also where `bytes` was cut short. */
  readonly sizeBytes: number;
  /** Whether it stands in an mbox, behind a postmark line. */
  readonly inMbox?: boolean;
  /** The time on the postmark line. */
  readonly postmarkAt?: number;
  /** Takeout's decimal X-GM-MSGID on the postmark line, in hexadecimal. */
  readonly gmailId?: string;
  /** When the file says it was delivered (Maildir); less sure than any header. */
  readonly filedAt?: number;
  /** What folder and flags say, as Gmail label ids; empty where they say nothing. X-Gmail-Labels in the message wins over them. */
  readonly labels: readonly string[];
  readonly defects: readonly string[];
}

/** With its octets at hand. */
export interface RawMessage extends FoundMessage {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A message longer than this keeps its head only. Gmail takes 50 MB at most; text comes before attachments in nearly all mail. */
export const MAX_KEPT_BYTES = 64 * 1024 * 1024;
export const CUT_SHORT = `longer than ${MAX_KEPT_BYTES / 1024 / 1024} MB: the rest was left out`;

/** Reads the octets where they are not there yet, blocking: for parse workers, which have nothing else to do. Throws where the file cannot be read. */
export function loadMessage(found: FoundMessage): RawMessage {
  if (found.bytes !== undefined) return { ...found, bytes: found.bytes };
  const long = found.sizeBytes > MAX_KEPT_BYTES;
  const stored = long ? readHead(found.path) : new Uint8Array(readFileSync(found.path));
  const defects = long ? [...found.defects, CUT_SHORT] : found.defects;
  if (!isGzip(stored)) return { ...found, bytes: stored, defects };
  const unpacked = new Uint8Array(gunzipSync(stored, { maxOutputLength: MAX_KEPT_BYTES }));
  return { ...found, bytes: unpacked, sizeBytes: unpacked.length, defects };
}

function readHead(path: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(MAX_KEPT_BYTES);
  const file = openSync(path, 'r');
  try {
    let filled = 0;
    for (;;) {
      const count = readSync(file, bytes, filled, bytes.length - filled, filled);
      filled += count;
      if (count === 0 || filled === bytes.length) return bytes.subarray(0, filled);
    }
  } finally {
    closeSync(file);
  }
}
