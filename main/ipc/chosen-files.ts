/**
 * The files and folders that the user dropped on the window.
 *
 * The window asks to import by path, and what is imported can be read in it. So it may name only what the user has put
 * there: a page that was taken over reads no other file of the user's.
 */
import { AppError } from '#core/contract/app-error.ts';

export interface ChosenFiles {
  add(path: string): void;
  /** Throws `not-allowed` unless each of them was chosen. */
  check(paths: readonly string[]): void;
}

/** More than anybody drops; a page that adds without end only forgets. */
const MOST = 1000;

export function createChosenFiles(): ChosenFiles {
  const chosen = new Set<string>();
  return {
    add: (path) => {
      chosen.add(path);
      const [oldest] = chosen;
      if (chosen.size > MOST && oldest !== undefined) chosen.delete(oldest);
    },
    check: (paths) => {
      if (paths.every((path) => chosen.has(path))) return;
      throw new AppError({
        kind: 'not-allowed',
        message: 'Only files that you have chosen or dropped on the window are imported.',
        cure: 'Choose the file in the dialog, or drop it on the window.',
      });
    },
  };
}
