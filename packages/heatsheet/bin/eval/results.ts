/** A sheet's result, and all of them together. */
import type { HeatSheet } from '../../src/types.ts';
import { belowBars } from './bars.ts';
import { FIELDS, type Score } from './fields.ts';
import { scoreSheet, type SheetScore } from './score.ts';

export type Result =
  | {
      file: string;
      score: SheetScore;
      confident: boolean;
      failedChecks: string[];
      coverage: number;
      pages: number;
      msPerPage: number;
      /** What does not reach its bar. */
      below: string[];
    }
  | { file: string; error: string; below: string[] };

export const resultOf = (
  file: string,
  sheet: HeatSheet,
  score: SheetScore,
  ms: number,
): Result => ({
  file,
  score,
  confident: sheet.confident,
  failedChecks: sheet.checks.filter((check) => !check.ok).map((check) => check.name),
  coverage: sheet.coverage,
  pages: sheet.pages,
  msPerPage: ms / Math.max(sheet.pages, 1),
  below: belowBars(score),
});

const add = (a: Score, b: Score): Score => ({ right: a.right + b.right, of: a.of + b.of });

const addScores = (a: SheetScore, b: SheetScore): SheetScore => ({
  ...a,
  counted: 'entries',
  truth: a.truth + b.truth,
  read: a.read + b.read,
  matched: a.matched + b.matched,
  fields: Object.fromEntries(
    FIELDS.map((field) => [field, add(a.fields[field], b.fields[field])]),
  ) as SheetScore['fields'],
  sessions: add(a.sessions, b.sessions),
});

const EMPTY = scoreSheet({ kind: 'all' }, { kind: 'all' } as never);

/** The sum of all: sure only if every read sheet is, coverage of the least. */
export const totalOf = (results: Result[]): Result => {
  const scored = results.flatMap((result) => ('error' in result ? [] : [result]));
  const pages = scored.reduce((sum, { pages }) => sum + pages, 0);
  const ms = scored.reduce((sum, result) => sum + result.msPerPage * result.pages, 0);
  const read = scored.filter(({ score }) => score.counted !== 'nothing');
  return {
    file: `${results.length} sheets`,
    score: scored.reduce((sum, { score }) => addScores(sum, score), EMPTY),
    confident: read.every(({ confident }) => confident),
    failedChecks: [...new Set(read.flatMap(({ failedChecks }) => failedChecks))],
    coverage: Math.min(1, ...read.map(({ coverage }) => coverage)),
    pages,
    msPerPage: ms / Math.max(pages, 1),
    below: results.flatMap(({ below }) => below),
  };
};
