/** A page's body → its newspaper columns, from the left edges at which headers begin. */
import type { Run } from './runs.ts';

/** Headers of one column begin within this many points of each other. */
const SAME_EDGE = 6;
/** Columns of a sheet are at least this far apart. */
const MIN_WIDTH = 120;
/** A lane or rank may stand this far left of its column's edge. */
const OVERHANG = 4;

/** A lane or a rank stands this near to its column's edge. */
const NUMBER_WITHIN = 36;
/** Numbers of two columns end this equally far from their edges. */
const SAME_OFFSET = 1.5;

const isFree = (edge: number, body: Run[]): boolean =>
  !body.some((run) => run.x < edge - OVERHANG && run.right > edge);

/** How far from a column's edge its lanes and ranks end. */
const numberEnds = (edge: number, body: Run[]): number[] =>
  body
    .filter(({ text, x }) => /^\d{1,4}$/.test(text) && x >= edge - OVERHANG)
    .filter(({ x }) => x < edge + NUMBER_WITHIN)
    .map(({ right }) => right - edge);

/** Whether lists go on at an edge without header: no text runs across, and lanes or ranks stand as in the first column. */
const goesOn = (edge: number, first: number, body: Run[]): boolean => {
  if (!isFree(edge, body)) return false;
  const ends = numberEnds(first, body);
  return numberEnds(edge, body).some((end) =>
    ends.some((other) => Math.abs(other - end) < SAME_OFFSET),
  );
};

/** The left edges at which headers begin; `starts` is the x of each. */
export const headerEdges = (starts: number[]): number[] => {
  const edges: number[] = [];
  for (const x of starts.toSorted((a, b) => a - b)) {
    const last = edges.at(-1);
    if (last === undefined || x - last > MIN_WIDTH) edges.push(x);
  }
  return edges;
};

/**
 * The left edges of a page's columns, from where its headers `starts`. A column that goes on with an event has no header; then the columns `known` from other
 * pages hold, as far as no text of this page runs across them.
 */
export const columnEdges = (starts: number[], known: number[], body: Run[]): number[] => {
  const edges = headerEdges(starts);
  const near = (a: number, b: number) => Math.abs(a - b) <= SAME_EDGE;
  const fits = edges.every((edge) => known.some((other) => near(other, edge)));
  if (!fits) return edges;
  return known.filter(
    (other) => edges.some((edge) => near(other, edge)) || goesOn(other, edges[0] ?? 0, body),
  );
};

/** Deals the runs out to the columns. */
export const splitColumns = (runs: Run[], edges: number[]): Run[][] => {
  if (edges.length < 2) return [runs];
  const columns: Run[][] = edges.map(() => []);
  for (const run of runs) {
    let index = edges.length - 1;
    while (index > 0 && run.x < (edges[index] ?? 0) - OVERHANG) index -= 1;
    columns[index]?.push(run);
  }
  return columns;
};
