import type { Db } from '../db/client.ts';
import { lockBatch, type BatchRow } from '../db/queries/batches.ts';
import type { Context } from './context.ts';

/**
 * Runs a change of a batch in a transaction that holds its row, then wakes who waits for it. Null
 * when there is no such batch.
 */
export const changeBatch = async <T>(
  { db, bus }: Pick<Context, 'db' | 'bus'>,
  batchId: string,
  change: (tx: Db, batch: BatchRow) => Promise<T>,
): Promise<T | null> => {
  const result = await db.transaction(async (tx) => {
    const batch = await lockBatch(tx, batchId);
    return batch ? change(tx, batch) : null;
  });
  bus.changed(batchId);
  return result;
};
