import { expect, it } from 'vitest';
import { readCells, toCells } from './cells.ts';
import { rowOf, type Literal } from './rowOf.ts';

const COLUMNS = { name: 118, year: 262, team: 313 };
const read = (cells: Literal[], columns: typeof COLUMNS | null = COLUMNS) =>
  readCells(toCells(rowOf(cells).runs, columns), columns);

it('reads name, year, team and time', () => {
  const cells: Literal[] = [
    [118, 'Rushmere, Vera'],
    [274, '2007'],
    [313, 'SC Harbor 06'],
    [513, '01:51,70'],
  ];
  const expected = { name: 'Rushmere, Vera', age: '2007', team: 'SC Harbor 06', seed: '01:51,70' };
  expect(read(cells)).toMatchObject(expected);
  expect(read(cells, null)).toMatchObject(expected);
});

it('takes zeros for no time, as EasyWk means them', () => {
  expect(
    read([
      [118, 'Teal, Ida'],
      [274, '2011'],
      [313, 'SC Harbor'],
      [513, '00:00,00'],
    ]).seed,
  ).toBe('NT');
});

it.each([
  ['1983/AK 35', '1983'],
  ['2013/', '2013'],
  ['Offen', null],
  ['AK 45', null],
])('%s in the year’s column is %s', (printed, age) => {
  expect(
    read([
      [118, 'Teal, Ida'],
      [240, printed],
      [313, 'SC Harbor'],
      [513, '00:31,10'],
    ]),
  ).toMatchObject({
    name: 'Teal, Ida',
    age,
    team: 'SC Harbor',
  });
});

it('keeps a club that begins with a figure whole', () => {
  const columns = { name: 68, year: 242, team: null };
  const runs = rowOf([
    [68, 'Deniz ŞAN'],
    [242, '09'],
    [267, '15'],
    [280, 'Yıl Spor'],
    [520, '24.98'],
  ]).runs;
  expect(readCells(toCells(runs, columns), columns)).toMatchObject({
    age: '09',
    team: '15 Yıl Spor',
  });
});

it.each(['5:23:71', '59:60', '5:23,71', '53.5', '1:02:34.50'])('%s is a time', (time) => {
  const cells: Literal[] = [
    [118, 'Teal, Ida'],
    [274, '2011'],
    [313, 'SC Harbor'],
    [513, time],
  ];
  expect(read(cells)).toMatchObject({ team: 'SC Harbor', seed: time });
});

it('parts a year of four figures from the club that it reaches to, and from a licence behind that', () => {
  const columns = { name: 68, year: 242, team: null };
  const cells: Literal[] = [
    [68, 'Deniz ŞAN'],
    [242, '2009'],
    [267, 'Harbor'],
    [462, '06'],
    [520, '24.98'],
  ];
  const runs = rowOf(cells).runs;
  expect(readCells(toCells(runs, columns), columns)).toMatchObject({
    ...{ age: '2009', team: 'Harbor', seedFlags: ['06'] },
  });
  const relay = rowOf(cells.filter(([x]) => x !== 242)).runs;
  expect(readCells(toCells(relay, columns), columns)).toMatchObject({ age: null, team: 'Harbor' });
});

it('keeps a long name apart from the year that it runs into', () => {
  const cells: Literal[] = [
    [118, 'Meadowlark-Honeysuckle, Florentina'],
    [274, '2007'],
    [313, 'SC Harbor 06'],
  ];
  expect(read(cells)).toMatchObject({ name: 'Meadowlark-Honeysuckle, Florentina', age: '2007' });
});

it('keeps figures in a club’s name where its column is not known', () => {
  const columns = { name: 68, year: 242, team: null };
  const { runs } = rowOf([
    [68, 'Ida TEAL'],
    [242, '09'],
    [267, 'Harbor'],
    [299, '06'],
    [520, 'NT'],
  ]);
  expect(readCells(toCells(runs, columns), columns).team).toBe('Harbor 06');
});

it('keeps what stands around name, team and time apart from them', () => {
  expect(
    read([
      [118, 'Teal, Ida (AK)'],
      [274, '2011'],
      [330, 'GER'],
      [360, 'SC Harbor'],
      [460, 'PK'],
      [513, '1:02.10'],
    ]),
  ).toMatchObject({
    name: 'Teal, Ida',
    team: 'SC Harbor',
    seed: '1:02.10',
    seedFlags: ['(AK)', 'GER', 'PK'],
  });
});

it('reads a row without year or time', () => {
  expect(
    read([
      [118, 'Harbor Otters 2'],
      [313, 'Harbor Otters'],
    ]),
  ).toMatchObject({
    name: 'Harbor Otters 2',
    age: null,
    team: 'Harbor Otters',
    seed: null,
  });
});
