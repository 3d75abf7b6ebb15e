/**
 * `npm run check`: what a developer needs at once: format, lint, types and layers, the fast unit tests.
 *
 * The checks that run nothing fill the moments in which the tests wait; what they said follows what the tests said.
 */
import { runStaticChecks } from '../testing/static-checks.mjs';
import { summarise } from '../testing/summary.mjs';
import { runUnitTests } from '../testing/unit-tests.mjs';

export async function carryOut() {
  const said = [];
  const checking = runStaticChecks((text) => said.push(text));
  const tests = await runUnitTests(['unit', 'window']);
  const checks = await checking;
  console.log(said.join('\n'));
  return summarise([...checks, tests]);
}
