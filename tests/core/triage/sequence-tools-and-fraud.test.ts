/** Which boundary is safe: a sequence tool's letter is a person's, a list is a list, and fraud is never answered. */
import { describe, expect, it } from 'vitest';
import { from, judgeLast } from '#tests/helpers/judged-mail.ts';

const TOOL = {
  listUnsubscribe: '<https://go.reachmill.example/u/19c>',
  bulkMarkers: ['Feedback-ID: 19c:seq:reachmill'],
};
const PITCH =
  'Hi Olive,\n\nWe help small firms to find new customers. Do you have twenty minutes for a call on Thursday or Friday?\n\nDrew';

describe('a letter that a sequence tool sent', () => {
  it('is the letter of the person who signs it, whom a reply stops', () => {
    const verdict = judgeLast([from('Drew Pine <drew@reachmill.example>', 'Quick one', PITCH, 0, { headers: TOOL })]);
    expect(verdict.lane).toBe('stranger');
    expect(verdict.labels).toContain('cold-outreach');
    expect(verdict.labels).not.toContain('newsletter');
    expect(verdict.advice).toBe('decline');
    expect(verdict.adviceReason).toContain('a reply stops it');
  });

  it.each([
    ['has a list behind it', { ...TOOL, listId: 'tips.reachmill.example' }],
    ['offers the one-click way out of real lists', { ...TOOL, listUnsubscribePost: 'List-Unsubscribe=One-Click' }],
    ['says that it is bulk', { ...TOOL, precedence: 'bulk' }],
  ])('is list mail where it %s', (_, headers) => {
    expect(judgeLast([from('Drew Pine <drew@reachmill.example>', 'Tips', PITCH, 0, { headers })]).lane).toBe('bulk');
  });
});

describe("Gmail's own spam label", () => {
  const mail = (labels: readonly string[]): Parameters<typeof judgeLast>[0] => [
    from('Sam Vance <sam@vance.example>', 'hello', 'Hello Olive, have you a minute for my offer?', 0, { labels }),
  ];
  it('is believed of a stranger', () => {
    expect(judgeLast(mail(['SPAM'])).advice).toBe('mark-spam');
    expect(judgeLast(mail(['INBOX'])).advice).not.toBe('mark-spam');
  });
});

describe('fraud', () => {
  it('is marked as spam and never answered, though a machine wrote it', () => {
    const verdict = judgeLast([
      from(
        'Account Services <service@billing-desk.example>',
        'Notice',
        'Your account has been suspended. Verify your bank details within the day or lose your access.',
        0,
        { headers: { autoSubmitted: 'auto-generated' } },
      ),
    ]);
    expect(verdict.advice).toBe('mark-spam');
  });

  it('is not what one unlucky phrase makes of an ordinary letter', () => {
    const verdict = judgeLast([
      from(
        'Mia Long <mia@long-tax.example>',
        'Your question',
        'Dear Olive, as you asked: the form wants your date of birth in the second box, nothing else. Kind regards, Mia Long',
        0,
      ),
    ]);
    expect(verdict.advice).not.toBe('mark-spam');
  });
});
