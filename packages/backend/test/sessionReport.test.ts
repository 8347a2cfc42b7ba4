/** Start times and days that heat sheets leave out, from the session report of their meet. */
import { ResultsResponse, type SwimEvent } from '@heatsync/shared';
import { drawHeatSheet, drawSessionReport, makeMeet, printedName } from '@heatsync/sheetgen';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp, type Upload } from './support/testApp.ts';

/** Titles that tell no day. */
const SESSIONS = [
  { title: 'SESSION ONE', start: '17:00' },
  { title: 'SESSION TWO', start: '08:30' },
];
const meet = makeMeet({ seed: 11, sessions: SESSIONS, swimmers: 160 });
const other = makeMeet({ seed: 12, sessions: SESSIONS, name: 'Gull Bay Classic' });

type Swim = MeetHeat & { date: string };
type MeetHeat = (typeof meet.sessions)[number]['events'][number]['heats'][number];

/** Every heat of the meet by event and heat number. */
const heats = new Map<string, Swim>(
  meet.sessions.flatMap(({ events, day }) =>
    events.flatMap(({ number, heats: own }) =>
      own.map((heat) => [
        `${number}/${heat.number}`,
        { ...heat, date: day === 1 ? '2027-06-11' : '2027-06-12' },
      ]),
    ),
  ),
);

/** Somebody with several races in both sessions. */
const swimmer = (() => {
  const count = (name: string) =>
    [...heats.values()].filter((heat) =>
      heat.entries.some((entry) => entry.swimmer && printedName(entry.swimmer) === name),
    ).length;
  return meet.swimmers.map(printedName).toSorted((a, b) => count(b) - count(a))[0] ?? '';
})();

let t: TestApp;
let files: Record<'one' | 'two' | 'report' | 'otherReport', Upload>;

beforeAll(async () => {
  const pdf = async (name: string, drawn: ReturnType<typeof drawSessionReport>) => ({
    name: `${name}.pdf`,
    bytes: (await drawn).pdf,
  });
  files = {
    one: await pdf('one', drawHeatSheet(meet, 0)),
    two: await pdf('two', drawHeatSheet(meet, 1)),
    report: await pdf('report', drawSessionReport(meet)),
    otherReport: await pdf('other report', drawSessionReport(other)),
  };
  t = await testApp();
  await t.startWorker();
});
afterAll(() => t.close());

const resultsOf = async (batchId: string) =>
  ResultsResponse.parse(await t.json(`/api/batch/${batchId}/results`));

const batchOf = async (names: (keyof typeof files)[]) => {
  const batch = await t.create({ files: names.map((name) => files[name]), swimmers: [swimmer] });
  await t.events(batch.batchId);
  return batch;
};

const racesOf = async (batchId: string): Promise<SwimEvent[]> =>
  (await resultsOf(batchId)).sources.flatMap(({ events }) => events);

const toMinutes = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

const expectMeetTimes = (races: SwimEvent[]) => {
  expect(races.length).toBeGreaterThan(3);
  for (const race of races) {
    const heat = heats.get(`${race.eventNumber}/${race.heatNumber}`);
    const error = toMinutes(race.heatStartTime ?? '') - toMinutes(heat?.start ?? '');
    expect(Math.abs(error)).toBeLessThanOrEqual(1);
    expect(race).toMatchObject({ timeSource: 'from_session_report', sessionDate: heat?.date });
  }
};

describe('heat sheets without times', () => {
  it.each([
    [['one', 'two', 'report'] as const],
    [['report', 'two', 'one'] as const],
    [['otherReport', 'one', 'report', 'two'] as const],
  ])('take them from the session report of their meet: %j', async (names) => {
    expectMeetTimes(await racesOf((await batchOf([...names])).batchId));
  });

  it('have none without a report, nor from another meet’s', async () => {
    for (const names of [['one', 'two'] as const, ['one', 'otherReport'] as const]) {
      const races = await racesOf((await batchOf([...names])).batchId);
      for (const race of races)
        expect(race).toMatchObject({ heatStartTime: null, timeSource: null, sessionDate: null });
    }
  });

  it('say in the calendar where a time comes from', async () => {
    const { batchId } = await batchOf(['one', 'two', 'report']);
    const races = await racesOf(batchId);
    const response = await t.request(`/api/batch/${batchId}/calendar.ics?tz=America/Los_Angeles`);
    const text = (await response.text()).replaceAll('\r\n ', '');
    expect(text.match(/session report/g)?.length).toBeGreaterThanOrEqual(races.length);
  });

  it('take an estimate from a start that somebody gives', async () => {
    const { batchId, manageToken } = await batchOf(['two']);
    const [source] = (await resultsOf(batchId)).sources;
    await t.json(`/api/batch/${batchId}`, {
      method: 'PATCH',
      headers: { 'X-Manage-Token': manageToken, 'Content-Type': 'application/json' },
      body: JSON.stringify({ sessions: [{ key: source?.sessions[0]?.key, startTime: '08:30' }] }),
    });
    const races = await racesOf(batchId);
    expect(races.length).toBeGreaterThan(0);
    for (const race of races) {
      const start = heats.get(`${race.eventNumber}/${race.heatNumber}`)?.start ?? '';
      expect(race.timeSource).toBe('estimated');
      expect(Math.abs(toMinutes(race.heatStartTime ?? '') - toMinutes(start))).toBeLessThan(3);
    }
  });
});
