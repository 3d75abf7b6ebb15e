/**
 * node_modules as the lock file says.
 *
 * npm writes node_modules/.package-lock.json as the last thing it does, so that file tells both what is installed and that
 * the installation was not cut short. It is compared with package-lock.json, which takes some milliseconds.
 */
import { existsSync, readFileSync } from 'node:fs';
import { announce, SetUpError } from './announce.mjs';
import { environmentWithoutOwnNode } from './own-node.mjs';
import { inProject, ownNode } from './places.mjs';
import { runStep } from './run-command.mjs';

export async function installDependencies() {
  if (isInstalled()) return;
  announce('installing the dependencies from package-lock.json');
  const code = await runStep('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: environmentWithoutOwnNode(),
  }).catch(() => 127);
  if (code === 127)
    throw new SetUpError('npm was not found.', 'Install Node.js with npm (nodejs.org), then run this again.');
  if (code !== 0) {
    throw new SetUpError(
      `npm ci failed (exit code ${code}).`,
      'Its message is above; check the connection and run this again.',
    );
  }
  if (!existsSync(ownNode)) {
    throw new SetUpError(
      'The Node that comes with the dependencies was not installed: install scripts are switched off.',
      'Run: npm rebuild node keytar --ignore-scripts=false',
    );
  }
}

function isInstalled() {
  if (!existsSync(ownNode)) return false;
  const wanted = readPackages(inProject('package-lock.json'));
  const installed = readPackages(inProject('node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  const isOptional = (entry) => entry.optional || entry.devOptional || entry.peer;
  return (
    Object.entries(wanted).every(
      ([place, entry]) => place === '' || (installed[place] ? isSame(installed[place], entry) : isOptional(entry)),
    ) && Object.keys(installed).every((place) => wanted[place])
  );
}

function isSame(one, other) {
  return one.version === other.version && one.integrity === other.integrity;
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}
