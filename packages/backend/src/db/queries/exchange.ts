/** How a worker says what became of its jobs and takes new ones for the places that are free then: one statement, one commit. */
import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { given, runPrepared } from '../prepared.ts';
import { batchJobs, processingBatches } from '../schema.ts';
import {
  changing,
  isAtWork,
  jsonOf,
  toColumns,
  toJson,
  type ChangedJob,
  type JobChange,
} from './jobChanges.ts';

/** What becomes of a job, as its worker says. One that goes back waits `delayMs`. */
export type JobReport = { id: string; batchId: string; change: JobChange; delayMs: number };

export type Exchange = {
  worker: string;
  reports: JobReport[];
  /** How many jobs it takes at most. */
  places: number;
  /** How many of a batch may be at work. */
  limit: number;
  leaseSeconds: number;
};
/** `taken`: the job is at work from now on. Else it was reported on. */
export type ExchangedJob = ChangedJob & { taken: boolean };

/** What a job that was taken is at, by where its sheet comes from. */
export const AT_WORK = {
  url: {
    status: 'downloading',
    stage: 'downloading',
    progressMessage: 'Downloading the sheet.',
  },
  file: {
    status: 'processing',
    stage: 'extracting',
    progressMessage: 'Reading the sheet.',
  },
} as const satisfies Record<string, JobChange>;
const [URL_AT_WORK, FILE_AT_WORK] = [jsonOf(AT_WORK.url), jsonOf(AT_WORK.file)];

/** Whether `row` of batch_jobs is one of the worker's jobs at work, with a report that meets `condition`. */
const isReported = (
  row: SQL,
  condition: SQL,
) => sql`(${row}.lease_owner = ${given('worker')} and ${isAtWork(row)}
  and ${row}.id = any (array(select id from report where ${condition})))`;
/** What the statement itself changes it does not see: a job that is reported to leave work, or to end, is still there. */
const LEAVES = sql`change->>'status' in ('pending', 'completed', 'failed')`;
const ENDS = sql`change->>'status' in ('completed', 'failed')`;

/**
 * Whether the row `job` of batch_jobs may begin now. A file or address that stands earlier in the
 * batch too waits for that one, so that it can take over what was read.
 */
const JOB_IS_DUE = sql`job.status = 'pending' and job.run_at <= now() and not exists (
  select 1 from ${batchJobs} earlier where earlier.batch_id = job.batch_id
    and earlier.sequence < job.sequence
    and earlier.status in ('pending', 'downloading', 'processing')
    and (earlier.file_checksum = job.file_checksum or earlier.source_url = job.source_url)
    and not ${isReported(sql`earlier`, ENDS)})`;

/**
 * The batches that are reported on are locked by their ids before any other. Arrays, of which the planner takes it that they are short:
 * it looks the rows up, and does not read the whole table.
 */
const REPORTED = sql`
  report as (select * from jsonb_to_recordset(${given('reports')}::jsonb) as r(id uuid, batch_id uuid, change jsonb, delay float8)),
  batch as (select b.id from ${processingBatches} b where b.id = any (array(select batch_id from report)) order by b.id for update),`;

/**
 * Batch by batch, the oldest first, until there are jobs enough: `offset 0` keeps the planner from weighing all batches that are open
 * before it locks the first. Batches that somebody is changing are passed over, and those that somebody has changed since the statement
 * began: every change has its event, so what it sees of a batch's jobs is true if the batch's last event is still the one that it saw.
 */
const PICKED = sql`
  picked as (
    select next.id
    from (select b.id, b.last_event_id from ${processingBatches} b
      where b.status in ('pending', 'processing') order by b.created_at offset 0) open
    cross join lateral (select count(*) as jobs from ${batchJobs} job
      where job.batch_id = open.id and ${isAtWork(sql`job`)} and not ${isReported(sql`job`, LEAVES)}) busy
    cross join lateral (select array(select job.id from ${batchJobs} job where job.batch_id = open.id and ${JOB_IS_DUE}
      order by job.sequence limit greatest(${given('limit')} - busy.jobs, 0)) as ids offset 0) due
    cross join lateral (select from ${processingBatches} b
      where b.id = open.id and b.last_event_id = open.last_event_id and due.ids <> '{}' for update skip locked) held
    cross join lateral unnest(due.ids) next(id)
    limit case when (select count(*) from batch) >= 0 then ${given('places')}::int end),`;

const IS_TAKEN = sql`(j.status = 'pending')`;
const TAKEN = sql`jsonb_build_object('lease_owner', ${given('worker')}::text,
    'lease_until', now() + make_interval(secs => ${given('leaseSeconds')}), 'started_at', now()) || case j.source_type
      when 'url' then ${URL_AT_WORK}::jsonb else ${FILE_AT_WORK}::jsonb end`;

const EXCHANGE = changing({
  given: sql`${REPORTED} ${PICKED}`,
  join: sql`left join report r on r.id = j.id`,
  where: sql`j.id = any (array(select id from report union all select id from picked)) and (
    ${IS_TAKEN} and j.id = any (array(select id from picked))
    or ${isReported(sql`j`, sql`true`)} and j.batch_id = any (array(select id from batch)))`,
  to: sql`case when ${IS_TAKEN} then ${TAKEN} else r.change end`,
  delaySeconds: sql`case when ${IS_TAKEN} then 0 else r.delay end`,
  taken: IS_TAKEN,
});

/**
 * Changes those of the reported jobs that `worker` still owns, and takes due jobs, those of the oldest batches first, never more of a
 * batch than `limit` with those at work. Answers with both.
 */
export const exchangeJobs = (db: Db, exchange: Exchange): Promise<ExchangedJob[]> => {
  const reports = exchange.reports.map(({ id, batchId, change, delayMs }) => ({
    id,
    batch_id: batchId,
    change: toColumns(batchJobs, change),
    delay: delayMs / 1000,
  }));
  return runPrepared<ExchangedJob>(db, EXCHANGE, { ...exchange, reports: toJson(reports) });
};
