/** Session reports as the generator draws them, against their truth. */
import { drawSessionReport, makeMeet, withBreaks } from '@heatsync/sheetgen';
import { beforeAll, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import type { Reader } from '../src/createReader.ts';
import { toReport } from '../src/report.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await createNodeReader();
});

const SESSIONS = [
  { title: 'FRIDAY EVENING', start: '17:00' },
  { title: 'SATURDAY PRELIMS', start: '08:30' },
];
const meetOf = (seed: number, eventsPerSession: number) =>
  withBreaks(makeMeet({ seed, sessions: SESSIONS, eventsPerSession, swimmers: 400 }), [
    { before: 2, minutes: 10 },
    { before: 5, minutes: 20, label: 'Awards Break' },
  ]);

const looks = {
  plain: {},
  'a clock of 24 hours': { twentyFourHours: true },
  'two pools': { label: 'B' },
  'unseeded events and a note': { unseeded: true, note: 'POOL 1 — GIRLS' },
  'two pools at once': { pools: true },
  'no finish': { finish: false },
};

it.each(Object.entries(looks))('reads a report with %s exactly', async (_, look) => {
  for (const [seed, events] of [
    [1, 12],
    [2, 60],
  ] as const) {
    const { pdf, truth } = await drawSessionReport(meetOf(seed, events), look);
    const sheet = await reader.read(pdf);
    const { sessions, meetName, meetStart, meetEnd, pages } = toReport(sheet, truth.file);
    expect({ sessions, meetName, meetStart, meetEnd, pages }).toEqual({
      sessions: truth.sessions,
      meetName: truth.meetName,
      meetStart: truth.meetStart,
      meetEnd: truth.meetEnd,
      pages: truth.pages,
    });
    expect(sheet).toMatchObject({ confident: true, coverage: 1, warnings: [] });
  }
});

it('is not sure of a report that lacks a row of its own totals', async () => {
  const { pdf } = await drawSessionReport(meetOf(3, 12), { without: '4' });
  const sheet = await reader.read(pdf);
  expect(sheet.confident).toBe(false);
  expect(sheet.warnings.map(({ reason }) => reason)).toEqual(['heats_of', 'entries_total']);
});
