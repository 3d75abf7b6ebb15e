/** Ctrl-C: what runs is cancelled and comes to a clean end; a second one stops at once. */
import { type Engine } from '#main/engine/engine.ts';
import { EXIT_CODES } from './exit-codes.ts';
import type { Output } from './output.ts';

/** Shows the jobs of a command while it runs. Returns its exit code, 130 when it was interrupted. */
export async function interruptible(engine: Engine, output: Output, command: Promise<number>): Promise<number> {
  let interrupted = false;
  const jobs = new Set<number>();
  const unsubscribe = engine.onEvent((event) => {
    if (event.type === 'open-url') output.say(`Open this page to sign in: ${event.url}`);
    if (event.type !== 'job') return;
    output.progress(event.job);
    if (event.job.state === 'running') jobs.add(event.job.id);
    else jobs.delete(event.job.id);
    if (interrupted && event.job.state === 'running') cancel(event.job.id);
  });
  const cancel = (jobId: number): void => {
    engine.request('job.cancel', { jobId }).catch(() => undefined);
  };
  const interrupt = (): void => {
    if (interrupted) process.exit(EXIT_CODES.cancelled);
    interrupted = true;
    output.say('Interrupted; ending cleanly …');
    for (const jobId of jobs) cancel(jobId);
    engine.request('account.cancelConnect', {}).catch(() => undefined);
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  try {
    const code = await command;
    return interrupted ? EXIT_CODES.cancelled : code;
  } finally {
    unsubscribe();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}
