import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
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
};

/** Unguessable, and says nothing of the file. */
export const newStorageKey = (): string => `${randomBytes(24).toString('hex')}.pdf`;

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

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
    get: async (key) => {
      try {
        return await readFile(join(folder, key));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
  };
};
