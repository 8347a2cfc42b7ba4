import { resultsCalendar, type CalendarFile, type CalendarQuery } from '@heatsync/shared';
import { findAnswers } from '../db/queries/answers.ts';
import { lastChange } from '../db/queries/events.ts';
import type { Context } from './context.ts';
import { getResults } from './results.ts';
import { calendarPersonKey } from './secrets.ts';

/** When a sheet was last read or an answer given. */
const whenChanged = async (db: Context['db'], batchId: string): Promise<Date | null> => {
  const told = await lastChange(db, batchId);
  const answered = (await findAnswers(db, batchId))?.changedAt;
  return told && answered && answered > told ? answered : (told ?? answered ?? null);
};

/** The batch's races as a calendar file. Throws `BATCH_NOT_FOUND`. */
export const getCalendar = async (
  context: Pick<Context, 'db' | 'secret'>,
  batchId: string,
  query: CalendarQuery,
): Promise<CalendarFile> =>
  resultsCalendar(await getResults(context, batchId), query, {
    personUid: (personKey) => calendarPersonKey(context.secret, personKey),
    changed: await whenChanged(context.db, batchId),
  });
