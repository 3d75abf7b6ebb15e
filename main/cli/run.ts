/** One call of the command line, from its words to its exit code. */
import { resolve } from 'node:path';
import { toAppErrorData } from '#core/contract/app-error.ts';
import { type Engine, openEngine } from '#main/engine/engine.ts';
import { readArguments, usageError } from './arguments.ts';
import { COMMANDS } from './commands.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { interruptible } from './interrupt.ts';
import { standardOutput } from './output.ts';
import { USAGE } from './usage.ts';

const WORKERS = {
  writer: new URL('../engine/writer-worker.ts', import.meta.url),
  reader: new URL('../engine/reader-worker.ts', import.meta.url),
  parse: new URL('../import/parse-worker.ts', import.meta.url),
};

export async function run(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (words.includes('--help') || words.includes('-h') || name === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const output = standardOutput();
  let engine: Engine | undefined;
  try {
    const command = name === undefined ? undefined : COMMANDS.get(name);
    if (!command) throw usageError(name === undefined ? 'Say what to do.' : `There is no command ${name}.`);
    const given = readArguments(rest, command.options);
    engine = openEngine({ profileDir: resolve(given.text('profile') ?? ''), workers: WORKERS });
    return await interruptible(engine, output, command.run(given, engine, output));
  } catch (error) {
    const { kind, message, cure } = toAppErrorData(error);
    output.say(`${kind === 'cancelled' ? '' : 'error: '}${message}${cure === '' ? '' : ` ${cure}`}`);
    return EXIT_CODES[kind];
  } finally {
    await engine?.close();
  }
}
