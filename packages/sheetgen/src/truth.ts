/** The truth of a drawn sheet, in the reader's own report schema. */
import type { ReportEntry, ReportEvent, SheetReport } from '@heatsync/heatsheet/report.ts';
import type { Draft } from './layout.ts';
import { seedText, type Look } from './look.ts';
import type { Meet, MeetEntry, MeetEvent } from './types.ts';

/** What heat, lane, rank and the like add to an entry's truth. */
export type Where = Pick<Draft, 'heat' | 'lane' | 'rank' | 'round' | 'start' | 'note'>;

export const draftOf = (
  look: Look,
  entry: MeetEntry,
  where: Where & Pick<Draft, 'event'>,
): Draft => ({
  ...where,
  name: entry.swimmer ? look.nameOf(entry.swimmer) : null,
  team: entry.team,
  age:
    entry.swimmer && !look.options.years && !look.options.withoutAges
      ? String(entry.swimmer.age)
      : null,
  seed: look.options.seedless ? null : seedText(look, entry),
  relayLetter: entry.relay?.letter ?? null,
  legs: look.legs && entry.relay ? entry.relay.legs.map(look.nameOf) : null,
});

const heatsOf = (event: MeetEvent, inner: 0 | 1): number =>
  event.combined ? event.heats.filter((heat) => heat.inner?.event === inner).length : event.of;

const reportEvents = (event: MeetEvent, ranked: boolean): ReportEvent[] => {
  const { number, name, relay, combined } = event;
  const heats = (inner: 0 | 1) => (ranked || event.deckSeeded ? 0 : heatsOf(event, inner));
  return [
    { event: number, name, relay, heats: heats(0) },
    ...(combined ? [{ event: combined.number, name: combined.name, relay, heats: heats(1) }] : []),
  ];
};

/** Each event once, flights together; `heats` of ranked events is 0. */
export const eventsOf = (events: MeetEvent[], ranked: boolean): ReportEvent[] => [
  ...new Map(
    events.flatMap((event) => reportEvents(event, ranked)).map((event) => [event.event, event]),
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
