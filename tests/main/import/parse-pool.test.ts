import { describe, expect, it, onTestFinished } from 'vitest';
import { UNKNOWN_OWNER } from '#core/mail/owner.ts';
import { parseMessage } from '#main/import/parse-message.ts';
import { ParsePool } from '#main/import/parse-pool.ts';
import { aRawMessage } from '#tests/helpers/raw-mail.ts';

const DYING = new URL('../../helpers/dying-parse-worker.ts', import.meta.url);

function aPool(size = 1): ParsePool {
  const pool = new ParsePool(DYING.href, size, { owner: UNKNOWN_OWNER });
  onTestFinished(() => pool.close());
  return pool;
}

function sized(...sizes: readonly number[]): Parameters<ParsePool['parse']>[0] {
  return sizes.map((sizeBytes, index) => aRawMessage('x', { position: index + 1, sizeBytes }));
}

describe('ParsePool', { timeout: 30_000 }, () => {
  it('answers in the order of asking, whichever worker is faster', async () => {
    const pool = aPool(2);
    const answers = await Promise.all([pool.parse(sized(1, 2, 3)), pool.parse(sized(1)), pool.parse(sized(1, 2))]);
    expect(answers.map((messages) => messages.map(({ position }) => position))).toEqual([[1, 2, 3], [1], [1, 2]]);
  });

  it('loses only the message that kills a worker, and says so', async () => {
    const parsed = await aPool().parse(sized(1, 500, 3));
    expect(parsed.map(({ messageId }) => messageId)).toEqual(['<1@x>', '', '<3@x>']);
    expect(parsed[1]?.defects).toEqual([expect.stringMatching(/^could not be taken apart, left out/)]);
  });

  it('rejects what is still asked of it when it is closed', async () => {
    const pool = aPool();
    const answer = pool.parse(sized(1));
    const [settled] = await Promise.allSettled([answer, pool.close()]);
    expect(settled).toMatchObject({ status: 'rejected', reason: { message: 'the parse worker stopped' } });
  });
});

describe('parseMessage', () => {
  it('makes a defect of a file that is gone', async () => {
    const { bytes: _, ...found } = aRawMessage('', { path: '/nowhere/1.eml' });
    const parsed = await parseMessage(found, UNKNOWN_OWNER);
    expect(parsed).toMatchObject({
      path: '/nowhere/1.eml',
      messageId: '',
      defects: [expect.stringMatching(/^cannot be read: ENOENT/)],
    });
    expect(parsed.prepared).toBeUndefined();
  });
});
