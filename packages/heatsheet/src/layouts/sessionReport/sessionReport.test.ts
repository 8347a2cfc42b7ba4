import { expect, it } from 'vitest';
import { readPages } from '../../readPages.ts';
import type { Glyph, GlyphPage } from '../../types.ts';

type Piece = [x: number, text: string];

const SIZE = 10;
const WIDTH = 5;

/** A page of rows 14 points apart, each a list of pieces. */
const page = (number: number, rows: Piece[][]): GlyphPage => ({
  ...{ page: number, width: 612, height: 792 },
  glyphs: rows.flatMap((pieces, line) =>
    pieces.flatMap(([left, text], piece) =>
      [...text].map((letter, index): Glyph => ({
        text: letter,
        x: left + index * WIDTH,
        y: 40 + line * 14,
        right: left + (index + 1) * WIDTH,
        size: SIZE,
        object: line * 100 + piece,
      })),
    ),
  ),
});

const HEAD: Piece[][] = [
  [[200, 'Session: 1 Friday Prelims']],
  [[100, 'Day of Meet: 1 Starts at 08:00 AM Heat Interval: 30 Seconds / Back +15 Seconds']],
  [
    [18, 'Round'],
    [120, 'Event'],
    [343, 'Entries'],
    [407, 'Heats'],
    [455, 'Starts at'],
  ],
];
const event = (number: string, name: string, heats: string, start: string): Piece[] => [
  [18, 'Prelims'],
  [104, number],
  [120, name],
  [368, '24'],
  [427, heats],
  [455, start],
];
const finish: Piece[] = [
  [125, 'Finish Time'],
  [455, '11:15 AM'],
];

const rowsOf = (pages: GlyphPage[]) => readPages(pages).sessions.map(({ rows }) => rows);

it('goes on with a session that is headed again on the next page', () => {
  const pages = [
    page(1, [...HEAD, event('11', 'Girls 100 Fly', '3', '08:00 AM')]),
    page(2, [...HEAD, event('12', 'Boys 100 Fly', '3', '08:05 AM'), finish]),
  ];
  const sheet = readPages(pages);
  expect(sheet.sessions).toHaveLength(1);
  expect(sheet.sessions[0]).toMatchObject({ key: '1', start: '08:00', finish: '11:15' });
  expect(rowsOf(pages)[0]).toHaveLength(2);
  expect(sheet.confident).toBe(true);
});

it('takes the rest of a name that was too long, above or below the numbers', () => {
  const long = 'Mixed 10 & Under 400 Freestyle';
  const below = page(1, [...HEAD, event('11', long, '3', '08:00 AM'), [[120, 'Relay']], finish]);
  const above = page(1, [
    ...HEAD,
    [
      [18, 'Prelims'],
      [104, '11'],
      [120, long],
    ],
    [
      [120, 'Relay'],
      [368, '24'],
      [427, '3'],
      [455, '08:00 AM'],
    ],
    finish,
  ]);
  for (const one of [below, above]) {
    expect(rowsOf([one])[0]).toEqual([
      {
        ...{ round: 'Prelims', event: '11', name: `${long} Relay` },
        ...{ entries: 24, heats: 3, start: '08:00' },
      },
    ]);
    expect(readPages([one])).toMatchObject({ coverage: 1, confident: true });
  }
});

it('keeps a note below an event apart from its name', () => {
  const noted = [
    ...HEAD,
    event('11', 'Girls 100 Fly', '3', '08:00 AM'),
    [[120, 'Fastest heat last'] as Piece],
  ];
  expect(rowsOf([page(1, [...noted, finish])])[0]).toMatchObject([{ name: 'Girls 100 Fly' }]);
});

it('is not sure where a row is no event and no note, or a page is a picture', () => {
  const rows = [...HEAD, event('11', 'Girls 100 Fly', '3', '08:00 AM'), finish];
  const torn: Piece[] = [
    [18, 'Prelims'],
    [104, '12'],
    [427, '3'],
  ];
  expect(readPages([page(1, [...rows, torn])])).toMatchObject({ confident: false });
  expect(readPages([page(1, []), page(2, rows)])).toMatchObject({ confident: false });
  expect(readPages([page(1, rows), page(2, [])])).toMatchObject({ confident: true });
});

it('needs events: a head alone is no report', () => {
  expect(readPages([page(1, HEAD)])).toMatchObject({ kind: 'session_report', confident: false });
});
