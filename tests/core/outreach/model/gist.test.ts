import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GIST_SIZE, gistOf, readGist } from '#core/outreach/model/gist.ts';

const of = (folded: string): string => gistOf({ folded, ownerFirstNames: ['olive'] });
const likeness = (one: string, other: string): number => {
  const a = readGist(of(one));
  const b = readGist(of(other));
  return a === undefined || b === undefined ? Number.NaN : a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
};

const CARRIERS =
  'carriers overcharge small workshops for freight and nobody checks their invoices. we compare every invoice with the contract and claim the difference';
const CARRIERS_AGAIN =
  'carriers overcharge small bakeries for freight and nobody checks their invoices. we compare each invoice with the contract and reclaim the difference';
const CHOIR =
  'the choir meets again after easter in the chapel. please bring the green folders, the printed lyrics and something warm because heating is broken there';

describe('gistOf', () => {
  it('is alike for texts about the same, and unlike for others', () => {
    expect(likeness(CARRIERS, CARRIERS)).toBeCloseTo(1);
    expect(likeness(CARRIERS, CARRIERS_AGAIN)).toBeGreaterThan(0.4);
    expect(Math.abs(likeness(CARRIERS, CHOIR))).toBeLessThan(0.3);
  });

  it('says nothing of a text too short to be about anything', () => {
    expect(of('hello olive, thank you very much')).toBe('');
  });

  it('is 128 hexadecimal digits, whatever the text, and is read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (noise) => {
        const gist = of(`${CHOIR} ${noise.toLowerCase()}`);
        expect(gist).toMatch(/^[0-9a-f]{128}$/);
        expect(readGist(gist)).toHaveLength(GIST_SIZE);
      }),
    );
  });
});

describe('readGist', () => {
  it('reads nothing out of what is no gist', () => {
    expect(readGist('')).toBeUndefined();
    expect(readGist('z'.repeat(GIST_SIZE))).toBeUndefined();
    expect(readGist('8'.repeat(GIST_SIZE))).toBeUndefined();
  });
});
