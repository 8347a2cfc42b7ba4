import {
  toCalendar,
  type CalendarQuery,
  type ResultsResponse,
  type SourceView,
  type SwimEvent,
} from '@heatsync/shared';
import { findAnswers } from '../db/queries/answers.ts';
import { lastChange } from '../db/queries/events.ts';
import type { Context } from './context.ts';
import { getResults } from './results.ts';
import { calendarPersonKey } from './secrets.ts';

/** SEQUENCE counts the seconds from here, so that it rises and stays small. */
const SEQUENCE_ZERO = Date.UTC(2025, 0, 1);
const DEFAULT_REMINDER = 10;

const wantedRaces = ({ sources }: ResultsResponse, ids: string[] | undefined): SwimEvent[] =>
  sources.flatMap((source) => source.events).filter((race) => !ids || ids.includes(race.id));

/** When a sheet was last read or an answer given. */
const whenChanged = async (db: Context['db'], batchId: string): Promise<Date> => {
  const told = (await lastChange(db, batchId))?.getTime() ?? SEQUENCE_ZERO;
  const answered = (await findAnswers(db, batchId))?.changedAt.getTime() ?? SEQUENCE_ZERO;
  return new Date(Math.max(told, answered));
};

/**
 * The batch's races as a calendar file, and how many stand in it. Times are in the venue's zone if
 * it is known, else in the asker's. Throws `BATCH_NOT_FOUND`.
 */
export const getCalendar = async (
  context: Pick<Context, 'db' | 'secret'>,
  batchId: string,
  query: CalendarQuery,
): Promise<{ text: string; races: number }> => {
  const results = await getResults(context, batchId);
  const changed = await whenChanged(context.db, batchId);
  const sourceOf = new Map<string, SourceView>(
    results.sources.flatMap((source) => source.events.map((race) => [race.id, source])),
  );
  const races = wantedRaces(results, query.races);
  const text = toCalendar(races, {
    name: `Swim races: ${results.swimmers.join(', ')}`,
    meetName: (race) => sourceOf.get(race.id)?.meetName ?? null,
    venue: races.map((race) => sourceOf.get(race.id)?.venue).find(Boolean) ?? null,
    personUid: (personKey) => calendarPersonKey(context.secret, personKey),
    timeZone: results.timeZone ?? query.tz ?? 'UTC',
    reminderMinutes: query.reminder ?? DEFAULT_REMINDER,
    stamp: changed,
    sequence: Math.floor((changed.getTime() - SEQUENCE_ZERO) / 1000),
  });
  return { text, races: text.split('BEGIN:VEVENT').length - 1 };
};
