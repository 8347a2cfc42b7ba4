import { defineConfig } from 'vitest/config';

/**
 * Three rings: `unit` lies beside the file and touches nothing; `sheets` reads whole drawn sheets with the real engine;
 * `integration` runs on real servers.
 */

/** These touch nothing outside themselves, so that they can share what was loaded. A busy machine is slow: only what hangs is to be cut. */
const shared = { isolate: false, testTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: [
            'packages/*/src/**/*.test.ts',
            'packages/*/bin/**/*.test.ts',
            'scripts/*.test.ts',
          ],
        },
      },
      { test: { ...shared, name: 'sheets', include: ['packages/heatsheet/test/*.test.ts'] } },
      {
        test: {
          name: 'integration',
          include: ['packages/backend/test/**/*.test.ts'],
          globalSetup: ['packages/backend/test/globalSetup.ts'],
          execArgv: [
            '--import',
            new URL('packages/backend/src/fastImports.ts', import.meta.url).href,
          ],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
