import { Readable } from 'node:stream';
import type { Config } from '../../packages/backend/src/config.ts';
import { createFileStorage } from '../../packages/backend/src/services/fileStorage.ts';
import { newStorageKey } from '../../packages/backend/src/services/storageKeys.ts';
import { ok, type Outcome } from './finding.ts';

const step = async <T>(name: string, work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw new Error(`${name} does not work: ${(error as Error).message || String(error)}`);
  });

/** Puts a file, gets it, and deletes it again. */
export const checkStorage = async (config: Config): Promise<Outcome> => {
  const storage = await createFileStorage(config);
  const key = newStorageKey();
  const text = 'HeatSync looks whether files can be kept here.';
  await step('writing', storage.put(key, Readable.from([Buffer.from(text)])));
  const found = await step('reading', storage.get(key));
  await step('deleting', storage.remove([key]));
  if (!found || Buffer.from(found).toString() !== text)
    throw new Error('a file that was written is not what is read');
  if (await step('reading', storage.get(key))) throw new Error('a deleted file is still there');
  return ok(`a file was written, read and deleted ${config.s3 ? 'in the bucket' : 'on disk'}`);
};
