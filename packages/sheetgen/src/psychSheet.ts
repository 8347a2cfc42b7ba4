import { drawLooked, layOut, rankedBlocks, type Drawn } from './heatSheet.ts';
import { lookOf, type DrawOptions } from './look.ts';
import { eventsOf, reportOf } from './truth.ts';
import type { Meet, MeetEvent } from './types.ts';

/** A flighted event is one ranked list. */
const joinFlights = (events: MeetEvent[]): MeetEvent[] =>
  [...Map.groupBy(events, (event) => event.number).values()].flatMap(([first, ...rest]) =>
    first ? [{ ...first, heats: [first, ...rest].flatMap((flight) => flight.heats) }] : [],
  );

/** Pages of a psych sheet, not yet drawn, and what they show. */
export const planPsychSheet = (meet: Meet, options: DrawOptions) => {
  const look = lookOf({ style: 'hash', columns: 3, ...options }, meet);
  const events = joinFlights(meet.sessions.flatMap((session) => session.events));
  const blocks = events.flatMap((event) => rankedBlocks(look, event));
  return { events, ...layOut(meet, look.grid, [{ title: 'Psych Sheet', blocks }]) };
};

/** Draws every entry of the meet ranked by seed, without heats or lanes. */
export const drawPsychSheet = async (meet: Meet, options: DrawOptions = {}): Promise<Drawn> => {
  const { events, pages, entries } = planPsychSheet(meet, options);
  return {
    pdf: await drawLooked(pages, meet, 'heatsheet', options),
    truth: reportOf(meet, 'psych_sheet', pages.length, eventsOf(events, true), entries),
  };
};
