/** Starts the program once for all tests, with data of its own, and ends it afterwards. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { checkLog } from './logPrivacy.ts';
import { startSurroundings } from './surroundings.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const READY = /HeatSync is ready at (http:\/\/\S+)/;
/** The page is built at the first start. */
const START_LIMIT = 180_000;
const STOP_LIMIT = 20_000;
const LOG = `${root}artifacts/e2e-server.log`;

const launch = (env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['scripts/start.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'trace', ...env },
  });

/**
 * What the program says, kept beside the pictures; its end too, which only the teardown should cause. `written` resolves
 * when all of it is.
 */
const keepLog = async (program: ChildProcess): Promise<{ written: Promise<unknown> }> => {
  await mkdir(`${root}artifacts`, { recursive: true });
  const log = createWriteStream(LOG);
  program.stdout?.pipe(log, { end: false });
  program.stderr?.pipe(log, { end: false });
  program.once('close', (code, signal) => log.end(`ended: ${String(code ?? signal)}\n`));
  return { written: once(log, 'finish') };
};

const addressOf = (program: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const said: string[] = [];
    const fail = (why: string): void => reject(new Error([why, ...said.slice(-30)].join('\n')));
    const limit = setTimeout(() => fail('The program was not ready in time.'), START_LIMIT);
    const listen = (line: string): void => {
      said.push(line);
      const [, address] = READY.exec(line) ?? [];
      if (address === undefined) return;
      clearTimeout(limit);
      resolve(address);
    };
    for (const input of [program.stdout, program.stderr])
      if (input) createInterface({ input }).on('line', listen);
    program.once('error', (error) => fail(error.message));
    program.once('exit', (code) => {
      clearTimeout(limit);
      fail(`The program ended with ${String(code)} before it was ready.`);
    });
  });

const stop = async (program: ChildProcess): Promise<void> => {
  if (program.exitCode !== null || program.signalCode !== null)
    throw new Error('The program ended before the tests did: see artifacts/e2e-server.log.');
  const ended = once(program, 'exit');
  program.kill('SIGTERM');
  const limit = setTimeout(() => program.kill('SIGKILL'), STOP_LIMIT);
  await ended;
  clearTimeout(limit);
};

/**
 * Global setup; what it returns is the teardown. The tests find the address in `HEATSYNC_URL`; where it is set already,
 * they run against the program there.
 */
const setup = async (): Promise<() => Promise<void>> => {
  if (process.env['NO_BROWSER'] || process.env['HEATSYNC_URL']) return async () => {};
  const dataDir = await mkdtemp(join(tmpdir(), 'heatsync-e2e-'));
  const around = await startSurroundings();
  const program = launch({ DATA_DIR: dataDir, ...around.env });
  const log = await keepLog(program);
  const tearDown = async (): Promise<void> => {
    try {
      await stop(program);
      await log.written;
      if (process.env['HEATSYNC_URL']) await checkLog(LOG);
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
