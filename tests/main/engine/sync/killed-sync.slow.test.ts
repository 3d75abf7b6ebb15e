import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listAccounts } from '#main/store/accounts.ts';
import { getMessage, getRowIdByGmailId } from '#main/store/messages.ts';
import { aGmailServer } from '#tests/helpers/connected-gmail.ts';
import type { GmailServer } from '#tests/helpers/gmail-server/server.ts';
import { someLetters } from '#tests/helpers/letters.ts';
import { aTemporaryFolder } from '#tests/helpers/test-store.ts';
import { aWriter } from '#tests/helpers/test-writer.ts';

const CHILD = fileURLToPath(new URL('../../../helpers/sync-child.ts', import.meta.url));

/** Syncs in a process of its own; kills it (SIGKILL) when `shallDie` says so. Resolves when it is gone. */
async function syncUntil(server: GmailServer, profileDir: string, shallDie: () => boolean): Promise<void> {
  const child = spawn(process.execPath, [CHILD, profileDir, server.clientJson], {
    env: { ...process.env, ...server.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('open ')) void server.acceptConsent(line.slice('open '.length));
  });
  const watch = setInterval(() => shallDie() && child.kill('SIGKILL'), 1);
  await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
}

describe('a sync that is killed', () => {
  it('goes on where it was, and ends as if it had never been killed', async () => {
    const server = await aGmailServer({ messages: someLetters(240), unitsPerMinute: 1_000_000 });
    const profileDir = join(aTemporaryFolder(), 'profile');
    const gets = (): number => server.countCalls('users.messages.get');
    const pages = (): number => server.countCalls('users.messages.list');
    await syncUntil(server, profileDir, () => gets() >= 15);
    await syncUntil(server, profileDir, () => pages() >= 8 && gets() >= 60);
    await syncUntil(server, profileDir, () => gets() >= 150);
    const killedAt = gets();
    expect(killedAt).toBeLessThan(240);

    const writer = aWriter({ server, profileDir });
    await writer.connect();
    expect(writer.db.pragma('integrity_check', { simple: true })).toBe('ok');
    const there = server.mailbox.newestFirst();
    const missing = there.filter(({ id }) => getRowIdByGmailId(writer.db, id) === undefined);
    expect(missing).toEqual([]);
    expect(listAccounts(writer.db)[0]?.messageCount).toBe(240);
    for (const { id, messageId } of there) {
      const rowId = getRowIdByGmailId(writer.db, id);
      expect(rowId === undefined ? undefined : getMessage(writer.db, rowId, () => [])?.messageId).toBe(messageId);
    }
    // Only what was under way or not yet stored at a kill is got again: 12 on their way, a batch of 10, a little more.
    expect(gets()).toBeLessThanOrEqual(240 + 3 * 30);
  }, 60_000);
});
