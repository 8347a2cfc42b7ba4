/** Where uploads wait until they are read: one interface, on disk (`diskStorage`) or in a bucket (`s3Storage`). */
import type { Readable } from 'node:stream';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { createDiskStorage } from './diskStorage.ts';

/** Keys come from `newStorageKey`. */
export type FileStorage = {
  /** Streams; leaves nothing behind when it rejects. */
  put(key: string, body: Readable): Promise<void>;
  /** Null when there is no such file. */
  get(key: string): Promise<Uint8Array | null>;
  /** Missing files are fine. */
  remove(keys: string[]): Promise<void>;
  /** Keys of the uploads that are older than `before`, some at a time. */
  list(before: Date): AsyncIterable<string[]>;
  /** Gives up uploads that began before `before` and never ended, which `list` does not show. Answers with how many. */
  dropUnfinished(before: Date): Promise<number>;
};

/** The bucket if one is configured, else a folder. Its SDK is loaded only when it is wanted. */
export const createFileStorage = async ({ s3, tempFileDir }: Config): Promise<FileStorage> => {
  if (!s3) return createDiskStorage(tempFileDir);
  const { createS3Storage } = await import('./s3Storage.ts');
  return createS3Storage(s3);
};

/** Removes what nobody needs any more. What cannot be removed now is an orphan, which upkeep sweeps. */
export const dropFiles = async (
  { storage, log }: { storage: FileStorage; log: Log },
  keys: string[],
): Promise<void> => {
  await storage
    .remove(keys)
    .catch((error: unknown) => log.warn({ err: error }, 'files are left; upkeep deletes them'));
};
