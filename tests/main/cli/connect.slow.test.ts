import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCommand } from '#tests/helpers/command-line.ts';
import { aGmailServer } from '#tests/helpers/connected-gmail.ts';
import { aTemporaryFolder } from '#tests/helpers/test-store.ts';

/** A process takes over the environment as it is when it starts. */
beforeEach(() => void vi.stubEnv('ACQUAINT_GOOGLE_URL', ''));
afterEach(() => void vi.unstubAllEnvs());

describe('connect', () => {
  it('prints the page to open, waits for the redirect, and prints the account', async () => {
    const server = await aGmailServer();
    for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value);
    const folder = aTemporaryFolder();
    const client = join(folder, 'client.json');
    writeFileSync(client, server.clientJson);
    const { process, ended } = startCommand('connect', '--client', client, '--profile', join(folder, 'profile'));
    process.stdout?.once('data', (line: string) => {
      const { open } = JSON.parse(line) as { open: string };
      void server.acceptConsent(open);
    });
    const { code, stdout } = await ended;
    const lines = stdout.trim().split('\n');
    expect([code, lines.length]).toEqual([0, 2]);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ kind: 'gmail', address: 'olive@owner.example' });
  });

  it('ends with 130 when it is interrupted while it waits', async () => {
    const server = await aGmailServer();
    for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value);
    const folder = aTemporaryFolder();
    const client = join(folder, 'client.json');
    writeFileSync(client, server.clientJson);
    const { process, ended } = startCommand('connect', '--client', client, '--profile', join(folder, 'profile'));
    process.stdout?.once('data', () => void process.kill('SIGINT'));
    expect((await ended).code).toBe(130);
  });

  it('says 3 without a client file, and 2 for one that is none', async () => {
    const folder = aTemporaryFolder();
    const client = join(folder, 'client.json');
    const words = ['connect', '--client', client, '--profile', join(folder, 'profile')];
    expect((await startCommand(...words).ended).code).toBe(3);
    writeFileSync(client, '{}');
    expect((await startCommand(...words).ended).code).toBe(2);
  });
});
