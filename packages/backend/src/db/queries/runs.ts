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
import { toColumns, toJson, type JobChange } from './jobChanges.ts';
import { KEEP_SHEETS } from './sheets.ts';
import { batchView, eventOf, jobView } from './views.ts';

export type NewBatch = Omit<typeof processingBatches.$inferInsert, 'lastEventId'>;
export type NewJob = JobChange & { sequence: number; fileChecksum: string | null };
export type RequestKey = { key: string; fingerprint: string };

const INSERT = sql`
  with kept as (select count(*) from (${KEEP_SHEETS}) k),
  key as (
    insert into ${idempotencyKeys} (key, fingerprint, batch_id)
    select k.key, k.fingerprint, ${given('id')}::uuid
    from jsonb_to_recordset(${given('keys')}::jsonb) as k(key text, fingerprint text)),
  made as (
    insert into ${processingBatches} (id, swimmer_name_normalized, swimmer_name_display, total_pdfs, failed_pdfs, last_event_id,
      expires_at, client_ip, user_agent, manage_token_hash)
    select b.id, b.swimmer_name_normalized, b.swimmer_name_display, b.total_pdfs, b.failed_pdfs, b.last_event_id,
      b.expires_at, b.client_ip, b.user_agent, b.manage_token_hash
    from jsonb_populate_record(null::${processingBatches}, ${given('batch')}::jsonb) b returning *),
  swimmer as (
    insert into ${batchSwimmers} (batch_id, position, name)
    select ${given('id')}::uuid, s.place - 1, s.name
    from jsonb_array_elements_text(${given('names')}::jsonb) with ordinality as s(name, place)),
  job as (
    insert into ${batchJobs} (batch_id, sequence, source_type, source_url, filename, temp_file_path, file_checksum, request_id,
      status, stage, error_code, error_message, completed_at)
    select ${given('id')}::uuid, j.sequence, j.source_type, j.source_url, j.filename, j.temp_file_path, j.file_checksum, j.request_id,
      j.status, j.stage, j.error_code, j.error_message, case when j.status = 'failed' then now() end
    from jsonb_populate_recordset(null::${batchJobs}, ${given('jobs')}::jsonb) j returning *)
  insert into ${batchEvents} (batch_id, seq, type, data, at)
  select m.id, e.seq, e.type, ${eventOf(sql`now()`, batchView(sql`m`, sql`e.seq`, sql`${given('names')}::jsonb`))}, now()
  from made m cross join kept cross join lateral (
    select 1 as seq, 'batch_started' as type, null::json as job
    union all
    select 1 + row_number() over (order by j.sequence), 'job_failed', ${jobView(sql`j`)} from job j where j.status = 'failed') e`;

/**
 * Writes a batch with its swimmers and jobs, some of which may have failed already, and its first events: all in one statement, which
 * fails as a whole if its request's key is taken. No sheet of its PDFs is then deleted as unused, see `keepSheets`.
 */
export const insertBatch = async (
  db: Db,
  batch: NewBatch,
  { names, jobs, key }: { names: string[]; jobs: NewJob[]; key: RequestKey | null },
): Promise<void> => {
  const failed = jobs.filter((job) => job.status === 'failed').length;
  const row = { ...batch, failedPdfs: failed, lastEventId: 1 + failed };
  await runPrepared(db, INSERT, {
    id: batch.id,
    batch: toJson(toColumns(processingBatches, row)),
    names: toJson(names),
    jobs: toJson(jobs.map((job) => toColumns(batchJobs, job))),
    keys: toJson(key ? [key] : []),
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
    select m.id, e.seq, e.type, ${eventOf(sql`statement_timestamp()`, batchView(sql`m`, sql`e.seq`))}, statement_timestamp()
    from moved m cross join lateral (select m.last_event_id as seq, 'batch_started' as type, null::json as job) e`);
};
