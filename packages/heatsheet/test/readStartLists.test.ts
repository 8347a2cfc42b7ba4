/** The reader on start lists of EasyWk and Splash that the generator draws, against their truth. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  drawColombia,
  drawEasyWk,
  drawOddStartList,
  drawSplash,
  drawUkProgram,
  makeMeet,
  type Drawn,
  type Page,
} from '@heatsync/sheetgen';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import { DEFAULT_MAX_MEMORY_MB, DEFAULT_MAX_PAGES, type Reader } from '../src/createReader.ts';
import { allNames, findSwimmer } from '../src/findSwimmer.ts';
import { readPages as readPdf } from '../src/pdf/document.ts';
import { startEngine } from '../src/pdf/engine.ts';
import { readPages } from '../src/readPages.ts';
import { toReport } from '../src/report.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await createNodeReader();
});

const SESSIONS = [
  { title: 'A', start: '08:30' },
  { title: 'B', start: '09:15' },
];

const meetOf = (seed: number) =>
  makeMeet({ seed, flights: false, sessions: SESSIONS, eventsPerSession: 8, swimmers: 160 });

type Row = ReturnType<typeof toReport>['entries'][number];
const place = ({ event, heat, lane, name, team, page }: Row): string =>
  [event, heat, lane, name ?? team, page].join(' ');
const inOrder = (entries: Row[]) => entries.toSorted((a, b) => place(a).localeCompare(place(b)));

const expectExact = async ({ pdf, truth }: Drawn, name?: string) => {
  const sheet = await reader.read(pdf);
  const report = toReport(sheet, truth.file);
  expect(sheet.warnings, name).toEqual([]);
  expect(inOrder(report.entries), name).toEqual(inOrder(truth.entries));
  const { kind, software, meetName, meetStart, meetEnd, pages } = truth;
  expect(report).toMatchObject({ kind, software, meetName, meetStart, meetEnd, pages });
  for (const event of truth.events) expect(report.events).toContainEqual(event);
  expect(sheet).toMatchObject({ confident: true, coverage: 1 });
  return sheet;
};

it.each([1, 2, 3])('reads the days and starts of an EasyWk start list (meet %i)', async (seed) => {
  const sheet = await expectExact(await drawEasyWk(meetOf(seed)));
  expect(sheet.sessions.map(({ date, start }) => [date, start])).toEqual([
    ['2027-06-11', '08:30'],
    ['2027-06-12', '09:15'],
  ]);
});

it('reads the days of a Splash start list', async () => {
  const sheet = await expectExact(await drawSplash(meetOf(1), 'turkish'));
  expect(sheet.sessions.map(({ date }) => date)).toEqual(['2027-06-11', '2027-06-12']);
});

it('finds names in Cyrillic letters, in any order', async () => {
  const sheet = await expectExact(await drawSplash(meetOf(2), 'russian', { emptyLanes: true }));
  const name = allNames(sheet).find((one) => /^\p{L}+ \p{L}+$/u.test(one)) ?? '';
  const [first = '', last = ''] = name.toLowerCase().split(' ');
  const races = findSwimmer(sheet, name).matches.length;
  expect(races).toBeGreaterThan(0);
  for (const typed of [`${first} ${last}`, `${last} ${first}`, `${last}, ${first}`])
    expect(findSwimmer(sheet, typed).matches).toHaveLength(races);
});

describe('eighty start lists of every language and look are read exactly', () => {
  it.each([1, 21, 41, 61])('from seed %i on', { timeout: 120_000 }, async (first) => {
    for (let seed = first; seed < first + 20; seed++)
      await expectExact(await drawOddStartList(seed), `start list ${seed}`);
  });
});

describe('small programs', () => {
  const smallMeet = (seed: number) => {
    const lanes = seed % 3 === 0 ? { lanes: 10, firstLane: 0 } : {};
    const meet = { swimmers: 90, eventsPerSession: 6, startDate: '2027-06-18', ...lanes };
    return makeMeet({ seed, flights: false, sessions: SESSIONS.slice(seed % 2), ...meet });
  };

  it.each([1, 2, 3, 4])('of Colombia are read exactly (meet %i)', async (seed) => {
    const sheet = await expectExact(await drawColombia(smallMeet(seed)));
    expect(sheet.sessions[0]).toMatchObject({ date: '2027-06-18' });
  });

  it.each([
    [1, false],
    [2, true],
    [3, false],
    [4, true],
  ])('of Britain are read exactly (meet %i, with times: %s)', async (seed, timed) => {
    await expectExact(await drawUkProgram(smallMeet(seed), timed));
  });
});

/** A page's cells at one of these left or right edges, below its head. */
const without = (pages: Page[], edges: number[], onPage: (index: number) => boolean): Page[] =>
  pages.map((page, index) => ({
    ...page,
    cells: page.cells.filter(
      ({ x, y }) => !onPage(index) || y < 100 || !edges.some((edge) => Math.abs(x - edge) < 1),
    ),
  }));

/** Where EasyWk's and Splash's cells stand. */
const CELLS = { name: [118.2, 68], year: [294.9, 242], club: [313.8, 267], time: [548.4, 548] };

