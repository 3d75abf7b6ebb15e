import { describe, expect, it } from 'vitest';
import type { IncomingMessage } from '#core/mail/message.ts';
import type { WritableDb } from '#main/store/database.ts';
import { aMessage, anAddress, aSentMessage, START_AT } from '#tests/helpers/builders.ts';
import { anAccount, stored } from '#tests/helpers/stored.ts';
import { aStore } from '#tests/helpers/test-store.ts';

const DAY = 86_400_000;

/** The messages' Message-IDs, grouped by thread. */
function threadsOf(db: WritableDb): readonly (readonly string[])[] {
  const rows = db.prepare('SELECT thread_id, message_id FROM messages ORDER BY id').all() as {
    thread_id: number;
    message_id: string;
  }[];
  return Object.values(Object.groupBy(rows, ({ thread_id: id }) => id)).map((group = []) =>
    group.map((row) => row.message_id),
  );
}

/** A conversation without References, as Enron's and Outlook's mail comes. */
function without(differing: Partial<IncomingMessage>, day: number): IncomingMessage {
  return { ...aMessage(differing), receivedAt: START_AT + day * DAY };
}

describe('threadFor', () => {
  it('joins an answer to what it refers to', () => {
    const { db } = aStore();
    const root = aMessage({ subject: 'Plan' });
    const answer = aSentMessage({ subject: 'A new subject', references: [root.messageId] });
    stored(db, [root, answer]);
    expect(threadsOf(db)).toEqual([[root.messageId, answer.messageId]]);
  });

  it('joins two answers to a message that never arrived', () => {
    const { db } = aStore();
    const first = aMessage({ references: ['<lost@x.example>'], subject: 'One' });
    const second = aMessage({ inReplyTo: '<lost@x.example>', subject: 'Two' });
    stored(db, [first, second]);
    expect(threadsOf(db)).toHaveLength(1);
  });

  it('joins what arrives in the wrong order, and two halves when the link between them arrives', () => {
    const { db } = aStore();
    const root = aMessage({ subject: 'Root' });
    const middle = aMessage({ subject: 'Middle', references: [root.messageId] });
    const last = aMessage({ subject: 'Last', inReplyTo: middle.messageId });
    stored(db, [last]);
    stored(db, [root]);
    expect(threadsOf(db)).toHaveLength(2);
    stored(db, [middle]);
    expect(threadsOf(db)).toEqual([[root.messageId, middle.messageId, last.messageId]]);
  });

  it('lets Gmail decide where Gmail says which thread it is', () => {
    const { db } = aStore();
    const gmail = anAccount(db, 'gmail', 'olive@owner.example');
    const root = aMessage({ gmailThreadId: 'a1', gmailId: 'a1' });
    const other = aMessage({ gmailThreadId: 'b1', gmailId: 'b1', references: [root.messageId] });
    const answer = aMessage({ gmailThreadId: 'a1', gmailId: 'a2' });
    stored(db, [root, other, answer], gmail);
    expect(threadsOf(db)).toEqual([[root.messageId, answer.messageId], [other.messageId]]);
  });

  it('joins mail from a file with the Gmail thread it belongs to', () => {
    const { db } = aStore();
    const root = aMessage();
    stored(db, [root]);
    const answer = aMessage({ gmailThreadId: 'a1', gmailId: 'a1', references: [root.messageId] });
    stored(db, [answer], anAccount(db, 'gmail', 'olive@owner.example'));
    expect(threadsOf(db)).toHaveLength(1);
  });

  it('joins an answer without references by subject and people', () => {
    const { db } = aStore();
    const root = without({ subject: 'Gas contract' }, 0);
    const answer = { ...aSentMessage({ subject: 'RE: Gas  contract' }), receivedAt: START_AT + DAY };
    stored(db, [root, answer]);
    expect(threadsOf(db)).toHaveLength(1);
  });

  it('joins by subject in whatever order the mail arrives', () => {
    const { db } = aStore();
    const root = without({ subject: 'Gas contract' }, 0);
    const answer = { ...aSentMessage({ subject: 'RE: Gas contract' }), receivedAt: START_AT + DAY };
    stored(db, [answer]);
    stored(db, [root]);
    expect(threadsOf(db)).toHaveLength(1);
  });

  it('keeps apart what strangers write under one subject', () => {
    const { db } = aStore();
    stored(db, [
      without({ subject: 'Hello', from: anAddress('ann@lee.example') }, 0),
      without({ subject: 'Re: Hello', from: anAddress('bob@other.example') }, 1),
    ]);
    expect(threadsOf(db)).toHaveLength(2);
  });

  it('keeps apart newsletters of one subject, and answers after two months', () => {
    const { db } = aStore();
    stored(db, [
      without({ subject: 'Weekly' }, 0),
      without({ subject: 'Weekly' }, 7),
      without({ subject: 'Lunch' }, 0),
      without({ subject: 'Re: Lunch' }, 70),
    ]);
    expect(threadsOf(db)).toHaveLength(4);
  });
});
