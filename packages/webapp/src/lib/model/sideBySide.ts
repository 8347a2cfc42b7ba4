/** Several children at one meet: who swims at nearly the same time, and how long the family is free in between. */
import { minutesOf, type Race } from './results.ts';

/** A parent cannot be at two lanes, or behind the blocks and on the stand, within so many minutes. */
export const CLASH_MINUTES = 8;
/** Shorter pauses are not worth a line. */
export const FREE_MINUTES = 20;

const distance = (a: Race, b: Race): number =>
  a.heatStartTime === null || b.heatStartTime === null || a.sessionDate !== b.sessionDate
    ? Infinity
    : Math.abs(minutesOf(a.heatStartTime) - minutesOf(b.heatStartTime));

/** The races of the other children that start within `CLASH_MINUTES` of this one. */
export const clashesOf = (race: Race, races: readonly Race[]): Race[] =>
  races.filter((other) => other.swimmer !== race.swimmer && distance(race, other) <= CLASH_MINUTES);

/** Minutes between two races that follow each other, if they are worth a line and both times are known. */
export const freeMinutes = (race: Race, next: Race | undefined): number | null => {
  if (!next) return null;
  const minutes = distance(race, next);
  return Number.isFinite(minutes) && minutes >= FREE_MINUTES ? minutes : null;
};
