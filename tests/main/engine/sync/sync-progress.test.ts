import { describe, expect, it } from 'vitest';
import type { JobView } from '#core/contract/views.ts';
import { syncInWords } from '#main/engine/sync/sync-progress.ts';
import { aGmailServer } from '#tests/helpers/connected-gmail.ts';
import { aLetter, aSentLetter } from '#tests/helpers/letters.ts';
import { aWriter } from '#tests/helpers/test-writer.ts';

const MARCH = Date.UTC(2024, 2, 9);

describe('syncInWords', () => {
  it('says what is known and when the rest will be there', () => {
    expect(syncInWords({ done: 12_500, open: 7500, backTo: MARCH, allowedPerMinute: 300 })).toBe(
      'Queue ready; history back to March 2024; 12,500 of 20,000 messages; about 25 min left at Google’s limit',
    );
  });

  it('claims no history while sent mail comes first', () => {
    expect(syncInWords({ done: 60, open: 100_000, allowedPerMinute: 300 })).toBe(
      'Queue ready; your sent mail comes first; 60 of 100,060 messages; about 6 h left at Google’s limit',
    );
  });

  it('blames Google only where its limit is what slows', () => {
    const slow = { done: 100, open: 400, backTo: MARCH, allowedPerMinute: 300 };
    expect(syncInWords({ ...slow, perMinute: 50 })).toMatch(/about 8 min left$/);
    expect(syncInWords({ ...slow, perMinute: 290 })).toMatch(/about 2 min left at Google’s limit$/);
    expect(syncInWords({ ...slow, perMinute: 0 })).toMatch(/500 messages$/);
  });

  it('does not believe the burst of the first seconds', () => {
    expect(syncInWords({ done: 900, open: 3000, perMinute: 2000, allowedPerMinute: 300 })).toContain('about 10 min');
  });
});

describe('the progress of a first sync', () => {
  it('counts no message twice, names the mailbox, and ends by saying that all is here', async () => {
    const year = 365 * 86_400_000;
    const messages = [
      ...Array.from({ length: 40 }, (_, index) => aLetter({ labels: [], at: MARCH + index * 60_000 })),
      aSentLetter({ to: 'somebody@else.example', at: MARCH - 10 * year }),
      aLetter({ at: MARCH + year }),
    ];
    const server = await aGmailServer({ messages, unitsPerMinute: 1_000_000 });
    const writer = aWriter({ server });
    const { id } = await writer.connect();
    const told = writer.events.flatMap((event) =>
      event.type === 'job' && event.job.kind === 'sync' ? [event.job] : [],
    );
    const last = told.at(-1);
    expect(last).toMatchObject({ state: 'done', accountId: id, status: 'All of your mail is here' });
    expect(told.map((job: JobView) => job.totalMessages ?? 0).every((total) => total <= 42)).toBe(true);
    // The letter of ten years earlier was sent, and came before its turn.
    expect(told.map(({ status }) => status).join()).not.toContain('2014');
  });
});
