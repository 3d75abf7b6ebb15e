/**
 * How the three parts are built: main and its workers, preload, renderer.
 *
 * Targets are Electron 33's (Node 20, Chromium 130): the oldest Electron that the app is run on, see scripts/set-up.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Each becomes a file of its own in out/main, so that a worker loads no more than it needs. */
const mainEntries = {
  index: 'main/index.ts',
  'writer-worker': 'main/engine/writer-worker.ts',
  'reader-worker': 'main/engine/reader-worker.ts',
  'parse-worker': 'main/import/parse-worker.ts',
};

/** Native add-ons, and Google's client, which only the thread that signs in or syncs shall load. */
const notBundled = ['better-sqlite3', 'keytar', '@googleapis/gmail', 'google-auth-library'];

export default defineConfig({
  main: {
    build: {
      target: 'node20',
      outDir: 'out/main',
      sourcemap: true,
      // Bundled are the small libraries: some are ES modules only, which Electron 33's Node cannot require.
      externalizeDeps: false,
      rollupOptions: {
        external: notBundled,
        input: mainEntries,
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'shared/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      outDir: 'out/preload',
      sourcemap: true,
      // A sandboxed preload can require nothing but `electron`.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: 'out/renderer',
      sourcemap: true,
      minify: true,
      rollupOptions: { input: { index: 'renderer/index.html' } },
    },
  },
});
