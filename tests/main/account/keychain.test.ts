import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const keychain = new URL('../../../main/account/keychain.ts', import.meta.url).href;
const hasKeyring = ['dbus-run-session', 'gnome-keyring-daemon'].every(
  (name) => spawnSync('which', [name]).status === 0,
);

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

const askOnce = `
  const { systemKeychain } = await import(process.env.KEYCHAIN);
  const { kind, message } = await systemKeychain.get('test').catch((error) => error);
  console.log(JSON.stringify({ kind, message }));
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
          KEYCHAIN: keychain,
        },
      });
      expect(output.trim().split('\n')).toEqual([
        '{"client":{"clientId":"c","clientSecret":"s"},"refreshToken":"r","scopes":["a"]}',
        'null',
      ]);
    },
    30_000,
  );

  it.runIf(process.platform === 'linux')('says in plain words that there is no keychain', () => {
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', askOnce], {
      encoding: 'utf8',
      // Nobody listens there, on a desktop with a keyring of its own too.
      env: { ...process.env, KEYCHAIN: keychain, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' },
    });
    expect(JSON.parse(output)).toEqual({
      kind: 'no-keyring',
      message: expect.stringContaining('until Acquaint is closed'),
    });
  });
});
