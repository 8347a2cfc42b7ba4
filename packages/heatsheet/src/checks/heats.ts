/** Every heat that a sheet counts is there. */
import type { Heat, SheetEvent, Warning } from '../types.ts';
import { warn } from './warn.ts';

/** How many heats they say there are, the most first. */
const ofsOf = (heats: Heat[]): number[] =>
  [...new Set(heats.flatMap(({ of }) => of ?? []))].toSorted((a, b) => b - a);

/** What is counted anew: half of the prelims and half of the finals are no whole. */
const ROUND = /prelim|semi|final|swim-?off|trial/;

/** Other words behind "Heat 2 of 3" may differ from heat to heat: all of them together are there, each once. */
export const isWhole = (heats: Heat[]): boolean => {
  const [of = 0, ...others] = ofsOf(heats);
  const numbers = new Set(heats.map(({ number }) => number)).size;
  const rounds = new Set(
    heats.flatMap(({ round }) => ROUND.exec(round?.toLowerCase() ?? '')?.[0] ?? []),
  );
  return others.length === 0 && rounds.size <= 1 && heats.length === of && numbers === of;
};

/** Heats of an event that "of N" says there are and that are not there. */
export const heatsOf = (event: SheetEvent): Warning[] => {
  if (isWhole(event.heats.filter(({ number }) => number !== null))) return [];
  const rounds = Map.groupBy(
    event.heats.filter((heat) => heat.number !== null),
    (heat) => heat.round,
  );
  return [...rounds.values()].flatMap((heats) => {
    const [of = 0, ...others] = ofsOf(heats);
    const found = new Set(heats.map((heat) => heat.number)).size;
    // Heats of 1 and of 2 are those of two events, the header of one of which is lost.
    if (of === 0 || (found === of && others.length === 0)) return [];
    return [warn('heats_of', event.page, `Event ${event.number}: ${found} of ${of} heats found.`)];
  });
};
