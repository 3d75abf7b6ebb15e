/** The real mail beside the checkout, which is never part of it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The path of something in ../shared/data; undefined where it is absent. */
export function sharedData(name: string): string | undefined {
  const path = fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url));
  return existsSync(path) ? path : undefined;
}

/** For `it.skipIf`: says in the name of the skipped test what is missing. */
export const NO_SHARED_DATA = sharedData('') === undefined;
