/** Paths that the user chose → the mailboxes in them. */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { AppError } from '#core/contract/app-error.ts';
import type { ArchiveReading } from './archive-entry.ts';
import { archiveOf, archiveSource, holdsMail } from './archive-source.ts';
import { isGzip, readStart, readUnpackedStart } from './file-bytes.ts';
import { labelOfMaildir, maildirLabels } from './folder-labels.ts';
import { fileSource, type MailSource, mboxSource, type MessageFile } from './mail-source.ts';
import { mailKindOf } from './mail-kind.ts';

/** Enough to see past long Received headers. */
const LOOK = 16 * 1024;
/** Symbolic links may go in circles. */
const MAX_FOLDER_DEPTH = 32;
/** Asked one after the other, the sizes of 20,000 files take half a second. */
const STATS_AT_ONCE = 64;

export interface FoundSources {
  readonly sources: readonly MailSource[];
  /** Files and folders below the chosen ones that could not be looked into. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

/** In a folder, only archives that are named like Google's are looked into: reading through others may take long. */
const TAKEOUT_NAME = /^takeout.*\.(?:zip|tgz|tar|tar\.gz)$/i;

/**
 * Mailboxes in a fixed order. A chosen file must be mail; in a folder other files are passed over. Of several archives, those
 * without mail are passed over too: a Takeout comes in parts.
 *
 * Throws `not-found` or `unreadable-file` for a chosen path, naming it, and the reason of `signal` when that is aborted.
 */
export async function findSources(paths: readonly string[], signal?: AbortSignal): Promise<FoundSources> {
  const sources: MailSource[] = [];
  const unreadable: { path: string; reason: string }[] = [];
  const withoutMail: string[] = [];
  for (const chosen of paths) {
    const path = resolve(chosen);
    const info = await stat(path).catch((error: unknown) => {
      throw cannotRead(path, error);
    });
    if (info.isDirectory()) {
      const found = new FolderSearch(path, unreadable, signal);
      await found.visit(path, 0).catch((error: unknown) => {
        throw cannotRead(path, error);
      });
      sources.push(...found.finish());
      if (sources.length === 0) throw noMail(path);
    } else {
      const source = await chosenFile(path, info.size, signal);
      if (source === undefined) withoutMail.push(path);
      else sources.push(source);
    }
  }
  const [empty] = withoutMail;
  if (sources.length === 0 && empty !== undefined) throw noMail(empty);
  return { sources, unreadable };
}

/** Undefined for an archive without mail. */
async function chosenFile(path: string, sizeBytes: number, signal?: AbortSignal): Promise<MailSource | undefined> {
  let unpackedStart: Buffer;
  let start: Buffer;
  try {
    unpackedStart = await readUnpackedStart(path, LOOK);
    start = await readStart(path, 4);
  } catch (error) {
    throw cannotRead(path, error);
  }
  // Before mail: a tar archive begins with a name, which may look like a field of a mail (`cur/1.host:2,S`).
  const archive = archiveOf({ path, sizeBytes }, start, unpackedStart);
  if (archive !== undefined) return await archiveWithMail(path, sizeBytes, archive, signal);
  const kind =
    mailKindOf(unpackedStart) ?? (/\.eml(?:\.gz)?$/i.test(path) && unpackedStart.length > 0 ? 'message' : undefined);
  if (kind === 'mbox') return mboxSource(path, sizeBytes, isGzip(start));
  if (kind === 'message') return fileSource(path, [{ path, name: basename(path), sizeBytes, labels: [] }]);
  throw noMail(path);
}

async function archiveWithMail(
  path: string,
  sizeBytes: number,
  archive: ArchiveReading,
  signal: AbortSignal | undefined,
): Promise<MailSource | undefined> {
  try {
    return (await holdsMail(path, archive, signal)) ? archiveSource({ path, sizeBytes }, archive, signal) : undefined;
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof AppError ? error : damaged(path, error);
  }
}

function damaged(path: string, error: unknown): AppError {
  return new AppError(
    {
      kind: 'unreadable-file',
      message: `${path} cannot be unpacked: ${reasonOf(error).replace(/\.+$/, '')}.`,
      cure: 'It may not have been downloaded to its end. Download it again.',
    },
    { cause: error },
  );
}

/** A walk through one chosen folder. */
class FolderSearch {
  readonly #root: string;
  readonly #unreadable: { path: string; reason: string }[];
  readonly #signal: AbortSignal | undefined;
  readonly #sources: MailSource[] = [];
  /** Single messages outside Maildirs. */
  readonly #files: MessageFile[] = [];
  readonly #visited = new Set<string>();

