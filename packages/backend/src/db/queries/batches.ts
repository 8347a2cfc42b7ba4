import { and, asc, eq, inArray, lt, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { runPrepared } from '../prepared.ts';
import { batchEvents, batchJobs, batchSwimmers, processingBatches } from '../schema.ts';
import type { NewJob } from './jobs.ts';
import { batchView, iso } from './views.ts';

export type BatchRow = typeof processingBatches.$inferSelect;
export type NewBatch = typeof processingBatches.$inferInsert;

/** Writes the first event of a run; `moved` is a statement that brings the batch, which it returns, to that event. */
const startRun = (moved: SQLWrapper, rest = sql``, swimmers?: SQL) => sql`
  with moved as ${moved} ${rest}
  insert into ${batchEvents} (batch_id, seq, type, data, at)
  select m.id, m.last_event_id, 'batch_started', jsonb_build_object('type', 'batch_started', 'seq', m.last_event_id,
    'at', ${iso(sql`now()`)}, 'batch', ${batchView(sql`m`, sql`m.last_event_id`, swimmers)}), now() from moved m`;

/** A batch with its swimmers and jobs, and its first event. */
export const insertBatch = async (
  db: Db,
  batch: NewBatch,
  names: string[],
  jobs: NewJob[],
): Promise<void> => {
  const rows = names.map((name, position) => ({ batchId: batch.id, position, name }));
  const moved = db
    .insert(processingBatches)
    .values({ ...batch, lastEventId: 1 })
    .returning();
  const rest = sql`, swimmer as ${db.insert(batchSwimmers).values(rows)}, job as ${db.insert(batchJobs).values(jobs)}`;
  await runPrepared(db, startRun(moved, rest, sql`${JSON.stringify(names)}::json`));
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
  await tx.execute(startRun(update.set(changes).where(isThis).returning()));
};

/** With its jobs, swimmers, answers and events. */
export const deleteBatch = async (tx: Db, id: string): Promise<void> => {
  await tx.delete(processingBatches).where(eq(processingBatches.id, id));
};

/** Some worker is at these batches. One that is being changed is left out: that shows as much. */
export const beat = async (db: Db, ids: string[]): Promise<void> => {
  const free = db
    .select({ id: processingBatches.id })
    .from(processingBatches)
    .where(inArray(processingBatches.id, ids))
    .for('update', { skipLocked: true });
  await db
    .update(processingBatches)
    .set({ workerHeartbeat: sql`now()` })
    .where(inArray(processingBatches.id, free));
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
