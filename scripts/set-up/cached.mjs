/**
 * Things that are made once per user and kept: made in a temporary folder beside their place, then renamed into it.
 *
 * So a folder that is there is whole, even when the set-up was killed half-way, and two set-ups at the same time do not
 * harm each other: the second to finish finds the place taken and throws its own copy away.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheDir } from './places.mjs';

const partial = '.partial-';

/** The folder `name` in the user's cache, or undefined while it has not been made. */
export function cachedDir(name) {
  const dir = path.join(cacheDir(), name);
  return existsSync(dir) ? dir : undefined;
}

/** Make the folder `name` with `fill(temporaryDir)` unless it is there. */
export async function makeCached(name, fill) {
  const present = cachedDir(name);
  if (present) return present;
  await deletePartials();
  const dir = path.join(cacheDir(), name);
  const temporaryDir = `${dir}${partial}${process.pid}`;
  await mkdir(temporaryDir, { recursive: true });
  try {
    await fill(temporaryDir);
    await rename(temporaryDir, dir).catch((error) => {
      if (!existsSync(dir)) throw error;
    });
  } finally {
    await rm(temporaryDir, { recursive: true, force: true });
  }
  return dir;
}

/** What a killed set-up left behind: temporary folders whose process is gone. */
async function deletePartials() {
  const names = await readdir(cacheDir()).catch(() => []);
  for (const name of names) {
    const pid = Number(name.split(partial)[1]);
    if (pid > 0 && !isRunning(pid)) await rm(path.join(cacheDir(), name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
