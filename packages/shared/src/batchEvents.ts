import { z } from 'zod';
import { BatchView, JobView } from './types.ts';

const envelope = { seq: z.int(), at: z.iso.datetime({ offset: true }) };

/**
 * What `/api/batch/:id/stream` sends. `seq` numbers a batch's events 1, 2, 3… without a gap; a
 * `snapshot` bears the number of the last event that it includes.
 */
export const BatchEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('snapshot'),
    ...envelope,
    batch: BatchView,
    jobs: z.array(JobView),
  }),
  z.object({ type: z.literal('batch_started'), ...envelope, batch: BatchView }),
  z.object({
    type: z.literal('job_progress'),
    ...envelope,
    batch: BatchView.optional(),
    job: JobView,
  }),
  z.object({ type: z.literal('job_completed'), ...envelope, batch: BatchView, job: JobView }),
  z.object({ type: z.literal('job_failed'), ...envelope, batch: BatchView, job: JobView }),
  z.object({ type: z.literal('batch_completed'), ...envelope, batch: BatchView }),
  z.object({ type: z.literal('batch_cancelled'), ...envelope, batch: BatchView }),
]);
export type BatchEvent = z.infer<typeof BatchEvent>;
export type BatchEventType = BatchEvent['type'];
