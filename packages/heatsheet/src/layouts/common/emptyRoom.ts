/** Lanes that nobody has may be printed as nothing: then a row's room is left for each. */
import { median } from './median.ts';

/** How far a row stands below another, and how many lanes by their numbers are missing between the two. */
export type Gap = { gap: number; pair: string; empty: number };

/** So many such rooms, and hardly a missing lane without, are a sheet's habit. */
const MIN_ROOMS = 4;
const OTHERS = 0.05;
/** A room is as high as its rows, give or take this share of one. */
const EXACT = 0.3;

const usualGaps = (gaps: Gap[], height: number): Map<string, number> =>
  new Map(
    [...Map.groupBy(gaps, ({ pair }) => pair)].map(([pair, same]) => {
      const close = same.filter(({ empty }) => empty === 0).map(({ gap }) => gap);
      const all = same.map(({ gap, empty }) => gap - empty * height);
      return [pair, median(close.length ? close : all)];
    }),
  );

/**
 * The gaps less the rooms of empty lanes, where a sheet of rows this high leaves one for each of them and only for them. There nobody
 * can tell a lost row from an empty lane.
 */
export const withoutEmptyRoom = <G extends Gap>(gaps: G[], height: number): G[] => {
  const usual = usualGaps(gaps, height);
  const hasRoom = ({ gap, pair, empty }: Gap) =>
    Math.abs(gap - (usual.get(pair) ?? 0) - empty * height) < EXACT * height;
  const open = gaps.filter(({ empty }) => empty > 0);
  const rooms = new Set<Gap>(open.filter(hasRoom));
  const isHabit = rooms.size >= MIN_ROOMS && open.length - rooms.size <= open.length * OTHERS;
  if (!isHabit) return gaps;
  return gaps.map((one) => (rooms.has(one) ? { ...one, gap: one.gap - one.empty * height } : one));
};
