/** What is missing from a session report is noticed wherever the rest of it shows it, and no wrong time is taken from it. */
import {
  drawHeatSheet,
  drawSessionReport,
  makeMeet,
  type Cell,
  type Page,
  type SessionReportOptions,
} from '@heatsync/sheetgen';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import { clockOf } from '../src/clock.ts';
import type { Reader } from '../src/createReader.ts';
import type { HeatSheet } from '../src/types.ts';

const SESSIONS = [
  { title: 'FRIDAY EVENING', start: '17:00' },
  { title: 'SATURDAY PRELIMS', start: '08:30' },
];
const meetOf = (seed: number, eventsPerSession: number) =>
  makeMeet({ seed, sessions: SESSIONS, eventsPerSession, swimmers: 200 });
const MEETS = [1, 2, 3].map((seed) => meetOf(seed, 10));

let reader: Reader;
let sheets: HeatSheet[] = [];
beforeAll(async () => {
  reader = await createNodeReader();
  const drawn = await Promise.all(MEETS.map((meet) => drawHeatSheet(meet, 'all', {})));
  sheets = await Promise.all(drawn.map(({ pdf }) => reader.read(pdf)));
});

type Damage = (pages: Page[]) => Page[];

/** Tells of each cell of a page what is left of it. */
type Change = (cell: Cell, index: number) => Cell[];

const onPage =
  (changeOf: (cells: Cell[]) => Change): Damage =>
  (pages) =>
    pages.map((page) => ({ ...page, cells: page.cells.flatMap(changeOf(page.cells)) }));
const without = (isLost: (cell: Cell) => boolean): Damage =>
  onPage(() => (cell) => (isLost(cell) ? [] : [cell]));

const SAME_ROW = 4;
/** Where the row of the nth cell stands whose text matches. */
const rowAt = (cells: Cell[], text: RegExp, nth = 0): number =>
  cells.filter((cell) => text.test(cell.text))[nth]?.y ?? NaN;
const isInRow = ({ y }: Cell, at: number): boolean => Math.abs(y - at) < SAME_ROW;

const withoutRow = (text: RegExp, nth = 0): Damage =>
  onPage((cells) => {
    const at = rowAt(cells, text, nth);
    return (cell) => (isInRow(cell, at) ? [] : [cell]);
  });

/** Without the rows from one on, up to another that stays. */
const withoutRows = (from: RegExp, to: RegExp, nth = 0): Damage =>
  onPage((cells) => {
    const [first, end] = [rowAt(cells, from), rowAt(cells, to, nth)];
    return (cell) => (cell.y > first - SAME_ROW && cell.y < end - SAME_ROW ? [] : [cell]);
  });

const TIME = /^\d\d:\d\d [AP]M$/;
const ROUND = /^(?:Prelims|Finals)$/;

/** Changes a cell of an event's row: its round is cell 0, then number, name, entries, heats, start. */
const inEvent = (event: number, nth: number, change: (cell: Cell) => Cell[]): Damage =>
  onPage((cells) => {
    const at = rowAt(cells, ROUND, event);
    const found = cells.filter((cell) => isInRow(cell, at))[nth];
    return (cell) => (cell === found ? change(cell) : [cell]);
  });
const cut = (text: RegExp, letters: number): Damage =>
  onPage(() => (cell) => [
    text.test(cell.text) ? { ...cell, text: cell.text.slice(0, -letters) } : cell,
  ]);

/** Changes an event's number. */
const renumber = (from: string, to: string): Damage =>
  onPage((cells) => {
    const x = cells.find(({ text }) => text === '1')?.x;
    return (cell) => [cell.text === from && cell.x === x ? { ...cell, text: to } : cell];
  });

const HEADING = /^Session: 2/;
const CLOCK = /^Day of Meet: 2/;
const TABLE = /^Round$/;
const none = () => [];

