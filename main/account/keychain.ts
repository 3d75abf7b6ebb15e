/**
 * Where sign-ins are kept: the keychain of the operating system, through keytar, and nowhere else.
 *
 * Without one (a Linux machine without a secret service) nothing is written to disk instead: the sign-in then lasts until
 * Acquaint is closed.
 */
import type * as Keytar from 'keytar';
import { z } from 'zod';
import { AppError } from '#core/contract/app-error.ts';
import type { Credentials } from './google-access.ts';

export interface Keychain {
  /** Undefined where nothing is kept under this name. Throws `no-keyring` where there is no keychain. */
  get(name: string): Promise<Credentials | undefined>;
  /** Throws `no-keyring`. */
  set(name: string, credentials: Credentials): Promise<void>;
  /** Deleting what is not there is no error. Throws `no-keyring`. */
  delete(name: string): Promise<void>;
}

const SERVICE = 'Acquaint';

const credentialsSchema = z.object({
  client: z.object({ clientId: z.string(), clientSecret: z.string() }),
  refreshToken: z.string(),
  scopes: z.array(z.string()),
});

/** The system's keychain. Loaded on first use: loading fails on a machine without libsecret, which must not stop the app. */
export const systemKeychain: Keychain = {
  async get(name) {
    const secret = await withKeytar((keytar) => keytar.getPassword(SERVICE, name));
    if (secret === null) return undefined;
    const credentials = credentialsSchema.safeParse(parsed(secret));
    return credentials.success ? credentials.data : undefined;
  },
  set: (name, credentials) => withKeytar((keytar) => keytar.setPassword(SERVICE, name, JSON.stringify(credentials))),
  async delete(name) {
    await withKeytar((keytar) => keytar.deletePassword(SERVICE, name));
  },
};

async function withKeytar<Result>(work: (keytar: typeof Keytar) => Promise<Result>): Promise<Result> {
  try {
    // A CommonJS module: Node finds all of its functions only on the default export, a bundler may give them directly.
    const loaded: typeof Keytar & { readonly default?: typeof Keytar } = await import('keytar');
    return await work(loaded.default ?? loaded);
  } catch (error) {
    throw new AppError(
      {
        kind: 'no-keyring',
        message:
          'This computer has no keychain in which a sign-in could be kept, so it lasts until Acquaint is closed.',
        cure: CURES[process.platform] ?? CURES['linux'] ?? '',
      },
      { cause: error },
    );
  }
}

const CURES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Unlock the login keychain in “Keychain Access”, then connect again.',
  win32: 'Make sure that the “Credential Manager” service runs, then connect again.',
  linux: 'Install and unlock a keyring (gnome-keyring or KWallet, with libsecret), then connect again.',
};

function parsed(secret: string): unknown {
  try {
    return JSON.parse(secret);
  } catch {
    return undefined;
  }
}
