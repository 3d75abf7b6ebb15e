import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zip } from '#tests/helpers/archives.ts';
import { OWNER_ADDRESS } from '#tests/helpers/builders.ts';
import { command } from '#tests/helpers/command-line.ts';
import { aFriendAndAStranger, anMbox, messageIdOf } from '#tests/helpers/mbox.ts';
import { aTemporaryFolder } from '#tests/helpers/test-store.ts';

function aProfilePath(): string {
  return join(aTemporaryFolder(), 'profile');
}

async function anImportedProfile(): Promise<string> {
  const profile = aProfilePath();
  const { code, stderr } = await command(
    'import',
    anMbox(aFriendAndAStranger()),
    '--me',
    OWNER_ADDRESS,
    '--profile',
    profile,
  );
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('error')]);
  return profile;
}

describe('cli', { timeout: 60_000 }, () => {
  it('imports a mailbox and prints every verdict on it, in rank order, with its reasons', async () => {
    const profile = await anImportedProfile();
    const { code, stdout } = await command('queue', '--profile', profile, '--json', '--all');
    expect(code).toBe(0);
    const verdicts = JSON.parse(stdout) as { messageId: string; lane: string; why: unknown[] }[];
    expect(verdicts).toHaveLength(12);
    expect(verdicts[0]?.lane).toBe('known');
    for (const { why } of verdicts) expect(why.length).toBeGreaterThan(0);
    expect(Object.keys(verdicts[0] ?? {})).toEqual(
      expect.arrayContaining([
        'messageId',
        'threadId',
        'from',
        'subject',
        'receivedAt',
        'lane',
        'labels',
        'facts',
        'advice',
        'strength',
        'why',
      ]),
    );

    const limited = await command('queue', '--profile', profile, '--json', '--limit', '3');
    expect(JSON.parse(limited.stdout)).toHaveLength(3);
  });

  it('imports a Takeout as it comes', async () => {
    const archive = join(aTemporaryFolder(), 'takeout-001.zip');
    const name = 'Takeout/Mail/All mail Including Spam and Trash.mbox';
    writeFileSync(archive, zip([{ name, content: readFileSync(anMbox(aFriendAndAStranger())) }]));
    const { code, stdout } = await command('import', archive, '--me', OWNER_ADDRESS, '--profile', aProfilePath());
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ defective: 0, cancelled: false });
    expect((JSON.parse(stdout) as { added: number }).added).toBeGreaterThan(10);
  });

  it('says who somebody is, finds mail, and lists everybody known by a day', async () => {
    const profile = await anImportedProfile();
    const [sender, found, people] = await Promise.all([
      command('sender', 'ann@lee.example', '--profile', profile, '--json'),
      command('search', 'from:ann', 'lunch', '--profile', profile, '--json'),
      command('people', '--as-of', '2026-03-10', '--profile', profile, '--json'),
    ]);
    expect(JSON.parse(sender.stdout)).toMatchObject({ name: 'Ann Lee', receivedCount: 6, sentCount: 6 });
    expect(JSON.parse(found.stdout)).toHaveLength(6);
    expect(JSON.parse(people.stdout)).toMatchObject([
      { addresses: ['ann@lee.example'], receivedCount: 1, sentCount: 1 },
      { addresses: ['max@pitch.example'], receivedCount: 1, sentCount: 0 },
    ]);
  });

  it('reads the owner from a file and refuses one that is none', async () => {
    const owner = join(aTemporaryFolder(), 'owner.json');
    writeFileSync(
      owner,
      JSON.stringify({ addresses: [OWNER_ADDRESS], name: 'Olive', dealBreakers: { relocation: true } }),
    );
    const mailbox = anMbox(aFriendAndAStranger());
    const good = await command('import', mailbox, '--owner', owner, '--profile', aProfilePath());
    expect([good.code, JSON.parse(good.stdout)]).toEqual([0, expect.objectContaining({ added: 18 })]);
    writeFileSync(owner, '{"addresses": 7}');
    const bad = await command('import', mailbox, '--owner', owner, '--profile', aProfilePath());
    expect([bad.code, bad.stdout]).toEqual([2, '']);
  });

  it('finds a profile that it made sound', async () => {
    const profile = await anImportedProfile();
    const { code, stdout } = await command('doctor', '--profile', profile);
    const checks = JSON.parse(stdout) as { ok: boolean }[];
    expect([code, checks.filter(({ ok }) => !ok)]).toEqual([0, []]);
  });

  it('says before acting what it would do', async () => {
    const profile = await anImportedProfile();
    const dry = await command('act', messageIdOf(17), '--kind', 'archive', '--dry-run', '--profile', profile);
    expect([dry.code, JSON.parse(dry.stdout)]).toEqual([0, expect.objectContaining({ dryRun: true, kind: 'archive' })]);
  });

  it.each([
    ['nothing', [], 2],
    ['an unknown command', ['fly'], 2],
    ['no profile', ['queue'], 2],
    ['an option of another command', ['queue', '--profile', 'p', '--kind', 'spam'], 2],
    ['a kind that does not exist', ['act', '<a@b>', '--kind', 'shout', '--profile', 'p'], 2],
    ['a date that is none', ['people', '--as-of', 'once', '--profile', 'p'], 2],
    ['--help', ['--help'], 0],
  ])('answers %s with the right exit code', async (_, words, code) => {
    const ended = await command(...words);
    expect(ended.code).toBe(code);
    expect(code === 0 ? ended.stdout : ended.stderr).not.toBe('');
  });

  it('says 3 for what is not there, and makes nothing', async () => {
    const profile = await anImportedProfile();
    const nowhere = aProfilePath();
    const codes = await Promise.all([
      command('queue', '--profile', nowhere, '--json'),
      command('sender', 'no@body.example', '--profile', profile, '--json'),
      command('act', '<no@body.example>', '--kind', 'archive', '--profile', profile),
      command('import', '/nowhere/mail.mbox', '--profile', profile),
    ]);
    expect(codes.map(({ code, stdout }) => [code, stdout])).toEqual([
      [3, ''],
      [3, ''],
      [3, ''],
      [3, ''],
    ]);
  });
});
