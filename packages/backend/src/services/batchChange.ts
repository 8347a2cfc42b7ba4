import type { BatchEvent, BatchStatus, JobStatus } from '@heatsync/shared';
import type { Db } from '../db/client.ts';
import {
  findSwimmers,
  lockBatch,
  saveCounts,
  takeEventNumber,
  type BatchRow,
} from '../db/queries/batches.ts';
import { insertEvent } from '../db/queries/events.ts';
import { countJobs, type JobRow } from '../db/queries/jobs.ts';
import { toBatchView, toJobView } from './batchViews.ts';
import type { Context } from './context.ts';

export type JobEventType = 'job_progress' | 'job_completed' | 'job_failed';
type BatchEventType = 'batch_started' | 'batch_completed' | 'batch_cancelled';

const nextEnvelope = async (tx: Db, batchId: string) => {
  // Both are sent at once: the transaction's connection answers in order.
  const [row, swimmers] = await Promise.all([
    takeEventNumber(tx, batchId),
    findSwimmers(tx, batchId),
  ]);
  if (!row) throw new Error('the batch is gone while it was locked');
  const batch = toBatchView(row, swimmers);
  return { seq: row.lastEventId, at: new Date().toISOString(), batch };
};

/** Writes the next event of a locked batch, in the transaction of the change that it tells of. */
export const tellBatch = async (tx: Db, batchId: string, type: BatchEventType): Promise<void> => {
  const event: BatchEvent = { type, ...(await nextEnvelope(tx, batchId)) };
  await insertEvent(tx, batchId, event);
};

/** The same for an event about one job. */
export const tellJob = async (tx: Db, type: JobEventType, job: JobRow): Promise<void> => {
  const envelope = await nextEnvelope(tx, job.batchId);
  const event: BatchEvent = { type, ...envelope, job: toJobView(job) };
  await insertEvent(tx, job.batchId, event);
};

const ENDED: JobStatus[] = ['completed', 'failed', 'cancelled'];

/** A batch's counters and status as its jobs make them; `status` before is kept while any is open. */
export const countsOf = (jobs: ReadonlyMap<JobStatus, number>, before: BatchStatus) => {
  const completedPdfs = jobs.get('completed') ?? 0;
  const failedPdfs = jobs.get('failed') ?? 0;
  const finished = [...jobs.keys()].every((status) => ENDED.includes(status));
  const outcome = failedPdfs === 0 ? 'completed' : completedPdfs === 0 ? 'failed' : 'partial';
  const status: BatchStatus = finished && before !== 'cancelled' ? outcome : before;
  return { completedPdfs, failedPdfs, finished, status };
};

/** Jobs have ended: brings the batch's counters up to date and tells of each job, then of the end. */
export const settle = async (
  tx: Db,
  batch: BatchRow,
  type: JobEventType,
  ended: JobRow[],
): Promise<void> => {
  const counts = countsOf(await countJobs(tx, batch.id), batch.status);
  await saveCounts(tx, batch.id, counts);
  for (const job of ended) await tellJob(tx, type, job);
  if (counts.finished) await tellBatch(tx, batch.id, 'batch_completed');
};

/**
 * Runs a change of a batch in a transaction that holds its row, then wakes who waits for it. Null
 * when there is no such batch.
 */
export const changeBatch = async <T>(
  { db, bus }: Pick<Context, 'db' | 'bus'>,
  batchId: string,
  change: (tx: Db, batch: BatchRow) => Promise<T>,
): Promise<T | null> => {
  const result = await db.transaction(async (tx) => {
    const batch = await lockBatch(tx, batchId);
    return batch ? change(tx, batch) : null;
  });
  bus.changed(batchId);
  return result;
};
