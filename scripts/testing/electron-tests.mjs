/**
 * Playwright on the real Electron, with a display and a keyring, and the counts from its own JSON report.
 */
import { readFileSync, rmSync } from 'node:fs';
import { buildApp } from '../set-up/build-app.mjs';
import { hasDisplay, withDisplay } from '../set-up/display.mjs';
import { runWithKeyring } from '../set-up/keyring.mjs';
import { ownEnvironment } from '../set-up/own-node.mjs';
import { inProject, ownNode } from '../set-up/places.mjs';
import { provideElectron } from '../set-up/provide-electron.mjs';
import { needsOfTest, provideSystemLibraries } from '../set-up/system-libraries.mjs';
import { withExitCode } from './unit-tests.mjs';

const report = inProject('test-results', 'electron-tests.json');

/** Run the tests of tests/e2e, or only the files whose path contains a filter. */
export async function runElectronTests(filters = []) {
  console.log('\n── tests on the real Electron');
  await provideSystemLibraries(needsOfTest({ display: hasDisplay() }));
  const electron = await provideElectron();
  await buildApp();
  rmSync(report, { force: true });
  const playwright = inProject('node_modules', '@playwright', 'test', 'cli.js');
  const args = [playwright, 'test', '--reporter=list,json', ...filters];
  const code = await withDisplay((display) => {
    const env = ownEnvironment({ ...electron, ...display, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
    return runWithKeyring(ownNode, args, env);
  });
  return { name: 'tests on the real Electron', ...withExitCode(readCounts(), code) };
}

function readCounts() {
  try {
    const { expected, flaky, unexpected, skipped } = JSON.parse(readFileSync(report, 'utf8')).stats;
    return { passed: expected + flaky, failed: unexpected, skipped };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
