import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { systemKeychain } from '#main/account/keychain.ts';

const holding = (text: string): unknown => expect.stringContaining(text);

const hasKeyring = ['dbus-run-session', 'gnome-keyring-daemon'].every(
  (name) => spawnSync('which', [name]).status === 0,
);
const sessionBus = process.env['DBUS_SESSION_BUS_ADDRESS'] !== undefined || process.platform !== 'linux';

const roundTrip = `
  import { Worker, isMainThread, parentPort } from 'node:worker_threads';
  const { systemKeychain } = await import(process.env.KEYCHAIN);
  const credentials = { client: { clientId: 'c', clientSecret: 's' }, refreshToken: 'r', scopes: ['a'] };
  await systemKeychain.set('test', credentials);
  console.log(JSON.stringify(await systemKeychain.get('test')));
  await systemKeychain.delete('test');
  await systemKeychain.delete('test');
  console.log(JSON.stringify(await systemKeychain.get('test') ?? null));
`;

/** Runs in a worker thread, as the app's writer does. */
const inWorker = `
  import { Worker } from 'node:worker_threads';
  new Worker(new URL('data:text/javascript,' + encodeURIComponent(process.env.SCRIPT)));
`;

describe('systemKeychain', () => {
  it.runIf(hasKeyring)(
    'keeps, gives back and deletes a sign-in in a real keyring, from a worker thread',
    () => {
      const command =
        'printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$NODE" --input-type=module -e "$OUTER"';
      const output = execFileSync('dbus-run-session', ['--', 'bash', '-c', command], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env: {
          ...process.env,
          NODE: process.execPath,
          OUTER: inWorker,
          SCRIPT: roundTrip,
          KEYCHAIN: new URL('../../../main/account/keychain.ts', import.meta.url).href,
        },
      });
      expect(output.trim().split('\n')).toEqual([
        '{"client":{"clientId":"c","clientSecret":"s"},"refreshToken":"r","scopes":["a"]}',
        'null',
      ]);
    },
    30_000,
  );

  it.skipIf(sessionBus)('says in plain words that there is no keychain', async () => {
    await expect(systemKeychain.get('test')).rejects.toMatchObject({
      kind: 'no-keyring',
      message: holding('until Acquaint is closed'),
    });
  });
});
