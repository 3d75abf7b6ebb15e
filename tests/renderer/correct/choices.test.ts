import { describe, expect, it } from 'vitest';
import { isSayable } from '#core/triage/corrections.ts';
import { LABELS } from '#core/triage/vocabulary.ts';
import { anAddress, anAssessment } from '#tests/helpers/builders.ts';
import { choicesFor, keyOf, type Correctable } from '../../../renderer/correct/choices.ts';

function aCorrectable(differing: Partial<Correctable> = {}): Correctable {
  return {
    from: anAddress('Sam Vance <sam@vance.example>'),
    assessment: anAssessment({ labels: ['cold-outreach', 'flattery'] }),
    corrections: [],
    ...differing,
  };
}

const titles = (message: Correctable): readonly string[] => choicesFor(message).map(({ title }) => title);

describe('choicesFor', () => {
  it('offers first what is most likely wrong: the labels that are there', () => {
    expect(titles(aCorrectable()).slice(0, 3)).toEqual([
      'Not “cold outreach”',
      'Not “flattery”',
      'This thread is not outreach',
    ]);
    expect(titles(aCorrectable())).toContain('This is “recruiter”');
    expect(titles(aCorrectable())).toContain('Mail of Sam Vance is never “cold outreach”');
    expect(titles(aCorrectable())).not.toContain('This is “cold outreach”');
  });

  it('offers to take back what was said, and not to say it again', () => {
    const corrected = aCorrectable({
      assessment: anAssessment({ labels: ['personal'] }),
      corrections: [{ decision: 3, scope: 'sender', label: 'newsletter', is: true }],
    });
    expect(titles(corrected)[0]).toBe('Take back: Mail of Sam Vance is always “newsletter”');
    expect(titles(corrected).filter((title) => title === 'Mail of Sam Vance is always “newsletter”')).toEqual([]);
    expect(titles(corrected)).not.toContain('This thread is not outreach');
  });

  it('offers nothing twice, and nothing that cannot be said', () => {
    for (const label of LABELS) {
      const choices = choicesFor(aCorrectable({ assessment: anAssessment({ labels: [label] }) }));
      expect(new Set(choices.map(keyOf)).size).toBe(choices.length);
      expect(new Set(choices.map(({ title }) => title)).size).toBe(choices.length);
      for (const { scope, label: of, says } of choices.filter((one) => one.says !== 'nothing'))
        expect(isSayable({ scope, label: of, is: says === 'is' }), `${scope} ${of} ${says}`).toBe(true);
    }
  });
});
