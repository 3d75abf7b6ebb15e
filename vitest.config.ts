/**
 * Unit tests, in three groups: `unit` and `window` take seconds (`npm run check`); `slow` runs in `npm test` only.
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
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [slow, inRealElectron, inWindow],
        },
      },
      { extends: true, test: { name: 'window', environment: 'jsdom', include: [inWindow] } },
      { extends: true, test: { name: 'slow', environment: 'node', include: [slow], testTimeout: 300_000 } },
    ],
  },
});
