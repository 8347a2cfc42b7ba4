import { findTimedOutBatches, lockClaimableBatch, startBatch } from '../db/queries/batches.ts';
import {
  claimJob,
  completeJob,
  failJob,
  failJobs,
  findBatchesWithLostJobs,
  findJobs,
  putBackJob,
  requeueLostJobs,
  saveDownload,
  saveProgress,
  type Download,
  type JobFailure,
  type JobProgress,
  type JobResult,
  type JobRow,
} from '../db/queries/jobs.ts';
import { keepSheets } from '../db/queries/sheets.ts';
import { sentenceFor } from '../errors.ts';
import { changeBatch, settle, tellJob } from './batchChange.ts';
import type { Context } from './context.ts';

const PROCESSING_TIMEOUT_SECONDS = 30 * 60;
const MAX_LOST_LEASES = 5;
const WAITING = 'Waiting to be read again.';

/** The next job that is due, now owned by `worker`; null when there is none at the moment. */
export const claimNext = async (
  { db, bus, config }: Pick<Context, 'db' | 'bus' | 'config'>,
  worker: string,
  leaseSeconds: number,
): Promise<JobRow | null> => {
  const limit = config.concurrentJobsPerBatch;
  const job = await db.transaction(async (tx) => {
    const batch = await lockClaimableBatch(tx, limit);
    const claimed = batch && (await claimJob(tx, batch.id, worker, { limit, leaseSeconds }));
    if (!claimed) return null;
    if (batch.status === 'pending') await startBatch(tx, batch.id, PROCESSING_TIMEOUT_SECONDS);
    await tellJob(tx, 'job_progress', claimed);
    return claimed;
  });
  if (job) bus.changed(job.batchId);
  return job;
};

type Changes = Pick<Context, 'db' | 'bus'>;

/** Each of these answers false, and changes nothing, when `worker` no longer owns the job. */
export const reportProgress = async (
  context: Changes,
  job: JobRow,
  worker: string,
  progress: JobProgress,
): Promise<boolean> =>
  (await changeBatch(context, job.batchId, async (tx) => {
    const row = await saveProgress(tx, job.id, worker, progress);
    if (row) await tellJob(tx, 'job_progress', row);
    return row !== null;
  })) ?? false;

export const noteDownload = async (
  context: Changes,
  job: JobRow,
  worker: string,
  download: Download,
): Promise<boolean> =>
  (await changeBatch(context, job.batchId, async (tx) => {
    await keepSheets(tx, [download.checksum]);
    const row = await saveDownload(tx, job.id, worker, download);
    if (row) await tellJob(tx, 'job_progress', row);
    return row !== null;
  })) ?? false;

export const finishJob = async (
  context: Changes,
  job: JobRow,
  worker: string,
  result: JobResult,
): Promise<boolean> =>
  (await changeBatch(context, job.batchId, async (tx, batch) => {
    const row = await completeJob(tx, job.id, worker, result);
    if (row) await settle(tx, batch, 'job_completed', [row]);
    return row !== null;
  })) ?? false;

export const giveUpJob = async (
  context: Changes,
  job: JobRow,
  worker: string,
  failure: JobFailure,
): Promise<boolean> =>
  (await changeBatch(context, job.batchId, async (tx, batch) => {
    const row = await failJob(tx, job.id, worker, failure);
    if (row) await settle(tx, batch, 'job_failed', [row]);
    return row !== null;
  })) ?? false;

/** Back to the queue: `retry` costs one of the job's retries, a hand-back is free. */
export const returnJob = async (
  context: Changes,
  job: JobRow,
  worker: string,
  { delayMs, retry }: { delayMs: number; retry: boolean },
): Promise<boolean> =>
  (await changeBatch(context, job.batchId, async (tx) => {
    const row = await putBackJob(tx, job.id, worker, { delayMs, retry, message: WAITING });
    if (row) await tellJob(tx, 'job_progress', row);
    return row !== null;
  })) ?? false;

const internal: JobFailure = { errorCode: 'INTERNAL', errorMessage: sentenceFor('INTERNAL') };
const timeout: JobFailure = { errorCode: 'TIMEOUT', errorMessage: sentenceFor('TIMEOUT') };

/** Queues again what dead workers held; a job that has killed several workers fails. */
const rescueBatch = (context: Changes, batchId: string) =>
  changeBatch(context, batchId, async (tx, batch) => {
    const lost = await requeueLostJobs(tx, batchId, WAITING);
    const deadly = lost.filter((job) => job.lostLeases > MAX_LOST_LEASES).map((job) => job.id);
    const failed = deadly.length > 0 ? await failJobs(tx, deadly, internal) : [];
    for (const job of lost) if (!deadly.includes(job.id)) await tellJob(tx, 'job_progress', job);
    if (failed.length > 0) await settle(tx, batch, 'job_failed', failed);
  });

const endLateBatch = (context: Changes, batchId: string) =>
  changeBatch(context, batchId, async (tx, batch) => {
    if (batch.status !== 'processing') return;
    const ids = (await findJobs(tx, batchId)).map((job) => job.id);
    await settle(tx, batch, 'job_failed', await failJobs(tx, ids, timeout));
  });

/** The same for one batch, at once. */
export const recoverBatch = async (context: Changes, batchId: string): Promise<void> => {
  await rescueBatch(context, batchId);
  if ((await findTimedOutBatches(context.db)).includes(batchId))
    await endLateBatch(context, batchId);
};

/** Looks after jobs of dead workers and batches that take too long. Any process may do it. */
export const rescueJobs = async (context: Changes): Promise<void> => {
  for (const id of await findBatchesWithLostJobs(context.db)) await rescueBatch(context, id);
  for (const id of await findTimedOutBatches(context.db)) await endLateBatch(context, id);
};
