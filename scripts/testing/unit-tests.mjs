/**
 * Vitest, and the counts from its own JSON report.
 */
import { readFileSync, rmSync } from 'node:fs';
import { ownEnvironment } from '../set-up/own-node.mjs';
import { inProject, ownNode } from '../set-up/places.mjs';
import { run } from '../set-up/run-command.mjs';

const report = inProject('test-results', 'unit-tests.json');

/** Run the projects of vitest.config.ts that are named, or of these only the test files whose path contains a filter. */
export async function runUnitTests(projects, filters = []) {
  console.log(`\n── unit tests (${projects.join(', ')})`);
  rmSync(report, { force: true });
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [...projects.map((project) => `--project=${project}`), ...reporters];
  const code = await run(ownNode, [vitest, 'run', ...args, ...filters], { env: ownEnvironment() });
  return { name: 'unit tests', ...withExitCode(readCounts(), code) };
}

function readCounts() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** A run can fail without a failed test: a file that does not load, an error outside every test, a crash. */
export function withExitCode(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
