/**
 * An engine in a process of its own that syncs and acts until it is killed: `node chaos-child.ts SETTINGS`, JSON.
 *
 * It loads everything and then waits for `go LIFE` on stdin. Says `open URL` when the sign-in page has to be answered,
 * `connected`, `acted OUTBOX_ID` when an action is in the journal, and `undone OUTBOX_ID`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ActionKind } from '#core/boundary/kinds.ts';
import type { Credentials } from '#main/account/google-access.ts';
import type { Keychain } from '#main/account/keychain.ts';
import { listGmailAccounts } from '#main/store/gmail-accounts.ts';
import { type FastTime, fastClock } from './fast-clock.ts';
import { seededRandom } from './gmail-server/faults.ts';
import type { GmailServer } from './gmail-server/server.ts';
import { startWriter } from './writer.ts';

export interface ChaosSettings {
  readonly profileDir: string;
  readonly keychainPath: string;
  readonly server: Pick<GmailServer, 'env' | 'clientJson'>;
  readonly time: FastTime;
  readonly seed: number;
}

const KINDS: readonly ActionKind[] = [
  'archive',
  'spam',
  'decline',
  'decline',
  'remove',
  'how-we-know',
  'do-not-engage',
];
const SHARE_UNDONE = 0.15;

/** A keychain in a file: the system's outlives a kill as well. */
export function fileKeychain(path: string): Keychain {
  const read = (): Record<string, Credentials> =>
    existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, Credentials>) : {};
  const change = async (name: string, credentials: Credentials | undefined): Promise<void> => {
    const { [name]: _, ...others } = read();
    writeFileSync(path, JSON.stringify(credentials ? { ...others, [name]: credentials } : others));
    await Promise.resolve();
  };
  return {
    get: async (name) => await Promise.resolve(read()[name]),
    set: async (name, credentials) => await change(name, credentials),
    delete: async (name) => await change(name, undefined),
  };
}

export function chaosWriter({ profileDir, keychainPath, server, time }: ChaosSettings): ReturnType<typeof startWriter> {
  return startWriter({
    server,
    profileDir,
    keychain: fileKeychain(keychainPath),
    clock: fastClock(time),
    pollMs: 3000,
    undoWindowMs: 1500,
  });
}

async function live(settings: ChaosSettings, life: number): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const random = seededRandom(settings.seed * 1000 + life);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const writer = chaosWriter(settings);
  const { db, request } = writer;
  if (listGmailAccounts(db).length === 0) {
    const connecting = request('account.connect', { clientJson: settings.server.clientJson });
    say(`open ${await writer.nextUrl()}`);
    await connecting;
    say('connected');
  }
  const inbox = db.prepare("SELECT id FROM messages WHERE in_inbox = 1 AND direction = 'received' ORDER BY id").pluck();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 10 + random() * 40));
    // Whoever sees that the account wants something looks after it.
    if (random() < 0.2) await request('network.changed', { online: true });
    const id = pick(inbox.all() as number[]);
    if (id === undefined) continue;
    // Refused where the person was asked before: as it should be.
    const item = await request('action.run', { ids: [id], kind: pick(KINDS) ?? 'archive' }).catch(() => undefined);
    if (!item) continue;
    say(`acted ${item.id}`);
    if (random() >= SHARE_UNDONE) continue;
    const undone = await request('action.undo', { outboxId: item.id }).catch(() => undefined);
    if (undone?.state === 'undone') say(`undone ${item.id}`);
  }
}

if (import.meta.main) {
  const settings = JSON.parse(process.argv[2] ?? '{}') as ChaosSettings;
  createInterface({ input: process.stdin }).on('line', (line) => {
    if (line.startsWith('go ')) void live(settings, Number(line.slice('go '.length)));
  });
}
