import { expect, it } from 'vitest';
import { entryOf, eventOf, heatOf } from '../clock/testSheets.ts';
import type { SheetLine } from '../types.ts';
import { eventsRunOn } from './eventNumbers.ts';

const LEFT = 18;
const RIGHT = 310;
const ROW = 11;
/** Header, one row and a blank one. */
const EVENT = 3 * ROW;

const boxAt = (left: number, top: number) => [left, top, left + 200, top + 9] as const;

/** Events of those numbers below each other, each with one swimmer; from `next` on they stand in the second column. */
const missingIn = (numbers: number[], next: number): string[] => {
  const placed = numbers.map((number) => {
    const below = numbers.filter((other) => other < number && other < next === number < next);
    return { number, left: number < next ? LEFT : RIGHT, top: 100 + below.length * EVENT };
  });
  const lines = placed.map(({ number, left, top }): SheetLine => ({
    ...{ page: 1, role: 'event_header', box: boxAt(left, top) },
    line: `Event ${number} Girls 10 & Under 50 Yard Freestyle`,
  }));
  const events = placed.map(({ number, left, top }) => {
    const entry = entryOf('35.00', { page: 1, box: boxAt(left, top + ROW) });
    const heat = { ...heatOf(1, []), page: 1, entries: [entry] };
    return { ...eventOf(String(number), 'Girls 10 & Under 50 Yard Freestyle', [heat]), page: 1 };
  });
  return eventsRunOn({
    ...{ kind: 'heat_sheet', software: 'hytek', meetName: null, meetStart: null, meetEnd: null },
    ...{ venue: null, course: null, sessions: [], events, lines },
  }).map(({ text }) => text);
};

it('misses an event where a column begins behind it', () => {
  expect(missingIn([1, 2, 3, 4, 6, 7, 8, 9], 6)).toEqual(['Event 5 is missing.']);
});

it('misses none between rows that follow each other: nobody entered it', () => {
  expect(missingIn([1, 2, 3, 4, 6, 7, 8, 9], 8)).toEqual([]);
});
