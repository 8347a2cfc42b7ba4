import { count, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { batchJobs, extractionResults, parsedSheets, processingBatches } from '../schema.ts';

export type Counts = { name: string; count: number }[];

export const countBatchesByStatus = (db: Db): Promise<Counts> =>
  db
    .select({ name: processingBatches.status, count: count() })
    .from(processingBatches)
    .groupBy(processingBatches.status);

export const countJobsByStatus = (db: Db): Promise<Counts> =>
  db.select({ name: batchJobs.status, count: count() }).from(batchJobs).groupBy(batchJobs.status);

export const countErrorCodes = async (db: Db): Promise<Counts> => {
  const rows = await db
    .select({ name: batchJobs.errorCode, count: count() })
    .from(batchJobs)
    .where(eq(batchJobs.status, 'failed'))
    .groupBy(batchJobs.errorCode);
  return rows.map(({ name, count }) => ({ name: name ?? 'INTERNAL', count }));
};

export type JobTimes = {
  cached: number;
  /** Seconds at work, of jobs that were read. */
  p50: number | null;
  p95: number | null;
  total: number;
};

export const measureJobs = async (db: Db): Promise<JobTimes> => {
  const seconds = sql`extract(epoch from completed_at - started_at)`;
  const [row] = await db.execute<JobTimes>(sql`
    select count(*) filter (where cached)::int as cached,
      percentile_cont(0.5) within group (order by ${seconds})::float as p50,
      percentile_cont(0.95) within group (order by ${seconds})::float as p95,
      coalesce(sum(${seconds}), 0)::float as total
    from ${batchJobs} where status = 'completed'`);
  return row ?? { cached: 0, p50: null, p95: null, total: 0 };
};

/** How many sheets are stored that our reader read, and how many answers of the AI model. */
export const countEngines = async (db: Db): Promise<{ reader: number; ai: number }> => ({
  reader: await db.$count(parsedSheets),
  ai: await db.$count(extractionResults, eq(extractionResults.engine, 'ai')),
});

export type QueueState = {
  due: number;
  oldestWaitSeconds: number;
  atWork: number;
  lostLeases: number;
  workersAtWork: number;
  lateBatches: number;
};

export const measureQueue = async (db: Db): Promise<QueueState> => {
  const atWork = sql`status in ('downloading', 'processing')`;
  const due = sql`status = 'pending' and run_at <= now()`;
  const [row] = await db.execute<QueueState>(sql`
    select count(*) filter (where ${due})::int as due,
      coalesce(extract(epoch from now() - min(run_at) filter (where ${due})), 0)::float as "oldestWaitSeconds",
      count(*) filter (where ${atWork})::int as "atWork",
      count(*) filter (where ${atWork} and lease_until < now())::int as "lostLeases",
      count(distinct lease_owner) filter (where ${atWork})::int as "workersAtWork",
      (select count(*) from ${processingBatches}
        where status = 'processing' and processing_timeout_at < now())::int as "lateBatches"
    from ${batchJobs} where status in ('pending', 'downloading', 'processing')`);
  if (!row) throw new Error('the queue was not counted');
  return row;
};

/** The newest batches; nobody's name is among what is told. */
export const findRecentBatches = (db: Db, limit: number) =>
  db
    .select({
      id: processingBatches.id,
      status: processingBatches.status,
      totalPdfs: processingBatches.totalPdfs,
      completedPdfs: processingBatches.completedPdfs,
      failedPdfs: processingBatches.failedPdfs,
      createdAt: processingBatches.createdAt,
      startedAt: processingBatches.startedAt,
      completedAt: processingBatches.completedAt,
      expiresAt: processingBatches.expiresAt,
    })
    .from(processingBatches)
    .orderBy(desc(processingBatches.createdAt))
    .limit(limit);
