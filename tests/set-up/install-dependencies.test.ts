import { describe, expect, it } from 'vitest';
import { isAsLocked } from '../../scripts/set-up/install-dependencies.mjs';

const wanted = {
  '': { name: 'acquaint' },
  'node_modules/react': { version: '19.3.1', integrity: 'sha512-react' },
  'node_modules/binary-for-mac': { version: '1.0.0', integrity: 'sha512-mac', optional: true },
};
const react = wanted['node_modules/react'];

describe('isAsLocked', () => {
  it('is content when everything is there but a package for another system', () => {
    expect(isAsLocked({ 'node_modules/react': react }, wanted)).toBe(true);
  });

  it('misses a package that is not optional', () => {
    expect(isAsLocked({}, wanted)).toBe(false);
  });

  it('sees another version, and another content of the same version', () => {
    expect(isAsLocked({ 'node_modules/react': { ...react, version: '19.3.0' } }, wanted)).toBe(false);
    expect(isAsLocked({ 'node_modules/react': { ...react, integrity: 'sha512-other' } }, wanted)).toBe(false);
  });

  it('sees a package that the lock file no longer has', () => {
    expect(isAsLocked({ 'node_modules/react': react, 'node_modules/left-over': react }, wanted)).toBe(false);
  });
});
