/** A small start list of Splash from which one header was cut, alone or with the row below it, is not trusted. */
import { drawSplash, makeMeet, type Page } from '@heatsync/sheetgen';
import { beforeAll, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import type { Reader } from '../src/createReader.ts';
import { toReport } from '../src/report.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await createNodeReader();
});

const small = (seed: number, swimmers: number) =>
  makeMeet({ seed, flights: false, swimmers, eventsPerSession: 3, relaysPerSession: 1, lanes: 6 });

/** Each has two heats at least. */
const MEETS = [
  [1, 24],
  [8, 24],
  [1, 150],
] as const;
const SAME_ROW = 3;

const ysOf = ({ cells }: Page): number[] =>
  [...new Set(cells.map(({ y }) => y))].toSorted((a, b) => a - b);

/** The pages without the `nth` row that `header` begins, and so many `more` below it. */
const withoutRow =
  (header: RegExp, nth: number, more: number) =>
  (pages: Page[]): Page[] => {
    const rows = pages.flatMap((page, index) =>
      page.cells.filter(({ text }) => header.test(text)).map(({ y }) => ({ index, y })),
    );
    const row = rows[nth];
    return pages.map((page, index) => {
      if (!row || index !== row.index) return page;
      const end = ysOf(page).filter((y) => y > row.y + SAME_ROW)[more - 1] ?? row.y;
      const cells = page.cells.filter(({ y }) => y < row.y - SAME_ROW || y > end + SAME_ROW);
      return { ...page, cells };
    });
  };

const HEADERS: [name: string, header: RegExp, more: number][] = [
  ['the header of a heat', /^Seri \d/, 0],
  ['the header of a heat and its first row', /^Seri \d/, 1],
  ['the header of an event', /^Yarış \d+$|^Yarış$/, 0],
  ['the day of an event', /^\d{2}\.\d{2}\.\d{4} -/, 0],
];

it.each(HEADERS)('%s', { timeout: 60_000 }, async (_, header, more) => {
  for (const [seed, swimmers] of MEETS)
    for (const withoutCount of [false, true])
      for (const nth of [0, 1]) {
        const damage = withoutRow(header, nth, more);
        const look = { withoutCount, damage };
        const { pdf } = await drawSplash(small(seed, swimmers), 'turkish', look);
        const sheet = await reader.read(pdf);
        const where = `meet ${seed} of ${swimmers}, the ${nth}th, ${sheet.events.length} events`;
        expect(sheet.confident, where).toBe(false);
      }
});

it('the day of its only event, and with it the title of the list', async () => {
  const meet = makeMeet({ seed: 2, flights: false, swimmers: 60, eventsPerSession: 1 });
  const one = {
    ...meet,
    sessions: meet.sessions.map((s) => ({ ...s, events: s.events.slice(0, 1) })),
  };
  const damage = withoutRow(/^\d{2}\.\d{2}\.\d{4} -/, 0, 0);
  expect((await reader.read((await drawSplash(one, 'turkish')).pdf)).confident).toBe(true);
  const { pdf } = await drawSplash(one, 'turkish', { damage });
  expect((await reader.read(pdf)).confident).toBe(false);
});

/** The pages without what stands between the first heat's header of the page's `nth` event and the next event. */
const withoutHeats =
  (nth: number) =>
  ([page, ...others]: Page[]): Page[] => {
    if (!page) return others;
    const events = page.cells.filter(({ text }) => /^Event \d/.test(text)).map(({ y }) => y);
    const [top = 0, end = 0] = events.slice(nth);
    const heat = page.cells.find(({ text, y }) => y > top && /^Heat \d/.test(text));
    const isCut = ({ y }: { y: number }) => y > (heat?.y ?? 0) - SAME_ROW && y < end - SAME_ROW;
    return [{ ...page, cells: page.cells.filter((cell) => !isCut(cell)) }, ...others];
  };

it('an event that nobody entered is told from one whose heats are cut out', async () => {
  const meet = makeMeet({
    ...{ seed: 1, flights: false, swimmers: 30, eventsPerSession: 10, relaysPerSession: 1 },
    ...{ lanes: 6, keepEmpty: true },
  });
  const { pdf, truth } = await drawSplash(meet, 'english');
  const sheet = await reader.read(pdf);
  expect(truth.events.filter(({ heats }) => heats === 0)).toHaveLength(1);
  expect(toReport(sheet, '').entries).toHaveLength(truth.entries.length);
  expect(sheet.confident, JSON.stringify(sheet.warnings)).toBe(true);
  for (const nth of [0, 1, 2]) {
    const cut = await drawSplash(meet, 'english', { damage: withoutHeats(nth) });
    expect((await reader.read(cut.pdf)).confident, `event ${nth}`).toBe(false);
  }
});
