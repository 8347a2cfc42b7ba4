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

export type Hour = {
  from: string;
  read: number;
  cached: number;
  failed: number;
  slowSeconds: number | null;
};

/** The last so many hours, empty ones too; the last is the one that runs. */
export const measureHours = async (db: Db, hours: number): Promise<Hour[]> => {
  const isRead = sql`j.status = 'completed' and not j.cached`;
  const rows = await db.execute<Hour>(sql`
    with hours as (
      select generate_series(now_hour - (${hours} - 1) * interval '1 hour', now_hour, '1 hour') as start
      from (select date_trunc('hour', now()) as now_hour))
    select to_char(start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as from,
      count(j.id) filter (where ${isRead})::int as read,
      count(j.id) filter (where j.status = 'completed' and j.cached)::int as cached,
      count(j.id) filter (where j.status = 'failed')::int as failed,
      (percentile_cont(0.95) within group (order by extract(epoch from j.completed_at - j.started_at))
        filter (where ${isRead}))::float as "slowSeconds"
    from hours left join ${batchJobs} j
      on j.completed_at >= start and j.completed_at < start + interval '1 hour'
      and j.status in ('completed', 'failed')
    group by start order by start`);
  return [...rows];
};

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
