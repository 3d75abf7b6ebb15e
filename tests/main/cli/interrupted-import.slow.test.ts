import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openReader } from '#main/store/open.ts';
import { countMessages } from '#main/store/coverage.ts';
import { OWNER_ADDRESS } from '#tests/helpers/builders.ts';
import { type Call, command, startCommand } from '#tests/helpers/command-line.ts';
import { anMbox, type WrittenMessage } from '#tests/helpers/mbox.ts';
import { aTemporaryFolder } from '#tests/helpers/test-store.ts';

const COUNT = 1500;

/** Newest first, as a sync brings it: every batch makes earlier verdicts stale. */
function aLargeMailbox(): string {
  const people = Array.from({ length: 40 }, (_, index) => `Person ${index} <p${index}@firm${index % 7}.example>`);
  const messages = Array.from({ length: COUNT }, (_, index): WrittenMessage => {
    const person = people[index % people.length] ?? '';
    const isSent = index % 5 === 0;
    return {
      from: isSent ? `Olive <${OWNER_ADDRESS}>` : person,
      to: isSent ? person : OWNER_ADDRESS,
      subject: `Matter ${index % 90}`,
      text: `About matter ${index}: shall we talk on day ${index}? ${'and so on '.repeat(30)}`,
      day: (COUNT - index) / 4,
      labels: isSent ? 'Sent' : 'Inbox',
    };
  });
  return anMbox(messages);
}

/** Waits until something is stored, or the command has ended. */
async function untilStored(profile: string, count: number, { process }: Call): Promise<void> {
  while (process.exitCode === null) {
    const db = openReader(profile);
    if (typeof db !== 'string') {
      const stored = countMessages(db);
      db.close();
      if (stored >= count) return;
    }
    await wait(5);
  }
}

/** What a profile says in the end, in a form that does not depend on row ids of threads. */
async function verdictsIn(profile: string): Promise<unknown> {
  const { stdout } = await command('queue', '--profile', profile, '--json', '--all');
  const verdicts = JSON.parse(stdout) as Record<string, unknown>[];
  return verdicts.map((verdict) => ({ ...verdict, threadId: undefined }));
}

describe('an import that is interrupted', { timeout: 120_000 }, () => {
  it.each(['SIGKILL', 'SIGINT'] as const)(
    'by %s leaves a sound profile and ends as if nothing had been',
    async (signal) => {
      const mailbox = aLargeMailbox();
      const folder = aTemporaryFolder();
      const whole = join(folder, 'whole');
      const profile = join(folder, 'profile');
      const words = ['import', mailbox, '--me', OWNER_ADDRESS, '--profile', profile];

      const first = startCommand(...words);
      await untilStored(profile, 200, first);
      first.process.kill(signal);
      const { code } = await first.ended;
      expect(code).toBe(signal === 'SIGINT' ? 130 : null);

      const left = openReader(profile);
      if (typeof left === 'string') throw new Error(left);
      expect(countMessages(left)).toBeGreaterThanOrEqual(200);
      expect(countMessages(left)).toBeLessThan(COUNT);
      expect(left.pragma('integrity_check', { simple: true })).toBe('ok');
      left.close();

      expect((await command(...words)).code).toBe(0);
      const again = await command(...words);
      expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, known: COUNT });
      await command('import', mailbox, '--me', OWNER_ADDRESS, '--profile', whole);
      expect(await verdictsIn(profile)).toEqual(await verdictsIn(whole));
    },
  );
});
