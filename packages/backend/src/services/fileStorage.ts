import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Where uploads wait until they are read. Keys come from `newStorageKey`. */
export type FileStorage = {
  /** Streams; leaves nothing behind when it rejects. */
  put(key: string, body: Readable): Promise<void>;
  /** Null when there is no such file. */
  get(key: string): Promise<Uint8Array | null>;
  /** Missing files are fine. */
  remove(keys: string[]): Promise<void>;
  /** Keys of the uploads that are older than `before`, some at a time. */
  list(before: Date): AsyncIterable<string[]>;
};

/** Unguessable, and says nothing of the file. */
export const newStorageKey = (): string => `${randomBytes(24).toString('hex')}.pdf`;

/** Tells uploads from whatever else lies beside them. */
const isStorageKey = (name: string): boolean => /^[\da-f]{48}\.pdf$/.test(name);

const unlessMissing = <T>(work: Promise<T>): Promise<T | null> =>
  work.catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });

/** Files in one folder on disk. */
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
  };
};
