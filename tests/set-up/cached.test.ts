import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cachedDir, makeCached } from '../../scripts/set-up/cached.mjs';

let cache: string;

beforeEach(() => {
  cache = mkdtempSync(path.join(tmpdir(), 'acquaint-cache-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true, force: true });
});

describe('makeCached', () => {
  it('makes a folder once and finds it from then on', async () => {
    let made = 0;
    const fill = (dir: string): void => {
      made++;
      writeFileSync(path.join(dir, 'runtime'), 'all of it');
    };
    const first = await makeCached('thing', fill);
    const second = await makeCached('thing', fill);
    expect(second).toBe(first);
    expect(made).toBe(1);
    expect(cachedDir('thing')).toBe(first);
    expect(readdirSync(first)).toEqual(['runtime']);
  });

  it('leaves neither the folder nor half of it behind when making it fails', async () => {
    const fill = (dir: string): void => {
      writeFileSync(path.join(dir, 'half'), '');
      throw new Error('the line went dead');
    };
    await expect(makeCached('thing', fill)).rejects.toThrow('the line went dead');
    expect(readdirSync(path.join(cache, 'acquaint'))).toEqual([]);
  });

  it('deletes what a killed process left, and not what a running one is at', async () => {
    const deadPid = 2 ** 22 + 1;
    const left = path.join(cache, 'acquaint', `thing.partial-${deadPid}`);
    const inWork = path.join(cache, 'acquaint', `other.partial-${process.ppid}`);
    for (const dir of [left, inWork]) mkdirSync(dir, { recursive: true });
    await makeCached('thing', () => undefined);
    expect(existsSync(left)).toBe(false);
    expect(existsSync(inWork)).toBe(true);
  });

  it('takes the folder that another set-up finished meanwhile', async () => {
    const dir = await makeCached('thing', async (own: string) => {
      writeFileSync(path.join(own, 'file'), 'second');
      const theirs = path.join(cache, 'acquaint', 'thing');
      mkdirSync(theirs);
      writeFileSync(path.join(theirs, 'file'), 'first');
    });
    expect(readdirSync(path.join(cache, 'acquaint'))).toEqual(['thing']);
    expect(readdirSync(dir)).toEqual(['file']);
  });
});
