import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { batchSwimmers, processingBatches } from '../schema.ts';

export type BatchRow = typeof processingBatches.$inferSelect;

/** Looks for somebody else in the place (from 0) of one that was typed. */
export const renameSwimmer = async (
  tx: Db,
  batchId: string,
  position: number,
  name: string,
): Promise<void> => {
  const { batchId: batch, position: place } = batchSwimmers;
  await tx
    .update(batchSwimmers)
    .set({ name })
    .where(and(eq(batch, batchId), eq(place, position)));
  if (position > 0) return;
  await tx
    .update(processingBatches)
    .set({ swimmerNameDisplay: name, swimmerNameNormalized: name.toLowerCase() })
    .where(eq(processingBatches.id, batchId));
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
        // The index of open batches is used for a constant only.
        sql`${processingBatches.status} = 'processing'`,
        lt(processingBatches.processingTimeoutAt, sql`now()`),
      ),
    );
  return rows.map((row) => row.id);
};
