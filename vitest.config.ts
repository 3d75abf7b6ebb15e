/**
 * Unit tests, in three groups: `unit` and `window` take seconds (`npm run check`); `slow` runs in `npm test` only.
 */
import { defineConfig } from 'vitest/config';

const slow = 'tests/**/*.slow.test.ts';
const inRealElectron = 'tests/e2e/**';
const inWindow = 'tests/renderer/**/*.test.{ts,tsx}';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [slow, inRealElectron, inWindow],
        },
      },
      { test: { name: 'window', environment: 'jsdom', include: [inWindow] } },
      { test: { name: 'slow', environment: 'node', include: [slow], testTimeout: 300_000 } },
    ],
  },
});
