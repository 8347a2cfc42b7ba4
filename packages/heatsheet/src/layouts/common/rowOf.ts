/** Rows from literals, for tests: each cell is where it begins and what it says, in ten-point letters 5 points wide. */
import type { Row } from '../../text/rows.ts';
import type { Run } from '../../text/runs.ts';
import type { TextPage } from '../layout.ts';

const SIZE = 10;
const LETTER = 5;
const LINE = 14;

export type Literal = [x: number, text: string, size?: number];

export const rowOf = (cells: Literal[], y = 100): Row => ({
  y,
  runs: cells.map(([x, text, size = SIZE]): Run => ({
    text,
    x,
    y,
    right: x + text.length * LETTER,
    size,
  })),
});

/** A page of A4 whose rows stand below each other; the last may be put at its foot. */
export const pageOf = (lines: Literal[][], page = 1): TextPage => {
  const rows = lines.map((cells, index) => rowOf(cells, 40 + index * LINE));
  return { page, width: 595, height: 842, runs: rows.flatMap((row) => row.runs), rows };
};
