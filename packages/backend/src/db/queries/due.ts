import { sql } from 'drizzle-orm';

/**
 * Whether the row `job` of batch_jobs may begin now. A file or address that stands earlier in the
 * batch too waits for that one, so that it can take over what was read.
 */
export const JOB_IS_DUE = sql`job.status = 'pending' and job.run_at <= now() and not exists (
  select 1 from batch_jobs earlier where earlier.batch_id = job.batch_id
    and earlier.sequence < job.sequence
    and earlier.status in ('pending', 'downloading', 'processing')
    and (earlier.file_checksum = job.file_checksum or earlier.source_url = job.source_url))`;
