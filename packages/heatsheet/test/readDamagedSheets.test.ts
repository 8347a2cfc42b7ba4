/** What is missing from a sheet is noticed wherever the rest of it shows it. */
import { drawHeatSheet, drawPsychSheet, makeMeet, type Cell, type Page } from '@heatsync/sheetgen';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import type { Reader } from '../src/createReader.ts';
import type { CheckName, HeatSheet } from '../src/types.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await createNodeReader();
});

const SEEDS = [1, 2, 3];
const meetOf = (seed: number) => makeMeet({ seed, swimmers: 150, eventsPerSession: 12, lanes: 6 });

type Damage = (pages: Page[]) => Page[];

const read = async (seed: number, damage: Damage): Promise<HeatSheet> =>
  reader.read((await drawHeatSheet(meetOf(seed), 'all', { damage })).pdf);

const failed = ({ checks }: HeatSheet): CheckName[] =>
  checks.filter(({ ok }) => !ok).map(({ name }) => name);

const BODY = 86;
const SECOND_COLUMN = 305;

const onPage =
  (index: number, keep: (cell: Cell, page: Page) => boolean): Damage =>
  (pages) =>
    pages.map((page, i) =>
      i === index ? { ...page, cells: page.cells.filter((cell) => keep(cell, page)) } : page,
    );

/** Whether a cell stands in the row, of the same column, that `text` begins. */
const inRowOf = (text: RegExp, nth: number) => (cell: Cell, page: Page) => {
  const found = page.cells.filter((one) => text.test(one.text))[nth];
  const sameColumn = found && cell.x < SECOND_COLUMN === found.x < SECOND_COLUMN;
  return Boolean(sameColumn && Math.abs(cell.y - found.y) < 3);
};

const NAME = /^\p{Lu}\p{L}+, \p{L}+/u;
const nthName = ({ cells }: Page, nth: number): Cell | undefined =>
  cells.filter(({ text }) => NAME.test(text))[nth];

const withoutRow = (text: RegExp, nth = 0) =>
  onPage(0, (cell, page) => !inRowOf(text, nth)(cell, page));

/** From the nth heat's header to the next header below it. */
const withoutHeat = (nth: number) =>
  onPage(0, (cell, page) => {
    const heats = page.cells.filter(({ text, x }) => x < SECOND_COLUMN && /^Heat/.test(text));
    const [from, to] = [heats[nth]?.y ?? 0, heats[nth + 1]?.y ?? 0];
    return cell.x >= SECOND_COLUMN || cell.y < from - 3 || cell.y > to - 3;
  });

/** The first heat of the sheet but for the number of its last lane; what stands above its header stays, or its columns' header too. */
const withoutHeatBut = (kept: 'lane' | 'nothing') =>
  onPage(0, (cell, { cells }) => {
    const left = cells.filter(({ x }) => x < SECOND_COLUMN);
    const heats = left.filter(({ text }) => /^Heat/.test(text));
    const columns = left.find(({ text }) => text === 'Lane');
    const from = (kept === 'lane' ? heats[0] : columns)?.y ?? 0;
    const lanes = left.filter(
      ({ text, y }) => /^\d$/.test(text) && y > from && y < (heats[1]?.y ?? 0),
    );
    const last = lanes.at(-1);
    const isCut = cell.y > from - 3 && cell.y < (last?.y ?? 0) + 3;
    return cell === last || cell.x >= SECOND_COLUMN || !isCut;
  });

const CASES: [string, CheckName[], Damage][] = [
  ['its first page', ['pages_run_on'], (pages) => pages.slice(1)],
  [
    'a page in the middle',
    ['pages_run_on'],
    ([first, , ...rest]) => (first ? [first, ...rest] : []),
  ],
  [
    'a column',
    ['heats_of', 'events_run_on'],
    onPage(0, (cell) => cell.x < SECOND_COLUMN || cell.y < BODY),
  ],
  ['a heat', ['heats_of', 'events_run_on'], withoutHeat(1)],
  ['the header of a heat', ['heats_of', 'lanes_once'], withoutRow(/^Heat {2}2/)],
  ['the row of a lane', ['lanes_once'], withoutRow(/^\p{Lu}\p{L}+, \p{L}+/u, 3)],
  ['the header of an event', ['lanes_once', 'events_run_on', 'heats_of'], withoutRow(/^Event 2 /)],
  [
    'its column headers',
    ['rows_explained'],
    onPage(0, ({ text }) => !/^(Lane|Name|Age|Team)$/.test(text)),
  ],
];

