import { sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { rateCounters } from '../schema.ts';

/** Counts one more hit of a bucket: how many it has had this minute, and how many seconds are left of it. */
export const countHit = async (
  db: Db,
  bucket: string,
): Promise<{ hits: number; secondsLeft: number }> => {
  const [row] = await db
    .insert(rateCounters)
    .values({ bucket, windowStart: sql`date_trunc('minute', now())`, hits: 1 })
    .onConflictDoUpdate({
      target: [rateCounters.bucket, rateCounters.windowStart],
      set: { hits: sql`${rateCounters.hits} + 1` },
    })
    .returning({
      hits: rateCounters.hits,
      secondsLeft: sql<number>`60 - floor(extract(second from now()))::int`,
    });
  if (!row) throw new Error('the hit was not counted');
  return row;
};
