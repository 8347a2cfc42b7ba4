/** The whole reader on sheets that the generator draws, against their truth. */
import {
  drawHeatSheet,
  drawPsychSheet,
  drawResults,
  drawSessionReport,
  makeMeet,
  type Page,
} from '@heatsync/sheetgen';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import type { Reader } from '../src/createReader.ts';
import { toReport } from '../src/report.ts';
import { comparable } from './reports.ts';
import type { HeatSheet } from '../src/types.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await createNodeReader();
});

const places = (sheet: HeatSheet) =>
  sheet.events.flatMap((event) => event.heats.flatMap((heat) => heat.entries));

const looks = ([1, 2, 3] as const).flatMap((columns) =>
  (['event', 'hash'] as const).map((style) => ({ columns, style })),
);

describe.each(looks)('a heat sheet of $columns columns in the $style style', (look) => {
  it.each([1, 2, 3])('is read exactly (meet %i)', async (seed) => {
    const { pdf, truth } = await drawHeatSheet(makeMeet({ seed }), 'all', {
      ...look,
      heatStarts: seed === 2,
    });
    const sheet = await reader.read(pdf);
    const report = toReport(sheet, truth.file);
    expect(comparable(report.entries)).toEqual(comparable(truth.entries));
    expect(report).toMatchObject({
      kind: 'heat_sheet',
      meetName: truth.meetName,
      meetStart: truth.meetStart,
      meetEnd: truth.meetEnd,
    });
    expect(sheet).toMatchObject({ confident: true, coverage: 1, warnings: [] });
  });
});

it('tells for every entry where it stands', async () => {
  const { pdf } = await drawHeatSheet(makeMeet({ seed: 4 }), 'all', { columns: 2 });
  for (const { name, team, line, box, page } of places(await reader.read(pdf))) {
    expect(line.replaceAll(' ', '')).toContain((name ?? team ?? '').replaceAll(' ', ''));
    expect(page).toBeGreaterThan(0);
    expect(box[0]).toBeLessThan(box[2]);
    expect(box[1]).toBeLessThan(box[3]);
  }
});

it('reads the same whatever was read before', async () => {
  const { pdf } = await drawHeatSheet(makeMeet({ seed: 5 }), 'all', {});
  expect(await reader.read(pdf)).toEqual(await reader.read(pdf));
});

it('never takes results or a session report for a heat sheet', async () => {
  const meet = makeMeet({ seed: 6 });
  const drawn = [
    { sheet: await drawResults(meet, 0), kind: 'results' },
    { sheet: await drawSessionReport(meet), kind: 'session_report' },
  ];
  for (const {
    sheet: { pdf },
    kind,
  } of drawn) {
    const sheet = await reader.read(pdf);
    expect(sheet.kind).toBe(kind);
    expect(places(sheet)).toEqual([]);
  }
});

it('gives ranks and no lanes for a psych sheet', async () => {
  const sheet = await reader.read((await drawPsychSheet(makeMeet({ seed: 7 }))).pdf);
  expect(sheet.kind).toBe('psych_sheet');
  expect(places(sheet).length).toBeGreaterThan(0);
  for (const entry of places(sheet))
    expect(entry).toMatchObject({ lane: null, rank: expect.any(Number) as number });
});

/** The pages without the cells whose text this fits. */
const without =
  (text: RegExp) =>
  (pages: Page[]): Page[] =>
    pages.map((page) => ({ ...page, cells: page.cells.filter((cell) => !text.test(cell.text)) }));

it('knows a heat sheet without its banner, and one with room to write the times in', async () => {
  const meet = makeMeet({ seed: 9 });
  const written = (pages: Page[]) =>
    pages.map((page) => ({
      ...page,
      cells: page.cells.map((cell) =>
        cell.text === 'Seed Time'
          ? { ...cell, text: 'Seed Time  Finals Time', x: cell.x + 50 }
          : cell,
      ),
    }));
  for (const options of [
    { damage: without(/MEET MANAGER|Aquatics, Inc/) },
    { damage: written, blanks: true },
  ]) {
    const { pdf, truth } = await drawHeatSheet(meet, 'all', { columns: 1, ...options });
    const sheet = await reader.read(pdf);
    expect(comparable(toReport(sheet, '').entries)).toEqual(comparable(truth.entries));
    expect(sheet).toMatchObject({ kind: 'heat_sheet', confident: true, coverage: 1 });
  }
});

it('knows a heat sheet that speaks of a "Session: 2" and of results', async () => {
  const sessions = [{ title: 'Session: 2 Saturday AM', start: '08:30' }];
  const note = { text: 'Results on the wall', x: 20, y: 786, size: 8, bold: false } as const;
  const damage = (pages: Page[]): Page[] =>
    pages.map((page) => ({ ...page, cells: [...page.cells, { ...note, align: 'left' }] }));
  const { pdf, truth } = await drawHeatSheet(makeMeet({ seed: 9, sessions }), 'all', { damage });
  const sheet = await reader.read(pdf);
  expect(comparable(toReport(sheet, '').entries)).toEqual(comparable(truth.entries));
  expect(sheet).toMatchObject({ kind: 'heat_sheet', confident: true });
  expect(sheet.sessions.map(({ title }) => title)).toEqual(['Session: 2 Saturday AM']);
});

it('knows a psych sheet that does not say that it is one', async () => {
  const options = { columns: 2, damage: without(/^Psych Sheet/) } as const;
  const { pdf, truth } = await drawPsychSheet(makeMeet({ seed: 9 }), options);
  const sheet = await reader.read(pdf);
  expect(comparable(toReport(sheet, '').entries)).toEqual(comparable(truth.entries));
  expect(sheet).toMatchObject({ kind: 'psych_sheet', confident: true, coverage: 1 });
});

it('knows a psych sheet without its banner', async () => {
  const damage = without(/MEET MANAGER|Aquatics, Inc/);
  for (const columns of [1, 2, 3] as const) {
    const { pdf, truth } = await drawPsychSheet(makeMeet({ seed: 9 }), { columns, damage });
    const sheet = await reader.read(pdf);
    expect(comparable(toReport(sheet, '').entries)).toEqual(comparable(truth.entries));
    expect(sheet).toMatchObject({ kind: 'psych_sheet', confident: true });
  }
});

it('says what is wrong with bytes that are no readable PDF', async () => {
  const text = new TextEncoder().encode('a shopping list');
  await expect(reader.read(text)).rejects.toMatchObject({ code: 'NOT_A_PDF' });
  const { pdf } = await drawHeatSheet(makeMeet({ seed: 8 }), 'all', {});
  await expect(reader.read(pdf, { maxPages: 1 })).rejects.toMatchObject({ code: 'TOO_MANY_PAGES' });
  await expect(reader.read(pdf.slice(0, 400))).rejects.toMatchObject({ code: 'DAMAGED' });
});
