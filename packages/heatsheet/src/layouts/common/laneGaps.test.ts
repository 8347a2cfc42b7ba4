import { expect, it } from 'vitest';
import { entryOf, heatOf } from '../../clock/testSheets.ts';
import type { Heat } from '../../types.ts';
import { hasRoomInGaps } from './laneGaps.ts';

const ROW = 12;
const HEIGHT = 9;

/** A heat of those lanes, each on the row of that number. */
const heatAt = (...places: [lane: number, row: number, page?: number][]): Heat => ({
  ...heatOf(1, []),
  entries: places.map(([lane, row, page = 1]) => ({
    ...entryOf('1:05.00', { page, box: [20, row * ROW, 200, row * ROW + HEIGHT] }),
    lane,
  })),
});

const FULL = heatAt([1, 1], [2, 2], [3, 3], [4, 4]);

it.each<[string, Heat, boolean]>([
  ['a row cut out', heatAt([2, 10], [3, 11], [5, 13]), true],
  ['a lane that never stood there', heatAt([2, 10], [3, 11], [5, 12]), false],
  ['two pages', heatAt([3, 50], [5, 8, 2]), true],
  ['no gap', FULL, false],
])('%s', (_, heat, expected) => {
  expect(hasRoomInGaps([FULL, heat])(heat)).toBe(expected);
});

it('doubts a sheet of which no two lanes follow each other', () => {
  const heat = heatAt([2, 10], [4, 11]);
  expect(hasRoomInGaps([heat])(heat)).toBe(true);
});
