/**
 * The built app in out/: made again only when something that it is made from has changed.
 *
 * What it was made from is known by content, not by time: a checkout changes the times of files it does not change.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { announce, SetUpError } from './announce.mjs';
import { ownEnvironment } from './own-node.mjs';
import { inProject, ownNode } from './places.mjs';
import { ask } from './run-command.mjs';

const madeFrom = [
  'core',
  'main',
  'preload',
  'renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const stamp = inProject('out', 'made-from.sha256');

export async function buildApp() {
  const sources = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  announce('building the app');
  rmSync(stamp, { force: true });
  const electronVite = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code, output } = await ask(ownNode, [electronVite, 'build'], { env: ownEnvironment({ NO_COLOR: '1' }) });
  if (code !== 0) throw new SetUpError(`The build failed:\n${output.trim()}`, 'Mend the file it names.');
  writeFileSync(stamp, sources);
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const name of madeFrom.flatMap(listFiles))
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(inProject(name)));
  return hash.digest('hex');
}

/** Files under a folder of the project, or the file itself, as paths from the project's root, in a fixed order. */
function listFiles(name) {
  const place = inProject(name);
  if (!existsSync(place)) return [];
  const entries = readdirSafely(place);
  if (!entries) return [name];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(inProject('').length))
    .sort();
}

function readdirSafely(place) {
  try {
    return readdirSync(place, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
