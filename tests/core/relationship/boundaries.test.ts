import { describe, expect, it } from 'vitest';
import { Story } from './mailbox-story.ts';

const PITCH = 'Pat Rep <pat@seller.example>';

describe('boundariesWith and receivedSince', () => {
  it('find what was asked of the person, and what came since', () => {
    const story = new Story();
    const first = story.received({ on: 0, from: PITCH, id: '<p1>' });
    story.sent({ on: 1, to: [PITCH], id: '<stop>', signals: { boundary: 'remove' }, thread: first.threadId });
    story.received({ on: 2, from: PITCH, id: '<p2>' });
    const next = story.draft({ on: 3, from: PITCH });
    const [boundary] = story.correspondence.boundariesWith(next);
    expect(boundary).toMatchObject({ kind: 'remove', messageId: '<stop>', toAddress: 'pat@seller.example' });
    expect(boundary && story.correspondence.receivedSince(next, boundary)).toEqual(['<p2>']);
    expect(story.correspondence.thread(first)).toMatchObject({ ownerWrote: true, boundary: { kind: 'remove' } });
  });

  it('reach the whole firm, lists of it too, but nobody else on free mail', () => {
    const story = new Story();
    for (const [firm, id] of [
      ['seller.example', '<stop-1>'],
      ['mail.example', '<stop-2>'],
    ] as const) {
      story.received({ on: 0, from: `pat@${firm}` });
      story.sent({ on: 1, to: [`pat@${firm}`], id, signals: { boundary: 'remove' } });
      story.received({ on: 2, from: `news@${firm}`, id: `<list@${firm}>`, signals: { bulk: true } });
    }
    const colleague = story.draft({ on: 3, from: 'quinn@seller.example' });
    const [boundary] = story.correspondence.boundariesWith(colleague);
    expect(boundary?.messageId).toBe('<stop-1>');
    expect(boundary && story.correspondence.receivedSince(colleague, boundary)).toEqual(['<list@seller.example>']);
    expect(story.correspondence.boundariesWith(story.draft({ on: 3, from: 'quinn@mail.example' }))).toEqual([]);
  });

  it('end the streak of the address that was written to', () => {
    const story = new Story();
    for (const on of [0, 1, 2]) story.received({ on, from: PITCH });
    expect(story.correspondence.streak('pat@seller.example').count).toBe(3);
    story.sent({ on: 3, to: [PITCH], signals: { boundary: 'decline' } });
    expect(story.correspondence.streak('pat@seller.example')).toEqual({ count: 0, messageIds: [] });
  });
});

describe('thread and earlier', () => {
  it('say who spoke, and who wrote a message', () => {
    const story = new Story();
    const asked = story.received({ on: 0, from: PITCH, thread: 1, id: '<a>' });
    expect(story.correspondence.earlier('<a>')).toEqual({
      from: 'pat@seller.example',
      direction: 'received',
      at: asked.receivedAt,
    });
    expect(story.correspondence.thread(asked)).toMatchObject({ ownerWrote: false, messageCount: 1 });
    const answer = story.sent({ on: 1, to: [PITCH], thread: 1 });
    expect(story.correspondence.thread(asked)).toEqual({
      ownerWrote: true,
      messageCount: 2,
      participantKeys: ['pat@seller.example'],
      lastSentAt: answer.receivedAt,
    });
    expect(story.correspondence.record('pat@seller.example')?.sharedThreadCount).toBe(1);
    expect(story.correspondence.earlier('<never>')).toBeUndefined();
  });
});
