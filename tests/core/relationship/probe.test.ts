import { describe, expect, it } from 'vitest';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import { countsWith, type Probe, probeInWords } from '#core/relationship/probe.ts';
import { assess } from '#core/triage/assess.ts';
import { anOwner, aTriageMessage, START_AT } from '#tests/helpers/builders.ts';

const ANN = 'ann@lee.example';
const probe = (sentCount: number, receivedCount: number): Probe => ({
  address: ANN,
  sentCount,
  receivedCount,
  askedAt: START_AT,
});
const withProbes = (...probes: readonly Probe[]) => createCorrespondence(anOwner(), [], [], undefined, probes);

describe('a probe', () => {
  it('makes somebody known of whom nothing is here yet, and says what it rests on', () => {
    const verdict = assess(aTriageMessage({}), withProbes(probe(12, 31)));
    expect(verdict.lane).toBe('known');
    expect(verdict.why[0]?.text).toBe(
      'Gmail knows of about 12 messages that you sent them and of about 31 of theirs; not fetched yet',
    );
    expect(assess(aTriageMessage({}), withProbes()).lane).toBe('stranger');
  });

  it('makes an acquaintance of whom the owner wrote to once', () => {
    expect(assess(aTriageMessage({}), withProbes(probe(1, 5))).lane).toBe('acquaintance');
  });

  it('earns a bounded credit: a hundred letters that are only known of earn no more than two', () => {
    const two = withProbes(probe(2, 3)).strength(ANN, START_AT).value;
    expect(withProbes(probe(100, 100)).strength(ANN, START_AT).value).toBe(two);
    expect(two).toBeGreaterThan(withProbes(probe(1, 3)).strength(ANN, START_AT).value);
    expect(two).toBeLessThan(40);
  });

  it('earns nothing where the owner never wrote, however often they did', () => {
    const never = withProbes(probe(0, 100));
    expect(never.record(ANN)).toBeUndefined();
    expect(never.strength(ANN, START_AT).value).toBe(0);
  });

  it('says nothing any more once as many letters are here', () => {
    expect(probeInWords({ sentCount: 3, receivedCount: 1 }, { ...probe(3, 9) })).toBeUndefined();
    expect(countsWith({ sentCount: 3, receivedCount: 1 }, undefined)).toEqual({ sentCount: 3, receivedCount: 1 });
  });
});
