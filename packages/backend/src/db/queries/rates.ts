import { sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { rateCounters } from '../schema.ts';

const SECONDS = { minute: 60, hour: 3600 };
export type RateWindow = keyof typeof SECONDS;

/** Counts one more hit of a bucket: how many it has had in this window, and how many seconds are left of it. */
export const countHit = async (
  db: Db,
  bucket: string,
  window: RateWindow = 'minute',
): Promise<{ hits: number; secondsLeft: number }> => {
  const length = SECONDS[window];
  const [row] = await db
    .insert(rateCounters)
    .values({ bucket, windowStart: sql`date_trunc(${window}, now())`, hits: 1 })
    .onConflictDoUpdate({
      target: [rateCounters.bucket, rateCounters.windowStart],
      set: { hits: sql`${rateCounters.hits} + 1` },
    })
    .returning({
      hits: rateCounters.hits,
      secondsLeft: sql<number>`(${length}::int - extract(epoch from now())::bigint % ${length}::int)::int`,
    });
  if (!row) throw new Error('the hit was not counted');
  return row;
};
