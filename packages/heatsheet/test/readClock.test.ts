/** A meet's heat sheets and its session report, drawn, read and joined: the clock against the meet's own. */
import {
  drawHeatSheet,
  drawSessionReport,
  makeMeet,
  withBreaks,
  type Meet,
} from '@heatsync/sheetgen';
import { beforeAll, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import { clockOf } from '../src/clock.ts';
import type { Reader } from '../src/createReader.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await createNodeReader();
});

const SESSIONS = [
  { title: 'FRIDAY EVENING', start: '17:00' },
  { title: 'SATURDAY PRELIMS', start: '08:30' },
];
const toMinutes = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Every heat's start by event and heat number; null for one that waits for the finals. */
const startsOf = (meet: Meet): Map<string, string | null> =>
  new Map(
    meet.sessions.flatMap(({ events }) =>
      events.flatMap(({ number, combined, withFinals, heats }) =>
        heats.map((heat) => {
          const own = (heat.inner?.event === 1 && combined?.number) || number;
          const waits = withFinals && (heat.inner?.number ?? heat.number) === 1;
          return [`${own} ${heat.number}`, waits ? null : heat.start];
        }),
      ),
    ),
  );

const shapes = [{}, { combined: true }, { lettered: true }, { withFinals: true }];

it.each(shapes.flatMap((shape) => [1, 2, 3].map((seed) => ({ seed, ...shape }))))(
  'every heat starts within a minute of the meet’s clock: %j',
  async (options) => {
    const made = makeMeet({ ...options, sessions: SESSIONS, eventsPerSession: 20 });
    const meet = withBreaks(made, [{ before: 4, minutes: 15 }]);
    const sheet = await reader.read((await drawHeatSheet(meet, 'all', {})).pdf);
    const report = await reader.read((await drawSessionReport(meet)).pdf);
    const clock = clockOf(sheet, [report]);
    const starts = startsOf(meet);
    for (const event of sheet.events)
      for (const heat of event.heats) {
        const where = `${event.number} ${heat.number}`;
        const drawn = starts.get(where) ?? null;
        const { start, source } = clock(event, heat);
        expect(source, where).toBe(drawn && 'from_session_report');
        const error = drawn && start ? toMinutes(start) - toMinutes(drawn) : 0;
        expect(Math.abs(error), where).toBeLessThanOrEqual(1);
      }
    expect(sheet.events.flatMap(({ heats }) => heats)).toHaveLength(starts.size);
  },
);
