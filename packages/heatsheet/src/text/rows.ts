/** Runs → rows: what stands on one line, from left to right. */
import type { Box } from '../types.ts';
import { NO_BLANK, type Run } from './runs.ts';

export type Row = { y: number; runs: Run[] };

/** Cells of one row differ by up to 1 point, rows are 10 to 12 apart. */
export const ROW_TOLERANCE = 2.8;

export const toRows = (runs: Run[]): Row[] => {
  const rows: Row[] = [];
  for (const run of runs.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && run.y - row.y <= ROW_TOLERANCE) row.runs.push(run);
    else rows.push({ y: run.y, runs: [run] });
  }
  for (const row of rows) row.runs.sort((a, b) => a.x - b.x);
  return rows;
};

/** Joins the pieces of one cell or row, with a blank where the sheet shows one. */
export const joinRuns = (runs: Run[]): string => {
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const gap = run.x - right;
    text += text === '' || gap < NO_BLANK * run.size ? run.text : ` ${run.text}`;
    right = run.right;
  }
  return text;
};

type Word = { text: string; x: number; right: number; size: number };

/** A row's words, each with its edges: pieces that touch are one word, a piece with blanks is several. */
export const wordsOf = (row: Row): Word[] => {
  const words: Word[] = [];
  for (const run of row.runs) {
    const step = (run.right - run.x) / Math.max(run.text.length, 1);
    for (const { 0: text, index } of run.text.matchAll(/\S+/g)) {
      const [x, right] = [run.x + index * step, run.x + (index + text.length) * step];
      const last = words.at(-1);
      const touches = last && index === 0 && Math.abs(x - last.right) < NO_BLANK * run.size;
      if (touches) Object.assign(last, { text: last.text + text, right });
      else words.push({ text, x, right, size: run.size });
    }
  }
  return words;
};

export const rowText = (row: Row): string => joinRuns(row.runs);

/** What a row covers: from its letters' tops to a little below the baseline. */
export const rowBox = (...rows: Row[]): Box => {
  let [left, top, right, bottom, size] = [Infinity, Infinity, -Infinity, -Infinity, 0];
  for (const { runs } of rows)
    for (const run of runs) {
      left = Math.min(left, run.x);
      top = Math.min(top, run.y);
      right = Math.max(right, run.right);
      bottom = Math.max(bottom, run.y);
      size = Math.max(size, run.size);
    }
  const round = (value: number) => Math.round(value * 10) / 10;
  return [round(left), round(top) - size * 0.8, round(right), round(bottom) + size * 0.25];
};