const RIGHT_SEEDS = 500;

CASES.push(
  [
    'the first column of every page',
    ['rows_explained'],
    (pages) =>
      pages.map((page) => ({
        ...page,
        cells: page.cells.filter(({ x, y }) => x > SECOND_COLUMN || y < BODY),
      })),
  ],
  [
    'the times of its second column',
    ['rows_explained'],
    (pages) =>
      pages.map((page) => ({
        ...page,
        cells: page.cells.filter(({ x, y }) => x < RIGHT_SEEDS || y < BODY),
      })),
  ],
  [
    'the header of an event’s ages',
    ['rows_explained'],
    onPage(0, (cell, { cells }) => cell !== cells.filter(({ text }) => text === 'Age')[1]),
  ],
  ['a heat but for a lane', ['rows_explained'], withoutHeatBut('lane')],
  ['a heat and its columns’ header but for a lane', ['rows_explained'], withoutHeatBut('nothing')],
  ['a swimmer’s name', ['rows_explained'], onPage(0, (cell, page) => cell !== nthName(page, 3))],
);

describe('a sheet without', () => {
  it.each(CASES)('%s is not trusted', { timeout: 60_000 }, async (_, checks, damage) => {
    for (const seed of SEEDS) {
      const sheet = await read(seed, damage);
      expect(sheet.confident, `meet ${seed}`).toBe(false);
      expect(
        failed(sheet).some((name) => checks.includes(name)),
        failed(sheet).join(),
      ).toBe(true);
    }
  });

  it('anything missing is trusted', { timeout: 60_000 }, async () => {
    for (const seed of SEEDS) expect((await read(seed, (pages) => pages)).confident).toBe(true);
  });
});

it('does not take a page of which a row is left for one of the host’s own', async () => {
  const lastRow = (page: Page): Page => {
    const seed = page.cells.findLast(({ text }) => /^\d:\d\d\.\d\d$/.test(text));
    const cells = page.cells.filter(({ y }) => Math.abs(y - (seed?.y ?? 0)) < 3);
    return { ...page, titles: [], cells };
  };
  const damage: Damage = (pages) => [...pages.slice(0, -1), ...pages.slice(-1).map(lastRow)];
  for (const seed of [4, 5]) {
    const { pdf } = await drawHeatSheet(meetOf(seed), 'all', { columns: 1, damage });
    expect((await reader.read(pdf)).confident, `meet ${seed}`).toBe(false);
  }
});

/** On the last page nothing but the row at that place below its head. */
const onlyRow =
  (at: number): Damage =>
  (pages) =>
    pages.map((page, index) => {
      if (index < pages.length - 1) return page;
      const ys = [...new Set(page.cells.map(({ y }) => Math.round(y)))].filter((y) => y > BODY);
      const y = ys.toSorted((a, b) => a - b)[at] ?? 0;
      const cells = page.cells.filter((cell) => Math.abs(cell.y - y) < 3);
      return { ...page, titles: [], cells };
    });

it.each([
  ['an event', 0],
  ['a record', 1],
  ['the columns', 4],
])(
  'does not take a page with nothing but the header of %s for one of the host’s own',
  async (_, at) => {
    for (const seed of [4, 5]) {
      const options = { columns: 2, damage: onlyRow(at) } as const;
      const { pdf } = await drawHeatSheet(meetOf(seed), 'all', options);
      expect((await reader.read(pdf)).confident, `meet ${seed}`).toBe(false);
    }
  },
);

it('misses a column behind which the next page begins with a later event', async () => {
  const damage = onPage(0, (cell) => cell.x < SECOND_COLUMN || cell.y < BODY);
  for (const seed of [6, 14]) {
    const meet = makeMeet({ seed, swimmers: 110, eventsPerSession: 10, lanes: 6 });
    const { pdf } = await drawHeatSheet(meet, 'all', { damage });
    const sheet = await reader.read(pdf);
    expect(sheet.confident, `meet ${seed}`).toBe(false);
  }
});

/** Below a page's first header. */
const LISTS_BEGIN = 130;

