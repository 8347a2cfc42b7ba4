/** Keeps jobs at work for as long as a test wants. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Db } from '../../src/db/client.ts';
import { findJobs, type JobRow } from '../../src/db/queries/jobs.ts';
import { lockReading } from '../../src/db/queries/sheets.ts';
import type { Upload } from './testApp.ts';

/** What a PDF is known by. */
export const checksumOf = ({ bytes }: Pick<Upload, 'bytes'>): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/** Nobody can read these PDFs until the answer is called: whoever has their jobs waits. */
export const holdReading = async (db: Db, checksums: string[]): Promise<() => Promise<void>> => {
  const held = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const holding = db.transaction(async (tx) => {
    for (const checksum of checksums)
      if (!(await lockReading(tx, checksum))) throw new Error('somebody reads this PDF already');
    held.resolve();
    await release.promise;
  });
  await Promise.race([held.promise, holding]);
  return async () => {
    release.resolve();
    await holding;
  };
};

/** Waits until all jobs of a batch are as wanted. */
export const untilJobs = (db: Db, batchId: string, wanted: (job: JobRow) => boolean) =>
  expect
    .poll(async () => (await findJobs(db, batchId)).every(wanted), { timeout: 60_000 })
    .toBe(true);
