import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entitiesOf } from '#core/outreach/entities.ts';
import { type Adaptation, FIRST_STEP, LARGEST_DELTA, learnFrom, type Lesson } from '#core/outreach/model/adaptation.ts';
import type { ScoredLabel } from '#core/outreach/model/model.ts';
import { readSignals } from '#core/outreach/read-signals.ts';
import type { Signals } from '#core/outreach/signals.ts';
import { aMessage, anOwner } from '#tests/helpers/builders.ts';

const PITCH =
  'We help workshops like yours to claim back what carriers overcharge. Most recover nine percent of their freight bill within a quarter. Could we find twenty minutes on Thursday for a short demonstration of the software?';
const LIKE_PITCH =
  'We help bakeries like yours to claim back what carriers overcharge. Most recover seven percent of their freight bill within a quarter. Could we find fifteen minutes on Monday for a short demonstration of our software?';
const VENUE =
  'The choir hall is free on the second weekend of March, and the caretaker would leave the keys at the chapel door. Please let me know whether the singers want chairs or benches, and how many people will come for supper.';

function signalsOf(text: string, subject = 'A question'): Signals {
  return readSignals(aMessage({ subject, text }), 'received', anOwner());
}

function lesson(label: ScoredLabel, is: boolean, text: string, from = 'sam@vance.example'): Lesson {
  return { label, is, messageId: `<${label}-${text.length}@x.example>`, from, signals: signalsOf(text) };
}

function scoreOf(adaptation: Adaptation, label: ScoredLabel, text: string, from = 'other@firm.example'): number {
  const signals = signalsOf(text);
  return entitiesOf(adaptation.adapt(from, signals)?.signals ?? signals).scores[label] ?? Number.NaN;
}

const before = learnFrom([]);

describe('learnFrom', () => {
  it('moves the corrected message the way the user said, and a message like it less far', () => {
    const after = learnFrom([lesson('cold-outreach', false, PITCH)]);
    const itself = scoreOf(before, 'cold-outreach', PITCH) - scoreOf(after, 'cold-outreach', PITCH);
    const alike = scoreOf(before, 'cold-outreach', LIKE_PITCH) - scoreOf(after, 'cold-outreach', LIKE_PITCH);
    expect(itself).toBeGreaterThan(0.5);
    expect(alike).toBeGreaterThan(0.2);
    expect(alike).toBeLessThan(itself);
  });

  it('leaves mail that is unlike every corrected message exactly as it was', () => {
    const after = learnFrom([lesson('cold-outreach', false, PITCH), lesson('recruiter', true, LIKE_PITCH)]);
    expect(after.adapt('ann@lee.example', signalsOf(VENUE))).toBeUndefined();
  });

  it('moves no other label', () => {
    const after = learnFrom([lesson('cold-outreach', false, PITCH)]);
    const moved = after.adapt('sam@vance.example', signalsOf(PITCH));
    expect(Object.keys(moved?.deltas ?? {})).toEqual(['cold-outreach']);
    expect(moved?.because).toEqual([lesson('cold-outreach', false, PITCH).messageId]);
  });

  it('lets no single correction move a message further than its step, nor all of them together further than the bound', () => {
    const one = learnFrom([lesson('cold-outreach', true, VENUE)]);
    expect(scoreOf(one, 'cold-outreach', VENUE) - scoreOf(before, 'cold-outreach', VENUE)).toBeLessThanOrEqual(
      FIRST_STEP + 0.01,
    );
    const words = VENUE.split(' ');
    const many = learnFrom(
      Array.from({ length: 30 }, (_, index) =>
        lesson('cold-outreach', true, [...words.slice(index % 5), `extra${index}`].join(' '), `a${index}@b.example`),
      ),
    );
    expect(scoreOf(many, 'cold-outreach', VENUE) - scoreOf(before, 'cold-outreach', VENUE)).toBeLessThanOrEqual(
      LARGEST_DELTA + 0.01,
    );
  });

  it('moves less with every further correction of a label', () => {
    const first = learnFrom([lesson('flattery', true, VENUE)]);
    const second = learnFrom([lesson('flattery', true, PITCH), lesson('flattery', true, VENUE)]);
    expect(scoreOf(second, 'flattery', VENUE)).toBeLessThan(scoreOf(first, 'flattery', VENUE));
  });

  it('never touches alerts and receipts, whatever they are like', () => {
    const code =
      'Your verification code is 482913. Enter it to sign in to your account. If you did not ask for it, somebody may know your password: change it now. We will never ask you for this code by telephone.';
    const signals = signalsOf(code, 'Your sign-in code');
    expect(entitiesOf(signals).scores['security']).toBeGreaterThan(0);
    const after = learnFrom([
      { label: 'newsletter', is: true, messageId: '<c@x.example>', from: 'a@b.example', signals },
      lesson('newsletter', true, PITCH),
    ]);
    expect(after.adapt('a@b.example', signals)).toBeUndefined();
  });

  it('comes to the same from the same corrections in the same order, and without one to what was before it', () => {
    const anyLesson = fc.record({
      label: fc.constantFrom<ScoredLabel>('cold-outreach', 'recruiter', 'newsletter', 'personal'),
      is: fc.boolean(),
      text: fc.constantFrom(PITCH, LIKE_PITCH, VENUE),
    });
    fc.assert(
      fc.property(fc.array(anyLesson, { maxLength: 8 }), anyLesson, (said, last) => {
        const lessons = said.map(({ label, is, text }) => lesson(label, is, text));
        const results = (adaptation: Adaptation): unknown =>
          [PITCH, LIKE_PITCH, VENUE].map((text) => adaptation.adapt('sam@vance.example', signalsOf(text)));
        const all = [...lessons, lesson(last.label, last.is, last.text)];
        expect(results(learnFrom(all))).toEqual(results(learnFrom(all)));
        expect(results(learnFrom(all.slice(0, -1)))).toEqual(results(learnFrom(lessons)));
      }),
      { numRuns: 30 },
    );
  });
});
