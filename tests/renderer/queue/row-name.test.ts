import { describe, expect, it } from 'vitest';
import { rowName } from '../../../renderer/queue/row-name.ts';
import { anItem } from '../a-queue.ts';

describe('rowName', () => {
  it('says who, what, how well known, why and when', () => {
    const item = anItem(1, {
      labels: ['recruiter', 'nagging'],
      attachmentCount: 2,
      strength: 30,
      lane: 'acquaintance',
    });
    expect(rowName(item, Date.UTC(2027, 0, 1))).toBe(
      'Unread. Ann Lee. Lunch. acquaintance, some history. recruiter, nagging. 2 attachments. 2 Mar 2026',
    );
  });

  it('has a name for mail without sender, subject or date', () => {
    const item = anItem(1, { from: { name: '', address: '' }, subject: '', receivedAt: 0, unread: false });
    expect(rowName(item, Date.UTC(2027, 0, 1))).toBe('unknown sender. no subject. stranger, no history. no date');
  });
});
