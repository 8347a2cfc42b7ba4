/** Cells go by the x of the column header, however long a name is. */
import { describe, expect, it } from 'vitest';
import type { Row } from '../../text/rows.ts';
import type { Run } from '../../text/runs.ts';
import { leadingNumber, readEntry } from './cells.ts';
import { cellColumns } from './columns.ts';
import { readLegs } from './legs.ts';
import { teamAndSeed } from './seeds.ts';

const rowOf = (...cells: [text: string, x: number, right?: number][]): Row => ({
  y: 100,
  runs: cells.map(([text, x, right]): Run => {
    return { text, x, y: 100, right: right ?? x + text.length * 4, size: 8 };
  }),
});

const headerCells: Parameters<typeof rowOf> = [
  ['Lane', 18],
  ['Name', 44],
  ['Age', 141],
  ['Team', 160],
];
const HEADER = rowOf(...headerCells, ['Seed Time', 217]);
const RELAYS = rowOf(['Lane', 18], ['Team', 44], ['Relay', 156], ['Seed Time', 217]);
const RANKED = rowOf(['Name', 44], ['Age', 141], ['Team', 160], ['Seed Time', 217]);

const entryOf = (header: Row, row: Row, alternate = false) => {
  const columns = cellColumns(header, 18);
  const leading = columns && leadingNumber(row, 18 + columns.who);
  return leading && readEntry([row], leading, { page: 1, edge: 18, columns, alternate });
};

