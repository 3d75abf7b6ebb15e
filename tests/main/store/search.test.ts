import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncomingMessage } from '#core/mail/message.ts';
import type { WritableDb } from '#main/store/database.ts';
import { searchMessages, SEARCH_SQL } from '#main/store/search.ts';
import { aMessage, anAddress, START_AT } from '#tests/helpers/builders.ts';
import { stored } from '#tests/helpers/stored.ts';
import { aStore } from '#tests/helpers/test-store.ts';

function subjectsFor(db: WritableDb, query: string): readonly string[] {
  return searchMessages(db, { query, limit: 50 }).items.map(({ subject }) => subject);
}

function aStoreWith(messages: readonly Partial<IncomingMessage>[]): WritableDb {
  const { db } = aStore();
  stored(
    db,
    messages.map((message) => aMessage(message)),
  );
  return db;
}

describe('searchMessages', () => {
  it('finds all words, the last one as far as it is typed', () => {
    const db = aStoreWith([
      { subject: 'A', text: 'the quarterly budget' },
      { subject: 'B', text: 'the budget' },
    ]);
    expect(subjectsFor(db, 'quarterly budg')).toEqual(['A']);
    expect(subjectsFor(db, 'bu')).toEqual(['B', 'A']);
    expect(subjectsFor(db, 'q')).toEqual([]);
    expect(subjectsFor(db, 'quart budget')).toEqual([]);
  });

  it('finds words in their order between quotes, also before the closing one is typed', () => {
    const db = aStoreWith([
      { subject: 'A', text: 'lunch with ann today' },
      { subject: 'B', text: 'ann with lunch' },
    ]);
    expect(subjectsFor(db, '"lunch with ann"')).toEqual(['A']);
    expect(subjectsFor(db, '"ann with lun')).toEqual([]);
    expect(subjectsFor(db, '"ann with lunch')).toEqual(['B']);
  });

  it('asks who wrote, to whom, and under which subject', () => {
    const db = aStoreWith([
      { subject: 'From Ann', from: anAddress('Ann Lee <ann@lee.example>'), text: 'x' },
      {
        subject: 'To Cem',
        from: anAddress('bob@x.example'),
        cc: [anAddress('Cem <cem@firm.example>')],
        text: 'ann lee',
      },
    ]);
    expect(subjectsFor(db, 'from:ann')).toEqual(['From Ann']);
    expect(subjectsFor(db, 'from:ann@lee.example')).toEqual(['From Ann']);
    expect(subjectsFor(db, 'FROM:"ann lee"')).toEqual(['From Ann']);
    expect(subjectsFor(db, 'to:firm.example')).toEqual(['To Cem']);
    expect(subjectsFor(db, 'subject:cem')).toEqual(['To Cem']);
    expect(subjectsFor(db, 'ann -from:ann')).toEqual(['To Cem']);
  });

  it('does not mind case and accents', () => {
    const db = aStoreWith([{ subject: 'A', text: 'Grüße aus Málaga' }]);
    expect(subjectsFor(db, 'MALAGA grusse')).toEqual([]);
    expect(subjectsFor(db, 'MALAGA gruße')).toEqual(['A']);
  });

  it('lists the newest first, a page at a time', () => {
    const { db } = aStore();
    const days = [3, 1, 5, 2, 4];
    for (const day of days)
      stored(db, [aMessage({ subject: `day ${day}`, text: 'budget', receivedAt: START_AT + day * 86_400_000 })]);
    const first = searchMessages(db, { query: 'budget', limit: 2 });
    const second = searchMessages(db, { query: 'budget', limit: 2, cursor: first.nextCursor });
    const third = searchMessages(db, { query: 'budget', limit: 2, cursor: second.nextCursor });
    const subjects = [first, second, third].flatMap(({ items }) => items.map(({ subject }) => subject));
    expect(subjects).toEqual(['day 5', 'day 4', 'day 3', 'day 2', 'day 1']);
    expect(third.nextCursor).toBeUndefined();
  });

  it('forgets deleted mail', () => {
    const db = aStoreWith([{ text: 'budget' }]);
    db.exec('DELETE FROM messages');
    expect(subjectsFor(db, 'budget')).toEqual([]);
  });

  it('answers any input without failing', () => {
    const db = aStoreWith([{ text: 'a b c' }]);
    const nasty = fc.stringMatching(/^[a"'*:()^{}+\-<>@.,;\\%_ NOTANDORNEAR]{0,40}$/);
    const words = fc.constantFrom(
      'AND',
      'OR',
      'NOT',
      'NEAR(a b)',
      '"',
      '""',
      '*',
      '-',
      '-"',
      'from:',
      'from:"',
      'to:*',
      '\u0000',
      '\uD800',
      '𞤀',
      'text:',
      'subject:^',
      '{',
      '日本',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          nasty,
          fc.string({ unit: 'binary' }),
          fc.array(words).map((list) => list.join(' ')),
        ),
        (query) => {
          searchMessages(db, { query, limit: 5 });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('refuses a cursor that it did not give', () => {
    const db = aStoreWith([{ text: 'a' }]);
    expect(() => searchMessages(db, { query: 'a', limit: 5, cursor: '1; DROP TABLE messages' })).toThrow(
      expect.objectContaining({ kind: 'invalid-input' }),
    );
  });

  it('reads the index from its newest end: no sorting, no scanning', () => {
    const { db } = aStore();
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${SEARCH_SQL}`).all('"a"', 1, 1) as { detail: string }[];
    const details = plan.map(({ detail }) => detail).join('\n');
    // 192 = FTS5's own marks for "in rowid order" (64) and "descending" (128); only the page itself is sorted once more.
    expect(details).toMatch(/SCAN message_search VIRTUAL TABLE INDEX 192:/);
    expect(details).toMatch(/SEARCH m USING INTEGER PRIMARY KEY/);
    expect(details).not.toMatch(/SCAN [mp]\b/);
  });
});
