/** Blocks of rows that are cut out of a list, whatever they hold, are noticed by the hole or the numbers that they leave. */
import {
  drawColombia,
  drawEasyWk,
  drawHeatSheet,
  drawSplash,
  drawUkProgram,
  makeMeet,
  type Drawn,
  type Meet,
  type Page,
} from '@heatsync/sheetgen';
import { beforeAll, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import type { Reader } from '../src/createReader.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await createNodeReader();
});

const SEEDS = [201, 202, 204, 206];
const meetOf = (seed: number, eventsPerSession = 9): Meet =>
  makeMeet({ seed, flights: false, swimmers: eventsPerSession * 10, eventsPerSession, lanes: 6 });

type Damage = (pages: Page[]) => Page[];
const whole: Damage = (pages) => pages;

const splash = (meet: Meet, damage = whole) =>
  drawSplash(meet, 'english', { withoutCount: true, damage });
const easyWk = (meet: Meet, damage = whole) => drawEasyWk(meet, { damage });
const uk = (meet: Meet, damage = whole) => drawUkProgram(meet, true, { damage });
const colombia = (meet: Meet, damage = whole) => drawColombia(meet, { damage });
const heatSheet = (meet: Meet, damage = whole) =>
  drawHeatSheet(meet, 'all', { columns: 1, damage });

const isSure = async (drawn: Promise<Drawn>): Promise<boolean> =>
  (await reader.read((await drawn).pdf)).confident;

const SAME_ROW = 3;
const yOf = ({ cells }: Page, text: RegExp, nth = 0): number =>
  cells.filter((cell) => text.test(cell.text)).toSorted((a, b) => a.y - b.y)[nth]?.y ?? NaN;

const onPage =
  (at: number, isCut: (y: number, page: Page) => boolean): Damage =>
  (pages) =>
    pages.map((page, index) =>
      index === at ? { ...page, cells: page.cells.filter(({ y }) => !isCut(y, page)) } : page,
    );

type Mark = [text: RegExp, nth?: number];
/** Without a page's rows from one that begins so, up to another that stays. */
const between = (at: number, from: Mark, to: Mark): Damage =>
  onPage(at, (y, page) => y > yOf(page, ...from) - SAME_ROW && y < yOf(page, ...to) - SAME_ROW);

const UK_SECOND = 280;
const UK_HEAD = 60;
const EVENT = /^Event \d+$/;
const FOOT = /^Splash Meet/;
const RECORD = /^REC$/;

const withoutFirstColumn: Damage = ([first, ...others]) =>
  first
    ? [
        { ...first, cells: first.cells.filter(({ x, y }) => x > UK_SECOND || y < UK_HEAD) },
        ...others,
      ]
    : [];

const CASES: [what: string, draw: typeof splash, damage: Damage][] = [
  ['all between two headers and the second one', splash, between(0, [/^YB$/], [RECORD, 1])],
  ['the name of an event whose day is left', splash, between(0, [RECORD], [/^11\.06/, 1])],
  ['the events at the end of a page', splash, between(0, [EVENT, 1], [FOOT])],
  ['the first event of a page', splash, between(1, [EVENT], [EVENT, 1])],
  ['all between two headers of Meet Manager', heatSheet, between(0, [/^Lane$/], [/^Lane$/, 1])],
  ['a column of a British program', uk, withoutFirstColumn],
  ['the first heat of an event of Colombia', colombia, between(0, [/^Heat # 1/], [/^Heat # 2/])],
  ['an event of Colombia', colombia, between(0, [/\| [MFX]$/, 1], [/\| [MFX]$/, 2])],
  ['the order of its pages', colombia, ([a, b, ...rest]) => (a && b ? [b, a, ...rest] : [])],
];

it.each(CASES)('%s', { timeout: 60_000 }, async (_, draw, damage) => {
  for (const seed of SEEDS) {
    expect(await isSure(draw(meetOf(seed))), `meet ${seed}`).toBe(true);
    expect(await isSure(draw(meetOf(seed), damage)), `meet ${seed}, cut`).toBe(false);
  }
});

/** The meet without every so many events: nobody entered them. */
const withGaps = (seed: number): Meet => {
  const meet = meetOf(seed, 16);
  const isHeld = (_: unknown, index: number) => (index * 7 + seed * 3) % 11 !== 0;
  const sessions = meet.sessions.map((one) => ({ ...one, events: one.events.filter(isHeld) }));
  return { ...meet, sessions };
};

it.each([splash, easyWk, uk, colombia])(
  'trusts %o without the events that nobody entered',
  { timeout: 60_000 },
  async (draw) => {
    for (const seed of SEEDS) expect(await isSure(draw(withGaps(seed))), `meet ${seed}`).toBe(true);
  },
);
