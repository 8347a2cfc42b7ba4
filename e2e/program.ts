/** The program itself, for tests in a browser: started with data of its own, and ended. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const READY = /HeatSync is ready at (http:\/\/\S+)/;
/** The page is built at the first start. */
const START_LIMIT = 180_000;
const STOP_LIMIT = 20_000;

export const launch = (env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['scripts/start.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'trace', ...env },
  });

/** Resolves when it is ready. */
export const addressOf = (program: ChildProcess): Promise<string> =>
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

export const stop = async (program: ChildProcess): Promise<void> => {
  if (program.exitCode !== null || program.signalCode !== null)
    throw new Error('The program ended before the tests did: see server.log in the run’s folder.');
  const ended = once(program, 'exit');
  program.kill('SIGTERM');
  const limit = setTimeout(() => program.kill('SIGKILL'), STOP_LIMIT);
  await ended;
  clearTimeout(limit);
};
