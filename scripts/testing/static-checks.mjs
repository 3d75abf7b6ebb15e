/**
 * The checks that run nothing: format, lint with the import rules, types with the layers of the folders.
 */
import { ownEnvironment } from '../set-up/own-node.mjs';
import { inProject, ownNode } from '../set-up/places.mjs';
import { run } from '../set-up/run-command.mjs';

const checks = [
  { name: 'format', tool: ['oxfmt', 'bin', 'oxfmt'], args: ['--check', '.'], remedy: 'node_modules/.bin/oxfmt .' },
  { name: 'lint', tool: ['oxlint', 'bin', 'oxlint'], args: ['--deny-warnings', '.'] },
  // Forced: the compiler does not notice when only a tsconfig.json has changed.
  { name: 'types and layers', tool: ['typescript', 'bin', 'tsc'], args: ['--build', '--force'] },
];

/** One `{ name, passed, failed, skipped }` for each check. */
export async function runStaticChecks() {
  const results = [];
  for (const { name, tool, args, remedy } of checks) {
    console.log(`\n── ${name}`);
    const code = await run(ownNode, [inProject('node_modules', ...tool), ...args], { env: ownEnvironment() });
    if (code !== 0 && remedy) console.log(`To mend it: ${remedy}`);
    results.push({ name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
  }
  return results;
}
