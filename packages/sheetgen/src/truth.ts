/** The truth of a drawn sheet, in the reader's own report schema. */
import type { ReportEntry, ReportEvent, SheetReport } from '@heatsync/heatsheet/report.ts';
import { formatSeed } from './clock.ts';
import type { Draft } from './layout.ts';
import { printedName } from './swimmers.ts';
import type { Meet, MeetEntry, MeetEvent } from './types.ts';

/** What heat, lane, rank and the like add to an entry's truth. */
export type Where = Pick<Draft, 'heat' | 'lane' | 'rank' | 'round' | 'start' | 'note'>;

export const draftOf = (
  event: MeetEvent,
  entry: MeetEntry,
  legs: boolean,
  where: Where,
): Draft => ({
  ...where,
  event: event.number,
  name: entry.swimmer ? printedName(entry.swimmer) : null,
  team: entry.team,
  age: entry.swimmer ? String(entry.swimmer.age) : null,
  seed: formatSeed(entry.seconds),
  relayLetter: entry.relay?.letter ?? null,
  legs: legs && entry.relay ? entry.relay.legs.map(printedName) : null,
});

/** Each event once, flights together; `heats` of ranked events is 0. */
export const eventsOf = (events: MeetEvent[], ranked: boolean): ReportEvent[] => [
  ...new Map(
    events.map((event) => [
      event.number,
      {
        event: event.number,
        name: event.name,
        relay: event.relay,
        heats: ranked || event.deckSeeded ? 0 : event.of,
      },
    ]),
  ).values(),
];

export const emptyReport = (meet: Meet, kind: SheetReport['kind'], pages: number): SheetReport => ({
  file: '',
  kind,
  software: 'hytek',
  meetName: meet.name,
  meetStart: meet.startDate,
  meetEnd: meet.endDate,
  pages,
  events: [],
  entries: [],
});

export const reportOf = (
  meet: Meet,
  kind: SheetReport['kind'],
  pages: number,
  events: ReportEvent[],
  entries: ReportEntry[],
): SheetReport => ({ ...emptyReport(meet, kind, pages), events, entries });
