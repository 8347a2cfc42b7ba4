/** Meets of a wanted size, for measuring. */
import { planHeatSheet } from './heatSheet.ts';
import type { DrawOptions } from './look.ts';
import { makeMeet } from './meet.ts';
import type { Meet, MeetEvent } from './types.ts';

const EVENTS_A_PAGE = 1.6;

/** How many of the events, from the first, are whole on the first `pages` pages. */
const wholeEvents = (events: MeetEvent[], over: string | undefined): MeetEvent[] => {
  const cut = events.findIndex((event) => event.number === over);
  return cut === -1 ? events : events.slice(0, cut);
};

/**
 * A meet of one session whose heat sheet, drawn with the same `options`, has `pages` pages:
 * about 80 rows each at two columns. Whole events only, so that its own totals still add up.
 */
export const makeMeetOfPages = (pages: number, seed: number, options: DrawOptions = {}): Meet => {
  const meet = makeMeet({
    seed,
    flights: false,
    swimmers: 560,
    eventsPerSession: Math.ceil(pages * EVENTS_A_PAGE) + 4,
    relaysPerSession: 2,
  });
  const { entries } = planHeatSheet(meet, meet.sessions, options);
  const over = entries.find((entry) => entry.page > pages)?.event;
  return {
    ...meet,
    sessions: meet.sessions.map((session) => ({
      ...session,
      events: wholeEvents(session.events, over),
    })),
  };
};
