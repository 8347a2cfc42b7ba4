import { eq, sql } from 'drizzle-orm';
import type { SessionAnswer } from '@heatsync/shared';
import type { Db } from '../client.ts';
import { batchAnswers } from '../schema.ts';

/** `people`: whom each name means, by key; a later key counts before an earlier one. */
export type Answers = { people: string[]; sessions: SessionAnswer[]; timeZone: string | null };
export type AnswersRow = Answers & { changedAt: Date };

export const findAnswers = async (db: Db, batchId: string): Promise<AnswersRow | null> => {
  const [row] = await db.select().from(batchAnswers).where(eq(batchAnswers.batchId, batchId));
  return row ?? null;
};

export const saveAnswers = async (tx: Db, batchId: string, answers: Answers): Promise<void> => {
  const changed = { ...answers, changedAt: sql`now()` };
  await tx
    .insert(batchAnswers)
    .values({ batchId, ...changed })
    .onConflictDoUpdate({ target: batchAnswers.batchId, set: changed });
};
