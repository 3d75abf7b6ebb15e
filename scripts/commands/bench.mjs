/** `npm run bench -- NAME args…`: one bench of tests/bench; without a name, the list of them. */
import { existsSync, readdirSync } from 'node:fs';
import { handOverToOwnNode } from '../set-up/own-node.mjs';
import { inProject } from '../set-up/places.mjs';

const folder = inProject('tests', 'bench');

export async function carryOut([name, ...args]) {
  const benches = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.ts')) : [];
  if (benches.includes(`${name}.ts`))
    return await handOverToOwnNode([inProject('tests', 'bench', `${name}.ts`), ...args]);
  if (name) console.error(`There is no bench "${name}".`);
  console.log(['Benches (npm run bench -- NAME):', ...benches.map((file) => `  ${file.slice(0, -3)}`)].join('\n'));
  return name ? 1 : 0;
}