describe.each(Object.entries(CELLS))(
  'a start list whose cells of the %s are cut off',
  (_, edges) => {
    it.each([
      ['on every page', () => true],
      ['on every other page', (index: number) => index % 2 === 1],
    ])('%s is not trusted', async (_where, onPage) => {
      const damage = (pages: Page[]) => without(pages, edges, onPage);
      for (const { pdf } of [
        await drawEasyWk(meetOf(2), { damage }),
        await drawSplash(meetOf(2), 'german', { damage }),
      ])
        expect((await reader.read(pdf)).confident).toBe(false);
    });
  },
);

it('does not trust a start list that prints its empty lanes and lacks one', async () => {
  const isThird = ({ text, x }: Page['cells'][number]) => text === '3' && Math.abs(x - 63.3) < 1;
  const damage = ([first, ...others]: Page[]) => {
    const row = first?.cells.find(isThird);
    const cells = first?.cells.filter(({ y }) => Math.abs(y - (row?.y ?? 0)) > 1) ?? [];
    return first ? [{ ...first, cells }, ...others] : [];
  };
  const { pdf } = await drawSplash(meetOf(3), 'turkish', { emptyLanes: true, damage });
  const sheet = await reader.read(pdf);
  expect(sheet.confident).toBe(false);
  expect(sheet.warnings.map(({ reason }) => reason)).toContain('lanes_once');
});

/** The meet without the third swimmer of its first event with a full heat: nobody stands in that lane. */
const withScratch = (meet: ReturnType<typeof meetOf>) => {
  const heats = meet.sessions.flatMap((session) => session.events.flatMap((event) => event.heats));
  heats.find(({ entries, lanes }) => entries.length === lanes)?.entries.splice(2, 1);
  return meet;
};

it('trusts a start list in which somebody was scratched before it was printed', async () => {
  await expectExact(await drawSplash(withScratch(meetOf(3)), 'turkish'));
  await expectExact(await drawEasyWk(withScratch(meetOf(3))));
});

/** The head of a page of EasyWk ends here. */
const EASYWK_HEAD = 40;

/** Without the last page's first row below its head: in EasyWk the event that the rows below belong to. */
const withoutTop = (pages: Page[]): Page[] =>
  pages.map((page, index) => {
    const below = page.cells.filter(({ y }) => y > EASYWK_HEAD).map(({ y }) => y);
    const top = Math.min(...below);
    const cells = page.cells.filter(({ y }) => Math.abs(y - top) > 1);
    return index === pages.length - 1 ? { ...page, cells } : page;
  });

it('does not trust an EasyWk start list without the header on top of a page', async () => {
  const { pdf } = await drawEasyWk(meetOf(2), { damage: withoutTop });
  const { confident, warnings } = await reader.read(pdf);
  expect(confident).toBe(false);
  expect(warnings.map(({ text }) => text).join()).toContain('A row is missing above');
});

it('takes no day from another event where an event of Splash lost its own', async () => {
  const when = /^\d{2}\.\d{2}\.\d{4} - /;
  const isLast = ({ cells }: Page) => cells.findLast(({ text }) => when.test(text));
  const damage = (pages: Page[]) => {
    const last = pages.map(isLast).findLast(Boolean);
    return pages.map((page) => ({ ...page, cells: page.cells.filter((cell) => cell !== last) }));
  };
  const { pdf } = await drawSplash(meetOf(1), 'turkish', { damage });
  const sheet = await reader.read(pdf);
  expect(sheet.events.filter(({ session }) => session === null)).toHaveLength(1);
  expect(sheet.events.at(-1)?.session).toBeNull();
  expect(sheet.confident).toBe(false);
});

it('takes no day from another session where a session of EasyWk lost its heading', async () => {
  const damage = (pages: Page[]) =>
    pages.map((page) => ({
      ...page,
      cells: page.cells.filter(({ text }) => !text.startsWith('Abschnitt 2 - ')),
    }));
  const { pdf } = await drawEasyWk(meetOf(1), { damage });
  const sheet = await reader.read(pdf);
  expect(sheet.sessions.map(({ date }) => date)).toEqual(['2027-06-11', null]);
  expect(sheet.confident).toBe(false);
});

it('does not trust a start list where a time stands among the teams', async () => {
  const damage = (pages: Page[]) =>
    pages.map((page) => ({
      ...page,
      cells: page.cells.map((cell) =>
        Math.abs(cell.x - 548) < 1 && cell.y > 100
          ? { ...cell, x: 450, align: 'left' as const, text: `${cell.text} m` }
          : cell,
      ),
    }));
  const { pdf } = await drawSplash(meetOf(3), 'english', { damage });
  expect((await reader.read(pdf)).confident).toBe(false);
});

/** The reader's own chain on a PDF's pages without the third. */
const readWithoutThird = async (pdf: Uint8Array) => {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')));
  const engine = await startEngine(wasm, DEFAULT_MAX_MEMORY_MB);
  const pages = readPdf(engine, pdf, DEFAULT_MAX_PAGES, (page) => page);
  return readPages(pages.filter(({ page }) => page !== 3));
};

describe('a start list without one of its pages', () => {
  it.each([
    ['EasyWk', drawEasyWk(meetOf(1))],
    ['Splash', drawSplash(meetOf(1), 'turkish')],
  ])('is not trusted: %s', async (_, drawn) => {
    const sheet = await readWithoutThird((await drawn).pdf);
    expect(sheet.confident).toBe(false);
    expect(sheet.warnings.map(({ reason }) => reason)).toContain('pages_run_on');
  });
});