type Case = [what: string, warning: RegExp, damage: Damage, options?: SessionReportOptions];
const CASES: Case[] = [
  ['the heading of a session', /without a heading/, withoutRow(HEADING)],
  ['all between two sessions', /heats found/, withoutRows(/^Swimmers/, TABLE, 1)],
  [
    'heading and clock of a session',
    /of no session/,
    (pages) => withoutRow(HEADING)(withoutRow(CLOCK)(pages)),
  ],
  ['the top of the page', /of no session/, withoutRows(/MEET MANAGER/, /^Swimmers/)],
  ['the day and start of a session', /Its start is missing/, withoutRow(CLOCK)],
  ['the end of that line', /line that is cut/, cut(CLOCK, 11)],
  ['the heading of a table', /heading of its table/, withoutRow(TABLE, 1)],
  ['a finish', /Its finish is missing/, withoutRow(/^Finish Time/, 1)],
  ['the count of the swimmers', /number of its swimmers/, withoutRow(/^Swimmers/)],
  ['the totals', /line with its totals/, withoutRow(/^Entry \/ Heat/)],
  ['its end', /Its finish is missing/, withoutRows(/^Swimmers/, HEADING)],
  ['all events of a session', /Every one of its events/, withoutRows(ROUND, /^Swimmers/)],
  ['an event', /heats found/, withoutRow(ROUND, 3)],
  ['a round', /lacks its round\./, inEvent(2, 0, none)],
  ['most of a round', /lacks its round/, inEvent(2, 0, (cell) => [{ ...cell, text: 'P' }])],
  [
    'half a round',
    /lacks its round/,
    inEvent(2, 0, (cell) => [{ ...cell, text: 'lims', x: cell.x + 15 }]),
  ],
  ['a number', /lacks its number/, inEvent(0, 1, none)],
  ['the figure of a number', /has two names/, renumber('7', '1')],
  [
    'a letter of a round',
    /lacks its round/,
    inEvent(2, 0, (cell) => [{ ...cell, text: cell.text.replace('l', '1') }]),
  ],
  ['a name', /cannot be read/, inEvent(2, 2, none)],
  ['most of a name', /lacks its name/, inEvent(2, 2, (cell) => [{ ...cell, text: 'Gi' }])],
  [
    'half a name',
    /lacks its name/,
    inEvent(2, 2, (cell) => [{ ...cell, text: 'Fly', x: cell.x + 90 }]),
  ],
  ['entries', /cannot be read/, inEvent(2, 3, none)],
  ['heats', /cannot be read/, inEvent(2, 4, none)],
  ['a start', /lacks its start\./, inEvent(2, 5, none)],
  [
    'a PM',
    /lacks its AM or PM/,
    inEvent(2, 5, (cell) => [{ ...cell, text: cell.text.slice(0, 5) }]),
  ],
  ['all starts', /lacks its start, and \d+ more do/, without(({ text }) => TIME.test(text))],
  ['all rounds', /lacks its round, and \d+ more do/, without(({ text }) => ROUND.test(text))],
  ['the first event', /It starts at 17:00, its first event at/, withoutRow(ROUND, 0)],
  ['a page of its own: one comes twice', /stands twice/, (pages) => [...pages, ...pages]],
  [
    'the name of a second pool',
    /starts at 17:00, after one at/,
    withoutRow(/^POOL 2/),
    { pools: true },
  ],
];

const timesOf = (sheet: HeatSheet, report: HeatSheet): (string | null)[] => {
  const clock = clockOf(sheet, [report]);
  return sheet.events.flatMap((event) => event.heats.map((heat) => clock(event, heat).start));
};

const readReports = async (options: SessionReportOptions): Promise<HeatSheet[]> =>
  Promise.all(MEETS.map(async (meet) => reader.read((await drawSessionReport(meet, options)).pdf)));

describe('a session report without', () => {
  it.each(CASES)('%s is not trusted', { timeout: 60_000 }, async (_, warning, damage, options) => {
    const whole = await readReports({ ...options });
    const damaged = await readReports({ ...options, damage });
    for (const [index, sheet] of sheets.entries()) {
      const [before, after] = [whole[index], damaged[index]];
      expect(before).toMatchObject({ confident: true, warnings: [] });
      expect(after?.confident).toBe(false);
      expect(after?.warnings.map(({ text }) => text).join('\n')).toMatch(warning);
      const times = before ? timesOf(sheet, before) : [];
      for (const [heat, time] of (after ? timesOf(sheet, after) : []).entries())
        expect([null, times[heat]], `heat ${heat}`).toContain(time);
    }
  });
});
