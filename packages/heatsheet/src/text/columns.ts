/** A page's body → its newspaper columns, from the left edges at which headers begin. */
import type { Run } from './runs.ts';

/** Headers of one column begin within this many points of each other. */
const SAME_EDGE = 6;
/** Columns of a sheet are at least this far apart. */
const MIN_WIDTH = 120;
/** A lane or rank may stand this far left of its column's edge. */
const OVERHANG = 4;

/** The left edges of a page's columns; those of the page before hold where this page shows none of its own there. */
export const columnEdges = (headers: Run[], before: number[]): number[] => {
  const edges: number[] = [];
  for (const { x } of headers.toSorted((a, b) => a.x - b.x)) {
    const last = edges.at(-1);
    if (last === undefined || x - last > MIN_WIDTH) edges.push(x);
  }
  const fits = edges.every((edge) => before.some((known) => Math.abs(known - edge) <= SAME_EDGE));
  return fits ? before : edges;
};

/** Deals the runs out to the columns. */
export const splitColumns = (runs: Run[], edges: number[]): Run[][] => {
  if (edges.length < 2) return [runs];
  const columns: Run[][] = edges.map(() => []);
  for (const run of runs) {
    const index = edges.findLastIndex((edge) => run.x >= edge - OVERHANG);
    columns[Math.max(index, 0)]?.push(run);
  }
  return columns;
};
