import { expect, it } from 'vitest';
import { totalOf, type Result } from './results.ts';
import { scoreSheet } from './score.ts';
import { scoreTable } from './table.ts';

const good: Result = {
  file: 'good.pdf',
  score: scoreSheet({ kind: 'results' }, { kind: 'results' } as never),
  confident: false,
  failedChecks: [],
  coverage: 1,
  pages: 2,
  msPerPage: 3,
  below: [],
};
const bad: Result = { file: 'bad.pdf', error: 'DAMAGED', below: ['cannot be read: DAMAGED'] };

it('says that all is well', () => {
  expect(scoreTable([good], totalOf([good]))).toContain('All 1 sheets reach their bars.');
});

it('names the sheets that are not', () => {
  const table = scoreTable([good, bad], totalOf([good, bad]));
  expect(table).toContain('1 of 2 sheets are below their bars');
  expect(table).toContain('bad.pdf: cannot be read: DAMAGED');
  expect(totalOf([good, bad]).below).toHaveLength(1);
});
