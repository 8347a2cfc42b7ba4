import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longestFirst.ts';

/**
 * Three rings: `unit` lies beside the file and touches nothing; `sheets` reads whole drawn sheets with the real engine;
 * `integration` runs on real servers.
 */

/** A busy machine is slow: only what hangs is to be cut. */
const patient = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
};
/** No file leaves anything behind in its process, so that they can share what was loaded. */
const shared = { ...patient, isolate: false };

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
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
          ...shared,
          name: 'integration',
          include: ['packages/backend/test/**/*.test.ts'],
          globalSetup: ['packages/backend/test/globalSetup.ts'],
          execArgv: [
            '--import',
            new URL('packages/backend/src/fastImports.ts', import.meta.url).href,
          ],
        },
      },
    ],
  },
});
