/** Where a page's newspaper columns may begin: at headers, and at rows that can only be entries. */
import { joinRuns, ROW_TOLERANCE, type Row } from '../../text/rows.ts';
import type { Run } from '../../text/runs.ts';
import { startsColumn } from './headers.ts';

/** Words of a header, at most, that say it begins a column. */
const HEADER_PIECES = 4;
/** First letters of all headers: most cells need no closer look. */
const MAY_BEGIN = new Set('(#EHLSCehlsc');
/** From a lane or rank to its name, at most, in sizes. */
const NEAR_NAME = 3;
/** Pieces between a rank and its seed, at most: a kerned name comes in several. */
const ENTRY_PIECES = 10;
const RANK = /^L?\d{1,3}\.?$/;
const AGE = /^(?:[MW]?\d{1,3}|FR|SO|JR|SR)$/;
const SEED = /^X?(?:[\d:]*\d[.,]\d{2}[YLS]?|NT)$/;

/** Two events swum together name the heat's own: "Heat 4 (Heat 2 Girls 800 Free)". */
const HEAT = /(?:Heat|Serie):?\s+#?\d+[^()]*(?:\([^()]*\)[^()]*)*$/i;
/** Pieces of a header, such as a heat and the event it repeats, are nearer to each other than two columns, in sizes. */
const NEAR_HEAT = 3;

/** "Heat 4" with "(#9 Women …" behind it, which stands at `i`. */
const endsHeat = (runs: Run[], i: number, run: Run): boolean =>
  run.text.startsWith('(') &&
  run.x - (runs[i - 1]?.right ?? 0) < NEAR_HEAT * run.size &&
  HEAT.test(joinRuns(runs.slice(Math.max(i - HEADER_PIECES, 0), i)));

/** The pieces of a line from the one at `at` to the next wide gap, as one. */
const wordsFrom = (runs: Run[], at: number): string => {
  const pieces = runs.slice(at, at + HEADER_PIECES);
  const end = pieces.findIndex(
    ({ x, size }, i) => i > 0 && x - (pieces[i - 1]?.right ?? 0) > NEAR_HEAT * size,
  );
  return joinRuns(end < 0 ? pieces : pieces.slice(0, end));
};

/** Where cells stand whose text begins a column. */
const headerStarts = (rows: Row[]): number[] =>
  rows.flatMap(({ runs }) =>
    runs.flatMap((run, i) => {
      if (!MAY_BEGIN.has(run.text.charAt(0)) || endsHeat(runs, i, run)) return [];
      const before = runs[i - 1];
      const begins = !before || run.x - before.right > run.size / 2;
      return begins && startsColumn(wordsFrom(runs, i)) ? [run.x] : [];
    }),
  );

/** Rank, name, age, team, seed: no other row of a sheet goes on like this. "Last, First" needs no age. */
const isEntry = ([rank, name, ...rest]: Run[]): boolean => {
  if (!rank || !name || !RANK.test(rank.text) || !/\p{L}{2}/u.test(name.text)) return false;
  if (name.x - rank.right > NEAR_NAME * rank.size) return false;
  const seed = rest.findIndex((run) => SEED.test(run.text));
  const age = rest.findIndex((run) => AGE.test(run.text));
  return age < 0 ? seed > 0 && name.text.includes(', ') : seed > age + 1;
};

/** Odd legs stand below their relay's name, even ones beside them. */
const ODD_LEG = /^[1357]\)/;

/** Columns have no common grid: a row across the page may hold only some of an entry's cells, which differ by so much. */
const SAME_LINE = 1.2;

/** A rank, and what stands to its right on its line, of runs from left to right. A loop: every number of a sheet asks. */
const lineFrom = (rank: Run, around: Run[]): Run[] => {
  const line: Run[] = [];
  for (const run of around) {
    if (run.x >= rank.x && Math.abs(run.y - rank.y) <= SAME_LINE) line.push(run);
    if (line.length === ENTRY_PIECES) break;
  }
  return line;
};

/** The runs of a row, and of its neighbours if they may stand on the same line, from left to right. */
const runsAround = (rows: Row[], at: number, { y, runs }: Row): Run[] => {
  const isNear = (row: Row | undefined): row is Row =>
    row !== undefined && Math.abs(row.y - y) <= ROW_TOLERANCE + SAME_LINE;
  const [above, below] = [rows[at - 1], rows[at + 1]];
  if (!isNear(above) && !isNear(below)) return runs;
  const near = [above, rows[at], below].filter(isNear);
  return near.flatMap((row) => row.runs).sort((a, b) => a.x - b.x);
};

/** Where the names of entries and odd legs begin. */
const entryNames = (rows: Row[]): number[] =>
  rows.flatMap((row, at) => {
    const around = runsAround(rows, at, row);
    return row.runs.flatMap((run) => {
      if (ODD_LEG.test(run.text)) return [run.x];
      const line = RANK.test(run.text) ? lineFrom(run, around) : [];
      return line[1] && isEntry(line) ? [line[1].x] : [];
    });
  });

/** The first column's own edge, give or take this much. */
const SAME_EDGE = 6;
/** Text may reach this far over a column's edge. */
const OVERHANG = 4;

const DATE = /(?<!\d)\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)/;

/** A record's holder, or its last piece behind the date, may reach into the next column. */
const isHolder = (run: Run, before: Run | undefined): boolean =>
  DATE.test(before?.text ?? '') || DATE.test(run.text);

/** Whether text runs across a place: then no column begins there, but a line holds three legs. */
const isCrossed = (rows: Row[]): ((x: number) => boolean) => {
  const known = new Map<number, boolean>();
  return (x) => {
    const key = Math.round(x);
    const crosses = (run: Run, i: number, runs: Run[]) =>
      run.x < x - OVERHANG && run.right > x + OVERHANG && !isHolder(run, runs[i - 1]);
    const crossed = known.get(key) ?? rows.some(({ runs }) => runs.some(crosses));
    known.set(key, crossed);
    return crossed;
  };
};

/**
 * Every place where a column may begin, as an x. A column that only goes on with a list has no header: then its names stand as far
 * from its edge as the first column's from theirs.
 */
export const columnStarts = (rows: Row[]): number[] => {
  const headers = [...new Set(headerStarts(rows))];
  const names = [...new Set(entryNames(rows))];
  const [edge, first] = [Math.min(...headers), Math.min(...names)];
  if (!headers.length || !names.length || first < edge) return headers;
  const crossed = isCrossed(rows);
  const starts = names.map((name) => edge + name - first);
  return [...headers, ...starts.filter((x) => x < edge + SAME_EDGE || !crossed(x))];
};
