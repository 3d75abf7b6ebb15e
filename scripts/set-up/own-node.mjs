/**
 * The Node 24 that comes with the dependencies, and the environment that puts it first for everything started from here.
 */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { binDir, ownNode } from './places.mjs';
import { run } from './run-command.mjs';

export function runsOnOwnNode() {
  return realpathSync(process.execPath) === realpathSync(ownNode);
}

/** Run a script on the project's Node; its exit code is the answer. */
export function handOverToOwnNode(args) {
  return run(ownNode, args, { env: ownEnvironment() });
}

export function ownEnvironment(extra = {}) {
  return { ...withFirstInPath(environmentWithoutOwnNode(), binDir), ...extra };
}

/** The machine's own PATH: what replaces node_modules must not run from inside it. */
export function environmentWithoutOwnNode() {
  const folders = (process.env[pathName] ?? '').split(path.delimiter);
  return { ...process.env, [pathName]: folders.filter((folder) => folder !== binDir).join(path.delimiter) };
}

export function withFirstInPath(environment, folder) {
  return { ...environment, [pathName]: [folder, environment[pathName]].join(path.delimiter) };
}

/** Windows calls it `Path`. */
const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
