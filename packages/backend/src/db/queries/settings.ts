import { eq, lt, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { idempotencyKeys, settings } from '../schema.ts';

/** Keeps what is there already. */
export const insertSetting = async (db: Db, key: string, value: string): Promise<void> => {
  await db.insert(settings).values({ key, value }).onConflictDoNothing();
};

export const findSetting = async (db: Db, key: string): Promise<string | null> => {
  const [row] = await db.select().from(settings).where(eq(settings.key, key));
  return row?.value ?? null;
};

type KeyRow = typeof idempotencyKeys.$inferSelect;

/**
 * Takes an idempotency key, or one that was taken more than 24 hours ago. False when it is in use;
 * waits for a transaction that is taking it now.
 */
export const takeIdempotencyKey = async (
  tx: Db,
  row: Pick<KeyRow, 'key' | 'fingerprint' | 'batchId'>,
): Promise<boolean> => {
  const rows = await tx
    .insert(idempotencyKeys)
    .values(row)
    .onConflictDoUpdate({
      target: idempotencyKeys.key,
      set: { fingerprint: row.fingerprint, batchId: row.batchId, createdAt: sql`now()` },
      setWhere: lt(idempotencyKeys.createdAt, sql`now() - interval '24 hours'`),
    })
    .returning({ key: idempotencyKeys.key });
  return rows.length > 0;
};

export const findIdempotencyKey = async (db: Db, key: string): Promise<KeyRow | null> => {
  const [row] = await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key));
  return row ?? null;
};
