import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { BatchStatus } from '@heatsync/shared';
import type { Db } from '../client.ts';
import { batchJobs, batchSwimmers, processingBatches } from '../schema.ts';
import { JOB_IS_DUE } from './due.ts';

export type BatchRow = typeof processingBatches.$inferSelect;
export type NewBatch = typeof processingBatches.$inferInsert;

export const insertBatch = async (db: Db, batch: NewBatch): Promise<void> => {
  await db.insert(processingBatches).values(batch);
};

export const insertSwimmers = async (db: Db, batchId: string, names: string[]): Promise<void> => {
  const rows = names.map((name, position) => ({ batchId, position, name }));
  await db.insert(batchSwimmers).values(rows);
};

/** The batch's swimmers in the order typed. */
export const findSwimmers = async (db: Db, batchId: string): Promise<string[]> => {
  const rows = await db
    .select({ name: batchSwimmers.name })
    .from(batchSwimmers)
    .where(eq(batchSwimmers.batchId, batchId))
    .orderBy(asc(batchSwimmers.position));
  return rows.map((row) => row.name);
};

export const findBatch = async (db: Db, id: string): Promise<BatchRow | null> => {
  const [row] = await db.select().from(processingBatches).where(eq(processingBatches.id, id));
  return row ?? null;
};

/** Until the transaction ends nobody else changes the batch, its jobs' states or its event log. */
export const lockBatch = async (tx: Db, id: string): Promise<BatchRow | null> => {
  const [row] = await tx
    .select()
    .from(processingBatches)
    .where(eq(processingBatches.id, id))
    .for('update');
  return row ?? null;
};

/**
 * Locks the oldest batch, among those that nobody is changing, that has a job due and less than
 * `limit` jobs at work. What it saw may be old when the lock is got: `claimJob` looks again.
 */
export const lockClaimableBatch = async (tx: Db, limit: number): Promise<BatchRow | null> => {
  const due = sql`exists (select 1 from ${batchJobs} job where job.batch_id = ${processingBatches.id}
    and ${JOB_IS_DUE})`;
  const room = sql`(select count(*) from ${batchJobs} where ${batchJobs.batchId} = ${processingBatches.id}
    and ${batchJobs.status} in ('downloading', 'processing')) < ${limit}`;
  const [row] = await tx
    .select()
    .from(processingBatches)
    .where(and(inArray(processingBatches.status, ['pending', 'processing']), due, room))
    .orderBy(asc(processingBatches.createdAt))
    .limit(1)
    .for('update', { skipLocked: true });
  return row ?? null;
};

/** The first job of a batch begins: from now on the batch may take `timeoutSeconds`. */
export const startBatch = async (tx: Db, id: string, timeoutSeconds: number): Promise<void> => {
  await tx
    .update(processingBatches)
    .set({
      status: 'processing',
      startedAt: sql`now()`,
      workerHeartbeat: sql`now()`,
      processingTimeoutAt: sql`now() + make_interval(secs => ${timeoutSeconds})`,
    })
    .where(eq(processingBatches.id, id));
};

/** A finished batch gets another run; `saveCounts` brings its counters up to date. */
export const reopenBatch = async (tx: Db, id: string): Promise<void> => {
  await tx
    .update(processingBatches)
    .set({ status: 'pending', startedAt: null, completedAt: null, processingTimeoutAt: null })
    .where(eq(processingBatches.id, id));
};

/** With its jobs, swimmers, answers and events. */
export const deleteBatch = async (tx: Db, id: string): Promise<void> => {
  await tx.delete(processingBatches).where(eq(processingBatches.id, id));
};

type Counts = { status: BatchStatus; completedPdfs: number; failedPdfs: number; finished: boolean };

export const saveCounts = async (tx: Db, id: string, counts: Counts): Promise<void> => {
  const { finished, ...columns } = counts;
  await tx
    .update(processingBatches)
    .set({ ...columns, ...(finished && { completedAt: sql`now()` }) })
    .where(eq(processingBatches.id, id));
};

/** Takes the next number of the batch's event log; the row that comes back bears it. */
export const takeEventNumber = async (tx: Db, id: string): Promise<BatchRow | null> => {
  const [row] = await tx
    .update(processingBatches)
    .set({ lastEventId: sql`${processingBatches.lastEventId} + 1` })
    .where(eq(processingBatches.id, id))
    .returning();
  return row ?? null;
};

export const beat = async (db: Db, ids: string[]): Promise<void> => {
  await db
    .update(processingBatches)
    .set({ workerHeartbeat: sql`now()` })
    .where(inArray(processingBatches.id, ids));
};

/** Batches that took longer than they may. */
export const findTimedOutBatches = async (db: Db): Promise<string[]> => {
  const rows = await db
    .select({ id: processingBatches.id })
    .from(processingBatches)
    .where(
      and(
        eq(processingBatches.status, 'processing'),
        lt(processingBatches.processingTimeoutAt, sql`now()`),
      ),
    );
  return rows.map((row) => row.id);
};
