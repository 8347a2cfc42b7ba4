/**
 * How jobs change their state: one statement changes them, their batches' counters and status, and writes the events that tell of it.
 * Whoever locks several rows does so in the same order, or two could wait for each other: batches by id, then jobs by id.
 */
import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../client.ts';
import { runPrepared } from '../prepared.ts';
import { batchEvents, batchJobs, processingBatches } from '../schema.ts';
import type { JobRow } from './jobs.ts';
import { batchOf, eventOf, jobView } from './views.ts';

/** What is known of a job by who changed it. */
export type ChangedJob = Pick<
  JobRow,
  | 'id'
  | 'batchId'
  | 'sequence'
  | 'filename'
  | 'status'
  | 'sourceType'
  | 'sourceUrl'
  | 'tempFilePath'
  | 'fileChecksum'
  | 'retryCount'
  | 'requestId'
  | 'leaseOwner'
>;

/** The row `row` of batch_jobs as a `ChangedJob`. */
export const changedJob = (row: SQL) => sql`
  ${row}.id, ${row}.batch_id as "batchId", ${row}.sequence, ${row}.filename, ${row}.status, ${row}.source_type as "sourceType",
  ${row}.source_url as "sourceUrl", ${row}.temp_file_path as "tempFilePath", ${row}.file_checksum as "fileChecksum",
  ${row}.retry_count as "retryCount", ${row}.request_id as "requestId", ${row}.lease_owner as "leaseOwner"`;

/** Columns of batch_jobs to be set; what follows from the status is set with it. */
export type JobChange = Partial<Omit<JobRow, 'id' | 'batchId' | 'createdAt'>>;

/** PostgreSQL takes every character but these, which a broken PDF may hold. */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;

/** A row by the columns' names, as the database takes it in JSON. */
export const toColumns = <Table extends PgTable>(
  table: Table,
  row: Partial<Table['$inferInsert']>,
): Record<string, unknown> => {
  const columns = getTableColumns(table);
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [columns[key]?.name, value]));
};

export const toJson = (value: unknown): string => JSON.stringify(value, storable);
export const jsonOf = (change: JobChange): string => toJson(toColumns(batchJobs, change));

export type Changing = {
  /** Common table expressions that `join` names; each ends with a comma. */
  given?: SQL;
  /** Which rows `j` of batch_jobs change. Their batches are locked. */
  join?: SQL;
  where: SQL;
  /** Their columns as jsonb, see `toColumns`. */
  to: SQL;
  /** How long a job that goes back to the queue waits there. */
  delaySeconds?: SQL;
  /** Whether the change takes a job to work, for who asks. */
  taken?: SQL;
};

/** How long a run may take, all its jobs together. */
export const RUN_LIMIT = sql`interval '30 minutes'`;
export const isAtWork = (row: SQL) => sql`${row}.status in ('downloading', 'processing')`;

/** A job's lease, files and times are as its new status wants them. */
const changedJobs = ({ given, join, where, to, delaySeconds, taken }: Changing) => sql`
  ${given} wanted as (
    select j.id, ${to} as change, ${delaySeconds ?? sql`0`}::float8 as delay, ${taken ?? sql`false`} as taken
    from ${batchJobs} j ${join} where ${where} order by j.id for update of j),
  changed as (
    update ${batchJobs} j set
      (status, stage, progress_message, filename, file_checksum, kind, meet_name, event_count, cached, pages, pages_read,
        error_code, error_message, request_id, retry_count, lost_leases, started_at, completed_at, temp_file_path, run_at,
        lease_owner, lease_until) = (
        select n.status, n.stage, n.progress_message, n.filename, n.file_checksum, n.kind, n.meet_name, n.event_count, n.cached,
          n.pages, n.pages_read, n.error_code, n.error_message, n.request_id, n.retry_count, n.lost_leases, n.started_at,
          case when n.status in ('completed', 'failed', 'cancelled') then now() end,
          case when n.status not in ('completed', 'cancelled') then n.temp_file_path end,
          case when n.status = 'pending' then now() + make_interval(secs => w.delay) else n.run_at end,
          case when ${isAtWork(sql`n`)} then n.lease_owner end,
          case when ${isAtWork(sql`n`)} then n.lease_until end
        from jsonb_populate_record(j, w.change) n)
    from wanted w where j.id = w.id returning j.*, w.taken)`;

/**
 * The batches of the jobs `changed`. Counters go by what has changed, as the statement may have begun before it got the lock: it
 * sees the newest row of the batch, but of other jobs only which were cancelled, which is for good.
 */
const MOVED = sql`
  counted as (
    select c.batch_id, bool_or(${isAtWork(sql`c`)}) as begun,
      count(*) filter (where c.status = 'completed')::int as completed,
      count(*) filter (where c.status = 'failed')::int as failed,
      count(*) filter (where c.status = 'cancelled')::int as cancelled,
      count(*) filter (where c.status <> 'cancelled')::int as told
    from changed c group by c.batch_id),
  moved as (
    update ${processingBatches} b set
      (completed_pdfs, failed_pdfs, status, last_event_id, completed_at, started_at, worker_heartbeat, processing_timeout_at) = (
        select t.completed, t.failed,
          case when n.cancelled > 0 then 'cancelled' when not t.ended then t.status
            when t.failed = 0 then 'completed' when t.completed = 0 then 'failed' else 'partial' end,
          b.last_event_id + n.told + t.ended::int,
          case when t.ended then now() end,
          case when t.begins then now() else b.started_at end,
          case when t.begins then now() else b.worker_heartbeat end,
          case when t.begins then now() + ${RUN_LIMIT} else b.processing_timeout_at end
        from (select b.completed_pdfs + n.completed as completed, b.failed_pdfs + n.failed as failed,
          b.completed_pdfs + n.completed + b.failed_pdfs + n.failed + n.cancelled + (select count(*) from ${batchJobs} gone
            where gone.batch_id = b.id and gone.status = 'cancelled') = b.total_pdfs as ended,
          b.status = 'pending' and n.begun as begins,
          case when n.begun then 'processing' else b.status end as status offset 0) t)
    from counted n where b.id = n.batch_id
    returning b.*, n.told, (b.status not in ('pending', 'processing'))::int as ended, clock_timestamp() as changed_at)`;

/** An event for each job, and one for the end. */
const TOLD = sql`
  told as (
    insert into ${batchEvents} (batch_id, seq, type, data, at)
    select m.id, e.seq, e.type, ${eventOf(sql`m.changed_at`)}, m.changed_at
    from moved m cross join lateral ${batchOf(sql`m`)} cross join lateral (
      select m.last_event_id - m.ended - m.told + row_number() over (order by c.sequence) as seq,
        case c.status when 'completed' then 'job_completed' when 'failed' then 'job_failed' else 'job_progress' end as type,
        ${jobView(sql`c`)} as job
      from changed c where c.batch_id = m.id and c.status <> 'cancelled'
      union all
      select m.last_event_id, case m.status when 'cancelled' then 'batch_cancelled' else 'batch_completed' end, null::json
      where m.ended = 1) e)`;

/** The constant statement that changes jobs and tells of each. */
export const changing = (change: Changing): SQL => sql`
  with ${changedJobs(change)}, ${MOVED}, ${TOLD}
  select ${changedJob(sql`c`)}, c.taken from changed c order by batch_id, sequence`;

/** Runs one. Answers with the jobs that have changed. */
export const changeJobs = (
  db: Db,
  statement: SQL,
  values: Record<string, unknown>,
): Promise<ChangedJob[]> => runPrepared<ChangedJob>(db, statement, values);
