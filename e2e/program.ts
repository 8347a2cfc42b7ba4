/** The program itself, for tests in a browser: started with data of its own, and ended. Its log names nobody. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { checkLog } from './logPrivacy.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const READY = /HeatSync is ready at (http:\/\/\S+)/;
/** The page is built at the first start. */
const START_LIMIT = 180_000;
const STOP_LIMIT = 20_000;

const launch = (env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['scripts/start.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'trace', ...env },
  });

/** Resolves when it is ready. */
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
    throw new Error('The program ended before the tests did: see its log in the run’s folder.');
  const ended = once(program, 'exit');
  program.kill('SIGTERM');
  const limit = setTimeout(() => program.kill('SIGKILL'), STOP_LIMIT);
  await ended;
  clearTimeout(limit);
};

/**
 * What the program says, kept with what the run leaves; its end too, which only the tests should cause. `written` resolves
 * when all of it is.
 */
const keepLog = async (program: ChildProcess, folder: string, name: string) => {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  const log = createWriteStream(file);
  program.stdout?.pipe(log, { end: false });
  program.stderr?.pipe(log, { end: false });
  program.once('close', (code, signal) => log.end(`ended: ${String(code ?? signal)}\n`));
  return { file, written: once(log, 'finish') };
};

export type Program = {
  address: string;
  /** Where its data lies. */
  folder: string;
  /** Rejects where its log names what it must not. */
  end: () => Promise<void>;
};

/** Resolves when it is ready, and has answered for the first time. Its log becomes `NAME.log` in `logs`. */
export const startProgram = async (
  name: string,
  logs: string,
  env: Record<string, string>,
): Promise<Program> => {
  const folder = await mkdtemp(join(tmpdir(), `heatsync-${name}-`));
  const program = launch({ DATA_DIR: folder, ...env });
  const log = await keepLog(program, logs, name);
  const end = async (): Promise<void> => {
    try {
      await stop(program);
      await log.written;
      await checkLog(log.file);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
  try {
    const address = await addressOf(program);
    await fetch(`${address}/api/health`);
    return { address, folder, end };
  } catch (error) {
    await end().catch(() => {});
    throw error;
  }
};
