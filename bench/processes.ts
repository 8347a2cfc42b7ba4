/** Programs that are measured from outside, as processes of their own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

export type Process = {
  url: string;
  pid: number;
  /** Resident memory in kB. */
  memory(): Promise<number>;
  end(): Promise<void>;
};

/** Runs a script until it says where it is ready. */
export const startProcess = async (
  script: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Process> => {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /ready at (\S+)/.exec(line)?.[1];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`${script} ended before it was ready`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    memory: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
    },
    end: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
