import { toClock, toMinutes } from './clock.ts';
import type { MeetEvent, MeetHeat, MeetSession } from './types.ts';

const NO_TIME_SECONDS = 120;

/** Meet Manager's rule: the slowest seed of the heat, then the heat interval (more for backstroke). */
const heatSeconds = (session: MeetSession, event: MeetEvent, heat: MeetHeat): number =>
  Math.max(...heat.entries.map((entry) => entry.seconds ?? NO_TIME_SECONDS)) +
  session.intervalSeconds +
  (event.stroke === 'Backstroke' ? session.backSeconds : 0);

/** The same session with every heat's start and the finish filled in. */
export const withStarts = (session: MeetSession): MeetSession => {
  let seconds = toMinutes(session.start) * 60;
  const events = session.events.map((event) => ({
    ...event,
    heats: event.heats.map((heat) => {
      const start = toClock(seconds / 60);
      seconds += heatSeconds(session, event, heat);
      return { ...heat, start };
    }),
  }));
  return { ...session, events, finish: toClock(seconds / 60) };
};
