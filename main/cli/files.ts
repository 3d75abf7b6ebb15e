/** Files that the user names on the command line. */
import { readFileSync } from 'node:fs';
import { AppError } from '#core/contract/app-error.ts';
import { ownerSchema, type RequestInput } from '#core/contract/requests.ts';
import { usageError } from './arguments.ts';

type Owner = RequestInput<'owner.confirm'>['owner'];

/** The owner as declared: a whole file, or just addresses. Undefined where nothing is said. */
export function readOwner(file: string | undefined, me: string | undefined): Owner | undefined {
  if (file !== undefined && me !== undefined) throw usageError('Say --owner or --me, not both.');
  if (file !== undefined) return ownerOf(parseJson(readText(file), file), file);
  if (me === undefined) return undefined;
  return ownerOf({ addresses: me.split(',').filter((address) => address.trim() !== '') }, '--me');
}

function ownerOf(declared: unknown, source: string): Owner {
  const owner = ownerSchema.safeParse(declared);
  if (owner.success) return owner.data;
  const [issue] = owner.error.issues;
  throw usageError(`${source} does not say who you are: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

/** As text: what is in it is checked by the sign-in. */
export function readClientFile(file: string): string {
  return readText(file);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new AppError(
      {
        kind: missing ? 'not-found' : 'unreadable-file',
        message: missing ? `There is no file ${file}.` : `${file} cannot be read.`,
        cure: 'Check its name and whether you may read it.',
      },
      { cause: error },
    );
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw usageError(`${file} is not JSON.`);
  }
}
