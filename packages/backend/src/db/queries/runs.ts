/** How a run of a batch begins: when it is handed in, and when what failed is tried again. */
import { eq, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { given, runPrepared } from '../prepared.ts';
import {
  batchEvents,
  batchJobs,
  batchSwimmers,
  idempotencyKeys,
  processingBatches,
} from '../schema.ts';
import type { BatchRow } from './batches.ts';
import {
  changedJob,
  isAtWork,
  RUN_LIMIT,
  toColumns,
  toJson,
  type ChangedJob,
  type JobChange,
} from './jobChanges.ts';
import { KEEP_SHEETS } from './sheets.ts';
import { batchOf, eventOf, jobView } from './views.ts';

export type NewBatch = Omit<typeof processingBatches.$inferInsert, 'lastEventId' | 'status'>;
/** `leaseOwner` has those that are at work from the beginning, for `leaseSeconds` at first. */
export type NewJob = JobChange &
  Pick<typeof batchJobs.$inferInsert, 'sequence' | 'sourceType'> & { fileChecksum: string | null };
export type NewRun = {
  names: string[];
  jobs: NewJob[];
  key: RequestKey | null;
  leaseSeconds: number;
};
export type RequestKey = { key: string; fingerprint: string };

const INSERT = sql`
  with kept as (select count(*) from (${KEEP_SHEETS}) k),
  key as (
    insert into ${idempotencyKeys} (key, fingerprint, batch_id)
    select k.key, k.fingerprint, ${given('id')}::uuid
    from jsonb_to_recordset(${given('keys')}::jsonb) as k(key text, fingerprint text)),
  made as (
    insert into ${processingBatches} (id, swimmer_name_normalized, swimmer_name_display, total_pdfs, failed_pdfs, status, last_event_id,
      expires_at, client_ip, user_agent, manage_token_hash, started_at, worker_heartbeat, processing_timeout_at)
    select b.id, b.swimmer_name_normalized, b.swimmer_name_display, b.total_pdfs, b.failed_pdfs, b.status, b.last_event_id,
      b.expires_at, b.client_ip, b.user_agent, b.manage_token_hash, begun.at, begun.at, begun.at + ${RUN_LIMIT}
    from jsonb_populate_record(null::${processingBatches}, ${given('batch')}::jsonb) b
    cross join lateral (select case b.status when 'processing' then now() end as at) begun returning *),
  swimmer as (
    insert into ${batchSwimmers} (batch_id, position, name)
    select ${given('id')}::uuid, s.place - 1, s.name
    from jsonb_array_elements_text(${given('names')}::jsonb) with ordinality as s(name, place)),
  job as (
    insert into ${batchJobs} (batch_id, sequence, source_type, source_url, filename, temp_file_path, file_checksum, request_id,
      status, stage, progress_message, error_code, error_message, completed_at, lease_owner, started_at, lease_until)
    select ${given('id')}::uuid, j.sequence, j.source_type, j.source_url, j.filename, j.temp_file_path, j.file_checksum, j.request_id,
      j.status, j.stage, j.progress_message, j.error_code, j.error_message, case when j.status = 'failed' then now() end,
      j.lease_owner, begun.at, begun.at + make_interval(secs => ${given('leaseSeconds')})
    from jsonb_populate_recordset(null::${batchJobs}, ${given('jobs')}::jsonb) j
    cross join lateral (select case when ${isAtWork(sql`j`)} then now() end as at) begun returning *),
  told as (
    insert into ${batchEvents} (batch_id, seq, type, data, at)
    select m.id, e.seq, e.type, ${eventOf(sql`now()`)}, now()
    from made m cross join kept cross join lateral ${batchOf(sql`m`, sql`${given('names')}::jsonb`)} cross join lateral (
      select 1 as seq, 'batch_started' as type, null::json as job
      union all
      select 1 + row_number() over (order by j.sequence), case j.status when 'failed' then 'job_failed' else 'job_progress' end,
        ${jobView(sql`j`)} from job j where j.status <> 'pending') e)
  select ${changedJob(sql`j`)} from job j where ${isAtWork(sql`j`)} order by j.sequence`;

/**
 * Writes a batch with its swimmers and jobs, some of which may have failed or be at work already, and its first events: all in one
 * statement, which fails as a whole if its request's key is taken. No sheet of its PDFs is then deleted as unused, see `keepSheets`.
 * Answers with the jobs that are at work.
 */
export const insertBatch = async (
  db: Db,
  batch: NewBatch,
  { names, jobs, key, leaseSeconds }: NewRun,
): Promise<ChangedJob[]> => {
  const count = (status: NewJob['status']) => jobs.filter((job) => job.status === status).length;
  const [waiting, failed] = [count('pending'), count('failed')];
  const row = {
    ...batch,
    status: waiting + failed < jobs.length ? 'processing' : 'pending',
    failedPdfs: failed,
    lastEventId: 1 + jobs.length - waiting,
  } as const;
  return runPrepared<ChangedJob>(db, INSERT, {
    id: batch.id,
    batch: toJson(toColumns(processingBatches, row)),
    names: toJson(names),
    jobs: toJson(jobs.map((job) => toColumns(batchJobs, job))),
    keys: toJson(key ? [key] : []),
    leaseSeconds,
    checksums: toJson(jobs.flatMap((job) => job.fileChecksum ?? [])),
  });
};

/** So many failed jobs of a locked batch are to be tried again; a finished batch gets another run. */
export const takeBackFailures = async (tx: Db, batch: BatchRow, jobs: number): Promise<void> => {
  const update = tx.update(processingBatches);
  const failedPdfs = sql`${processingBatches.failedPdfs} - ${jobs}`;
  const isThis = eq(processingBatches.id, batch.id);
  if (batch.completedAt === null) {
    await update.set({ failedPdfs }).where(isThis);
    return;
  }
  const lastEventId = sql`${processingBatches.lastEventId} + 1`;
  const fresh = { status: 'pending', startedAt: null, completedAt: null } as const;
  const changes = { ...fresh, processingTimeoutAt: null, failedPdfs, lastEventId };
  await tx.execute(sql`
    with moved as ${update.set(changes).where(isThis).returning()}
    insert into ${batchEvents} (batch_id, seq, type, data, at)
    select m.id, e.seq, e.type, ${eventOf(sql`statement_timestamp()`)}, statement_timestamp()
    from moved m cross join lateral ${batchOf(sql`m`)} cross join lateral (select m.last_event_id as seq, 'batch_started' as type, null::json as job) e`);
};
