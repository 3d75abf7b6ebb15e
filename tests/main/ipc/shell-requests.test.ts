import { describe, expect, it } from 'vitest';
import { AppError } from '#core/contract/app-error.ts';
import { type Shell, shellHandlers } from '#main/ipc/shell-requests.ts';

const SUMMARY = {
  jobId: 1,
  read: 3,
  added: 3,
  known: 0,
  defective: 0,
  cancelled: false,
  elapsedMs: 5,
  ownerCandidates: [],
};

function aShell(differing: Partial<Shell> = {}): Shell {
  return {
    choosePaths: () => Promise.resolve([]),
    chooseClientFile: () => Promise.resolve(undefined),
    importPaths: () => Promise.resolve(SUMMARY),
    openLink: () => Promise.resolve(),
    loadImages: () => Promise.resolve({}),
    openSample: () => Promise.resolve(),
    closeSample: () => Promise.resolve(),
    setTheme: () => undefined,
    ...differing,
  };
}

describe('shellHandlers', () => {
  it('imports what was chosen, and nothing where the dialog was cancelled', async () => {
    const imported: (readonly string[])[] = [];
    const importPaths: Shell['importPaths'] = (paths) => {
      imported.push(paths);
      return Promise.resolve(SUMMARY);
    };
    expect(await shellHandlers(aShell({ importPaths }))['shell.chooseImport']({ what: 'file' })).toBeNull();
    expect(imported).toEqual([]);
    const chosen = shellHandlers(aShell({ importPaths, choosePaths: (what) => Promise.resolve([`/mail/${what}`]) }));
    expect(await chosen['shell.chooseImport']({ what: 'folder' })).toEqual(SUMMARY);
    expect(imported).toEqual([['/mail/folder']]);
  });

  it('answers when the link was taken, and passes a refusal on', async () => {
    const refusal = new AppError({ kind: 'not-allowed', message: 'No.', cure: '' });
    const openLink: Shell['openLink'] = (url) =>
      url.startsWith('https:') ? Promise.resolve() : Promise.reject(refusal);
    const handlers = shellHandlers(aShell({ openLink }));
    expect(await handlers['shell.openLink']({ url: 'https://example.com/' })).toBeNull();
    await expect(handlers['shell.openLink']({ url: 'file:///etc/passwd' })).rejects.toBe(refusal);
  });

  it('answers null where no client file was chosen', async () => {
    expect(await shellHandlers(aShell())['shell.chooseClientFile']({})).toBeNull();
  });
});
