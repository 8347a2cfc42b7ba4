/** Batches and jobs as everybody is shown them, put together by the database: in the state that is asked for as in the event log. */
import { sql, type SQL } from 'drizzle-orm';
import type { BatchView, JobView } from '@heatsync/shared';
import type { Db } from '../client.ts';
import { given, runPrepared } from '../prepared.ts';
import { batchJobs, batchSwimmers, processingBatches } from '../schema.ts';

/** An instant as JavaScript writes it. */
const iso = (instant: SQL) =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const swimmersOf = (row: SQL) =>
  sql`(select json_agg(s.name order by s.position) from ${batchSwimmers} s where s.batch_id = ${row}.id)`;

const notificationOf = (
  row: SQL,
) => sql`case when ${row}.notification_sent_at is not null then 'sent'
  when ${row}.notification_email is not null then 'asked'
  when ${row}.notification_error is not null then 'failed' else 'none' end`;

/** The row `row` of processing_batches as a `BatchView`. */
const batchView = (row: SQL, swimmers: SQL) => sql`json_build_object(
  'id', ${row}.id,
  'status', ${row}.status,
  'swimmerName', ${row}.swimmer_name_display,
  'swimmers', ${swimmers},
  'totalPdfs', ${row}.total_pdfs,
  'completedPdfs', ${row}.completed_pdfs,
  'failedPdfs', ${row}.failed_pdfs,
  'createdAt', ${iso(sql`${row}.created_at`)},
  'completedAt', ${iso(sql`${row}.completed_at`)},
  'expiresAt', ${iso(sql`${row}.expires_at`)},
  'lastEventId', ${row}.last_event_id,
  'notification', ${notificationOf(row)})`;

/** The row `row` of batch_jobs as a `JobView`. */
export const jobView = (row: SQL) => sql`json_build_object(
  'id', ${row}.id,
  'sequence', ${row}.sequence,
  'filename', ${row}.filename,
  'sourceUrl', ${row}.source_url,
  'status', ${row}.status,
  'stage', ${row}.stage,
  'progressMessage', ${row}.progress_message,
  'pagesRead', ${row}.pages_read,
  'pages', ${row}.pages,
  'kind', ${row}.kind,
  'resultCode', ${row}.result_code,
  'meetName', ${row}.meet_name,
  'eventCount', ${row}.event_count,
  'errorCode', ${row}.error_code,
  'errorMessage', ${row}.error_message,
  'cached', ${row}.cached)`;

/** The row `v` for `eventOf`: a batch is put together once for all its events, and only its last one bears another number in each. */
export const batchOf = (row: SQL, swimmers = swimmersOf(row)) =>
  sql`(select ${batchView(row, swimmers)}::jsonb as batch offset 0) v`;

/** What the stream sends of the row `e` (type, seq, job or null). */
export const eventOf = (at: SQL) => sql`
  jsonb_build_object('type', e.type, 'seq', e.seq, 'at', ${iso(at)}, 'batch', v.batch || jsonb_build_object('lastEventId', e.seq))
    || case when e.job is null then '{}' else jsonb_build_object('job', e.job) end`;

const ID = given('id');
const STATE = sql`
  select ${batchView(sql`b`, swimmersOf(sql`b`))} as batch,
    (select json_agg(${jobView(sql`j`)} order by j.sequence) from ${batchJobs} j where j.batch_id = b.id) as jobs
  from ${processingBatches} b where b.id = ${ID}`;
const VERSION = sql`
  select b.last_event_id as "lastEventId", ${notificationOf(sql`b`)} as notification, ${swimmersOf(sql`b`)} as swimmers
  from ${processingBatches} b where b.id = ${ID}`;

/** A batch and its jobs in their order, as they were at one moment. */
export const findBatchView = async (
  db: Db,
  id: string,
): Promise<{ batch: BatchView; jobs: JobView[] } | null> => {
  const [row] = await runPrepared<{ batch: BatchView; jobs: JobView[] }>(db, STATE, { id });
  return row ?? null;
};

export type BatchVersion = Pick<BatchView, 'lastEventId' | 'notification' | 'swimmers'>;

/** All of a batch's view that changes: the number of its last event, its mail and its names, which have no events. Null if there is none. */
export const findBatchVersion = async (db: Db, id: string): Promise<BatchVersion | null> => {
  const [row] = await runPrepared<BatchVersion>(db, VERSION, { id });
  return row ?? null;
};
