/** Builds the web app if its sources changed since it was last built. */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { StartError } from '../packages/backend/src/startError.ts';
import { withLock } from './lock.ts';
import { root } from './steps.ts';

const WEBAPP = join(root, 'packages/webapp');
const BUILD = join(WEBAPP, 'build');
const STAMP = join(BUILD, '.sources');
const LOCK = join(root, '.cache/webapp-build.lock');
const LOG = join(root, '.cache/webapp-build.log');

const SOURCES = [
  'package-lock.json',
  'packages/webapp/src',
  'packages/webapp/static',
  'packages/webapp/package.json',
  'packages/webapp/vite.config.ts',
  'packages/webapp/bin',
  'packages/shared/src',
  'packages/heatsheet/src',
  'packages/sheetgen/src',
];
/** Made by the build itself. */
const MADE = ['packages/webapp/static/sample', 'packages/webapp/src/typeface'];

const filesUnder = async (path: string): Promise<string[]> => {
  if (MADE.includes(relative(root, path))) return [];
  if ((await stat(path)).isFile()) return [path];
  const names = await readdir(path);
  return (await Promise.all(names.map((name) => filesUnder(join(path, name))))).flat();
};

const fingerprint = async (): Promise<string> => {
  const files = (await Promise.all(SOURCES.map((source) => filesUnder(join(root, source))))).flat();
  const hash = createHash('sha256');
  for (const file of files.toSorted())
    hash.update(`${relative(root, file)}\0`).update(await readFile(file));
  return hash.digest('hex');
};

const builtFrom = (): Promise<string | null> => readFile(STAMP, 'utf8').catch(() => null);

/** Null when the page was built, else what the build said. */
const runBuild = (folder: string, stop: AbortSignal): Promise<string | null> =>
  new Promise((resolve) => {
    const child = fork(join(WEBAPP, 'bin/build.ts'), {
      env: { ...process.env, WEBAPP_OUT: folder, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      signal: stop,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? null : Buffer.concat(chunks).toString()));
  });

/** The line that says it, between the tool's own report and its stack. */
const reasonIn = (output: string): string =>
  /^\w*Error: (.*)$/m.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? '';

/** Made aside and swapped in whole. */
const build = async (wanted: string, stop: AbortSignal): Promise<void> => {
  if ((await builtFrom()) === wanted) return;
  process.stderr.write('Building the page, once …\n');
  const fresh = `${BUILD}.new`;
  try {
    await rm(fresh, { recursive: true, force: true });
    const failure = await runBuild(fresh, stop);
    stop.throwIfAborted();
    if (failure !== null) {
      await writeFile(LOG, failure);
      throw new Error(`${reasonIn(failure)} (more in ${LOG})`);
    }
    await writeFile(join(fresh, '.sources'), wanted);
    await rm(BUILD, { recursive: true, force: true });
    await rename(fresh, BUILD);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
};

/** Leaves `packages/webapp/build` as the sources want it. Rejects with `StartError`, also when `stop` is aborted meanwhile. */
export const buildWebapp = async (stop: AbortSignal): Promise<void> => {
  try {
    const wanted = await fingerprint();
    if ((await builtFrom()) !== wanted) await withLock(LOCK, stop, () => build(wanted, stop));
  } catch (error) {
    throw new StartError(`The page could not be built: ${(error as Error).message}`);
  }
};
