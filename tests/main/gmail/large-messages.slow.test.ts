import { describe, expect, it } from 'vitest';
import type { Caller, RawGmailMessage } from '#main/gmail/gmail-client.ts';
import { aGmailServer, clientOf } from '#tests/helpers/connected-gmail.ts';

const user: Caller = { priority: 'user' };

describe('messages of 25 MB', () => {
  const LARGE = `Content-Type: application/octet-stream\r\n\r\n${'x'.repeat(25 * 1024 * 1024)}`;
  const letters = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ raw: `Message-ID: <${index}@large.example>\r\n${LARGE}` }));

  it.each(['by themselves', 'in a batch'])('are in memory two at a time, asked for %s', async (manner) => {
    const server = await aGmailServer({ messages: letters(6), unitsPerMinute: 1_000_000 });
    const client = await clientOf(server);
    const ids = server.mailbox.newestFirst().map(({ id }) => id);
    let held = 0;
    let most = 0;
    const hold = async ({ gmailId }: RawGmailMessage): Promise<string> => {
      held += 1;
      most = Math.max(most, held);
      // Long enough for all others to come, if they could.
      await new Promise((resolve) => setTimeout(resolve, 400));
      held -= 1;
      return gmailId;
    };
    const got =
      manner === 'in a batch'
        ? await client.getRawMany(ids, user, hold)
        : await Promise.allSettled(ids.map(async (id) => await client.getRaw(id, user, hold)));
    expect(got.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual(ids);
    expect(most).toBe(2);
  });
});
