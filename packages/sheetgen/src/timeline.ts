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

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** Whether a heat waits for the finals session. */
const isWithFinals = (event: MeetEvent, { inner, number }: MeetHeat): boolean =>
  event.withFinals && (inner?.number ?? number) === 1;

/** A row of the session report: an event, or a flight of one; of two events swum together each has its own. */
export type TimedRow = {
  number: string;
  name: string;
  round: string;
  heats: MeetHeat[];
  start: string;
  /** Which of the session's printed blocks it is of, from 0. */
  block: number;
};

const roundOf = (event: MeetEvent): string => {
  if (event.lettered) return 'Finals';
  return event.withFinals ? `${event.round}-S` : event.round;
};

type Timed = { events: MeetEvent[]; rows: TimedRow[]; seconds: number };

const rowsOf = (
  session: MeetSession,
  block: number,
  event: MeetEvent,
  swum: MeetHeat[],
  from: number,
): TimedRow[] => {
  const { number, name, combined } = event;
  let seconds = from;
  return [{ number, name }, ...(combined ? [combined] : [])].map((one, inner) => {
    const heats = swum.filter((heat) => (heat.inner?.event ?? 0) === inner);
    const start = toPrinted(seconds);
    seconds += sum(heats.map((heat) => heatSeconds(session, event, heat)));
    return { number: one.number, name: one.name, round: roundOf(event), heats, start, block };
  });
};

const timeEvent = (session: MeetSession, event: MeetEvent, block: number, from: number): Timed => {
  let seconds = from;
  const heats = event.heats.map((heat) => {
    const start = toPrinted(seconds);
    if (!isWithFinals(event, heat)) seconds += heatSeconds(session, event, heat);
    return { ...heat, start };
  });
  const swum = heats.filter((heat) => !isWithFinals(event, heat));
  return {
    events: [{ ...event, heats }],
    rows: rowsOf(session, block, event, swum, from),
    seconds,
  };
};

const timeSession = (session: MeetSession): Timed =>
  session.events.reduce<Timed>(
    ({ events, rows, seconds }, event, index) => {
      const pause = session.breaks?.find(({ before }) => before === index)?.minutes ?? 0;
      const timed = timeEvent(session, event, index, seconds + pause * 60);
      return {
        events: [...events, ...timed.events],
        rows: [...rows, ...timed.rows],
        seconds: timed.seconds,
      };
    },
    { events: [], rows: [], seconds: toMinutes(session.start) * 60 },
  );

/** The same session with every heat's start and the finish filled in; heats that wait for the finals take no time. */
export const withStarts = (session: MeetSession): MeetSession => {
  const { events, seconds } = timeSession(session);
  return { ...session, events, finish: toPrinted(seconds) };
};

/** A session's rows in its report. */
export const timedRows = (session: MeetSession): TimedRow[] => timeSession(session).rows;

type Pool = { name: string; rows: TimedRow[]; finish: string };

/** A session's rows where girls and boys swim in two pools: each counts from the session's start, without breaks. */
export const poolsOf = (session: MeetSession): Pool[] =>
  ['POOL 1 — GIRLS', 'POOL 2 — BOYS'].map((name, pool) => {
    const events = session.events.filter(({ sex }) => (sex === 'male') === (pool === 1));
    const { rows, seconds } = timeSession({ ...session, breaks: [], events });
    return { name, rows, finish: toPrinted(seconds) };
  });

/** The same meet with these breaks in every session. */
export const withBreaks = (meet: Meet, breaks: SessionBreak[]): Meet => ({
  ...meet,
  sessions: meet.sessions.map((session) => withStarts({ ...session, breaks })),
});
