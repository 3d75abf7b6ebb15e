/**
 * node_modules as the lock file says.
 *
 * npm writes node_modules/.package-lock.json when everything is in place, so that file tells both what is installed and
 * that the installation was not cut short. It is compared with package-lock.json, which takes some milliseconds.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { announce, SetUpError } from './announce.mjs';
import { makeCached } from './cached.mjs';
import { environmentWithoutOwnNode, withFirstInPath } from './own-node.mjs';
import { inProject, ownNode } from './places.mjs';
import { ask } from './run-command.mjs';

/**
 * Who may run an install script: `allowScripts` of package.json, which npm before 11 does not know. Node comes last,
 * because its presence is what tells that the installation was not cut short.
 */
const mayRunScripts = ['keytar', 'node'];

/**
 * Npm leaves out optional packages that want a newer Node than it runs on, and with them the binaries of our tools. On an
 * older Node it is given the Node that the project uses, and a newer npm, kept in the user's cache.
 */
const oldestNodeForNpm = 22;
const npmForOldNodes = 'npm@11';

export async function installDependencies() {
  if (isInstalled()) return;
  announce('installing the dependencies from package-lock.json');
  const env = await environmentForNpm();
  await npm(env, 'ci', '--ignore-scripts');
  for (const name of mayRunScripts) await npm(env, 'rebuild', name);
  if (existsSync(ownNode)) return;
  throw new SetUpError(
    'The Node that comes with the dependencies was not installed.',
    'Run: npm rebuild node --ignore-scripts=false',
  );
}

async function environmentForNpm() {
  const machine = environmentWithoutOwnNode();
  const { code, output } = await ask('node', ['--version'], { env: machine });
  if (code !== 0 || Number.parseInt(output.slice(1), 10) >= oldestNodeForNpm) return machine;
  const { version } = readPackages(inProject('package-lock.json'))['node_modules/node'];
  const dir = await makeCached(`npm-on-node-${version}`, async (prefix) => {
    await npm(machine, 'install', '--prefix', prefix, `node@${version}`, npmForOldNodes);
  });
  return withFirstInPath(machine, path.join(dir, 'node_modules', '.bin'));
}

async function npm(env, ...args) {
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await ask('npm', [...args, ...quietly], { env });
  if (code === 127)
    throw new SetUpError('npm was not found.', 'Install Node.js with npm (nodejs.org), then run this again.');
  if (code === 0) return;
  throw new SetUpError(`npm ${args[0]} failed:\n${output.trim()}`, 'Check the connection and run this again.');
}

function isInstalled() {
  if (!existsSync(ownNode)) return false;
  const wanted = readPackages(inProject('package-lock.json'));
  const installed = readPackages(inProject('node_modules', '.package-lock.json'));
  return Boolean(wanted && installed && isAsLocked(installed, wanted));
}

/** Whether what npm says it has installed is what the lock file asks for; optional packages may be missing. */
export function isAsLocked(installed, wanted) {
  const isOptional = (entry) => Boolean(entry.optional || entry.devOptional || entry.peer);
  const isSame = (one, other) => one.version === other.version && one.integrity === other.integrity;
  return (
    Object.keys(installed).every((place) => wanted[place]) &&
    Object.entries(wanted).every(([place, entry]) => {
      if (place === '') return true;
      return installed[place] ? isSame(installed[place], entry) : isOptional(entry);
    })
  );
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}
