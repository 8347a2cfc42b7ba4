/** What holds for any name, time, date and column, not only for those somebody thought of. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedSeconds } from './clock/seconds.ts';
import { isoDate, slashedRange } from './dates.ts';
import { dayFirstDate } from './dottedDates.ts';
import { speltRange } from './speltDates.ts';
import { teamAndSeed } from './layouts/hytek/seeds.ts';
import { indexNames } from './nameIndex.ts';
import { columnEdges, headerEdges, splitColumns } from './text/columns.ts';
import type { Run } from './text/runs.ts';

const LETTERS = [...'abcdefghiklmnoprstuvwyzäöüéñøşç'];
const word = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 3, maxLength: 9 })
  .map((letters) => letters.join(''))
  .filter((text) => !/^(iii|2nd|3rd)$/.test(text))
  .map((text) => text[0]?.toUpperCase() + text.slice(1));
const initial = fc.option(fc.constantFrom(...'ABCDEFGHKLMNPRST'), { nil: null });
const person = fc.record({ first: word, last: word, middle: initial });
type Person = { first: string; last: string; middle: string | null };

const lastFirst = ({ first, last, middle }: Person) =>
  `${last}, ${first}${middle ? ` ${middle}` : ''}`;
const firstLast = ({ first, last, middle }: Person) =>
  `${first} ${middle ? `${middle} ` : ''}${last}`;
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

describe('a name', () => {
  it('is found in either order, in any case, with and without accents and initial', () => {
    fc.assert(
      fc.property(person, (who) => {
        for (const print of [lastFirst, firstLast]) {
          const find = indexNames([print(who)]);
          for (const typed of [who, { ...who, middle: null }].flatMap((one) => [
            lastFirst(one),
            firstLast(one),
          ]))
            for (const text of [typed, typed.toUpperCase(), plain(typed)])
              expect([...find(text)], text).toEqual([print(who)]);
        }
      }),
    );
  });

  it('is never found as another', () => {
    const isOther = (a: Person, b: Person) =>
      plain(a.first) !== plain(b.first) && plain(a.last) !== plain(b.last);
    fc.assert(
      fc.property(person, person, (who, other) => {
        fc.pre(isOther(who, other) && plain(who.first) !== plain(other.last));
        expect([...indexNames([lastFirst(other)])(lastFirst(who))]).toEqual([]);
        expect([...indexNames([lastFirst(other)])(firstLast(who))]).toEqual([]);
      }),
    );
  });
});

const two = (value: number) => String(value).padStart(2, '0');
const hundredths = fc.integer({ min: 1000, max: 359_999 });
const swimTime = (value: number): string => {
  const minutes = Math.floor(value / 6000);
  const rest = `${two(Math.floor((value % 6000) / 100))}.${two(value % 100)}`;
  return minutes ? `${minutes}:${rest}` : rest;
};

describe('a time', () => {
  it('is as many seconds as it says', () => {
    fc.assert(
      fc.property(hundredths, (value) => {
        expect(seedSeconds(swimTime(value))).toBeCloseTo(value / 100, 6);
        expect(seedSeconds(swimTime(value).replace('.', ','))).toBeCloseTo(value / 100, 6);
      }),
    );
  });

  it('is told from team and flags, whatever those are', () => {
    const team = fc.constantFrom('HBR-CA', 'SC Harbor 06', 'KENT', 'St. Mary', 'NT-AU', '76ers');
    const mark = fc.constantFrom('', 'X');
    const flags = fc.constantFrom('', ' BB', ' L B', ' &HBR', 'Y');
    fc.assert(
      fc.property(team, mark, hundredths, flags, (who, exhibition, value, behind) => {
        const read = teamAndSeed(`${who} ${exhibition}${swimTime(value)}${behind}`);
        expect(read).toMatchObject({ team: who, seed: swimTime(value) });
        expect(read.seedFlags.includes('X')).toBe(exhibition === 'X');
      }),
    );
  });
});

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const day = fc.record({
  year: fc.integer({ min: 2000, max: 2060 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 31 }),
});

describe('a date', () => {
  it('is read in every way it is printed, or is none', () => {
    fc.assert(
      fc.property(day, ({ year, month, day: of }) => {
        const date = isoDate(year, month, of);
        const exists = new Date(Date.UTC(year, month - 1, of)).getUTCDate() === of;
        expect(date).toBe(exists ? `${year}-${two(month)}-${two(of)}` : null);
        expect(dayFirstDate(`${two(of)}.${two(month)}.${year}`)).toBe(date);
        expect(slashedRange(`${month}/${of}/${year}`, 'month_first')?.start ?? null).toBe(date);
        expect(slashedRange(`${of}/${month}/${year}`, 'day_first')?.start ?? null).toBe(date);
        expect(speltRange(`${MONTHS[month - 1]} ${of}, ${year}`)?.start ?? null).toBe(date);
      }),
    );
  });

  it('that may be two days is none until something tells the order', () => {
    fc.assert(
      fc.property(day, ({ year, month, day: of }) => {
        fc.pre(of <= 12 && of !== month);
        expect(slashedRange(`${month}/${of}/${year}`, null)).toBeNull();
      }),
    );
  });
});

const run = (text: string, x: number, y: number): Run => {
  return { text, x, y, right: x + text.length * 4, size: 8 };
};

describe('columns', () => {
  it('are found wherever they begin, and every piece goes to its own', () => {
    const layout = fc.record({
      left: fc.integer({ min: 10, max: 60 }),
      widths: fc.array(fc.integer({ min: 150, max: 280 }), { minLength: 0, maxLength: 2 }),
      rows: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 30 }),
    });
    fc.assert(
      fc.property(layout, ({ left, widths, rows }) => {
        const edges = widths.reduce((all, width) => [...all, (all.at(-1) ?? 0) + width], [left]);
        const headers = edges.map((x, index) => run(`Event ${index + 1}`, x, 80));
        const body = rows.flatMap((at, index) => {
          const x = edges[at % edges.length] ?? left;
          return [run(`${index % 8}`, x + 6, 100 + index * 10), run('Teal, Ada', x + 20, 100)];
        });
        const all = [...headers, ...body];
        const found = columnEdges(edges, headerEdges(edges), all);
        expect(found).toEqual(edges);
        for (const [index, runs] of splitColumns(all, found).entries())
          for (const { x } of runs) {
            expect(x).toBeGreaterThanOrEqual(edges[index] ?? 0);
            expect(x).toBeLessThan(edges[index + 1] ?? Infinity);
          }
      }),
    );
  });
});
