import { expect, it } from 'vitest';
import { rowOf, type Literal } from '../common/rowOf.ts';
import { columnStarts } from './columnStarts.ts';

const EDGE = 18;
const SECOND = 213;

/** A record whose holder's name reaches over the second column's edge, at `x`. */
const record = (x: number): Literal[] => [
  [31, 'Pool Record:'],
  [95, '2:53.38'],
  [135, '7/21/2019'],
  [x, 'Bramian Meadowsweet'],
];

const entry = (edge: number): Literal[] => [
  [edge + 5, '7'],
  [edge + 18, 'Teal, Ada'],
  [edge + 90, '11'],
  [edge + 105, 'HBR-CA'],
  [edge + 150, '1:10.00'],
];

const edgesOf = (...rows: Literal[][]): number[] => {
  const starts = columnStarts(rows.map((cells, index) => rowOf(cells, 100 + index * 10)));
  return [...new Set(starts)];
};

it('is where a list goes on without header, though a record’s holder reaches over its edge', () => {
  const header: Literal[] = [[EDGE, 'Event 1 Girls 100 Free']];
  expect(edgesOf(header, record(190), entry(EDGE), entry(SECOND))).toEqual([EDGE, SECOND]);
});

it('is not where other text runs across', () => {
  const header: Literal[] = [[EDGE, 'Event 1 Girls 100 Free']];
  const words: Literal[] = [[150, 'all four swim together']];
  expect(edgesOf(header, words, entry(EDGE), entry(SECOND))).toEqual([EDGE]);
});

it('is not where a heat of two events names both behind its own', () => {
  const header: Literal[] = [
    [EDGE, 'Heat 2 (Heat 1 Boys 800 Free)'],
    [EDGE + 160, '(#17 / 18 )'],
  ];
  expect(edgesOf(header, entry(EDGE))).toEqual([EDGE]);
});

it('is where an event is called otherwise, not where a team is called like a header', () => {
  const header: Literal[] = [
    [EDGE, 'Event No. 1 Girls 100 Free'],
    [SECOND, 'EVENT: 2 Boys 100 Free'],
  ];
  const teams = ['Lane Swim Club', 'LANE', 'HEAT', 'EVENT', 'Heat Swim Team'];
  const rows = teams.map((team): Literal[] => [
    ...entry(EDGE).slice(0, 3),
    [EDGE + 105, team],
    [EDGE + 200, '1:10.00'],
  ]);
  const seedless = teams.map((team): Literal[] => [
    ...entry(EDGE).slice(0, 3),
    [EDGE + 105, team],
    [SECOND, '4'],
  ]);
  expect(edgesOf(header, ...rows, ...seedless)).toEqual([EDGE, SECOND]);
});
