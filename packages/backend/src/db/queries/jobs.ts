import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { JobStatus } from '@heatsync/shared';
import type { Db } from '../client.ts';
import { given } from '../prepared.ts';
import { batchJobs } from '../schema.ts';
import {
  changeJobs,
  changing,
  jsonOf,
  toJson,
  type ChangedJob,
  type JobChange,
} from './jobChanges.ts';

export type JobRow = typeof batchJobs.$inferSelect;

const AT_WORK: JobStatus[] = ['downloading', 'processing'];
const OPEN = sql`j.status in ('pending', 'downloading', 'processing')`;

/** A batch's jobs in their order. */
export const findJobs = (db: Db, batchId: string): Promise<JobRow[]> =>
  db
    .select()
    .from(batchJobs)
    .where(eq(batchJobs.batchId, batchId))
    .orderBy(asc(batchJobs.sequence));

/** A batch's jobs, which nobody else changes until the transaction ends. */
export const lockJobs = (tx: Db, batchId: string): Promise<JobRow[]> =>
  tx
    .select()
    .from(batchJobs)
    .where(eq(batchJobs.batchId, batchId))
    .orderBy(asc(batchJobs.id))
    .for('update');

/** Sets how many races each of these sheets of a locked batch holds. */
export const setRaceCounts = async (
  tx: Db,
  counts: readonly { id: string; races: number }[],
): Promise<void> => {
  await tx.execute(sql`
    with counted as (select * from jsonb_to_recordset(${toJson(counts)}::jsonb) as c(id uuid, races int)),
    wanted as (select j.id, c.races from ${batchJobs} j join counted c on c.id = j.id order by j.id for update of j)
    update ${batchJobs} j set event_count = w.races from wanted w where j.id = w.id`);
};

/** Prolongs the leases that are still held; a job missing from the answer is lost. */
export const renewLeases = async (
  db: Db,
  worker: string,
  ids: string[],
  leaseSeconds: number,
): Promise<{ id: string; batchId: string }[]> =>
  db
    .update(batchJobs)
    .set({ leaseUntil: sql`now() + make_interval(secs => ${leaseSeconds})` })
    .where(
      inArray(
        batchJobs.id,
        db
          .select({ id: batchJobs.id })
          .from(batchJobs)
          .where(
            and(
              inArray(batchJobs.id, ids),
              eq(batchJobs.leaseOwner, worker),
              inArray(batchJobs.status, AT_WORK),
            ),
          )
          .orderBy(asc(batchJobs.id))
          .for('update'),
      ),
    )
    .returning({ id: batchJobs.id, batchId: batchJobs.batchId });

/** Batches in which a job's worker has died. */
export const findBatchesWithLostJobs = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectDistinct({ id: batchJobs.batchId })
    .from(batchJobs)
    .where(and(inArray(batchJobs.status, AT_WORK), lt(batchJobs.leaseUntil, sql`now()`)));
  return rows.map((row) => row.id);
};

const REQUEUE_LOST = changing({
  where: sql`j.batch_id = ${given('batchId')} and j.status in ('downloading', 'processing') and j.lease_until < now()`,
  to: sql`jsonb_build_object('lost_leases', j.lost_leases + 1)
    || case when j.lost_leases < ${given('most')} then ${given('back')}::jsonb else ${given('deadly')}::jsonb end`,
});

/** Queues again what dead workers of a locked batch held; `deadly` becomes of jobs over which more than `most` have died. */
export const requeueLostJobs = (
  tx: Db,
  batchId: string,
  { back, deadly, most }: { back: JobChange; deadly: JobChange; most: number },
): Promise<ChangedJob[]> =>
  changeJobs(tx, REQUEUE_LOST, { batchId, most, back: jsonOf(back), deadly: jsonOf(deadly) });

const CHANGE_OPEN = changing({
  where: sql`j.batch_id = ${given('batchId')} and ${OPEN}`,
  to: sql`${given('change')}::jsonb`,
});

/** The same for all jobs of a locked batch that have not ended. */
export const changeOpenJobs = (tx: Db, batchId: string, change: JobChange): Promise<ChangedJob[]> =>
  changeJobs(tx, CHANGE_OPEN, { batchId, change: jsonOf(change) });

const REQUEUE_FAILED = changing({
  where: sql`j.id = any(${given('ids')}::uuid[]) and j.status = 'failed'`,
  to: sql`${given('change')}::jsonb`,
});

/** Queues failed jobs of a locked batch as if they were new. Their files must still be there. */
export const requeueFailedJobs = (
  tx: Db,
  ids: string[],
  requestId: string | null,
): Promise<ChangedJob[]> =>
  changeJobs(tx, REQUEUE_FAILED, {
    ids: `{${ids.join()}}`,
    change: jsonOf({
      status: 'pending',
      stage: 'queued',
      progressMessage: null,
      errorCode: null,
      errorMessage: null,
      requestId,
      retryCount: 0,
      lostLeases: 0,
      pagesRead: null,
      startedAt: null,
    }),
  });
