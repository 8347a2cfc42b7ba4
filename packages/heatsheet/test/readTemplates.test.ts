/** What hosts' templates and printer drivers make of a Meet Manager sheet changes nothing of what is read. */
import {
  drawBound,
  drawHeatSheet,
  drawPsychSheet,
  makeMeet,
  withSharedLanes,
  type BoundDocument,
  type DrawOptions,
  type Drawn,
} from '@heatsync/sheetgen';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import { clockOf } from '../src/clock.ts';
import type { Reader } from '../src/createReader.ts';
import { toReport } from '../src/report.ts';
import { comparable } from './reports.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await createNodeReader();
});

const expectExact = async ({ pdf, truth }: Drawn) => {
  const sheet = await reader.read(pdf);
  const report = toReport(sheet, '');
  expect(comparable(report.entries)).toEqual(comparable(truth.entries));
  expect(report.events.map(({ name }) => name)).toEqual(truth.events.map(({ name }) => name));
  const rounds = new Set(truth.entries.map(({ round }) => round));
  for (const { round } of report.entries) expect(rounds).toContain(round);
  expect(sheet).toMatchObject({ kind: truth.kind, confident: true, coverage: 1 });
  return sheet;
};

const LOOKS: [string, DrawOptions][] = [
  ['heats with a colon', { heats: 'colon' }],
  ['heats with a number sign', { heats: 'hash' }],
  ['"Heat 1/4"', { heats: 'slash' }],
  ['"Heat 1A of 4"', { heats: 'letter' }],
  ['athletes of clubs', { words: 'club' }],
  ['headers in capitals', { words: 'capitals' }],
  ['marks in front of seeds', { seedMarks: true }],
  ['flags without seeds', { seedless: true }],
  ['letters painted one by one', { letters: true }],
  ['headers painted twice', { overprint: true }],
  ['no ages', { withoutAges: true }],
  ['columns named above the event', { columnsAbove: true }],
  ['pauses and awards between heats', { remarks: true }],
  ['a word across the page', { watermark: true }],
];

describe.each(LOOKS)('%s', (_, look) => {
  it.each([1, 2, 3] as const)('in %i columns', async (columns) => {
    const meet = makeMeet({ seed: 30 + columns, eventsPerSession: 8 });
    await expectExact(await drawHeatSheet(meet, 'all', { columns, ...look }));
    await expectExact(await drawPsychSheet(meet, { columns, ...look }));
  });
});

it.each(['L4', '4.'] as const)('lanes printed "%s"', async (laneForm) => {
  await expectExact(await drawHeatSheet(makeMeet({ seed: 31 }), 'all', { laneForm }));
});

describe('two swimmers a lane', () => {
  it.each([true, false, 'blank', 'apart'] as const)('with letters: %s', async (laneLetters) => {
    const meet = withSharedLanes(makeMeet({ seed: 42, eventsPerSession: 6, swimmers: 90 }));
    await expectExact(await drawHeatSheet(meet, 'all', { laneLetters }));
  });
});

const EXPORTS: DrawOptions[] = [
  { heatStarts: true, gluedCourse: true },
  { years: true },
  { relayCodes: true, remarks: true },
];

it.each(EXPORTS)('a text export in letters of one width (%o)', async (look) => {
  const meet = makeMeet({ seed: 41, eventsPerSession: 8, alternates: true, otherCourses: true });
  await expectExact(await drawHeatSheet(meet, 'all', { columns: 1, typewriter: true, ...look }));
  await expectExact(await drawPsychSheet(meet, { columns: 1, typewriter: true, ...look }));
});

const SESSIONS = [
  { title: 'FRIDAY EVENING', start: '17:00' },
  { title: 'SATURDAY PRELIMS', start: '08:30' },
];

describe('a heat sheet bound with', () => {
  const meet = makeMeet({ seed: 34, sessions: SESSIONS, eventsPerSession: 6 });

  it.each<BoundDocument[]>([
    ['session report', 'heat sheet'],
    ['heat sheet', 'session report'],
  ])('%s and %s has its times', async (...documents) => {
    const sheet = await expectExact(await drawBound(meet, documents));
    const clock = clockOf(sheet, [sheet]);
    const times = sheet.events.flatMap((event) => event.heats.map((heat) => clock(event, heat)));
    expect(new Set(times.map(({ source }) => source))).toEqual(new Set(['from_session_report']));
    expect(times[0]?.start).toBe('17:00');
  });

  it.each<BoundDocument[]>([
    ['results', 'heat sheet'],
    ['heat sheet', 'results'],
    ['host pages', 'heat sheet'],
    ['heat sheet', 'host pages'],
  ])('%s and %s is read alone', async (...documents) => {
    const sheet = await expectExact(await drawBound(meet, documents, { columns: 3 }));
    expect(sheet.meetName).toBe('Harbor Light Open');
  });

  it.each<BoundDocument[]>([
    ['psych sheet', 'heat sheet'],
    ['heat sheet', 'psych sheet'],
  ])('%s and %s is a heat sheet with ranked lists', async (...documents) => {
    const { pdf, truth } = await drawBound(meet, documents);
    const sheet = await reader.read(pdf);
    const placed = toReport(sheet, '').entries.filter(({ rank }) => rank === null);
    expect(comparable(placed)).toEqual(comparable(truth.entries));
    expect(sheet).toMatchObject({ kind: 'heat_sheet', confident: true });
  });
});
