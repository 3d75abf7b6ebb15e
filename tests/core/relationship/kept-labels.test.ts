import { describe, expect, it } from 'vitest';
import { keptLabels, wantedIn } from '#core/relationship/kept-labels.ts';

describe('keptLabels', () => {
  it('keeps in its order what people are remembered by, and nothing else', () => {
    expect(keptLabels(['newsletter', 'recruiter', 'nagging', 'cold-outreach', 'apology'])).toEqual([
      'recruiter',
      'cold-outreach',
      'apology',
    ]);
    expect(wantedIn(['apology', 'recruiter', 'cold-outreach'])).toBe('recruiter');
  });
});
