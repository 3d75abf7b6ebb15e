/** `npm run cli -- args…`: the engine without a window. Says nothing itself; stdin, stdout and exit code are the tool's. */
import { handOverToOwnNode } from '../set-up/own-node.mjs';
import { inProject } from '../set-up/places.mjs';

export async function carryOut(args) {
  return await handOverToOwnNode([inProject('main', 'cli.ts'), ...args]);
}
