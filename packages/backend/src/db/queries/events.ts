import { and, asc, eq, gt, inArray, max, sql } from 'drizzle-orm';
import type { BatchEvent } from '@heatsync/shared';
import { CHANGE_CHANNEL, type Db } from '../client.ts';
import { batchEvents, processingBatches } from '../schema.ts';

export const insertEvent = async (tx: Db, batchId: string, event: BatchEvent): Promise<void> => {
  const { seq, type } = event;
  await tx.insert(batchEvents).values({ batchId, seq, type, data: event, at: new Date(event.at) });
};

/** Events numbered above `seq`, in order. */
export const eventsAfter = async (db: Db, batchId: string, seq: number): Promise<BatchEvent[]> => {
  const rows = await db
    .select({ data: batchEvents.data })
    .from(batchEvents)
    .where(and(eq(batchEvents.batchId, batchId), gt(batchEvents.seq, seq)))
    .orderBy(asc(batchEvents.seq));
  return rows.map((row) => row.data);
};

/** Number of the last event of each of these batches. */
export const lastEventNumbers = (db: Db, ids: string[]): Promise<{ id: string; seq: number }[]> =>
  db
    .select({ id: processingBatches.id, seq: processingBatches.lastEventId })
    .from(processingBatches)
    .where(inArray(processingBatches.id, ids));

/** When the batch last changed. */
export const lastChange = async (db: Db, batchId: string): Promise<Date | null> => {
  const [row] = await db
    .select({ at: max(batchEvents.at) })
    .from(batchEvents)
    .where(eq(batchEvents.batchId, batchId));
  return row?.at ?? null;
};

/** Wakes other processes. Never inside a transaction: it would take a database-wide lock at commit. */
export const notifyChange = async (db: Db, batchId: string): Promise<void> => {
  await db.execute(sql`select pg_notify(${CHANGE_CHANNEL}, ${batchId})`);
};
