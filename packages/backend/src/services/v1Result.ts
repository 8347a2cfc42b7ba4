/** From what v2 knows to the frozen shapes of v1. */
import {
  V1Event,
  type ExtractionResult,
  type ResultsResponse,
  type SourceView,
  type SwimEvent,
} from '@heatsync/shared';
import type { ExtractionRow, NewExtraction } from '../db/queries/extractions.ts';

const isYears = (age: string | null): age is string => age !== null && /^\d{1,2}$/.test(age);

/** Null for a rank in a psych sheet, which v1 cannot say. */
const toV1Event = (race: SwimEvent): V1Event | null => {
  if (race.heatNumber === null || race.lane === null) return null;
  return {
    eventNumber: Number.parseInt(race.eventNumber, 10) || 0,
    eventName: race.eventName,
    heatNumber: race.heatNumber,
    lane: race.lane,
    swimmerName: race.swimmerName,
    ...(isYears(race.age) && { age: Number(race.age) }),
    ...(race.team !== null && { team: race.team }),
    ...(race.seedTime !== null && { seedTime: race.seedTime }),
    ...(race.heatStartTime !== null && { heatStartTime: race.heatStartTime }),
    ...(race.sessionDate !== null && { sessionDate: race.sessionDate }),
  };
};

const warningsOf = (source: SourceView, left: number): string[] => [
  ...source.warnings.map(({ page, text }) => `Page ${page}: ${text}`),
  ...(left > 0 ? [`${left} of the races are ranked entries without heat and lane.`] : []),
  ...(source.events.length === 0 ? ['The swimmer was not found in this sheet.'] : []),
];

const datesOf = (events: readonly V1Event[]): string[] =>
  events.flatMap(({ sessionDate }) => sessionDate ?? []).toSorted();

/** The one sheet of a batch as it is stored for v1. */
export const toExtraction = (results: ResultsResponse, source: SourceView): NewExtraction => {
  const events = source.events.flatMap((race) => toV1Event(race) ?? []);
  const dates = datesOf(events);
  return {
    swimmerNameNormalized: results.swimmerName.toLowerCase(),
    engine: source.engine,
    meetName: source.meetName,
    meetStart: dates.at(0) ?? null,
    meetEnd: dates.at(-1) ?? null,
    venue: source.venue,
    events,
    warnings: warningsOf(source, source.events.length - events.length),
  };
};

/** What v1 answers, now and whenever the result code is asked for. */
export const toExtractionResult = (row: ExtractionRow): ExtractionResult => {
  const events = V1Event.array().parse(row.events);
  const warnings = row.warnings.map(String);
  const { meetStart: start, meetEnd: end } = row;
  return {
    meetName: row.meetName ?? '',
    sessionDate: datesOf(events)[0] ?? start ?? '',
    ...(start && end && { meetDateRange: { start, end } }),
    ...(row.venue !== null && { venue: row.venue }),
    ...(events[0] && { swimmerName: events[0].swimmerName }),
    events,
    ...(warnings.length > 0 && { warnings }),
  };
};
