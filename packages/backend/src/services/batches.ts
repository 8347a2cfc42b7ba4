import type { BatchStatus, BatchView, JobView } from '@heatsync/shared';
import { findBatch, type BatchRow } from '../db/queries/batches.ts';
import { changeOpenJobs, findJobs } from '../db/queries/jobs.ts';
import { findBatchVersion, findBatchView, type BatchVersion } from '../db/queries/views.ts';
import { AppError } from '../errors.ts';
import { changeBatch } from './batchChange.ts';
import type { Context } from './context.ts';
import { dropFiles } from './fileStorage.ts';
import { isSameSecret, sha256 } from './secrets.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const OPEN: BatchStatus[] = ['pending', 'processing'];

export const isFinished = (status: BatchStatus): boolean => !OPEN.includes(status);

/** Throws `BATCH_NOT_FOUND` for what is no id at all. */
export const checkBatchId = (id: string): string => {
  if (!UUID.test(id)) throw new AppError('BATCH_NOT_FOUND');
  return id;
};

/** Throws `BATCH_NOT_FOUND`, also for what is no id. */
export const getBatchRow = async ({ db }: Pick<Context, 'db'>, id: string): Promise<BatchRow> => {
  const batch = await findBatch(db, checkBatchId(id));
  if (!batch) throw new AppError('BATCH_NOT_FOUND');
  return batch;
};

/** Throws `FORBIDDEN` unless `token` is the one that the batch's creator got. */
export const checkManageToken = ({ manageTokenHash }: BatchRow, token: string | null): void => {
  if (token === null || !isSameSecret(sha256(token), manageTokenHash))
    throw new AppError('FORBIDDEN');
};

/** A batch and its jobs as they were at its `lastEventId`. Throws `BATCH_NOT_FOUND`. */
export const getBatch = async (
  context: Pick<Context, 'db'>,
  id: string,
): Promise<{ batch: BatchView; jobs: JobView[] }> => {
  const found = await findBatchView(context.db, checkBatchId(id));
  if (!found) throw new AppError('BATCH_NOT_FOUND');
  return found;
};

/** A batch's state as an ETag: as long as it is the same, so is the state. It tells no name. */
export const tagOf = ({ lastEventId, notification, swimmers }: BatchVersion): string =>
  `"${sha256(JSON.stringify([lastEventId, notification, swimmers])).slice(0, 32)}"`;

/** The tag without the state. Throws `BATCH_NOT_FOUND`. */
export const getBatchTag = async (context: Pick<Context, 'db'>, id: string): Promise<string> => {
  const found = await findBatchVersion(context.db, checkBatchId(id));
  if (!found) throw new AppError('BATCH_NOT_FOUND');
  return tagOf(found);
};

/**
 * Nothing of the batch starts any more; what is at work is dropped, what is finished stays.
 * Throws `BATCH_FINISHED` when there is nothing left to cancel.
 */
export const cancelBatch = async (context: Context, id: string): Promise<BatchView> => {
  const files = await changeBatch(context, checkBatchId(id), async (tx, batch) => {
    if (isFinished(batch.status)) throw new AppError('BATCH_FINISHED');
    const open = (await findJobs(tx, id)).filter((job) => job.status !== 'failed');
    await changeOpenJobs(tx, id, { status: 'cancelled', stage: 'done', progressMessage: null });
    return open.flatMap((job) => job.tempFilePath ?? []);
  });
  const { batch } = await getBatch(context, id);
  await dropFiles(context, files ?? []);
  return batch;
};
