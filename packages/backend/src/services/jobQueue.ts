import { findTimedOutBatches } from '../db/queries/batches.ts';
import { changeOpenJobs, findBatchesWithLostJobs, requeueLostJobs } from '../db/queries/jobs.ts';
import { sentenceFor } from '../errors.ts';
import { changeBatch } from './batchChange.ts';
import type { Context } from './context.ts';
import { failed, queuedAgain } from './jobReports.ts';

const MAX_LOST_LEASES = 5;

type Changes = Pick<Context, 'db' | 'bus'>;
const failedWith = (errorCode: 'INTERNAL' | 'TIMEOUT') =>
  failed({ errorCode, errorMessage: sentenceFor(errorCode) });

/** Queues again what dead workers held; a job that has killed several workers fails. */
const rescueBatch = (context: Changes, batchId: string) =>
  changeBatch(context, batchId, (tx) =>
    requeueLostJobs(tx, batchId, {
      back: queuedAgain,
      deadly: failedWith('INTERNAL'),
      most: MAX_LOST_LEASES,
    }),
  );

const endLateBatch = (context: Changes, batchId: string) =>
  changeBatch(context, batchId, async (tx, batch) => {
    if (batch.status === 'processing') await changeOpenJobs(tx, batchId, failedWith('TIMEOUT'));
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
