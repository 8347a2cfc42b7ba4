/** Several children at one meet: who swims at nearly the same time, and how long the family is free in between. */
import { HALF_A_DAY, minutesOf } from '@heatsync/shared';
import { groupKey, type Race } from './results.ts';

/** A parent cannot be at two lanes, or behind the blocks and on the stand, within so many minutes. */
export const CLASH_MINUTES = 8;
/** Shorter pauses are not worth a line. */
export const FREE_MINUTES = 20;

/** Of sessions without a date nobody knows whether they are on one day. */
const isOneDay = (a: Race, b: Race): boolean =>
  a.sessionDate === b.sessionDate && (a.sessionDate !== null || groupKey(a) === groupKey(b));

const distance = (a: Race, b: Race): number => {
  if (a.heatStartTime === null || b.heatStartTime === null || !isOneDay(a, b)) return Infinity;
  const minutes = Math.abs(minutesOf(a.heatStartTime) - minutesOf(b.heatStartTime));
  const isOverMidnight = a.sessionDate === null && minutes > HALF_A_DAY;
  return isOverMidnight ? 2 * HALF_A_DAY - minutes : minutes;
};

/** The races of the other children that start within `CLASH_MINUTES` of this one. */
export const clashesOf = (race: Race, races: readonly Race[]): Race[] =>
  races.filter((other) => other.swimmer !== race.swimmer && distance(race, other) <= CLASH_MINUTES);

/** Minutes between two races that follow each other, if they are worth a line and both times are known. */
export const freeMinutes = (race: Race, next: Race | undefined): number | null => {
  if (!next) return null;
  const minutes = distance(race, next);
  return Number.isFinite(minutes) && minutes >= FREE_MINUTES ? minutes : null;
};

/** Races that one parent cannot all watch, one a child. */
export type Moment = Race[];

const joins = (race: Race, moment: Moment): boolean =>
  moment.every((other) => other.swimmer !== race.swimmer && distance(race, other) <= CLASH_MINUTES);

/** Races in the order they are swum, those that clash put together: side by side on the page. */
export const momentsOf = (races: readonly Race[]): Moment[] => {
  const moments: Moment[] = [];
  for (const race of races) {
    const last = moments.at(-1);
    if (last && joins(race, last)) last.push(race);
    else moments.push([race]);
  }
  return moments;
};

/** More columns than this are too narrow for a race. */
const MOST_COLUMNS = 3;

/** Who swims in these races, in the order of the names, where each can have a column of one time line; else nobody. */
export const columnsOf = (races: readonly Race[]): number[] => {
  const swimmers = [...new Set(races.map((race) => race.swimmer))].sort((a, b) => a - b);
  const isTimed = races.some((race) => race.heatStartTime !== null);
  return isTimed && swimmers.length > 1 && swimmers.length <= MOST_COLUMNS ? swimmers : [];
};
