import { describe, expect, it } from 'vitest';
import { withUsersWord } from '#core/triage/users-word.ts';
import { anAssessment } from '#tests/helpers/builders.ts';

describe('withUsersWord', () => {
  it('makes known or a stranger of whom the user says so, and gives that as the first reason', () => {
    const stranger = anAssessment({ lane: 'stranger', advice: 'ask-how-we-know' });
    expect(withUsersWord(stranger, 'known')).toMatchObject({ lane: 'known', advice: 'reply' });
    expect(withUsersWord(stranger, 'known').why.map(({ text }) => text)).toEqual([
      'You said that you know this person.',
      ...stranger.why.map(({ text }) => text),
    ]);
    expect(withUsersWord(anAssessment({ lane: 'known' }), 'stranger').lane).toBe('stranger');
  });

  it('says it once, however often the user changes his or her mind', () => {
    const twice = withUsersWord(withUsersWord(anAssessment(), 'known'), 'stranger');
    expect(twice.why.filter(({ text }) => text.startsWith('You said'))).toHaveLength(1);
  });

  it('leaves bulk bulk: a relationship never overrides content', () => {
    const bulk = anAssessment({ lane: 'bulk' });
    expect(withUsersWord(bulk, 'known')).toBe(bulk);
  });
});
