/**
 * The mail in an archive as Google Takeout gives it (.zip, .tgz), read through from its start to its end.
 *
 * One source an archive: a .tgz can only be read in its order, and a part of many GB is unpacked once. Memory holds a few
 * pieces and one message; the position is counted in the unpacked archive.
 */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { AppError } from '#core/contract/app-error.ts';
import type { ArchiveEntry, ArchiveReading } from './archive-entry.ts';
import { isGzip, readRange } from './file-bytes.ts';
import { labelOfMaildir, labelsOfMboxFile, maildirLabels } from './folder-labels.ts';
import { type MailKind, mailKindOf } from './mail-kind.ts';
import type { MailSource } from './mail-source.ts';
import { readMbox } from './mbox.ts';
import { CUT_SHORT, type FoundMessage, MAX_KEPT_BYTES } from './raw-message.ts';
import { isTar, tarArchive } from './tar-archive.ts';
import { isZip, zipArchive } from './zip-archive.ts';

/** Enough to see past long Received headers. */
const LOOK = 16 * 1024;
const SAMPLE = 4096;
/** A Takeout of everything has ten thousand photos and a page of words beside each; none of them is opened. */
const NEVER_MAIL =
  /\.(?:jpe?g|png|gif|webp|heic|tiff?|mp[34]|m4[av]|mov|avi|pdf|json|html?|css|js|csv|ics|vcf|docx?|xlsx?|pptx?)$/i;

/** What a reading needs besides the archive. */
interface ArchiveFile {
  readonly path: string;
  readonly sizeBytes: number;
}

/** `start`: the first octets on disk; `unpackedStart`: the same after unpacking gzip. Undefined for what is no archive. */
export function archiveOf(
  { path, sizeBytes }: ArchiveFile,
  start: Uint8Array,
  unpackedStart: Buffer,
): ArchiveReading | undefined {
  if (isZip(start)) return zipArchive(path, sizeBytes);
  return isTar(unpackedStart) ? tarArchive(path, sizeBytes, isGzip(start)) : undefined;
}

/**
 * Whether there is any; reads as far as the first.
 *
 * Throws `unreadable-file` where all that may be mail is locked, the reason of `signal`, and what a damaged archive throws.
 */
export async function holdsMail(path: string, archive: ArchiveReading, signal?: AbortSignal): Promise<boolean> {
  let locked: ArchiveEntry | undefined;
  for await (const entry of archive.entries()) {
    signal?.throwIfAborted();
    if (NEVER_MAIL.test(entry.name) || entry.sizeBytes === 0) continue;
    if (entry.locked !== undefined) locked ??= entry;
    else if ((await open(entry)) !== undefined) return true;
  }
  if (locked === undefined) return false;
  throw new AppError({
    kind: 'unreadable-file',
    message: `${locked.name} in ${path} ${locked.locked ?? ''}.`,
    cure: 'Unpack it with another program first, then import the folder that comes out of it.',
  });
}

export function archiveSource(
  { path, sizeBytes }: ArchiveFile,
  archive: ArchiveReading,
  signal: AbortSignal | undefined,
): MailSource {
  return {
    path,
    totalBytes: sizeBytes,
    bytesRead: () => archive.bytesRead(),
    messages: () => messagesIn(path, archive, signal),
    async identity() {
      // A packed file cannot be looked into at a position: it must be the same as a whole.
      const hash = createHash('sha256').update(`${sizeBytes} `);
      const length = Math.min(SAMPLE, sizeBytes);
      hash.update(await readRange(path, 0, length));
      hash.update(await readRange(path, sizeBytes - length, length));
      return hash.digest('hex').slice(0, 32);
    },
  };
}

async function* messagesIn(
  path: string,
  archive: ArchiveReading,
  signal: AbortSignal | undefined,
): AsyncGenerator<FoundMessage> {
  let locked: ArchiveEntry | undefined;
  for await (const entry of archive.entries()) {
    if (signal?.aborted === true) return;
    if (NEVER_MAIL.test(entry.name) || entry.sizeBytes === 0) continue;
    if (entry.locked !== undefined) {
      locked ??= entry;
      continue;
    }
    const opened = await open(entry);
    if (opened === undefined) continue;
    const name = `${path}/${entry.name.replaceAll(/\p{Cc}+/gu, ' ')}`;
    if (opened.kind === 'message') {
      yield await wholeMessage(name, entry, opened.chunks);
      continue;
    }
    for await (const message of readMbox(name, opened.chunks, labelsOfMboxFile(entry.name))) {
      yield { ...message, position: entry.start + message.position };
    }
  }
  // Said at the end, so that what could be read is there.
  if (locked !== undefined) throw new Error(`${locked.name} ${locked.locked ?? ''}`);
}

/** Undefined where it is no mail. */
async function open(
  entry: ArchiveEntry,
): Promise<{ readonly kind: MailKind; readonly chunks: AsyncIterable<Uint8Array> } | undefined> {
  const rest = entry.chunks()[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  for (let length = 0; length < LOOK;) {
    const read = await rest.next();
    if (read.done === true) break;
    seen.push(read.value);
    length += read.value.length;
  }
  const start = Buffer.concat(seen).subarray(0, LOOK);
  const kind = mailKindOf(start) ?? (/\.eml$/i.test(entry.name) && start.length > 0 ? 'message' : undefined);
  if (kind === undefined) {
    await rest.return?.();
    return undefined;
  }
  return { kind, chunks: joined(seen, rest) };
}

async function* joined(seen: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* seen;
    for (let read = await rest.next(); read.done !== true; read = await rest.next()) yield read.value;
  } finally {
    await rest.return?.();
  }
}

async function wholeMessage(
  path: string,
  { name, start, sizeBytes }: ArchiveEntry,
  chunks: AsyncIterable<Uint8Array>,
): Promise<FoundMessage> {
  const pieces: Uint8Array[] = [];
  let kept = 0;
  for await (const chunk of chunks) {
    const piece = chunk.subarray(0, MAX_KEPT_BYTES - kept);
    pieces.push(piece);
    kept += piece.length;
    if (kept === MAX_KEPT_BYTES) break;
  }
  return {
    path,
    offset: 0,
    position: start + sizeBytes,
    bytes: new Uint8Array(Buffer.concat(pieces)),
    sizeBytes,
    labels: labelsByFolder(name),
    defects: sizeBytes > kept ? [CUT_SHORT] : [],
  };
}

/** A Maildir may lie in an archive too; elsewhere folders say nothing. */
function labelsByFolder(name: string): readonly string[] {
  const part = posix.basename(posix.dirname(name));
  if (part !== 'cur' && part !== 'new') return [];
  const folder = posix.dirname(posix.dirname(name));
  return maildirLabels(labelOfMaildir('', folder === '.' ? '' : folder), posix.basename(name), part === 'new');
}
