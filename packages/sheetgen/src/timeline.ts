/** When heats start, as Meet Manager reckons it. */
import { toClock, toMinutes } from './clock.ts';
import type { Meet, MeetEvent, MeetHeat, MeetSession, SessionBreak } from './types.ts';

const SHORT_PACE: Record<string, number> = { Freestyle: 0.82, Breaststroke: 0.9 };
const LONG_PACE: Record<string, number> = { Freestyle: 0.95, Breaststroke: 1 };
const OTHER_PACE = { short: 0.85, long: 0.9 };
const LONGEST_SHORT = 200;
const METRES = 1.1;
const YOUNG: [belowAge: number, factor: number][] = [
  [9, 1.3],
  [11, 1.2],
  [13, 1.1],
];

/** "Girls 11-12 100 …" → 12, "Boys 10 & Under 50 …" → 10; no limit otherwise. */
const oldestOf = ({ name }: MeetEvent): number => {
  const found = /\b(?:\d+-(\d+)|(\d+) & Under|(\d+) Year)/.exec(name);
  return Number(found?.[1] ?? found?.[2] ?? found?.[3] ?? 99);
};

/** What Meet Manager assumes for a swimmer without a time. */
const noTimeSeconds = (event: MeetEvent): number => {
  const { distance, stroke } = event;
  const short = distance <= LONGEST_SHORT;
  const pace = (short ? SHORT_PACE : LONG_PACE)[stroke] ?? OTHER_PACE[short ? 'short' : 'long'];
  const young = YOUNG.find(([age]) => oldestOf(event) < age)?.[1] ?? 1;
  return distance * pace * (event.name.includes('Yard') ? 1 : METRES) * young;
};

/** The slowest seed of the heat, then the heat interval, longer for backstroke. */
const heatSeconds = (session: MeetSession, event: MeetEvent, heat: MeetHeat): number =>
  Math.max(...heat.entries.map((entry) => entry.seconds ?? noTimeSeconds(event))) +
  session.intervalSeconds +
  (event.stroke === 'Backstroke' ? session.backSeconds : 0);

/** Printed minutes are rounded up. */
const toPrinted = (seconds: number): string => toClock(Math.ceil(seconds / 60));

/** The same session with every heat's start and the finish filled in. */
export const withStarts = (session: MeetSession): MeetSession => {
  let seconds = toMinutes(session.start) * 60;
  const events = session.events.map((event, index) => {
    const pause = session.breaks?.find(({ before }) => before === index);
    seconds += (pause?.minutes ?? 0) * 60;
    const heats = event.heats.map((heat) => {
      const start = toPrinted(seconds);
      seconds += heatSeconds(session, event, heat);
      return { ...heat, start };
    });
    return { ...event, heats };
  });
  return { ...session, events, finish: toPrinted(seconds) };
};

/** The same meet with these breaks in every session. */
export const withBreaks = (meet: Meet, breaks: SessionBreak[]): Meet => ({
  ...meet,
  sessions: meet.sessions.map((session) => withStarts({ ...session, breaks })),
});
