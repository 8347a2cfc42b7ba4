/** What is next today. Everything is compared as the clock on the wall of the pool shows it. */
import { distinctRaces, minutesOf } from '@heatsync/shared';
import type { Race } from './results.ts';

/** A race counts as next until so many minutes after its start: meets seldom run early. */
const STILL_ON_MINUTES = 3;

export type WallClock = { date: string; time: string };
export type NextRace = { race: Race; inMinutes: number; left: number };

/** "2027-06-11", "17:05" in a zone. */
export const wallClock = (now: Date, zone: string): WallClock => {
  const [date = '', time = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(now)
    .split(' ');
  return { date, time };
};

/** The last day of races that have all been swum; null while one may be to come. */
export const lastDayOf = (races: readonly Race[], { date }: WallClock): string | null => {
  const last = races
    .map((race) => race.sessionDate ?? date)
    .toSorted()
    .at(-1);
  return last !== undefined && last < date ? last : null;
};

/** The first race of today that has not been swum by the clock; null without one. `left` counts today's, it included. */
export const nextRace = (races: readonly Race[], clock: WallClock): NextRace | null => {
  const now = minutesOf(clock.time);
  const ahead = races
    .flatMap((race) =>
      race.sessionDate === clock.date && race.heatStartTime !== null && race.note !== 'withdrawn'
        ? [{ race, inMinutes: minutesOf(race.heatStartTime) - now }]
        : [],
    )
    .filter(({ inMinutes }) => inMinutes >= -STILL_ON_MINUTES)
    .toSorted((a, b) => a.inMinutes - b.inMinutes);
  const [first] = ahead;
  return first ? { ...first, left: distinctRaces(ahead.map(({ race }) => race)) } : null;
};
