import { cpSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AppEvent } from '#core/contract/events.ts';
import { openProfiles, type Profiles } from '#main/app/profiles.ts';
import { openEngine } from '#main/engine/engine.ts';
import { anOwner } from '#tests/helpers/builders.ts';

const projectDir = path.resolve(import.meta.dirname, '../../..');
const sampleDir = path.join(projectDir, 'resources', 'sample');
const worker = (name: string) => path.join(projectDir, 'main', name);
const workers = {
  writer: worker('engine/writer-worker.ts'),
  reader: worker('engine/reader-worker.ts'),
  parse: worker('import/parse-worker.ts'),
};

function someProfiles(sample = sampleDir): {
  readonly profiles: Profiles;
  readonly dir: string;
  readonly events: AppEvent[];
} {
  const dir = mkdtempSync(path.join(tmpdir(), 'acquaint-profiles-'));
  const dirs = { own: dir, sample: path.join(dir, 'sample') };
  const profiles = openProfiles({
    open: (profile) => openEngine({ profileDir: dirs[profile], workers, background: true }),
    sampleDir: sample,
  });
  const events: AppEvent[] = [];
  profiles.onEvent((event) => events.push(event));
  onTestFinished(async () => {
    await profiles.close();
    rmSync(dir, { recursive: true, force: true });
  });
  return { profiles, dir, events };
}

describe('openProfiles', () => {
  it('opens the user’s own profile', async () => {
    const { profiles } = someProfiles();
    expect(profiles.inFront()).toBe('own');
    expect(await profiles.request('status.get', {})).toMatchObject({ messageCount: 0 });
  });

  it('shows the sample from a folder of its own and leaves the user’s mail alone', { timeout: 60_000 }, async () => {
    const { profiles, dir, events } = someProfiles();
    await profiles.request('owner.confirm', { owner: anOwner() as never });
    await profiles.openSample();
    expect(profiles.inFront()).toBe('sample');
    const sample = await profiles.request('status.get', {});
    expect(sample.messageCount).toBeGreaterThan(50);
    expect(sample.ownerConfirmed).toBe(true);
    expect((await profiles.requestOwn('status.get', {})).messageCount).toBe(0);
    expect(existsSync(path.join(dir, 'sample', 'acquaint.db'))).toBe(true);
    expect(statSync(path.join(dir, 'sample', 'acquaint.db')).mode & 0o777).toBe(0o600);

    await profiles.closeSample();
    const own = await profiles.request('status.get', {});
    expect(own.messageCount).toBe(0);
    expect(own.owner.name).toBe('Olive Owner');
    expect(events.filter(({ type }) => type === 'profile-changed')).toEqual([
      { type: 'profile-changed', profile: 'sample' },
      { type: 'profile-changed', profile: 'own' },
    ]);

    await profiles.openSample();
    expect((await profiles.request('status.get', {})).messageCount).toBe(sample.messageCount);
  });

  it('imports into the user’s own profile, whatever is in front, and mixes nothing', { timeout: 60_000 }, async () => {
    const { profiles, dir, events } = someProfiles();
    await profiles.openSample();
    const sample = await profiles.request('status.get', {});
    const file = path.join(dir, 'own.mbox');
    writeFileSync(
      file,
      'From x\nFrom: Ann <ann@lee.example>\nTo: olive@owner.example\nMessage-ID: <1@lee.example>\n\nHello\n',
    );
    expect(await profiles.request('import.run', { paths: [file] })).toMatchObject({ added: 1 });
    expect(profiles.inFront()).toBe('own');
    expect(events.filter(({ type }) => type === 'profile-changed').at(-1)).toMatchObject({ profile: 'own' });
    const own = await profiles.request('status.get', {});
    expect(own.messageCount).toBe(1);
    expect(own.owner.addresses).not.toContain(sample.owner.addresses[0]);
    await profiles.openSample();
    expect((await profiles.request('status.get', {})).messageCount).toBe(sample.messageCount);
  });

  it('connects in the user’s own profile, whatever is in front', async () => {
    const asked: string[] = [];
    const profiles = openProfiles({
      open: (profile) => ({
        request: (name) => {
          asked.push(`${profile} ${name}`);
          return Promise.resolve({ ownerConfirmed: true, messageCount: 1 } as never);
        },
        onEvent: () => () => undefined,
        close: () => Promise.resolve(),
      }),
      sampleDir,
    });
    await profiles.openSample();
    await profiles.request('account.connect', { clientJson: '{}' });
    await profiles.request('account.cancelConnect', {});
    expect(asked).toEqual(['sample status.get', 'own account.connect', 'own account.cancelConnect']);
    expect(profiles.inFront()).toBe('own');
  });

  it('opens the sample once, however often it is asked for', { timeout: 60_000 }, async () => {
    const { profiles, events } = someProfiles();
    await Promise.all([profiles.openSample(), profiles.openSample(), profiles.closeSample()]);
    expect(profiles.inFront()).toBe('own');
    expect(events.filter(({ type }) => type === 'profile-changed')).toHaveLength(2);
  });

  it('says so where the sample is missing, and stays where it was', async () => {
    const { profiles, dir } = someProfiles(path.join(tmpdir(), 'no-such-folder'));
    await expect(profiles.openSample()).rejects.toMatchObject({ kind: 'not-found' });
    expect(profiles.inFront()).toBe('own');
    expect(existsSync(path.join(dir, 'sample'))).toBe(false);
  });

  it('goes back to the user’s own mail where the sample cannot be imported', { timeout: 60_000 }, async () => {
    const broken = mkdtempSync(path.join(tmpdir(), 'acquaint-sample-'));
    onTestFinished(() => rmSync(broken, { recursive: true }));
    cpSync(path.join(sampleDir, 'owner.json'), path.join(broken, 'owner.json'));
    const { profiles } = someProfiles(broken);
    await expect(profiles.openSample()).rejects.toMatchObject({ name: 'AppError' });
    expect(profiles.inFront()).toBe('own');
    expect(await profiles.request('status.get', {})).toMatchObject({ messageCount: 0 });
  });

  it('passes on events of the profile in front, and pages to be opened of either', async () => {
    const listeners = new Map<string, (event: AppEvent) => void>();
    const profiles = openProfiles({
      open: (profile) => ({
        request: () => Promise.resolve({ ownerConfirmed: true, messageCount: 1 } as never),
        onEvent: (listener) => {
          listeners.set(profile, listener);
          return () => undefined;
        },
        close: () => Promise.resolve(),
      }),
      sampleDir,
    });
    const heard: AppEvent[] = [];
    await profiles.openSample();
    profiles.onEvent((event) => heard.push(event));
    listeners.get('own')?.({ type: 'queue-changed' });
    listeners.get('own')?.({ type: 'open-url', url: 'https://list.example/leave' });
    listeners.get('sample')?.({ type: 'status-changed' });
    expect(heard).toEqual([{ type: 'open-url', url: 'https://list.example/leave' }, { type: 'status-changed' }]);
  });
});
