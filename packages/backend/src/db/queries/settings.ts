import { and, eq, lt, sql } from 'drizzle-orm';
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

/** A key counts for 24 hours. True if there was one that does no more. */
export const dropOldKey = async (db: Db, key: string): Promise<boolean> => {
  const isOld = lt(idempotencyKeys.createdAt, sql`now() - interval '24 hours'`);
  const rows = await db
    .delete(idempotencyKeys)
    .where(and(eq(idempotencyKeys.key, key), isOld))
    .returning({ key: idempotencyKeys.key });
  return rows.length > 0;
};

export const findIdempotencyKey = async (db: Db, key: string): Promise<KeyRow | null> => {
  const [row] = await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key));
  return row ?? null;
};
