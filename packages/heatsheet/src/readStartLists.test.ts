/** The reader on start lists of EasyWk and Splash that the generator draws, against their truth. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { drawEasyWk, drawSplash, makeMeet, type Drawn } from '@heatsync/sheetgen';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import { DEFAULT_MAX_MEMORY_MB, DEFAULT_MAX_PAGES, type Reader } from './createReader.ts';
import { readPages as readPdf } from './pdf/document.ts';
import { startEngine } from './pdf/engine.ts';
import { readPages } from './readPages.ts';
import { toReport } from './report.ts';

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

const expectExact = async ({ pdf, truth }: Drawn) => {
  const sheet = await reader.read(pdf);
  const report = toReport(sheet, truth.file);
  expect(sheet.warnings).toEqual([]);
  expect(inOrder(report.entries)).toEqual(inOrder(truth.entries));
  const { kind, software, meetName, meetStart, meetEnd, pages } = truth;
  expect(report).toMatchObject({ kind, software, meetName, meetStart, meetEnd, pages });
  for (const event of truth.events) expect(report.events).toContainEqual(event);
  expect(sheet).toMatchObject({ confident: true, coverage: 1 });
  return sheet;
};

const SEEDS = Array.from({ length: 8 }, (_, index) => index + 1);

describe('an EasyWk start list', () => {
  it.each(SEEDS)('is read exactly (meet %i)', async (seed) => {
    const sheet = await expectExact(await drawEasyWk(meetOf(seed)));
    expect(sheet.sessions.map(({ date, start }) => [date, start])).toEqual([
      ['2027-06-11', '08:30'],
      ['2027-06-12', '09:15'],
    ]);
  });
});

describe.each(['turkish', 'german', 'english'] as const)('a %s Splash start list', (language) => {
  it.each(SEEDS.slice(0, 4))('is read exactly (meet %i)', async (seed) => {
    const sheet = await expectExact(await drawSplash(meetOf(seed), language));
    expect(sheet.sessions.map(({ date }) => date)).toEqual(['2027-06-11', '2027-06-12']);
  });
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