describe('an entry', () => {
  it('has lane, name, age, team, seed and flags', () => {
    const row = rowOf(
      ['4', 28],
      ['Teal, Ada J', 43],
      ['17', 147],
      ['GULL-CA', 162],
      ['2:10.82', 236],
      ['&JAG', 264],
    );
    expect(entryOf(HEADER, row)).toMatchObject({
      lane: 4,
      rank: null,
      name: 'Teal, Ada J',
      age: '17',
      team: 'GULL-CA',
      seed: '2:10.82',
      seedFlags: ['&JAG'],
      note: null,
    });
  });

  it('keeps a name that runs over the age and the team', () => {
    const row = rowOf(
      ['4', 28],
      ['Meadowlark-Honeysuckle, Tamsin A', 43, 171],
      ['9', 151],
      ['NEP-AZ', 162],
      ['NT', 250],
    );
    expect(entryOf(HEADER, row)).toMatchObject({
      name: 'Meadowlark-Honeysuckle, Tamsin A',
      age: '9',
      team: 'NEP-AZ',
      seed: 'NT',
    });
  });

  it('is parted from the age behind it where only a blank does that', () => {
    const name = 'Meadowlark-Honeysuckle, Z 12';
    const row = rowOf(['4', 28], [name, 43, 155], ['NEP-AZ', 162], ['2:18.36', 236]);
    expect(entryOf(HEADER, row)).toMatchObject({ name: name.slice(0, -3), age: '12' });
    const whole = rowOf(['4', 28], [`${name} NEP-AZ`, 43, 188], ['2:18.36', 236]);
    expect(entryOf(HEADER, whole)).toMatchObject({ age: '12', team: 'NEP-AZ' });
  });

  it('has its year at school apart from the team that goes on behind it', () => {
    const school = rowOf(['Lane', 18], ['Name', 44], ['Yr', 141], ['School', 160], ['Seed', 217]);
    const row = rowOf(['4', 28], ['Teal, Ada', 43], ['Fr. HBR-CA', 144, 190], ['2:18.36', 236]);
    expect(entryOf(school, row)).toMatchObject({ name: 'Teal, Ada', year: 'Fr.', team: 'HBR-CA' });
  });

  it('takes the sex of a mixed event’s age for itself', () => {
    const row = rowOf(
      ['1', 28],
      ['Brindle, Finn', 43],
      ['M13', 141],
      ['NOVA-CA', 162],
      ['2:18.36', 236],
    );
    expect(entryOf(HEADER, row)).toMatchObject({ name: 'Brindle, Finn', age: '13' });
  });

  it('has a rank and no lane under a header without lanes', () => {
    const row = rowOf(
      ['23', 22],
      ['Nettle, Rosa', 43],
      ['16', 147],
      ['SYS-FL', 162],
      ['9:55.55', 236],
    );
    expect(entryOf(RANKED, row)).toMatchObject({ lane: null, rank: 23, name: 'Nettle, Rosa' });
  });

  it('is an alternate where the heading says so', () => {
    const row = rowOf(
      ['1', 28],
      ['Foxglove, Jude', 43],
      ['14', 147],
      ['NEP-AZ', 162],
      ['2:27.18', 236],
    );
    expect(entryOf(HEADER, row, true)).toMatchObject({ lane: 1, note: 'alternate' });
  });

  it.each([
    ['TBD', 'TBD', []],
    ['Scratched', 'Scratched', []],
    ['NT*', 'NT', ['*']],
    ['--', null, []],
    ['R1:57.73', '1:57.73', ['R']],
    ['BJ1:57.73', '1:57.73', ['B', 'J']],
    ['DNS', 'DNS', []],
    ['2:08.50 98.5%', '2:08.50', ['98.5%']],
    ['1:02:34', '1:02:34', []],
  ])('has %s under the header of the seeds', (printed, seed, seedFlags) => {
    const row = rowOf(['4', 28], ['Teal, Ada', 43], ['17', 147], ['H2O 2000', 162], [printed, 226]);
    expect(entryOf(HEADER, row)).toMatchObject({ team: 'H2O 2000', seed, seedFlags });
  });

  it.each(['1:2', 'BB', 'T'])('has no time where only "%s" stands', (rest) => {
    const row = rowOf(['4', 28], ['Teal, Ada', 43], ['17', 147], ['HBR', 162], [rest, 226]);
    expect(entryOf(HEADER, row)).toMatchObject({ seed: null });
  });

  it('may have flags and no seed', () => {
    const row = rowOf(
      ['4', 28],
      ['Teal, Ada', 43],
      ['17', 147],
      ['HBR', 162],
      ['xY', 236],
      ['BB', 246],
    );
    expect(entryOf(HEADER, row)).toMatchObject({
      team: 'HBR',
      seed: null,
      seedFlags: ['xY', 'BB'],
    });
  });

  it('may have several flags in one piece', () => {
    const row = rowOf(['4', 28], ['Teal, Ada', 43], ['17', 147], ['HBR-CA', 162], ['L BB', 236]);
    expect(entryOf(rowOf(...headerCells), row)).toMatchObject({
      team: 'HBR-CA',
      seedFlags: ['L', 'BB'],
    });
  });

  describe('beside times of another sort', () => {
    const header = rowOf(...headerCells, ['Seed Time', 217, 260], ['Prelims', 262, 290]);
    const seedOf = (...times: [string, number, number][]) =>
      entryOf(header, rowOf(['4', 28], ['Teal, Ada', 43], ['17', 147], ['HBR', 162], ...times))
        ?.seed;

    it.each([
      ['1:02.3', '1:02.3'],
      ['59.10', '59.10'],
      ['NT', 'NT'],
      ['TBD', 'TBD'],
    ])('has %s for its seed', (printed, seed) => {
      expect(seedOf([printed, 236, 260], ['1:01.02', 266, 290])).toBe(seed);
      expect(seedOf([printed, 236, 260])).toBe(seed);
    });

    it('takes none of them where it has none of its own', () => {
      expect(seedOf(['1:01.02', 266, 290])).toBeNull();
    });
  });

  it.each(['Born', 'Cls', 'DOB'])('has its age under "%s"', (word) => {
    const header = rowOf(['Lane', 18], ['Name', 44], [word, 141], ['Team', 160], ['Time', 217]);
    const row = rowOf(['4', 28], ['Teal, Ada', 43], ['2015', 141], ['HBR', 162], ['NT', 226]);
    expect(entryOf(header, row)).toMatchObject({ name: 'Teal, Ada', age: '2015', team: 'HBR' });
  });

  it('may have its age in brackets', () => {
    const row = rowOf(['4', 28], ['Teal, Ada', 43], ['(17)', 144], ['HBR', 162], ['NT', 226]);
    expect(entryOf(HEADER, row)).toMatchObject({ name: 'Teal, Ada', age: '17' });
  });

  it.each(['Team Name', 'Squad'])('is a relay below "%s"', (word) => {
    const header = rowOf(['Lane', 18], [word, 44], ['Relay', 156], ['Seed Time', 217]);
    const row = rowOf(['3', 28], ['LASC-CA', 43], ['B', 162], ['1:57.73', 230]);
    expect(entryOf(header, row)).toMatchObject({ team: 'LASC-CA', relay: { letter: 'B' } });
  });

  it('is a relay with its letter, A where none is printed', () => {
    const b = rowOf(['3', 28], ['LASC-CA', 43], ['B', 162], ['X1:57.73', 230], ['&JAG', 264]);
    expect(entryOf(RELAYS, b)).toMatchObject({
      name: null,
      team: 'LASC-CA',
      seed: '1:57.73',
      seedFlags: ['X', '&JAG'],
      relay: { letter: 'B' },
    });
    const masters = rowOf(['2', 28], ['Argos', 43], ['M200+', 130], ['C', 162], ['1:57.73', 230]);
    expect(entryOf(RELAYS, masters)).toMatchObject({ team: 'Argos', relay: { letter: 'C' } });
    const plain = rowOf(['1', 28], ['Argos', 43], ['7:29.39', 236]);
    expect(entryOf(RELAYS, plain)).toMatchObject({ team: 'Argos', relay: { letter: 'A' } });
    const bonus = rowOf(['1', 28], ['Argos', 43], ['B', 264]);
    expect(entryOf(rowOf(['Lane', 18], ['Team', 44], ['Relay', 156]), bonus)).toMatchObject({
      relay: { letter: 'A' },
      seedFlags: ['B'],
    });
  });
});

