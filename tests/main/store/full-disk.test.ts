import { describe, expect, it } from 'vitest';
import { insertMessages } from '#main/store/insert-messages.ts';
import { searchMessages } from '#main/store/search.ts';
import { asStoreError } from '#main/store/store-error.ts';
import { aMessage } from '#tests/helpers/builders.ts';
import { anAccount, prepared } from '#tests/helpers/stored.ts';
import { aStore } from '#tests/helpers/test-store.ts';

describe('a full disk', () => {
  it('is said to be one, loses nothing that was stored, and is got over once there is room', () => {
    const { db } = aStore();
    const account = anAccount(db);
    const batch = (): Parameters<typeof insertMessages>[2] =>
      Array.from({ length: 50 }, () => prepared(aMessage({ text: `budget ${'of many other words '.repeat(50)}` })));
    insertMessages(db, account, batch());
    const pages = db.pragma('page_count', { simple: true }) as number;
    db.pragma(`max_page_count = ${pages + 4}`);
    let failed: unknown;
    for (let round = 0; failed === undefined && round < 20; round += 1) {
      try {
        insertMessages(db, account, batch());
      } catch (error) {
        failed = asStoreError(error);
      }
    }
    expect(failed).toMatchObject({ kind: 'disk-full', cure: expect.stringContaining('space') });
    const stored = db.prepare('SELECT count(*) FROM messages').pluck().get() as number;
    expect(stored % 50).toBe(0);
    expect(searchMessages(db, { query: 'budget', limit: 500 }).items).toHaveLength(stored);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');

    db.pragma('max_page_count = 1000000');
    expect(insertMessages(db, account, batch()).added).toHaveLength(50);
  });
});
