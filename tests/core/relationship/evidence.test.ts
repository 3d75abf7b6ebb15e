import { describe, expect, it } from 'vitest';
import {
  counted,
  dayInWords,
  isPlausibleTime,
  monthInWords,
  reachInWords,
  timesInWords,
} from '#core/relationship/dates-in-words.ts';
import { day, Story } from './mailbox-story.ts';

const ANN = 'Ann Lee <ann@lee.example>';

describe('evidence', () => {
  it('says what passed, with the messages it rests on', () => {
    const story = new Story();
    story.received({ on: 0, from: ANN, id: '<1>', thread: 1 });
    story.sent({ on: 1, to: [ANN], id: '<2>', thread: 1 });
    story.received({ on: 2, from: ANN, id: '<3>', thread: 1 });
    expect(story.correspondence.evidence('ann@lee.example', day(3))).toEqual([
      { text: 'You wrote once, on 2 January 2026', messageIds: ['<2>'] },
      { text: 'They wrote twice, last on 3 January 2026', messageIds: ['<1>', '<3>'] },
      { text: 'You answered 1 of 2; 1 unanswered since January 2026', messageIds: ['<3>'] },
    ]);
  });

  it('tells of conversations, of lists and of boundaries', () => {
    const story = new Story();
    for (const on of [0, 1, 2]) story.exchange({ on, from: ANN });
    story.received({ on: 3, from: ANN, signals: { bulk: true } });
    story.sent({ on: 4, to: [ANN], signals: { boundary: 'remove' } });
    expect(story.texts('ann@lee.example', 5)).toEqual([
      'You wrote 3 times, last on 3 January 2026',
      'They wrote 3 times, last on 3 January 2026',
      'You answered 3 of 3',
      'You both wrote in 3 conversations',
      'Through a list or bulk software they wrote once, on 4 January 2026',
      'You set a boundary once, on 5 January 2026',
    ]);
  });

  it('counts all and names the latest, however long two people have been writing', () => {
    const story = new Story();
    for (let n = 0; n < 300; n += 1) story.exchange({ on: n, from: ANN });
    for (let n = 0; n < 500; n += 1) story.received({ on: 300 + n / 10, from: ANN, signals: { bulk: true } });
    const [wrote, , answered] = story.correspondence.evidence('ann@lee.example', day(400));
    expect(wrote?.text).toBe('You wrote 300 times, last on 27 October 2026');
    expect(answered?.text).toBe('You answered 300 of 300');
    const listed = story.correspondence.evidence('ann@lee.example', day(400)).at(-1);
    expect(listed?.text).toBe('Through a list or bulk software they wrote 500 times, last on 17 December 2026');
    expect(listed?.messageIds).toHaveLength(50);
  });

  it('says that there was no mail, and how far back the record goes', () => {
    const story = new Story();
    expect(story.texts('new@face.example', 0)).toEqual(['No mail to or from them; your record is empty']);
    story.received({ on: 0, from: ANN });
    expect(story.texts('new@face.example', 1)).toEqual([
      'No mail to or from them; your record goes back to January 2026 (received only)',
    ]);
    story.sent({ on: -4000, to: [ANN] });
    story.received({ on: 400, from: ANN });
    expect(story.correspondence.evidence('new@face.example', day(401), true)).toEqual([
      {
        text: 'No mail to or from them; your record goes back to January 2026 (complete) and January 2015 (Sent only)',
        messageIds: [],
      },
    ]);
  });

  it('says nothing of when a clock stood at 1970', () => {
    const story = new Story();
    story.received({ on: 0, from: ANN, message: { receivedAt: 0 } });
    story.received({ on: 1, from: 'Vic <vic@loud.example>' });
    expect(story.texts('ann@lee.example', 2)).toEqual(['They wrote once', 'You have not answered them; 1 unanswered']);
    expect(story.correspondence.coverage.receivedSince).toBe(day(1));
  });
});

describe('dates and numbers in words', () => {
  it('say how far back the record goes, each way', () => {
    const [march, may] = [Date.UTC(2019, 2, 5), Date.UTC(2015, 4, 3)];
    expect(reachInWords({ receivedSince: march, sentSince: may }, true)).toBe(
      'March 2019 (complete) and May 2015 (Sent only)',
    );
    expect(reachInWords({ receivedSince: may, sentSince: march }, false)).toBe(
      'March 2019 (both ways) and May 2015 (received only)',
    );
    expect(reachInWords({ receivedSince: march, sentSince: march + 1 }, true)).toBe('March 2019 (complete)');
    expect(reachInWords({ sentSince: may }, true)).toBe('May 2015 (Sent only)');
    expect(reachInWords({}, true)).toBeUndefined();
  });

  it('are British, in UTC', () => {
    expect(dayInWords(Date.UTC(2026, 4, 3, 23, 59))).toBe('3 May 2026');
    expect(monthInWords(Date.UTC(2019, 2, 31))).toBe('March 2019');
    expect(counted(1, 'message', 'messages')).toBe('1 message');
    expect(counted(1204, 'message', 'messages')).toBe('1,204 messages');
    expect([1, 2, 3, 4200].map(timesInWords)).toEqual(['once', 'twice', '3 times', '4,200 times']);
    expect([0, Date.UTC(1904, 0, 1), Date.UTC(1982, 7, 13)].map(isPlausibleTime)).toEqual([false, false, true]);
  });
});
