/**
 * Unit tests, in three groups: `unit` and `window` take seconds (`npm run check`); `slow` runs in `npm test` only.
 *
 * In `unit` and `window` the files of a process share its modules (and its jsdom): to load and compile them anew for each
 * of 130 files took more than half of the time. What a file leaves behind reaches the next one, so each begins with
 * tests/helpers/fresh-file.ts. Processes, not threads: a thread without isolation does not end (better-sqlite3, keytar).
 *
 * The time limits only end what hangs: they are far above what a test takes, on a busy machine too.
 */
import { defineConfig } from 'vitest/config';

const slow = 'tests/**/*.slow.test.ts';
const inRealElectron = 'tests/e2e/**';
const inWindow = 'tests/renderer/**/*.test.{ts,tsx}';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    globalSetup: ['tests/helpers/one-temporary-folder.ts'],
    setupFiles: ['tests/helpers/fresh-file.ts'],
    unstubEnvs: true,
    unstubGlobals: true,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: [slow, inRealElectron, inWindow],
        },
      },
      {
        extends: true,
        test: {
          name: 'window',
          environment: 'jsdom',
          isolate: false,
          include: [inWindow],
          // After `unit`, not between its files: a process serves one project, and each change of it costs a new one.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: { name: 'slow', environment: 'node', include: [slow], testTimeout: 300_000, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
