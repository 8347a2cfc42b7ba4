/** The real program as processes of its own, which can be killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/index.ts', import.meta.url));
const READY = /ready at (\S+)/;

export type Program = {
  url: string;
  pid: number;
  /** Sends the signal and waits for the end; answers with the exit code, or null when killed. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** What it wrote to its log. */
  log(): string;
};

/**
 * Starts the program and waits until it is ready. It gets no variable of the test runner's but `env`. With `maxFileMb` the system refuses
 * it what would make a file larger, as a full disk does.
 */
export const startProgram = async (
  env: Record<string, string>,
  { maxFileMb }: { maxFileMb?: number } = {},
): Promise<Program> => {
  const limit = maxFileMb === undefined ? '' : `ulimit -f ${maxFileMb * 2048}; `;
  const child = spawn('sh', ['-c', `${limit}exec "$0" "$1"`, process.execPath, MAIN], {
    env: { PATH: process.env['PATH'], PORT: '0', RATE_LIMIT_PER_MINUTE: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const ended = once(child, 'exit');
  const ready = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = READY.exec(line)?.[1];
      if (url) resolve(url);
    });
    void ended.then(() => reject(new Error(`the program did not start: ${said.join('')}`)));
  });
  return {
    url: await ready,
    pid: child.pid ?? 0,
    log: () => said.join(''),
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
};
