import { defineConfig } from 'vitest/config';

/** Two rings: `unit` lies beside the file and touches nothing; `integration` runs on real servers. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // They touch nothing outside themselves, so that they can share what was loaded.
          isolate: false,
          // A busy machine is slow: only what hangs is to be cut.
          testTimeout: 60_000,
          include: [
            'packages/*/src/**/*.test.ts',
            'packages/*/bin/**/*.test.ts',
            'scripts/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['packages/*/test/**/*.test.ts'],
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
