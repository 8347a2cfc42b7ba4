import { and, inArray, isNotNull, lt, or, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import {
  batchJobs,
  extractionResults,
  idempotencyKeys,
  processingBatches,
  rateCounters,
  resultLinks,
} from '../schema.ts';

const UPKEEP_LOCK = 7_245_003;
const hoursAgo = (hours: number) => sql`now() - make_interval(hours => ${hours})`;

/** False when another process looks after the database; held to the end of the transaction. */
export const lockUpkeep = async (tx: Db): Promise<boolean> => {
  const [row] = await tx.execute<{ got: boolean }>(
    sql`select pg_try_advisory_xact_lock(${UPKEEP_LOCK}) as got`,
  );
  return row?.got ?? false;
};

export const findExpiredBatches = async (db: Db): Promise<string[]> => {
  const rows = await db
    .select({ id: processingBatches.id })
    .from(processingBatches)
    .where(lt(processingBatches.expiresAt, sql`now()`));
  return rows.map((row) => row.id);
};

/** Who handed a batch in is forgotten. Answers with how many batches that were; those at work have their turn later. */
export const eraseVisitors = async (db: Db, hours: number): Promise<number> => {
  const known = db
    .select({ id: processingBatches.id })
    .from(processingBatches)
    .where(
      and(
        lt(processingBatches.createdAt, hoursAgo(hours)),
        or(isNotNull(processingBatches.clientIp), isNotNull(processingBatches.userAgent)),
      ),
    )
    .for('update', { skipLocked: true });
  const rows = await db
    .update(processingBatches)
    .set({ clientIp: null, userAgent: null })
    .where(inArray(processingBatches.id, known))
    .returning({ id: processingBatches.id });
  return rows.length;
};

/** Jobs that failed so long ago lose their files; answers with the files' keys. */
export const giveUpFailedFiles = async (db: Db, hours: number): Promise<string[]> => {
  const rows = await db.execute<{ key: string }>(sql`
    with old as (
      select j.id, j.temp_file_path as key from ${batchJobs} j
      where j.temp_file_path is not null and j.status = 'failed' and j.completed_at < ${hoursAgo(hours)}
      order by j.id for update),
    given_up as (update ${batchJobs} j set temp_file_path = null from old where j.id = old.id)
    select key from old`);
  return rows.map((row) => row.key);
};

/** Which of these files a job still needs. */
export const findUsedFiles = async (db: Db, keys: string[]): Promise<Set<string>> => {
  const rows = await db
    .select({ key: batchJobs.tempFilePath })
    .from(batchJobs)
    .where(inArray(batchJobs.tempFilePath, keys));
  return new Set(rows.flatMap((row) => row.key ?? []));
};

/** Result links that have expired, and the results that nothing points at any more. */
export const deleteExpiredResults = async (db: Db): Promise<void> => {
  await db.delete(resultLinks).where(lt(resultLinks.expiresAt, sql`now()`));
  await db.delete(extractionResults).where(
    sql`not exists (select 1 from ${resultLinks} where extraction_id = ${extractionResults.id})
      and not exists (select 1 from ${batchJobs} where extraction_id = ${extractionResults.id})`,
  );
};

export const deleteResultLinks = async (db: Db, codes: string[]): Promise<void> => {
  await db.delete(resultLinks).where(inArray(resultLinks.shortCode, codes));
};

/** Idempotency keys and rate counters that count no more. */
export const deleteOldKeys = async (db: Db, hours: number): Promise<void> => {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, hoursAgo(hours)));
  await db.delete(rateCounters).where(lt(rateCounters.windowStart, hoursAgo(1)));
};
