/** Runs a command of ours and watches what it takes. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface CommandCost {
  readonly wallMs: number;
  /** Of all its threads; absent where the system does not tell. Seen up to 100 ms before the end. */
  readonly cpuMs?: number;
  /** Largest resident set. */
  readonly peakBytes?: number;
  /** Standard output. */
  readonly output: string;
}

const POLL_MS = 100;
/** What /proc counts CPU time in: sysconf(_SC_CLK_TCK) is 100 on every Linux. */
const TICK_MS = 10;

/** Rejects where the command fails. */
export async function watchCommand(args: readonly string[]): Promise<CommandCost> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (text: Buffer) => {
    output += text.toString();
  });
  let cost: Pick<CommandCost, 'cpuMs' | 'peakBytes'> = {};
  const watch = setInterval(() => {
    cost = { ...cost, ...costOf(child.pid ?? 0) };
  }, POLL_MS);
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  clearInterval(watch);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return { wallMs: performance.now() - startedAt, ...cost, output };
}

function costOf(pid: number): Pick<CommandCost, 'cpuMs' | 'peakBytes'> | undefined {
  try {
    // Fields 14 and 15, counted behind the name in brackets, which may have spaces (proc(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { cpuMs: ticks * TICK_MS, ...(peak === undefined ? {} : { peakBytes: Number(peak) * 1024 }) };
  } catch {
    return undefined;
  }
}
