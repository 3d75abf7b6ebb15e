/**
 * The built app in a real Electron, as a user would start it, on a profile of its own.
 *
 * `npm test` provides what this needs (Electron, a display, a keyring); it says so where they are missing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const projectDir = path.resolve(import.meta.dirname, '../..');

export interface LaunchOptions {
  /** The folder of the profile; by default a fresh one, which is deleted when the app closes. */
  readonly profileDir?: string;
  /** Environment variables besides those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments after `--profile`. */
  readonly args?: readonly string[];
}

/** Start the app and wait until its window is shown: a click into a hidden one is lost. The caller closes it: `await app.close()`. */
export async function launchAcquaint(options: LaunchOptions = {}): Promise<ElectronApplication> {
  const profileDir = options.profileDir ?? mkdtempSync(path.join(tmpdir(), 'acquaint-profile-'));
  const app = await _electron.launch({
    cwd: projectDir,
    args: ['.', ...flagsForRoot(), `--profile=${profileDir}`, ...(options.args ?? [])],
    env: { ...definedEnvironment(), ...options.env },
  });
  app.process().stderr?.on('data', (chunk: Buffer) => process.stderr.write(withoutNoise(chunk.toString())));
  if (options.profileDir === undefined) {
    app.on('close', () => rmSync(profileDir, { recursive: true, force: true, maxRetries: 3 }));
  }
  const window = await app.firstWindow();
  await window.waitForFunction(() => innerWidth > 0 && document.visibilityState === 'visible');
  return app;
}

/** The window as it is now, in light and in dark: screenshots/NAME-light.png and screenshots/NAME-dark.png. */
export async function takeScreenshots(window: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme });
    // Colours change in a short transition; the picture shows its end.
    const file = path.join(projectDir, 'screenshots', `${name}-${colorScheme}.png`);
    await window.screenshot({ path: file, animations: 'disabled' });
  }
  await window.emulateMedia({ colorScheme: null });
}

/** Chromium misses a system bus and a graphics card on a test machine, and says so often. */
function withoutNoise(output: string): string {
  return output
    .split('\n')
    .filter((line) => !/^\[\d+:\d+\/.*:(ERROR|WARNING):|^DevTools listening|^Debugger |^For help, see/.test(line))
    .join('\n');
}

/** Chromium's sandbox cannot work as root; for everybody else it is tested too. */
function flagsForRoot(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
