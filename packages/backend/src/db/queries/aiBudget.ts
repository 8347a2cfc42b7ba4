/** What the AI model is asked: how many pages a day, and what it took. */
import { count, eq, gte, sql, sum } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { aiCalls, aiPages } from '../schema.ts';

const today = sql`(now() at time zone 'UTC')::date`;

/** Counts `pages` more for today, and answers with the day; null if that were more than `limit`, and nothing is counted. */
export const takePages = async (db: Db, pages: number, limit: number): Promise<string | null> => {
  if (pages > limit) return null;
  const [row] = await db
    .insert(aiPages)
    .values({ day: today, pages })
    .onConflictDoUpdate({
      target: aiPages.day,
      set: { pages: sql`${aiPages.pages} + ${pages}` },
      setWhere: sql`${aiPages.pages} + ${pages} <= ${limit}`,
    })
    .returning({ day: aiPages.day });
  return row?.day ?? null;
};

/** Pages that were counted on a day but surely not read by the model. */
export const givePagesBack = async (db: Db, day: string, pages: number): Promise<void> => {
  await db
    .update(aiPages)
    .set({ pages: sql`greatest(0, ${aiPages.pages} - ${pages})` })
    .where(eq(aiPages.day, day));
};

export const insertAiCall = async (db: Db, call: typeof aiCalls.$inferInsert): Promise<void> => {
  await db.insert(aiCalls).values(call);
};

/** How long calls are remembered for the operator's figures. */
export const deleteOldAiCalls = async (db: Db, days: number): Promise<void> => {
  await db
    .delete(aiCalls)
    .where(sql`${aiCalls.createdAt} < now() - make_interval(days => ${days})`);
};

const usage = {
  calls: count(),
  failed: sql<number>`count(*) filter (where ${aiCalls.outcome} <> 'ok')`.mapWith(Number),
  inputTokens: sum(aiCalls.inputTokens).mapWith(Number),
  outputTokens: sum(aiCalls.outputTokens).mapWith(Number),
  cost: sql<number | null>`sum(${aiCalls.cost})`,
};

/** By model and purpose, over all calls remembered. */
export const measureAiCalls = (db: Db) =>
  db
    .select({ model: aiCalls.model, purpose: aiCalls.purpose, ...usage })
    .from(aiCalls)
    .groupBy(aiCalls.model, aiCalls.purpose)
    .orderBy(aiCalls.model, aiCalls.purpose);

/** The newest calls, one by one. */
export const findAiCalls = (db: Db, limit: number) =>
  db
    .select()
    .from(aiCalls)
    .orderBy(sql`${aiCalls.createdAt} desc`)
    .limit(limit);

/** Pages counted today. */
export const countPagesToday = async (db: Db): Promise<number> => {
  const [row] = await db.select().from(aiPages).where(gte(aiPages.day, today));
  return row?.pages ?? 0;
};
