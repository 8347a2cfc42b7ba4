/** From glyphs to columns, on literals. */
import { describe, expect, it } from 'vitest';
import type { Glyph } from '../types.ts';
import { columnEdges, splitColumns } from './columns.ts';
import { joinRuns, rowBox, rowText, toRows } from './rows.ts';
import { toRuns, type Run } from './runs.ts';

const WIDTH = 5;

/** The glyphs of one text object, 5 points each. */
const paint = (object: number, text: string, x: number, y = 100): Glyph[] =>
  [...text].map((character, i) => {
    const left = x + i * WIDTH;
    return { text: character, x: left, y, right: left + WIDTH, size: 8, object };
  });

const runsOf = (...glyphs: Glyph[][]) =>
  toRuns({ page: 1, width: 612, height: 792, glyphs: glyphs.flat() });

const run = (text: string, x: number, y = 100): Run => ({
  text,
  x,
  y,
  right: x + text.length * WIDTH,
  size: 8,
});

describe('runs', () => {
  it('keeps a name whole and its age apart where the name runs into the age', () => {
    const runs = runsOf(paint(1, 'van der Zee, Calder T', 36), paint(2, '14', 130));
    expect(runs.map(({ text, x }) => [text, x])).toEqual([
      ['van der Zee, Calder T', 36],
      ['14', 130],
    ]);
  });

  it('joins letters painted one by one, and parts the words between which nothing was painted', () => {
    const letters = (text: string, x: number, from: number) =>
      [...text].flatMap((letter, i) => paint(from + i, letter, x + i * WIDTH));
    const runs = runsOf(letters('Zee,', 36, 1), letters('Calder', 58, 9), letters('14', 130, 20));
    expect(runs.map(({ text, x }) => [text, x])).toEqual([
      ['Zee, Calder', 36],
      ['14', 130],
    ]);
  });

  it('parts cells painted letter by letter where the first runs over the second', () => {
    const letters = (text: string, x: number, from: number) =>
      [...text].flatMap((letter, i) => paint(from + i, letter, x + i * WIDTH));
    const runs = runsOf(letters('Honeysuckle', 36, 1), letters('HBR', 76, 20));
    expect(runs.map(({ text }) => text)).toEqual(['Honeysuckle', 'HBR']);
  });

  it('leaves out what is painted twice, but not the same word beside it', () => {
    expect(runsOf(paint(1, 'Heat 1', 20), paint(2, 'Heat 1', 20.3))).toHaveLength(1);
    expect(runsOf(paint(1, 'ill', 90), paint(2, 'ill', 92))).toHaveLength(2);
  });

  it('leaves out a few letters at a slant, but not a whole page of them', () => {
    const slanted = paint(2, 'DRAFT', 200).map((glyph) => ({ ...glyph, slanted: true as const }));
    const text = paint(1, 'Fairwater, Ada Fairwater, Bea Fairwater, Cleo Fairwater, Dov', 20);
    expect(runsOf(text, slanted)).toHaveLength(1);
    expect(runsOf(slanted)).toHaveLength(1);
  });

  it('cuts off blanks at both ends and drops empty runs', () => {
    const runs = runsOf(paint(1, ' Heat ', 20), paint(2, '  ', 80));
    expect(runs.map(({ text, x, right }) => [text, x, right])).toEqual([['Heat', 25, 45]]);
  });

  it('begins a new run on another line of the same text object', () => {
    expect(runsOf(paint(1, 'ab', 20, 100), paint(1, 'cd', 20, 112))).toHaveLength(2);
  });
});

describe('rows', () => {
  it('are the runs of one baseline, give or take, from left to right', () => {
    const rows = toRows([
      run('2:10.82', 240, 100.9),
      run('1', 20),
      run('Teal, Ada', 40),
      run('2', 20, 111),
    ]);
    expect(rows.map(rowText)).toEqual(['1 Teal, Ada 2:10.82', '2']);
  });

  it('joins the pieces of a kerned word and an f that was lost', () => {
    const [first, lostF, last] = runsOf(
      paint(1, 'Grif', 40),
      paint(2, '\u03D0', 60),
      paint(3, 'in, Bo', 65),
    );
    expect(joinRuns([first, lostF, last].flatMap((piece) => piece ?? []))).toBe('Griffin, Bo');
  });

  it('cover their letters and no row above', () => {
    const [left, top, right, bottom] = rowBox({ y: 100, runs: [run('Teal', 40)] });
    expect([left, right]).toEqual([40, 60]);
    expect(top).toBeGreaterThan(90);
    expect(top).toBeLessThan(95);
    expect(bottom).toBeGreaterThan(100);
  });
});

describe('columns', () => {
  it('begin where headers begin', () => {
    const headers = [run('Event 1', 18), run('Heat 2', 20), run('Event 2', 310)];
    const starts = headers.map(({ x }) => x);
    expect(columnEdges(starts, [], headers)).toEqual([18, 310]);
  });

  it('are those of other pages where a column has no header', () => {
    const body = [run('Event 1', 18), run('6', 20), run('7', 312)];
    expect(columnEdges([18], [18, 310], body)).toEqual([18, 310]);
  });

  it('are not those of other pages where text runs across their edge', () => {
    const body = [run('Event 1', 18), run('one column only'.repeat(5), 40)];
    expect(columnEdges([18], [18, 310], body)).toEqual([18]);
  });

  it('get every run, a lane left of its edge too', () => {
    const dealt = splitColumns([run('1', 20), run('2', 308), run('Teal, Ada', 330)], [18, 310]);
    expect(dealt.map((runs) => runs.map(({ text }) => text))).toEqual([['1'], ['2', 'Teal, Ada']]);
  });
});
