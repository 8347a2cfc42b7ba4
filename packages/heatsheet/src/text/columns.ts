/** A page's body → its newspaper columns, from the left edges at which headers begin. */
import type { Run } from './runs.ts';

/** Headers of one column begin within this many points of each other. */
const SAME_EDGE = 6;
/** Columns of a sheet are at least this far apart. */
const MIN_WIDTH = 120;
/** A lane or rank may stand this far left of its column's edge. */
const OVERHANG = 4;

const isFree = (edge: number, body: Run[]): boolean =>
  !body.some((run) => run.x < edge - OVERHANG && run.right > edge);

/** The left edges at which headers begin. */
export const headerEdges = (headers: Run[]): number[] => {
  const edges: number[] = [];
  for (const { x } of headers.toSorted((a, b) => a.x - b.x)) {
    const last = edges.at(-1);
    if (last === undefined || x - last > MIN_WIDTH) edges.push(x);
  }
  return edges;
};

/**
 * The left edges of a page's columns. A column that goes on with an event has no header; then the columns `known` from other
 * pages hold, as far as no text of this page runs across them.
 */
export const columnEdges = (headers: Run[], known: number[], body: Run[]): number[] => {
  const edges = headerEdges(headers);
  const near = (a: number, b: number) => Math.abs(a - b) <= SAME_EDGE;
  const fits = edges.every((edge) => known.some((other) => near(other, edge)));
  if (!fits) return edges;
  return known.filter((other) => edges.some((edge) => near(other, edge)) || isFree(other, body));
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