it.each([
  ['SYS-FL 22:11.02Y', { team: 'SYS-FL', seed: '22:11.02', seedFlags: ['Y'] }],
  ['Utah 5:46.54 L B', { team: 'Utah', seed: '5:46.54', seedFlags: ['L', 'B'] }],
  ['Pacific Northwes 42.40', { team: 'Pacific Northwes', seed: '42.40', seedFlags: [] }],
  ['OUAC X10:00.30', { team: 'OUAC', seed: '10:00.30', seedFlags: ['X'] }],
  ['OUAC J10:00.30', { team: 'OUAC', seed: '10:00.30', seedFlags: ['J'] }],
  ['OUAC *59.30', { team: 'OUAC', seed: '59.30', seedFlags: ['*'] }],
  ['OUAC (59.30) B', { team: 'OUAC', seed: '59.30', seedFlags: ['B'] }],
  ['OUAC 1.02.30', { team: 'OUAC', seed: '1.02.30', seedFlags: [] }],
  ['TBAC-FL', { team: 'TBAC-FL', seed: null, seedFlags: [] }],
])('team and seed of "%s"', (text, expected) => {
  expect(teamAndSeed(text)).toEqual(expected);
});

describe('relay legs', () => {
  const namesOf = (row: Row) =>
    readLegs(row, 1, 2).map(({ order, name, age }) => [order, name, age]);

  it('stand two a line, in the pieces in which the sheet painted them', () => {
    const row = rowOf(
      ['1)', 42, 49],
      ['Inkwell, Bram 15', 51],
      ['2) Lark', 174, 190],
      ['spur, Cleo 15', 190],
    );
    expect(namesOf(row)).toEqual([
      [1, 'Inkwell, Bram', '15'],
      [2, 'Larkspur, Cleo', '15'],
    ]);
  });

  it('may tell how fast they left the block, and print ages in brackets', () => {
    const row = rowOf(['1) Teal, Xan 15 r:+0.45', 42], ['2) Vetch, Bo (14)', 174]);
    expect(namesOf(row)).toEqual([
      [1, 'Teal, Xan', '15'],
      [2, 'Vetch, Bo', '14'],
    ]);
  });

  it('are cut where two run together', () => {
    expect(namesOf(rowOf(['1) Teal, Xan 82) Underhill, Yara 7', 42]))).toEqual([
      [1, 'Teal, Xan', '8'],
      [2, 'Underhill, Yara', '7'],
    ]);
  });

  it('without numbers count on, even where the first touches the second', () => {
    const row = rowOf(
      ['Silverthistlewood, Savannah M 14', 42, 128],
      ['Coral, Olivia M', 126, 160],
      ['13', 162],
    );
    expect(namesOf(row)).toEqual([
      [3, 'Silverthistlewood, Savannah M', '14'],
      [4, 'Coral, Olivia M', '13'],
    ]);
  });
});
