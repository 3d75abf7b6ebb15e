import { describe, expect, it } from 'vitest';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import {
  anAddress,
  anOwner,
  aSentTriageMessage,
  aTriageMessage,
  someSignals,
  START_AT,
} from '#tests/helpers/builders.ts';

const DAY_MS = 86_400_000;

function day(number: number): number {
  return START_AT + number * DAY_MS;
}

describe('createCorrespondence', () => {
  it('knows nobody before the first message', () => {
    const correspondence = createCorrespondence(anOwner(), []);
    expect(correspondence.record('ann@lee.example')).toBeUndefined();
    expect(correspondence.strength('ann@lee.example', START_AT).value).toBe(0);
    expect(correspondence.evidence('ann@lee.example', START_AT)[0]?.text).toContain('No mail to or from them');
  });

  it('ranks a person whom the owner answers above one who only writes (R1, R2)', () => {
    const correspondence = createCorrespondence(anOwner(), []);
    for (let n = 0; n < 20; n += 1)
      correspondence.observe(aTriageMessage({ from: anAddress('Vic <vic@loud.example>'), receivedAt: day(n) }), []);
    for (let n = 0; n < 3; n += 1) {
      correspondence.observe(aTriageMessage({ receivedAt: day(30 + n) }), []);
      correspondence.observe(aSentTriageMessage({ receivedAt: day(30 + n) + 1000 }), []);
    }
    const ann = correspondence.strength('ann@lee.example', day(40));
    const vic = correspondence.strength('vic@loud.example', day(40));
    expect(ann.value).toBeGreaterThan(vic.value);
    expect(vic.value).toBeLessThan(10);
    expect(correspondence.streak('vic@loud.example').count).toBe(20);
    expect(correspondence.people(day(40)).map(({ key }) => key)).toEqual(['ann@lee.example', 'vic@loud.example']);
  });

  it('counts no automatic mail and makes no tie of a boundary reply', () => {
    const correspondence = createCorrespondence(anOwner(), []);
    correspondence.observe(aTriageMessage({ signals: someSignals({ automated: true }) }), []);
    expect(correspondence.record('ann@lee.example')).toBeUndefined();
    const pitch = aTriageMessage();
    correspondence.observe(pitch, []);
    const no = aSentTriageMessage({ signals: someSignals({ boundary: 'decline' }), receivedAt: pitch.receivedAt + 1 });
    correspondence.observe(no, []);
    expect(correspondence.record('ann@lee.example')).toMatchObject({ sentCount: 0, boundarySentCount: 1 });
    expect(correspondence.boundariesWith(pitch).map(({ kind }) => kind)).toEqual(['decline']);
  });

  it('takes the owner at his or her word', () => {
    const correspondence = createCorrespondence(anOwner(), [{ address: 'ann@lee.example', verdict: 'known' }]);
    expect(correspondence.strength('ann@lee.example', START_AT).value).toBe(100);
    correspondence.judge('ann@lee.example', 'stranger');
    expect(correspondence.strength('ann@lee.example', START_AT).value).toBe(0);
  });
});
