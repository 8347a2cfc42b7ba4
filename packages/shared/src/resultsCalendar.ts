/** The calendar of a batch's results: the same on the server and on a device that uploads nothing. */
import { toCalendar } from './calendar.ts';
import { calendarFilename } from './calendarFilename.ts';
import { otherPlaces } from './contradictions.ts';
import type { CalendarQuery } from './requests.ts';
import type { ResultsResponse, SourceView, SwimEvent } from './types.ts';

/** SEQUENCE counts the seconds from here, so that it rises and stays small. */
const SEQUENCE_ZERO = Date.UTC(2025, 0, 1);
const DEFAULT_REMINDER = 10;

export type CalendarFile = { filename: string; text: string };

export type CalendarSource = {
  /** What stands for a person inside a UID, so that none is told by it. */
  personUid: (personKey: string) => string;
  /** When a sheet was last read or an answer given; null if that is not known. */
  changed: Date | null;
};

const wantedRaces = ({ sources }: ResultsResponse, ids: string[] | undefined): SwimEvent[] =>
  sources.flatMap((source) => source.events).filter((race) => !ids || ids.includes(race.id));

/** The races asked for as a calendar file. Times are in the venue's zone if it is known, else in the asker's. */
export const resultsCalendar = (
  results: ResultsResponse,
  query: CalendarQuery,
  { personUid, changed }: CalendarSource,
): CalendarFile => {
  const sourceOf = new Map<string, SourceView>(
    results.sources.flatMap((source) => source.events.map((race) => [race.id, source])),
  );
  const instead = otherPlaces(results);
  const stamp = new Date(Math.max(SEQUENCE_ZERO, changed?.getTime() ?? SEQUENCE_ZERO));
  const races = wantedRaces(results, query.races);
  const text = toCalendar(races, {
    name: `Swim races: ${results.swimmers.join(', ')}`,
    meetName: (race) => sourceOf.get(race.id)?.meetName ?? null,
    venue: races.map((race) => sourceOf.get(race.id)?.venue).find(Boolean) ?? null,
    instead: (race) => instead.get(race.id) ?? null,
    personUid,
    timeZone: results.timeZone ?? query.tz ?? 'UTC',
    reminderMinutes: query.reminder ?? DEFAULT_REMINDER,
    stamp,
    sequence: Math.floor((stamp.getTime() - SEQUENCE_ZERO) / 1000),
  });
  const whose = results.swimmers.filter((_, index) =>
    races.some(({ swimmer }) => swimmer === index),
  );
  const meets = races.flatMap((race) => sourceOf.get(race.id)?.meetName ?? []);
  return { filename: calendarFilename(whose, meets), text };
};
