/** The day's pages: taken before any is sent, for a sheet all that it needs at once. */
import { givePagesBack, takePages } from '../../db/queries/aiBudget.ts';
import type { Db } from '../../db/client.ts';
import { AppError } from '../../errors.ts';

/** Answers with what gives the pages back; throws `AI_BUDGET_SPENT`, and none is counted. */
export type TakePages = (pages: number) => Promise<() => Promise<void>>;

type Day = { db: Db; pagesPerDay: number };

const takeToday = async ({ db, pagesPerDay }: Day, pages: number): Promise<string> => {
  const day = await takePages(db, pages, pagesPerDay);
  if (day === null) throw new AppError('AI_BUDGET_SPENT');
  return day;
};

const returnTo = ({ db }: Day, day: string, pages: number): Promise<void> =>
  givePagesBack(db, day, pages).catch(() => undefined);

/** As they are needed. */
export const takeFrom =
  (today: Day): TakePages =>
  async (pages) => {
    const day = await takeToday(today, pages);
    return () => returnTo(today, day, pages);
  };

/**
 * Runs `work` with pages set aside, a whole day's at most; those it leaves are given back. What it needs beyond them it takes as it
 * goes. Throws `AI_BUDGET_SPENT` before it begins if there are not as many.
 */
export const withPages = async <T>(
  today: Day,
  pages: number,
  work: (take: TakePages) => Promise<T>,
): Promise<T> => {
  let left = Math.min(pages, today.pagesPerDay);
  const day = await takeToday(today, left);
  const take: TakePages = async (wanted) => {
    if (wanted > left) await takeToday(today, wanted - left);
    left = Math.max(0, left - wanted);
    return async () => void (left += wanted);
  };
  try {
    return await work(take);
  } finally {
    if (left > 0) await returnTo(today, day, left);
  }
};