  constructor(root: string, unreadable: { path: string; reason: string }[], signal: AbortSignal | undefined) {
    this.#root = root;
    this.#unreadable = unreadable;
    this.#signal = signal;
  }

  finish(): readonly MailSource[] {
    return this.#files.length === 0 ? this.#sources : [...this.#sources, fileSource(this.#root, this.#files)];
  }

  async visit(folder: string, depth: number): Promise<void> {
    const real = await realpath(folder);
    if (depth > MAX_FOLDER_DEPTH || this.#visited.has(real)) return;
    this.#visited.add(real);
    const entries = (await readdir(folder, { withFileTypes: true })).toSorted(byName);
    const isMaildir = entries.some((entry) => entry.name === 'cur' && !entry.isFile());
    if (isMaildir) await this.#addMaildir(folder);
    for (const entry of entries) {
      if (isMaildir && ['cur', 'new', 'tmp'].includes(entry.name)) continue;
      this.#signal?.throwIfAborted();
      const path = join(folder, entry.name);
      await this.#enter(path, entry, depth).catch((error: unknown) => {
        this.#unreadable.push({ path, reason: reasonOf(error) });
      });
    }
  }

  async #enter(path: string, entry: Dirent, depth: number): Promise<void> {
    const info = entry.isSymbolicLink() || entry.isFile() ? await stat(path) : undefined;
    if (entry.isDirectory() || info?.isDirectory() === true) return this.visit(path, depth + 1);
    if (info?.isFile() !== true || info.size === 0) return;
    if (TAKEOUT_NAME.test(basename(path))) {
      const archive = await chosenFile(path, info.size, this.#signal);
      if (archive !== undefined) this.#sources.push(archive);
      return;
    }
    const kind = mailKindOf(await readUnpackedStart(path, LOOK));
    if (kind === 'mbox') this.#sources.push(mboxSource(path, info.size, isGzip(await readStart(path, 3))));
    else if (kind === 'message' || /\.eml$/i.test(path)) {
      this.#files.push({ path, name: relative(this.#root, path), sizeBytes: info.size, labels: [] });
    }
  }

  async #addMaildir(folder: string): Promise<void> {
    const label = labelOfMaildir(this.#root, relative(this.#root, folder));
    const files: MessageFile[] = [];
    for (const part of ['cur', 'new']) {
      const names = await readdir(join(folder, part)).catch(() => []);
      const shown = names.filter((name) => !name.startsWith('.')).toSorted((a, b) => (a < b ? -1 : 1));
      for (let at = 0; at < shown.length; at += STATS_AT_ONCE) {
        this.#signal?.throwIfAborted();
        const some = shown
          .slice(at, at + STATS_AT_ONCE)
          .map((name) => maildirFile(join(folder, part, name), name, label, part === 'new'));
        files.push(...(await Promise.all(some)).filter((file) => file !== undefined));
      }
    }
    if (files.length > 0) this.#sources.push(fileSource(folder, files));
  }
}

/** Undefined for what is no file, or is gone. */
async function maildirFile(
  path: string,
  name: string,
  label: string,
  isNew: boolean,
): Promise<MessageFile | undefined> {
  const info = await stat(path).catch(() => undefined);
  if (info?.isFile() !== true) return undefined;
  const seconds = /^(\d{9,10})\./.exec(name)?.[1];
  return {
    path,
    name: name.replace(/[:;!]2,[A-Za-z]*$/, ''),
    sizeBytes: info.size,
    labels: maildirLabels(label, name, isNew),
    ...(seconds === undefined ? {} : { filedAt: Number(seconds) * 1000 }),
  };
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function cannotRead(path: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = (error as { readonly code?: unknown }).code;
  if (code === 'ENOENT') {
    return new AppError(
      { kind: 'not-found', message: `There is no file or folder ${path}.`, cure: 'Check the name and try again.' },
      { cause: error },
    );
  }
  return new AppError(
    {
      kind: 'unreadable-file',
      message: `${path} cannot be read: ${reasonOf(error)}.`,
      cure: 'Check that the file is there and that your user may read it.',
    },
    { cause: error },
  );
}

function noMail(path: string): AppError {
  return new AppError({
    kind: 'unreadable-file',
    message: `No mail was found in ${path}.`,
    cure: 'Choose what Google Takeout gave you (.zip or .tgz), an mbox file, a Maildir, or a folder of .eml files.',
  });
}
