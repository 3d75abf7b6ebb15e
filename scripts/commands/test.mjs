/**
 * `npm test`: everything, from the format to the real Electron.
 *
 * `npm test -- PATH…` runs the tests of these files only, those in tests/e2e on the real Electron.
 */
import { SetUpError } from '../set-up/announce.mjs';
import { runElectronTests } from '../testing/electron-tests.mjs';
import { runStaticChecks } from '../testing/static-checks.mjs';
import { summarise } from '../testing/summary.mjs';
import { runUnitTests } from '../testing/unit-tests.mjs';

const unitProjects = ['unit', 'window', 'slow'];

export async function carryOut(paths) {
  if (paths.length > 0) return summarise(await runOnly(paths));
  return summarise([...(await runStaticChecks()), await runUnitTests(unitProjects), await electronTestsOrFailure()]);
}

async function runOnly(paths) {
  const inElectron = paths.filter((path) => path.includes('e2e'));
  const inNode = paths.filter((path) => !path.includes('e2e'));
  return [
    ...(inNode.length > 0 ? [await runUnitTests(unitProjects, inNode)] : []),
    ...(inElectron.length > 0 ? [await electronTestsOrFailure(inElectron)] : []),
  ];
}

/** A build that fails, or a machine that lacks something, must not hide what the other tests found. */
async function electronTestsOrFailure(paths) {
  try {
    return await runElectronTests(paths);
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.error(error.message);
    return { name: 'tests on the real Electron', passed: 0, failed: 1, skipped: 0 };
  }
}
