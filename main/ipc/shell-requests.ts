/** Requests that this process serves itself: dialogs, the browser, images from the network, profiles, the theme. */
import type { EngineRequestName, RequestName } from '#core/contract/requests.ts';
import { AppError } from '#core/contract/app-error.ts';
import type { ImportSummary } from '#core/contract/views.ts';
import type { RequestHandlers } from './serve-request.ts';

type ShellRequestName = Exclude<RequestName, EngineRequestName>;

/** What the shell can do; main/app does it. */
export interface Shell {
  /** Paths chosen in the system's dialog, none where it was cancelled. */
  choosePaths(what: 'file' | 'folder'): Promise<readonly string[]>;
  /** Name and text of the OAuth client file, undefined where cancelled. */
  chooseClientFile(): Promise<{ readonly name: string; readonly json: string } | undefined>;
  importPaths(paths: readonly string[]): Promise<ImportSummary>;
  /** Resolves when the system was asked to open the link; false where it is not one that may be opened. */
  openLink(url: string): Promise<boolean>;
  loadImages(urls: readonly string[]): Promise<Readonly<Record<string, string | null>>>;
  openSample(): Promise<void>;
  closeSample(): Promise<void>;
  setTheme(theme: 'system' | 'light' | 'dark'): void;
}

export function shellHandlers(shell: Shell): Pick<RequestHandlers, ShellRequestName> {
  return {
    'shell.chooseImport': async ({ what }) => {
      const paths = await shell.choosePaths(what);
      return paths.length === 0 ? null : await shell.importPaths(paths);
    },
    'shell.chooseClientFile': async () => (await shell.chooseClientFile()) ?? null,
    'shell.openLink': async ({ url }) => {
      if (await shell.openLink(url)) return null;
      throw new AppError({
        kind: 'not-allowed',
        message: 'This link is not opened: it leads neither to a web page nor to a mail address.',
        cure: 'Copy it if you are sure of it.',
      });
    },
    'shell.loadImages': async ({ urls }) => await shell.loadImages(urls),
    'shell.openSample': async () => {
      await shell.openSample();
      return null;
    },
    'shell.closeSample': async () => {
      await shell.closeSample();
      return null;
    },
    'shell.setTheme': async ({ theme }) => {
      shell.setTheme(theme);
      return await Promise.resolve(null);
    },
  };
}