it('does not take heats for a ranked list where the header of their columns is lost', async () => {
  const damage: Damage = (pages) =>
    pages.map((page) => {
      const lanes = page.cells.filter(({ text }) => text === 'Lane').map(({ y }) => y);
      const cells = page.cells.filter(({ y }) => !lanes.some((lane) => Math.abs(lane - y) < 1));
      return { ...page, cells };
    });
  const meet = makeMeet({ seed: 3, swimmers: 60, eventsPerSession: 6, deckSeeded: true });
  const { pdf, truth } = await drawHeatSheet(meet, 'all', { columns: 1, damage });
  const sheet = await reader.read(pdf);
  expect(sheet.confident).toBe(false);
  const heats = sheet.events
    .flatMap((event) => event.heats)
    .filter(({ number }) => number !== null);
  expect(heats.length).toBeGreaterThan(0);
  const lanes = heats.flatMap(({ entries }) => entries.map(({ lane }) => lane));
  expect(lanes).not.toContain(null);
  expect(truth.entries.length).toBeGreaterThan(lanes.length);
});

describe('a psych sheet', () => {
  const readPsych = async (damage: Damage) =>
    reader.read((await drawPsychSheet(meetOf(4), { columns: 2, damage })).pdf);

  it('without a rank is not trusted', async () => {
    const sheet = await readPsych(withoutRow(/^\p{Lu}\p{L}+, \p{L}+/u, 5));
    expect(failed(sheet)).toContain('ranks_run_on');
    expect(sheet.confident).toBe(false);
  });

  it('without the end of a ranked list is not trusted', async () => {
    const isLast = (cell: Cell, { cells }: Page) => {
      const left = cells.filter(({ x }) => x < SECOND_COLUMN);
      const next = left.find(({ text, y }) => /^#\d/.test(text) && y > LISTS_BEGIN);
      const above = left.filter(({ y }) => y < (next?.y ?? 0) - 3).map(({ y }) => y);
      return cell.x < SECOND_COLUMN && Math.abs(cell.y - Math.max(...above)) < 3;
    };
    const sheet = await readPsych(onPage(0, (cell, page) => !isLast(cell, page)));
    expect(sheet.warnings.map(({ text }) => text)).toEqual([
      expect.stringContaining('A row is missing above: #'),
    ]);
    expect(sheet.confident).toBe(false);
  });

  it('without a column is not trusted', async () => {
    const cut = onPage(0, (cell) => cell.x < SECOND_COLUMN || cell.y < BODY);
    expect((await readPsych(cut)).confident).toBe(false);
  });
});

describe('a sheet in a broken encoding is not trusted', () => {
  const isLetter = (code: number) => /[a-z]/i.test(String.fromCharCode(code));
  it.each<[string, (code: number) => number]>([
    ['private use', (code) => (isLetter(code) ? 0xe000 + code : code)],
    ['one letter in private use', (code) => (code === 0x65 ? 0xe065 : code)],
    ['replacement characters', (code) => (isLetter(code) ? 0xfffd : code)],
    ['other letters', (code) => (isLetter(code) ? code + 1 : code)],
    ['other figures', (code) => (code > 0x2f && code < 0x3a ? code + 0x30 : code)],
  ])('%s', async (_, misread) => {
    const { pdf } = await drawHeatSheet(meetOf(5), 'all', { misread });
    expect((await reader.read(pdf)).confident).toBe(false);
  });

  it('on its last page alone, head and all', async () => {
    const shifted = (text: string) =>
      text.replace(/\w/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 7));
    const unreadable = (page: Page): Page => ({
      ...page,
      cells: page.cells.map((cell) => ({ ...cell, text: shifted(cell.text) })),
    });
    const damage: Damage = (pages) => [...pages.slice(0, -1), ...pages.slice(-1).map(unreadable)];
    const { pdf } = await drawHeatSheet(meetOf(4), 'all', { columns: 1, damage });
    expect((await reader.read(pdf)).confident).toBe(false);
  });
});

it('misses a lane at the edge of a heat in a sheet of few heats', async () => {
  const meet = makeMeet({ seed: 1, swimmers: 24, eventsPerSession: 4, lanes: 6, flights: false });
  const whole = await drawHeatSheet(meet, 'all', { columns: 1 });
  expect((await reader.read(whole.pdf)).confident).toBe(true);
  const first = whole.truth.entries.filter(({ lane }) => lane === 1);
  expect(first.length).toBeGreaterThan(0);
  for (const { name } of first) {
    const damage = onPage(0, (cell, { cells }) => {
      const row = cells.find(({ text }) => text === name);
      return !row || Math.abs(cell.y - row.y) > 3;
    });
    const { pdf } = await drawHeatSheet(meet, 'all', { columns: 1, damage });
    expect((await reader.read(pdf)).confident, name ?? '').toBe(false);
  }
});
