/** The words after the command, checked. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { AppError } from '#core/contract/app-error.ts';

export function usageError(message: string): AppError {
  return new AppError({ kind: 'invalid-input', message, cure: 'See --help.' });
}

/** Every option of every command; which of them a command takes is in `commands.ts`. */
const OPTIONS = {
  profile: { type: 'string' },
  json: { type: 'boolean' },
  owner: { type: 'string' },
  me: { type: 'string' },
  all: { type: 'boolean' },
  limit: { type: 'string' },
  client: { type: 'string' },
  'read-only': { type: 'boolean' },
  kind: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'as-of': { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

export type OptionName = keyof typeof OPTIONS;

export interface Arguments {
  readonly positionals: readonly string[];
  readonly text: (name: OptionName) => string | undefined;
  readonly flag: (name: OptionName) => boolean;
  /** A whole number from 1 on, where given. */
  readonly count: (name: OptionName) => number | undefined;
}

/** Throws `invalid-input` for an option that the command does not know, and without `--profile`. */
export function readArguments(words: readonly string[], allowed: readonly OptionName[]): Arguments {
  const { values, positionals } = parse(words);
  for (const name of Object.keys(values)) {
    if (!allowed.includes(name as OptionName)) throw usageError(`This command has no option --${name}.`);
  }
  if (values.profile === undefined || values.profile === '') throw usageError('Say which profile: --profile DIR.');
  const text = (name: OptionName): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    positionals,
    text,
    flag: (name) => values[name] === true,
    count(name) {
      const value = text(name);
      if (value === undefined) return undefined;
      const count = Number(value);
      if (!Number.isSafeInteger(count) || count < 1) throw usageError(`--${name} takes a whole number from 1 on.`);
      return count;
    },
  };
}

function parse(words: readonly string[]): {
  readonly values: Partial<Record<OptionName, string | boolean>>;
  readonly positionals: readonly string[];
} {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : String(error));
  }
}
