import { expect, it } from 'vitest';
import { cutBetween, cutColumns, type Spread } from './cutColumns.ts';

const LEFT = 18;
const STEP = 195;

/** Pages of a sheet in three columns, on which so many are used; `begins` is which pages begin with an event. */
const pagesOf = (used: number[], begins: boolean[]): Spread[] =>
  used.map((columns, index) => ({
    ...{ page: index + 1, part: '', left: LEFT, right: columns * STEP, width: 612 },
    edges: Array.from({ length: columns }, (_, column) => LEFT + column * STEP),
    beginsEvent: begins[index] ?? false,
  }));

it('misses a column where events go on behind pages with room for one', () => {
  expect(cutColumns(pagesOf([2, 2, 2], [true, false, true]))).toHaveLength(1);
});

it('lets each event begin on a new page', () => {
  expect(cutColumns(pagesOf([2, 1, 2, 1], [true, true, true, true]))).toEqual([]);
  expect(cutColumns(pagesOf([1, 3, 1, 1], [true, true, false, true]))).toEqual([]);
});

it('misses a column where numbers skip events before a page that uses more columns', () => {
  const numbers = [[1, 2, 3], [7, 8], [9]];
  const missing = (pages: Spread[]) => cutBetween(pages, (page) => numbers[page - 1] ?? []);
  expect(missing(pagesOf([2, 3, 3], [true, true, true]))).toHaveLength(1);
  expect(missing(pagesOf([2, 2, 2], [true, true, true]))).toEqual([]);
  expect(missing(pagesOf([3, 2, 3], [true, true, true]))).toEqual([]);
});

it('misses the first column of one page', () => {
  const [first, second] = pagesOf([2, 2], [true, true]);
  const pages = first && second ? [{ ...first, left: LEFT + STEP }, second] : [];
  expect(cutColumns(pages)).toHaveLength(1);
});
