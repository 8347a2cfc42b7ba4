/** Builds the web app if its sources changed since it was last built. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { report, root, runStep } from './steps.ts';

const WEBAPP = join(root, 'packages/webapp');
const BUILD = join(WEBAPP, 'build');
const STAMP = join(BUILD, '.sources');
const LOCK = join(root, '.cache/webapp-build.lock');
const RETRY_MS = 250;

const SOURCES = [
  'package-lock.json',
  'packages/webapp/src',
  'packages/webapp/static',
  'packages/webapp/package.json',
  'packages/webapp/vite.config.ts',
  'packages/shared/src',
  'packages/heatsheet/src',
  'packages/sheetgen/src',
];
/** Made by the build itself. */
const MADE = ['packages/webapp/static/sample'];

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

const takeLock = (): Promise<boolean> =>
  writeFile(LOCK, String(process.pid), { flag: 'wx' }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

/** Whether the program that holds the lock is gone; a lock that cannot be read is being made or removed. */
const isAbandoned = async (): Promise<boolean> => {
  const holder = Number(await readFile(LOCK, 'utf8').catch(() => ''));
  if (!holder) return false;
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
};

/** One build at a time, also when two programs start together. */
const withLock = async (work: () => Promise<void>): Promise<void> => {
  await mkdir(join(root, '.cache'), { recursive: true });
  while (!(await takeLock())) {
    if (await isAbandoned()) await rm(LOCK, { force: true });
    else await pause(RETRY_MS);
  }
  try {
    await work();
  } finally {
    await rm(LOCK, { force: true });
  }
};

const build = async (wanted: string): Promise<void> => {
  if ((await builtFrom()) === wanted) return;
  console.log('Building the page, once …');
  const fresh = `${BUILD}.new`;
  await rm(fresh, { recursive: true, force: true });
  const step = await runStep({
    name: 'build the page',
    command: 'npm',
    args: ['run', '--silent', 'build', '-w', '@heatsync/webapp'],
    env: { WEBAPP_OUT: fresh },
  });
  if (!step.ok) {
    report(step);
    throw new Error('see above');
  }
  await writeFile(join(fresh, '.sources'), wanted);
  await rm(BUILD, { recursive: true, force: true });
  await rename(fresh, BUILD);
};

/** Leaves `packages/webapp/build` as the sources want it; a finished build is swapped in whole. Rejects with one plain line. */
export const buildWebapp = async (): Promise<void> => {
  try {
    const wanted = await fingerprint();
    if ((await builtFrom()) !== wanted) await withLock(() => build(wanted));
  } catch (error) {
    throw new Error(`The page could not be built: ${(error as Error).message}`, { cause: error });
  }
};
