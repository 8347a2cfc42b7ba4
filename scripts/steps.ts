/** Running a command as a named step: quiet when it passes, its whole output when it does not. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export type Step = { name: string; command: string; args: string[]; env?: NodeJS.ProcessEnv };
export type StepResult = { name: string; ok: boolean; seconds: number; output: string };

/** Runs one step from the project's root with `node_modules/.bin` first on the path. */
export const runStep = ({ name, command, args, env = {} }: Step): Promise<StepResult> =>
  new Promise((resolve) => {
    const start = performance.now();
    const path = `${root}node_modules/.bin:${process.env['PATH']}`;
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, PATH: path, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    const finish = (ok: boolean, extra = '') =>
      resolve({
        name,
        ok,
        seconds: (performance.now() - start) / 1000,
        output: Buffer.concat(chunks).toString() + extra,
      });
    child.on('error', (error) => finish(false, error.message));
    child.on('close', (code, signal) =>
      finish(code === 0, signal === null ? '' : `\n${command} was ended by ${signal}.`),
    );
  });

/** One line for a step, and what it said if it failed. */
export const report = ({ name, ok, seconds, output }: StepResult): void => {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(output.trimEnd());
};
