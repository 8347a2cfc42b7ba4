import type { BatchView } from '@heatsync/shared';
import { findJobs, requeueFailedJobs, type JobRow } from '../db/queries/jobs.ts';
import { takeBackFailures } from '../db/queries/runs.ts';
import { AppError } from '../errors.ts';
import { currentRequest } from '../requestScope.ts';
import { changeBatch } from './batchChange.ts';
import { checkBatchId, getBatch } from './batches.ts';
import type { Context } from './context.ts';

/** A file that is kept, or an address that could be opened. */
const hasSource = ({ tempFilePath, sourceType, errorCode }: JobRow): boolean =>
  tempFilePath !== null || (sourceType === 'url' && errorCode !== 'INVALID_URL');

const toRetry = (jobs: JobRow[], jobId: string | null): string[] => {
  const wanted = jobs.filter((job) => jobId === null || job.id === jobId);
  if (jobId !== null && wanted.length === 0) throw new AppError('JOB_NOT_FOUND');
  const failed = wanted.filter((job) => job.status === 'failed');
  if (failed.length === 0) throw new AppError('NOTHING_TO_RETRY');
  const ready = failed.filter(hasSource);
  if (ready.length === 0) throw new AppError('SOURCE_GONE');
  return ready.map((job) => job.id);
};

/**
 * Queues the failed jobs of a batch again, or the one named; a finished batch opens a new run. Those
 * whose file is gone stay as they are. Throws `BATCH_NOT_FOUND`, `JOB_NOT_FOUND`, `NOTHING_TO_RETRY`,
 * and `SOURCE_GONE` when no file is left.
 */
export const retryJobs = async (
  context: Context,
  batchId: string,
  jobId: string | null = null,
): Promise<BatchView> => {
  checkBatchId(batchId);
  await changeBatch(context, batchId, async (tx, batch) => {
    const ids = toRetry(await findJobs(tx, batchId), jobId);
    await takeBackFailures(tx, batch, ids.length);
    await requeueFailedJobs(tx, ids, currentRequest());
  });
  return (await getBatch(context, batchId)).batch;
};
