import { eq, sql } from 'drizzle-orm';
import type { Answers } from '@heatsync/shared/results';
import type { Db } from '../client.ts';
import { batchAnswers } from '../schema.ts';

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
