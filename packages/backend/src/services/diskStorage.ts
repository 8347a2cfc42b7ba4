import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileStorage } from './fileStorage.ts';
import { isStorageKey } from './storageKeys.ts';

const unlessMissing = <T>(work: Promise<T>): Promise<T | null> =>
  work.catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });

/** Files in one folder on disk, which is made where it is missing. */
export const createDiskStorage = async (folder: string): Promise<FileStorage> => {
  await mkdir(folder, { recursive: true });
  const remove = async (keys: string[]) => {
    await Promise.all(keys.map((key) => rm(join(folder, key), { force: true })));
  };
  return {
    remove,
    put: async (key, body) => {
      try {
        await pipeline(body, createWriteStream(join(folder, key), { flags: 'wx', mode: 0o600 }));
      } catch (error) {
        await remove([key]);
        throw error;
      }
    },
    get: (key) => unlessMissing(readFile(join(folder, key))),
    list: async function* (before) {
      const keys = (await readdir(folder)).filter(isStorageKey);
      const ages = await Promise.all(keys.map((key) => unlessMissing(stat(join(folder, key)))));
      yield keys.filter((_, index) => (ages[index]?.mtime ?? before) < before);
    },
    // Half a file is a file here.
    dropUnfinished: async () => 0,
  };
};
