/** Requests that this process serves itself: dialogs, the browser, images from the network, profiles, the theme. */
import type { EngineRequestName, RequestName } from '#core/contract/requests.ts';
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
  /** Resolves when the system has taken the link; throws an AppError where it may not or cannot be opened. */
  openLink(url: string): Promise<void>;
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
      await shell.openLink(url);
      return null;
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
