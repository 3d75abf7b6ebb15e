/** `npm run check`: everything that takes seconds: format, lint, types and layers, the fast unit tests. */
import { runStaticChecks } from '../testing/static-checks.mjs';
import { summarise } from '../testing/summary.mjs';
import { runUnitTests } from '../testing/unit-tests.mjs';

export async function carryOut() {
  return summarise([...(await runStaticChecks()), await runUnitTests(['unit', 'window'])]);
}
