import { expect, it } from 'vitest';
import { web } from './start.ts';

it.each([
  [0, 'Tick a sheet first'],
  [1, 'Take 1 sheet'],
  [15, 'Take 15 sheets'],
  [26, 'Take 15 of 26 sheets'],
])('promises to take no more sheets than go at a time: %i', (ticked, words) => {
  expect(web.add(ticked, 15)).toBe(words);
});
