/** What must be true of every batch, whatever was killed on the way. */
import { asc } from 'drizzle-orm';
import type { BatchEvent } from '@heatsync/shared';
import type { Db } from '../../src/db/client.ts';
import type { BatchRow } from '../../src/db/queries/batches.ts';
import type { JobRow } from '../../src/db/queries/jobs.ts';
import { batchEvents, batchJobs, processingBatches } from '../../src/db/schema.ts';

const ENDS = ['batch_completed', 'batch_cancelled'];

/** Each run begins once and ends once. */
const runsAreWhole = (types: BatchEvent['type'][]): boolean => {
  const marks = types.filter((type) => type === 'batch_started' || ENDS.includes(type));
  return marks.every((type, index) => (type === 'batch_started') === (index % 2 === 0));
};

const problemsOf = (batch: BatchRow, jobs: JobRow[], events: BatchEvent[]): string[] => {
  const count = (status: string) => jobs.filter((job) => job.status === status).length;
  const ended = count('completed') + count('failed') + count('cancelled') === jobs.length;
  const finished = !['pending', 'processing'].includes(batch.status);
  const endings = events.filter(({ type }) => ENDS.includes(type)).length;
  const outcomes = { completed: count('failed') === 0, failed: count('completed') === 0 };
  const checks: [string, boolean][] = [
    ['has all its jobs', batch.totalPdfs === jobs.length],
    ['counts its completed jobs', batch.completedPdfs === count('completed')],
    ['counts its failed jobs', batch.failedPdfs === count('failed')],
    ['is finished when its jobs have ended', finished === ended],
    ['is completed when none failed', batch.status !== 'completed' || outcomes.completed],
    ['is failed when none completed', batch.status !== 'failed' || outcomes.failed],
    ['numbers its events without a gap', events.every(({ seq }, index) => seq === index + 1)],
    ['knows its last event', batch.lastEventId === events.length],
    ['has whole runs', runsAreWhole(events.map(({ type }) => type))],
    ['ended once a run', !finished || endings >= 1],
    ['left no lease behind', !finished || jobs.every((job) => job.leaseOwner === null)],
    [
      'keeps files of failed jobs only',
      !finished || jobs.every((job) => job.tempFilePath === null || job.status === 'failed'),
    ],
    ['charged no crash as a retry', jobs.every((job) => job.retryCount === 0)],
  ];
  return checks.filter(([, holds]) => !holds).map(([name]) => `${batch.id}: not true: ${name}`);
};

/** One line for each thing that is not as promised, over all batches of the database. */
export const brokenPromises = async (db: Db): Promise<string[]> => {
  const batches = await db.select().from(processingBatches);
  const jobs = Map.groupBy(await db.select().from(batchJobs), (job) => job.batchId);
  const rows = await db.select().from(batchEvents).orderBy(asc(batchEvents.seq));
  const events = Map.groupBy(rows, (row) => row.batchId);
  return batches.flatMap((batch) =>
    problemsOf(
      batch,
      jobs.get(batch.id) ?? [],
      (events.get(batch.id) ?? []).map(({ data }) => data),
    ),
  );
};
