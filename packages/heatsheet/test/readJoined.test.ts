/** Files that a host joined to one PDF: nobody's race is lost, and what is of two meets is not trusted. */
import {
  drawEasyWk,
  drawHeatSheet,
  drawJoined,
  drawSessionReport,
  drawSplash,
  makeMeet,
  type MeetOptions,
  type Page,
} from '@heatsync/sheetgen';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import type { Reader } from '../src/createReader.ts';
import { toReport } from '../src/report.ts';
import { comparable } from './reports.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await createNodeReader();
});

const friday = [{ title: 'FRIDAY PRELIMS', start: '08:30' }];
const small = { swimmers: 80, eventsPerSession: 8, lanes: 6, flights: false };
const first = makeMeet({ ...small, seed: 1, sessions: friday, startDate: '2027-06-18' });
const other = (options: Partial<MeetOptions> = {}) =>
  makeMeet({ ...small, ...options, seed: 2, name: 'Tidewater Classic', startDate: '2027-07-16' });

describe('heat sheets of two meets', () => {
  it.each([
    ['with the same events', other({ sessions: friday })],
    ['with other events', other({ sessions: friday, firstNumber: 21 })],
    ['with another session', other({ sessions: [{ title: 'Saturday Finals', start: '17:00' }] })],
  ])('%s are read one after the other and not trusted', async (_, meet) => {
    for (const columns of [1, 2, 3] as const) {
      const { pdf, truth } = await drawJoined([first, meet], { columns });
      const sheet = await reader.read(pdf);
      expect(comparable(toReport(sheet, '').entries)).toEqual(comparable(truth.entries));
      expect(sheet).toMatchObject({
        ...{ confident: false, meetName: first.name },
        ...{ meetStart: first.startDate, meetEnd: first.endDate },
      });
      expect(sheet.sessions.map(({ date }) => date)).toHaveLength(2);
      expect(sheet.sessions[0]?.date).toBe('2027-06-18');
      expect([null, '2027-07-16']).toContain(sheet.sessions[1]?.date);
    }
  });
});

it('one meet’s sheet twice is not trusted, even with one swimmer a heat', async () => {
  for (const swimmers of [80, 24]) {
    const meet = makeMeet({ ...small, swimmers, lanes: swimmers === 24 ? 1 : 6, seed: 4 });
    const { pdf } = await drawJoined([meet, meet]);
    expect((await reader.read(pdf)).confident, `${swimmers} swimmers`).toBe(false);
  }
});

it('one meet’s sheet of two days is read whole, each session with its day', async () => {
  const later = makeMeet({
    ...{ ...small, seed: 3, name: first.name, firstNumber: 21, startDate: '2027-06-25' },
    sessions: friday,
  });
  const { pdf, truth } = await drawJoined([first, later]);
  const sheet = await reader.read(pdf);
  expect(comparable(toReport(sheet, '').entries)).toEqual(comparable(truth.entries));
  expect(sheet).toMatchObject({ meetStart: '2027-06-18', meetEnd: '2027-06-25' });
  expect(sheet.sessions.map(({ date }) => date)).toEqual(['2027-06-18', '2027-06-25']);
});

it('a heat sheet with another meet’s session report takes no time from it', async () => {
  const report = await pagesOf((damage) => drawSessionReport(other(), { damage }));
  const { pdf } = await drawHeatSheet(first, 'all', { damage: (own) => [...own, ...report] });
  const sheet = await reader.read(pdf);
  expect(sheet.confident).toBe(false);
  expect(sheet.sessions.map(({ rows }) => rows.length)).toEqual([0]);
});

/** The pages that a drawing makes, before they are drawn. */
const pagesOf = async (draw: (damage: (pages: Page[]) => Page[]) => Promise<unknown>) => {
  const drawn: Page[] = [];
  await draw((pages) => {
    drawn.push(...pages);
    return pages;
  });
  return drawn;
};

describe('a start list behind another meet’s is not trusted', () => {
  it('where both are EasyWk’s', async () => {
    const pages = await pagesOf((damage) => drawEasyWk(other(), { damage }));
    const { pdf } = await drawEasyWk(first, { damage: (own) => [...own, ...pages] });
    expect((await reader.read(pdf)).confident).toBe(false);
  });

  it('where both are Splash’s', async () => {
    const pages = await pagesOf((damage) => drawSplash(other(), 'english', { damage }));
    const { pdf } = await drawSplash(first, 'english', {
      damage: (own) => [...own, ...pages.slice(0, 1)],
    });
    expect((await reader.read(pdf)).confident).toBe(false);
  });

  it('where they are of two kinds', async () => {
    const pages = await pagesOf((damage) => drawHeatSheet(first, 'all', { damage }));
    for (const damage of [
      (own: Page[]) => [...own, ...pages],
      (own: Page[]) => [...pages, ...own],
    ]) {
      const easyWk = await drawEasyWk(other(), { damage });
      expect((await reader.read(easyWk.pdf)).confident).toBe(false);
      const splash = await drawSplash(other(), 'english', { damage });
      expect((await reader.read(splash.pdf)).confident).toBe(false);
    }
  });
});
