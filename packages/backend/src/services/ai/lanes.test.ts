import { describe, expect, it } from 'vitest';
import { legBefore, saysPlace } from './lanes.ts';
import type { TextRow } from './textRows.ts';

const SWIMMER = 'Moorhen, Ada';
const rowsOf = (...lines: string[]): TextRow[] =>
  lines.map((line, at) => ({ page: 1, box: [0, at * 12, 400, at * 12 + 10], line }));
const says = (lines: string[], place: number, { isLeg = false, age = '11' } = {}): boolean => {
  const rows = rowsOf(...lines);
  const row = rows.find(({ line }) => line.includes('Ada'));
  return row !== undefined && saysPlace(row, rows, { swimmer: SWIMMER, place, age, isLeg });
};

describe('the lane of a row', () => {
  it.each([
    ['4 Moorhen, Ada 11 POND 1:12.30', [4]],
    ['3 Crake, Lil 12 REED 5 Moorhen, Ada 11 POND', [5]],
    ['3 Moorhen, Bram 9 POND 5 Moorhen, Ada 11 POND', [5]],
    ['2 4 Ada Moorhen 11', [4]],
    ['Ada Moorhen 11 POND lane 6', [6]],
    ['Ada Moorhen 11 POND 6', [6]],
    ['Ada Moorhen 11 POND', []],
    ['1:12.30 Ada Moorhen', []],
  ])('%s', (line, lanes) => {
    const found = Array.from({ length: 12 }, (_, lane) => lane).filter((lane) =>
      says([line], lane),
    );
    expect(found).toEqual(lanes);
  });

  it.each([
    [
      'above numbered legs',
      ['3 REED A 2:08.00', '4 POND A 2:10.00', '1) Lil Crake 12 2) Ada Moorhen 11'],
      4,
    ],
    ['in the same row', ['4 POND A 1) Lil Crake 12 2) Ada Moorhen 11'], 4],
    [
      'two rows above',
      ['Lane 4 POND A', '1) Lil Crake 2) Una Coot', '3) Ada Moorhen 4) Ida Smew'],
      4,
    ],
  ])('of a relay stands %s', (_, lines, lane) => {
    for (const place of [1, 2, 3, 4, 11, 12])
      expect(says(lines, place, { isLeg: true })).toBe(place === lane);
  });
});

it.each([
  ['1) Lil Crake 12 2) Ada Moorhen 11', 2],
  ['3. Ada Moorhen', 3],
  ['Lil Crake, Ada Moorhen', null],
])('the leg in "%s" is %s', (line, leg) => expect(legBefore(line, SWIMMER)).toBe(leg));
