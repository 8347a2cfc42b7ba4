import { expect, it } from 'vitest';
import { roundTop, stackBars } from './bars.ts';

it('rounds the top of the scale up to a number that reads well', () => {
  expect([0, 4, 5, 6, 11, 21, 999].map((value) => roundTop(value))).toEqual([
    5, 5, 5, 10, 20, 50, 1000,
  ]);
});

it('stacks the parts of a column upwards from the bottom and leaves out what is nothing', () => {
  const { bars, top } = stackBars(
    [
      [2, 3],
      [0, 0],
      [10, 0],
    ],
    120,
    100,
  );
  expect(top).toBe(10);
  expect(bars).toEqual([
    { x: 5, y: 80, width: 30, height: 20, part: 0 },
    { x: 5, y: 50, width: 30, height: 30, part: 1 },
    { x: 85, y: 0, width: 30, height: 100, part: 0 },
  ]);
});

it('has an empty scale for nothing at all', () => {
  expect(stackBars([], 10, 10)).toEqual({ bars: [], top: 5 });
});
