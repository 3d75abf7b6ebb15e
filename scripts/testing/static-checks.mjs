/**
 * The checks that run nothing: format, lint with the import rules, types with the layers of the folders.
 */
import { ownEnvironment } from '../set-up/own-node.mjs';
import { inProject, ownNode } from '../set-up/places.mjs';
import { ask } from '../set-up/run-command.mjs';

const checks = [
  { name: 'format', tool: ['oxfmt', 'bin', 'oxfmt'], args: ['--check', '.'], remedy: 'node_modules/.bin/oxfmt .' },
  { name: 'lint', tool: ['oxlint', 'bin', 'oxlint'], args: ['--deny-warnings', '.'] },
  // Forced: the compiler does not notice when only a tsconfig.json has changed.
  { name: 'types and layers', tool: ['typescript', 'bin', 'tsc'], args: ['--build', '--force'] },
];

/** One `{ name, passed, failed, skipped }` for each check; `tell` gets what each said when it has ended. */
export async function runStaticChecks(tell = console.log) {
  const results = [];
  for (const { name, tool, args, remedy } of checks) {
    const { code, output } = await ask(ownNode, [inProject('node_modules', ...tool), ...args], { env: environment() });
    tell([`\n── ${name}`, output.trim(), ...(code !== 0 && remedy ? [`To mend it: ${remedy}`] : [])].join('\n'));
    results.push({ name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
  }
  return results;
}

/** What is told to a terminal keeps its colours on the way. */
function environment() {
  return ownEnvironment(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {});
}
