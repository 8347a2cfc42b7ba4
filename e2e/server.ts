/** Starts the program once for all tests, with what it needs around it, and ends it afterwards. */
import { tmpdir } from 'node:os';
import type { FullConfig } from '@playwright/test';
import { startProgram } from './program.ts';
import { startSurroundings } from './surroundings.ts';

/**
 * Global setup; what it returns is the teardown. The tests find the address in `HEATSYNC_URL`; where it is set already,
 * they run against the program there.
 */
const setup = async ({ projects }: FullConfig): Promise<() => Promise<void>> => {
  if (process.env['NO_BROWSER'] || process.env['HEATSYNC_URL']) return async () => {};
  const around = await startSurroundings();
  try {
    const logs = projects[0]?.outputDir ?? tmpdir();
    const program = await startProgram('server', logs, around.env);
    process.env['HEATSYNC_URL'] = program.address;
    return async () => {
      try {
        await program.end();
      } finally {
        await around.close();
      }
    };
  } catch (error) {
    await around.close();
    throw error;
  }
};

export default setup;
