import { sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { given } from '../prepared.ts';
import { batchJobs, processingBatches } from '../schema.ts';
import { changeJobs, changing, jsonOf, type ChangedJob, type JobChange } from './jobChanges.ts';

/**
 * Whether the row `job` of batch_jobs may begin now. A file or address that stands earlier in the
 * batch too waits for that one, so that it can take over what was read.
 */
const JOB_IS_DUE = sql`job.status = 'pending' and job.run_at <= now() and not exists (
  select 1 from ${batchJobs} earlier where earlier.batch_id = job.batch_id
    and earlier.sequence < job.sequence
    and earlier.status in ('pending', 'downloading', 'processing')
    and (earlier.file_checksum = job.file_checksum or earlier.source_url = job.source_url))`;

export type Claim = {
  worker: string;
  /** How many jobs at most. */
  places: number;
  /** How many of a batch may be at work. */
  limit: number;
  leaseSeconds: number;
};

/** What a claimed job is at, by where its sheet comes from. */
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

/**
 * Batch by batch, the oldest first, until there are jobs enough: `offset 0` keeps the planner from weighing all batches that are open
 * before it locks the first.
 */
const CLAIM = changing({
  given: sql`
    picked as (
      select next.id
      from (select b.id, b.last_event_id from ${processingBatches} b
        where b.status in ('pending', 'processing') order by b.created_at offset 0) open
      cross join lateral (select count(*) as jobs from ${batchJobs} job
        where job.batch_id = open.id and job.status in ('downloading', 'processing')) busy
      cross join lateral (select array(select job.id from ${batchJobs} job where job.batch_id = open.id and ${JOB_IS_DUE}
        order by job.sequence limit greatest(${given('limit')} - busy.jobs, 0)) as ids offset 0) due
      cross join lateral (select from ${processingBatches} b
        where b.id = open.id and b.last_event_id = open.last_event_id and due.ids <> '{}' for update skip locked) held
      cross join lateral unnest(due.ids) next(id)
      limit ${given('places')}),`,
  where: sql`j.id = any (array(select id from picked)) and j.status = 'pending'`,
  to: sql`jsonb_build_object('lease_owner', ${given('worker')}::text,
    'lease_until', now() + make_interval(secs => ${given('leaseSeconds')}), 'started_at', now()) || case j.source_type
      when 'url' then ${URL_AT_WORK}::jsonb else ${FILE_AT_WORK}::jsonb end`,
});

/**
 * Takes due jobs for `worker`, those of the oldest batches first, and never more of a batch than `limit` with those at work. Batches
 * that somebody is changing are passed over, and those that somebody has changed since the statement began: every change has its event,
 * so what it sees of a batch's jobs is true if the batch's last event is still the one that it saw.
 */
export const claimJobs = (db: Db, claim: Claim): Promise<ChangedJob[]> =>
  changeJobs(db, CLAIM, claim);
