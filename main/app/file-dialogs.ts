/** The system's dialogs for choosing files. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import { AppError } from '#core/contract/app-error.ts';

/** What Takeout and mail programs write. */
const MAIL_FILES = [
  { name: 'Mail', extensions: ['zip', 'tgz', 'tar', 'mbox', 'mbx', 'eml', 'gz'] },
  { name: 'All files', extensions: ['*'] },
];

/** Google's client file has a few hundred bytes. */
const MAX_CLIENT_FILE_BYTES = 20_000;

/** Paths of mail files, or of a folder (Maildir, a folder of .eml); none where cancelled. */
export async function chooseMail(
  window: BrowserWindow | undefined,
  what: 'file' | 'folder',
): Promise<readonly string[]> {
  return await choose(
    window,
    what === 'file'
      ? {
          title: 'Import mail',
          buttonLabel: 'Import',
          filters: MAIL_FILES,
          properties: ['openFile', 'multiSelections'],
        }
      : { title: 'Import a folder of mail', buttonLabel: 'Import', properties: ['openDirectory'] },
  );
}

/** Name and text of a Google OAuth client file; undefined where cancelled. Throws `unreadable-file`. */
export async function chooseClientFile(
  window: BrowserWindow | undefined,
): Promise<{ readonly name: string; readonly json: string } | undefined> {
  const [file] = await choose(window, {
    title: 'Google client file',
    buttonLabel: 'Use',
    filters: [{ name: 'JSON', extensions: ['json'] }],
    properties: ['openFile'],
  });
  if (file === undefined) return undefined;
  try {
    if ((await stat(file)).size > MAX_CLIENT_FILE_BYTES) throw new Error('too large');
    return { name: path.basename(file), json: await readFile(file, 'utf8') };
  } catch (error) {
    throw new AppError(
      {
        kind: 'unreadable-file',
        message: `${path.basename(file)} is not a Google client file that can be read.`,
        cure: 'Choose the JSON file that the Google Cloud console gave you for a desktop client.',
      },
      { cause: error },
    );
  }
}

async function choose(window: BrowserWindow | undefined, options: OpenDialogOptions): Promise<readonly string[]> {
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? [] : filePaths;
}
