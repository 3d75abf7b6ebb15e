import { describe, expect, it } from 'vitest';
import { importStatus } from '#main/import/import-status.ts';

describe('importStatus', () => {
  it.each([
    [
      { doneMessages: 12_400, doneBytes: 620, totalBytes: 1000, elapsedMs: 186_000 },
      '12,400 of about 20,000 messages; about 2 min left',
    ],
    [
      { doneMessages: 500, totalMessages: 20_000, doneBytes: 1, totalBytes: 40, elapsedMs: 1000 },
      '500 of 20,000 messages',
    ],
    [
      { doneMessages: 5000, totalMessages: 20_000, doneBytes: 1, totalBytes: 40, elapsedMs: 10_000 },
      '5,000 of 20,000 messages; about 30 s left',
    ],
    [
      { doneMessages: 19_000, totalMessages: 20_000, doneBytes: 39, totalBytes: 40, elapsedMs: 19_000 },
      '19,000 of 20,000 messages; a few seconds left',
    ],
    [
      { doneMessages: 1000, totalMessages: 100_000, doneBytes: 1, totalBytes: 100, elapsedMs: 100_000 },
      '1,000 of 100,000 messages; about 2 h 45 min left',
    ],
    [{ doneMessages: 64, doneBytes: 100, totalBytes: 1000, elapsedMs: 100 }, '64 messages'],
    [{ doneMessages: 0, doneBytes: 0, totalBytes: 0, elapsedMs: 9000 }, '0 messages'],
  ])('says %o as "%s"', (progress, words) => {
    expect(importStatus(progress)).toBe(words);
  });
});
