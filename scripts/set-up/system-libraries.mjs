/**
 * What a bare Linux machine lacks: the libraries that Electron links to, and the tools that the set-up itself uses.
 *
 * Each need is looked for as the thing itself (a library known to the loader, a program on the PATH) and not as a package,
 * because packages have other names in other distributions. On Debian and Ubuntu root gets them installed; everybody
 * else gets the one command to run. macOS and Windows bring everything along.
 */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { announce, SetUpError } from './announce.mjs';
import { ask } from './run-command.mjs';

const electronLibraries = [
  library('libgtk-3.so.0', 'libgtk-3-0'),
  library('libnss3.so', 'libnss3'),
  library('libasound.so.2', 'libasound2'),
  library('libgbm.so.1', 'libgbm1'),
  library('libsecret-1.so.0', 'libsecret-1-0'),
];
const font = {
  what: 'a font',
  packages: ['fonts-liberation'],
  isThere: async () => (await ask('fc-list', [])).output !== '',
};
const display = program('Xvfb', 'xvfb');
const keyring = [program('dbus-run-session', 'dbus', 'dbus-x11'), program('gnome-keyring-daemon', 'gnome-keyring')];

/** What Electron needs to open a window here. */
export function needsOfStart({ display: hasDisplay }) {
  return hasDisplay ? electronLibraries : [...electronLibraries, font, display];
}

/** What the tests need besides: a keyring of their own. */
export function needsOfTest({ display: hasDisplay }) {
  return [...needsOfStart({ display: hasDisplay }), ...keyring];
}

/** What assembling Electron needs, and what building better-sqlite3 for it does. */
export const needsOfAssembling = [program('unzip', 'unzip')];
export const needsOfBuilding = [program('python3', 'python3'), program('make', 'make'), program('g++', 'g++')];

export async function provideSystemLibraries(needs) {
  if (process.platform !== 'linux') return;
  const missing = await listMissing(needs);
  if (missing.length === 0) return;
  const packages = [...new Set(missing.flatMap((need) => need.packages))];
  if (!isProgram('apt-get')) {
    throw new SetUpError(`This machine lacks ${names(missing)}.`, `Debian calls the packages: ${packages.join(' ')}.`);
  }
  if (process.getuid?.() !== 0) {
    const available = await asThisReleaseCallsThem(packages);
    throw new SetUpError(`This machine lacks ${names(missing)}.`, `Run: sudo apt-get install ${available.join(' ')}`);
  }
  announce(`installing ${packages.join(' ')} (apt-get)`);
  // An installation that was killed is finished first: dpkg refuses to go on otherwise.
  await mustInstall('dpkg', '--configure', '-a');
  await mustInstall('apt-get', '--quiet', 'update');
  const install = ['--quiet', '--yes', '--no-install-recommends', 'install'];
  await mustInstall('apt-get', ...install, ...(await asThisReleaseCallsThem(packages)));
  cacheOfLoader = undefined;
}

function library(soname, packageName) {
  return { what: soname, packages: [packageName], isThere: async () => (await loaderCache()).includes(`\t${soname} `) };
}

function program(name, ...packages) {
  return { what: name, packages, isThere: async () => isProgram(name) };
}

function names(needs) {
  return needs.map((need) => need.what).join(', ');
}

async function listMissing(needs) {
  const found = await Promise.all(needs.map((need) => need.isThere()));
  return needs.filter((_, index) => !found[index]);
}

function isProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(path.join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Asked once, and again after something was installed. */
let cacheOfLoader;
function loaderCache() {
  cacheOfLoader ??= ask('/sbin/ldconfig', ['-p']).then(({ output }) => output);
  return cacheOfLoader;
}

/** Debian 13 and Ubuntu 24.04 renamed libraries whose time_t grew: libgtk-3-0 is libgtk-3-0t64 there. */
async function asThisReleaseCallsThem(packages) {
  return await Promise.all(
    packages.map(async (name) => {
      const { code } = await ask('apt-cache', ['show', '--no-all-versions', `${name}t64`]);
      return code === 0 ? `${name}t64` : name;
    }),
  );
}

async function mustInstall(program, ...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await ask(program, args, { env });
  if (code === 0) return;
  throw new SetUpError(`${program} failed:\n${output.trim()}`, `Run by hand: ${program} ${args.join(' ')}`);
}
