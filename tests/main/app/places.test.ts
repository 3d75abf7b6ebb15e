import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { placesOf, profileArgument } from '#main/app/places.ts';

describe('profileArgument', () => {
  const here = path.resolve('/home/olive');

  it('is absolute, and the last one counts', () => {
    expect(profileArgument(['electron', '.', '--profile=mail'], here)).toBe(path.join(here, 'mail'));
    expect(profileArgument(['--profile=/a', '--profile=/b'], here)).toBe(path.resolve('/b'));
  });

  it('is absent where none is named', () => {
    expect(profileArgument(['electron', '.', '--profile'], here)).toBeUndefined();
    expect(profileArgument(['--profile='], here)).toBeUndefined();
  });
});

describe('placesOf', () => {
  it('takes the sample mailbox from beside the packaged app, which is an archive', () => {
    const packaged = placesOf({
      appDir: '/opt/a/resources/app.asar',
      resourcesDir: '/opt/a/resources',
      isPackaged: true,
    });
    expect(packaged.sampleDir).toBe(path.join('/opt/a/resources', 'sample'));
    expect(packaged.rendererDir).toBe(path.join('/opt/a/resources/app.asar', 'out', 'renderer'));
    expect(placesOf({ appDir: '/src', resourcesDir: '/electron', isPackaged: false }).sampleDir).toBe(
      path.join('/src', 'resources', 'sample'),
    );
  });
});
