import { describe, expect, it } from 'vitest';
import { OWNER_ADDRESS } from '#tests/helpers/builders.ts';
import { day, Story } from './mailbox-story.ts';

const ANN = 'Ann Lee <ann@lee.example>';
const NEW = 'Nia Day <nia@day.example>';
const INTRODUCES = { found: [{ kind: 'introduces', strength: 0.9, quotes: ['Meet Nia'] }] };

function friendOfAnn(): Story {
  const story = new Story();
  for (const on of [0, 5]) story.exchange({ on, from: ANN });
  return story;
}

describe('introductions (R8)', () => {
  it('remember by whom and when', () => {
    const story = friendOfAnn();
    story.received({ on: 10, from: ANN, cc: [NEW], signals: INTRODUCES, id: '<meet>' });
    expect(story.correspondence.record('nia@day.example')?.introducedBy).toEqual({
      address: 'ann@lee.example',
      name: 'Ann Lee',
      at: day(10),
      messageId: '<meet>',
      inWords: true,
    });
    expect(story.value('nia@day.example', 11)).toBeGreaterThan(8);
    expect(story.correspondence.evidence('nia@day.example', day(11))[0]).toEqual({
      text: 'Introduced by Ann Lee on 11 January 2026',
      messageIds: ['<meet>'],
    });
  });

  it('are taken from the label as well', () => {
    const story = friendOfAnn();
    story.received({ on: 10, from: ANN, to: [OWNER_ADDRESS, NEW], labels: ['introduction'] });
    expect(story.correspondence.record('nia@day.example')?.introducedBy?.inWords).toBe(true);
  });

  it('are less when somebody known only copies a stranger in', () => {
    const story = friendOfAnn();
    story.received({ on: 10, from: ANN, cc: [NEW] });
    expect(story.correspondence.record('nia@day.example')?.introducedBy?.inWords).toBe(false);
    expect(story.texts('nia@day.example', 11)).toContain('Ann Lee copied them in on 11 January 2026');
    const inWords = friendOfAnn();
    inWords.received({ on: 10, from: ANN, cc: [NEW], signals: INTRODUCES });
    expect(story.value('nia@day.example', 11)).toBeLessThan(inWords.value('nia@day.example', 11));
  });

  it('cannot be made by a stranger, by list software, or to a crowd', () => {
    const story = friendOfAnn();
    story.received({ on: 9, from: 'Vic <vic@loud.example>', cc: [NEW], signals: INTRODUCES });
    story.received({ on: 10, from: ANN, cc: [NEW], signals: { ...INTRODUCES, bulk: true } });
    const crowd = Array.from({ length: 9 }, (_, n) => `p${n}@crowd.example`);
    story.received({ on: 11, from: ANN, cc: [NEW, ...crowd], signals: INTRODUCES });
    expect(story.correspondence.record('nia@day.example')).toBeUndefined();
  });

  it('change nothing for somebody who had written before', () => {
    const story = friendOfAnn();
    story.received({ on: 8, from: NEW });
    story.received({ on: 10, from: ANN, cc: [NEW], signals: INTRODUCES });
    expect(story.correspondence.record('nia@day.example')?.introducedBy).toBeUndefined();
  });

  it('do not let a stranger give a name to an address by writing it in Cc', () => {
    const story = friendOfAnn();
    story.received({ on: 9, from: 'Vic <vic@loud.example>', cc: ['Ann Lee <trap@loud.example>'] });
    expect(story.correspondence.peopleNamed('Ann Lee').map(({ key }) => key)).toEqual(['ann@lee.example']);
  });
});
