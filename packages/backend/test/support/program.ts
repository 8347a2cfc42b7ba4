/** The whole program as a process, with folders of its own, and what it leaves behind. */
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../../../..');
const READY = /^HeatSync is ready at (http:\/\/localhost:(\d+))\n$/;
const LOOK_MS = 50;

const NODE = [process.execPath, 'scripts/start.ts'];
export const NPM = ['npm', 'run', '--silent', 'start'];

type Place = { dataDir: string; temp: string };
export type Program = ReturnType<typeof startProgram>;

/** A data folder, with a space in its name, and a temporary one. */
export const makePlace = async (): Promise<Place & { remove(): Promise<void> }> => {
  const home = await mkdtemp(join(tmpdir(), 'hs start '));
  const temp = join(home, 'tmp');
  await mkdir(temp);
  await chmod(home, 0o755);
  return {
    dataDir: join(home, 'data'),
    temp,
    remove: () => rm(home, { recursive: true, force: true, maxRetries: 5 }),
  };
};

/** Resolves with what `look` finds, as soon as it finds something. */
export const until = async <T>(look: () => Promise<T | null> | T | null): Promise<T> => {
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    await pause(LOOK_MS);
  }
};

/** Vitest sets a BASE_URL of its own; what else the tester has set is not meant for this program either. */
const cleanEnv = (): NodeJS.ProcessEnv => {
  const { PATH, HOME, USER } = process.env;
  return { PATH, HOME, USER };
};

/** In a process group of its own, as a terminal gives one to each command. */
export const startProgram = (
  { dataDir, temp }: Place,
  env: Record<string, string> = {},
  [command = '', ...args] = NODE,
) => {
  const child = spawn(command, args, {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...cleanEnv(),
      PORT: '0',
      DATA_DIR: dataDir,
      TMPDIR: temp,
      LOG_LEVEL: 'error',
      ...env,
    },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  );
  const send = (pid: number | undefined, signal: NodeJS.Signals) => {
    if (pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(pid, signal);
  };
  return {
    said,
    /** The exit code, or the signal that ended it; resolves when all it wrote has arrived. */
    ended,
    kill: (signal: NodeJS.Signals) => send(child.pid, signal),
    /** As Ctrl-C in a terminal does, to whatever runs in it. */
    killGroup: (signal: NodeJS.Signals) => send(child.pid && -child.pid, signal),
    ready: () =>
      until(() => {
        const [, url = '', port = ''] = READY.exec(said.out) ?? [];
        if (url) return { url, port };
        if (child.exitCode === null && child.signalCode === null) return null;
        throw new Error(`The program ended before it was ready: ${said.out}${said.err}`);
      }),
  };
};

const isBelow = async (id: string, folder: string): Promise<boolean> => {
  const [line, cwd] = await Promise.all([
    readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => ''),
    readlink(`/proc/${id}/cwd`).catch(() => ''),
  ]);
  return line.includes(folder) || cwd.startsWith(folder);
};

/** The ids of the processes that work on a folder: PostgreSQL's children stand in it, its main process names it. */
export const processesOf = async (folder: string): Promise<number[]> => {
  if (existsSync('/proc/self/cwd')) {
    const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const below = await Promise.all(ids.map((id) => isBelow(id, folder)));
    return ids.filter((_, i) => below[i]).map(Number);
  }
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,args=']);
  const lines = stdout.split('\n').filter((line) => line.includes(folder));
  return lines.map((line) => Number.parseInt(line, 10));
};
