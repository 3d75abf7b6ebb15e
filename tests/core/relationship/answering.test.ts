import { describe, expect, it } from 'vitest';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import { OWNER_ADDRESS } from '#tests/helpers/builders.ts';
import { day, Story } from './mailbox-story.ts';

const ANN = 'Ann Lee <ann@lee.example>';
const VIC = 'Vic Loud <vic@loud.example>';

function answeredFriend(): Story {
  const story = new Story();
  for (let n = 0; n < 20; n += 1) {
    story.exchange({ on: n, from: ANN });
    story.received({ on: n + 0.5, from: VIC });
  }
  return story;
}

describe('likelyToAnswer', () => {
  it('is higher for somebody whom the owner answers', () => {
    const story = answeredFriend();
    const chance = (from: string): number =>
      story.correspondence.likelyToAnswer(story.draft({ on: 21, from, to: [OWNER_ADDRESS] })).value;
    expect(chance(ANN)).toBeGreaterThan(2 * chance(VIC));
    const { likelyToAnswer } = story.correspondence.strength('ann@lee.example', day(21));
    expect(likelyToAnswer).toBeGreaterThan(story.correspondence.strength('vic@loud.example', day(21)).likelyToAnswer);
  });

  it('is higher for a letter to the owner alone than for one to a crowd, and says why', () => {
    const story = answeredFriend();
    const crowd = Array.from({ length: 12 }, (_, n) => `p${n}@crowd.example`);
    const alone = story.correspondence.likelyToAnswer(story.draft({ on: 21, from: ANN, to: [OWNER_ADDRESS] }));
    const many = story.correspondence.likelyToAnswer(
      story.draft({ on: 21, from: ANN, to: crowd, cc: [OWNER_ADDRESS] }),
    );
    expect(alone.value).toBeGreaterThan(many.value);
    expect(many.because.find(({ name }) => name === 'crowd')).toMatchObject({
      text: 'Written to many, or with you in copy',
    });
  });

  it('is higher for an answer in a conversation of the owner’s', () => {
    const story = answeredFriend();
    story.sent({ on: 20.9, to: [ANN], thread: 5, subject: 'Plans' });
    const to = [OWNER_ADDRESS];
    const answer = story.draft({ on: 21, from: ANN, to, thread: 5, subject: 'Re: Plans' });
    const other = story.draft({ on: 21, from: ANN, to, thread: 6, subject: 'Fwd: Newsletter of the society' });
    const chance = (message: TriageMessage): number => story.correspondence.likelyToAnswer(message).value;
    expect(chance(answer)).toBeGreaterThan(chance(other));
  });

  it('is nothing for machines, little for lists, and next to nothing where the owner said so', () => {
    const story = answeredFriend();
    const chance = (signals: object): number =>
      story.correspondence.likelyToAnswer(story.draft({ on: 21, from: ANN, to: [OWNER_ADDRESS], signals })).value;
    expect(chance({ automated: true })).toBe(0);
    expect(chance({ bulk: true })).toBeLessThan(chance({}) / 3);
    story.correspondence.judge('ann@lee.example', 'stranger');
    expect(chance({})).toBeLessThan(0.02);
  });
});
