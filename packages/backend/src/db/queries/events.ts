import { eq, inArray, max, sql } from 'drizzle-orm';
import type { BatchEvent } from '@heatsync/shared';
import { CHANGE_CHANNEL, type Db } from '../client.ts';
import { given, runPrepared } from '../prepared.ts';
import { batchEvents, processingBatches } from '../schema.ts';

const AFTER = sql`select data from ${batchEvents}
  where batch_id = ${given('batchId')} and seq > ${given('seq')} order by seq`;

/** Events numbered above `seq`, in order. */
export const eventsAfter = async (db: Db, batchId: string, seq: number): Promise<BatchEvent[]> => {
  const rows = await runPrepared<{ data: BatchEvent }>(db, AFTER, { batchId, seq });
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

const NOTIFY = sql`select pg_notify(${CHANGE_CHANNEL}, id || ' ' || ${given('sender')}::text)
  from json_array_elements_text(${given('batchIds')}::json) id`;

/** Wakes other processes, a message `batch sender` each. Never inside a transaction: it would take a database-wide lock at commit. */
export const notifyChanges = async (db: Db, sender: string, batchIds: string[]): Promise<void> => {
  await runPrepared(db, NOTIFY, { sender, batchIds: JSON.stringify(batchIds) });
};
