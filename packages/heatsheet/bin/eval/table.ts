/** Scores as a table: a row a sheet, the totals below. */
import { FIELDS, type Score } from './fields.ts';
import type { Result } from './results.ts';
import { precisionOf, recallOf, type SheetScore } from './score.ts';

const NAME_WIDTH = 44;
const WIDTH = 8;
const HEADS = [
  'P',
  'R',
  'team',
  'age',
  'seed',
  'rank',
  'round',
  'start',
  'letter',
  'legs',
  'event',
];
const MORE_HEADS = ['sessions', 'entries', 'checks', 'sure', 'coverage', 'ms/page'];

const share = (right: number, of: number): string =>
  of === 0 ? '-' : right === of ? '1' : (right / of).toFixed(4);

const scoreCell = ({ right, of }: Score): string => share(right, of);

const found = (score: SheetScore): string[] =>
  score.counted === 'nothing'
    ? ['-', '-']
    : [precisionOf(score), recallOf(score)].map((value) => share(value, 1));

const line = (name: string, kind: string, cells: string[]): string =>
  [
    name.slice(0, NAME_WIDTH).padEnd(NAME_WIDTH),
    kind.padEnd(14),
    ...cells.map((cell) => cell.padStart(WIDTH)),
  ].join(' ');

const rowOf = (result: Result): string => {
  if ('error' in result) return line(result.file, result.error, []);
  const { score, confident, failedChecks, coverage, msPerPage } = result;
  return line(result.file, score.kind.ok ? score.kind.read : `${score.kind.read}!`, [
    ...found(score),
    ...FIELDS.map((field) => scoreCell(score.fields[field])),
    scoreCell(score.sessions),
    score.counted === 'nothing' ? '-' : String(score.truth),
    failedChecks.length > 0 ? `${failedChecks.length} bad` : 'ok',
    confident ? 'yes' : 'no',
    coverage.toFixed(3),
    msPerPage.toFixed(1),
  ]);
};

/** The table, and under it what is below its bar. */
export const scoreTable = (results: Result[], total: Result): string => {
  const below = results.filter(({ below }) => below.length > 0);
  return [
    line('sheet', 'kind', [...HEADS, ...MORE_HEADS]),
    ...results.map(rowOf),
    rowOf(total),
    '',
    below.length === 0
      ? `All ${results.length} sheets reach their bars.`
      : `${below.length} of ${results.length} sheets are below their bars:`,
    ...below.map(({ file, below: what }) => `  ${file}: ${what.join(', ')}`),
  ].join('\n');
};
