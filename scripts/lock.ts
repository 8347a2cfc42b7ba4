/** A lock between processes: a file that its holder keeps touching, so that one left by a killed program is noticed. */
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning } from '../packages/backend/src/isRunning.ts';

const RETRY_MS = 250;
const TOUCH_MS = 1_000;
/** A holder this long silent is gone, even if its number now belongs to another process. */
const SILENT_MS = 20_000;

const take = (path: string): Promise<boolean> =>
  writeFile(path, String(process.pid), { flag: 'wx' }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

/** A lock that cannot be read is just being made or removed. */
const isAbandoned = async (path: string): Promise<boolean> => {
  const [text, found] = await Promise.all([
    readFile(path, 'utf8').catch(() => ''),
    stat(path).catch(() => null),
  ]);
  if (!found) return false;
  if (Date.now() - found.mtimeMs > SILENT_MS) return true;
  return text !== '' && !isRunning(Number(text));
};

/** Runs `work` while nobody else with the same path does. Rejects when `stop` is aborted while it waits. */
export const withLock = async (
  path: string,
  stop: AbortSignal,
  work: () => Promise<void>,
): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  while (!(await take(path))) {
    if (await isAbandoned(path)) await rm(path, { force: true });
    else await pause(RETRY_MS, undefined, { signal: stop });
  }
  const touch = () => void utimes(path, new Date(), new Date()).catch(() => undefined);
  const touching = setInterval(touch, TOUCH_MS);
  try {
    await work();
  } finally {
    clearInterval(touching);
    await rm(path, { force: true });
  }
};
