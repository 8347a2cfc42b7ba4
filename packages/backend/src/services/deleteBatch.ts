import { deleteBatch } from '../db/queries/batches.ts';
import { lockJobs } from '../db/queries/jobs.ts';
import { deleteUnusedSheet, lockSheet } from '../db/queries/sheets.ts';
import { deleteResultLinks } from '../db/queries/upkeep.ts';
import { forgetAiFiles } from './ai/files.ts';
import { changeBatch } from './batchChange.ts';
import type { Context } from './context.ts';
import { dropFiles } from './fileStorage.ts';

/** Deletes what was read of a PDF unless a batch still has it. */
export const dropUnusedSheet = ({ db }: Pick<Context, 'db'>, checksum: string): Promise<boolean> =>
  db.transaction(async (tx) => {
    await lockSheet(tx, checksum);
    return deleteUnusedSheet(tx, checksum);
  });

const distinct = (texts: (string | null)[]): string[] => [
  ...new Set(texts.flatMap((text) => text ?? [])),
];

/**
 * Deletes a batch: rows, files, result links, and the sheets that no other batch has. Answers
 * whether it was there. What a worker still holds of it is dropped when it comes back.
 */
export const removeBatch = async (context: Context, id: string): Promise<boolean> => {
  const jobs = await changeBatch(context, id, async (tx) => {
    const rows = await lockJobs(tx, id);
    const codes = distinct(rows.map((job) => job.resultCode));
    if (codes.length > 0) await deleteResultLinks(tx, codes);
    await deleteBatch(tx, id);
    return rows;
  });
  if (!jobs) return false;
  await dropFiles(context, distinct(jobs.map((job) => job.tempFilePath)));
  const checksums = distinct(jobs.map((job) => job.fileChecksum));
  await forgetAiFiles(context, checksums);
  for (const checksum of checksums) await dropUnusedSheet(context, checksum);
  return true;
};
