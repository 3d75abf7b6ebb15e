/**
 * Where things are: the checkout, the Node that the project brings along, the per-user cache.
 *
 * The cache is one per user and not one per checkout: a runtime of 300 MB is not needed twice.
 */
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectDir = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

export const binDir = path.join(projectDir, 'node_modules', '.bin');

/** The `node` npm package's binary: the same Node whatever the machine has. */
export const ownNode = path.join(
  projectDir,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

export function inProject(...parts) {
  return path.join(projectDir, ...parts);
}

export function cacheDir() {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return path.join(XDG_CACHE_HOME, 'acquaint');
  if (process.platform === 'win32' && LOCALAPPDATA) return path.join(LOCALAPPDATA, 'acquaint', 'Cache');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'acquaint');
  return path.join(os.homedir(), '.cache', 'acquaint');
}
