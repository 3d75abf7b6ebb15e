/** Stdout and stderr: answers and progress. */
import { once } from 'node:events';
import type { JobView } from '#core/contract/views.ts';

export interface Output {
  /** One JSON value. */
  answer(value: unknown): Promise<void>;
  /** One JSON value of several, a line each. */
  answerLine(value: unknown): Promise<void>;
  /** One JSON array, written as its items come, so that a long list needs no memory. */
  answerList(items: AsyncIterable<unknown>): Promise<void>;
  say(line: string): void;
  /** The latest state of a job; overwrites itself on a terminal. */
  progress(job: JobView): void;
}

export function standardOutput(): Output {
  const terminal = process.stderr.isTTY;
  let open = false;
  const say = (line: string): void => {
    process.stderr.write(`${open ? '\n' : ''}${line}\n`);
    open = false;
  };
  return {
    answer: async (value) => await write(`${JSON.stringify(value, undefined, 2)}\n`),
    answerLine: async (value) => await write(`${JSON.stringify(value)}\n`),
    async answerList(items) {
      let before = '[';
      for await (const item of items) {
        await write(`${before}\n${JSON.stringify(item)}`);
        before = ',';
      }
      await write(before === '[' ? '[]\n' : '\n]\n');
    },
    say,
    progress(job) {
      const line = `${job.title}: ${job.status || job.state}`;
      if (!terminal) {
        if (job.state !== 'running') say(`${line} (${job.state})`);
        return;
      }
      process.stderr.write(`\r\u001B[K${line}`);
      open = true;
      if (job.state !== 'running') say('');
    },
  };
}

/** Waits where the reader of a pipe is slower. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
