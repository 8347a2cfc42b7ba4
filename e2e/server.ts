/** Starts the program once for all tests, with data of its own, and ends it afterwards. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FullConfig } from '@playwright/test';
import { checkLog } from './logPrivacy.ts';
import { addressOf, launch, stop } from './program.ts';
import { startSurroundings } from './surroundings.ts';

/**
 * What the program says, kept with what the run leaves; its end too, which only the teardown should cause. `written` resolves
 * when all of it is.
 */
const keepLog = async (program: ChildProcess, folder: string) => {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'server.log');
  const log = createWriteStream(file);
  program.stdout?.pipe(log, { end: false });
  program.stderr?.pipe(log, { end: false });
  program.once('close', (code, signal) => log.end(`ended: ${String(code ?? signal)}\n`));
  return { file, written: once(log, 'finish') };
};

/**
 * Global setup; what it returns is the teardown. The tests find the address in `HEATSYNC_URL`; where it is set already,
 * they run against the program there.
 */
const setup = async ({ projects }: FullConfig): Promise<() => Promise<void>> => {
  if (process.env['NO_BROWSER'] || process.env['HEATSYNC_URL']) return async () => {};
  const dataDir = await mkdtemp(join(tmpdir(), 'heatsync-e2e-'));
  const around = await startSurroundings();
  const program = launch({ DATA_DIR: dataDir, ...around.env });
  const log = await keepLog(program, projects[0]?.outputDir ?? dataDir);
  const tearDown = async (): Promise<void> => {
    try {
      await stop(program);
      await log.written;
      if (process.env['HEATSYNC_URL']) await checkLog(log.file);
    } finally {
      await around.close();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    }
  };
  try {
    process.env['HEATSYNC_URL'] = await addressOf(program);
  } catch (error) {
    await tearDown().catch(() => {});
    throw error;
  }
  return tearDown;
};

export default setup;
