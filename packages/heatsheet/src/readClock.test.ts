/** A meet's heat sheets and its session report, drawn, read and joined: the clock against the meet's own. */
import { drawHeatSheet, drawSessionReport, makeMeet, withBreaks } from '@heatsync/sheetgen';
import { beforeAll, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import { clockOf } from './clock.ts';
import type { Reader } from './createReader.ts';

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

it.each([1, 2, 3, 4])(
  'every heat starts within a minute of the meet’s clock (meet %i)',
  async (seed) => {
    const meet = withBreaks(makeMeet({ seed, sessions: SESSIONS, eventsPerSession: 20 }), [
      { before: 4, minutes: 15 },
    ]);
    const sheet = await reader.read((await drawHeatSheet(meet, 'all', {})).pdf);
    const report = await reader.read((await drawSessionReport(meet)).pdf);
    const clock = clockOf(sheet, [report]);
    const starts = new Map<string, string>(
      meet.sessions.flatMap(({ events }) =>
        events.flatMap(({ number, heats }) =>
          heats.map((heat) => [`${number} ${heat.number}`, heat.start] as const),
        ),
      ),
    );
    const errors = sheet.events.flatMap((event) =>
      event.heats.map((heat) => {
        const { start, source } = clock(event, heat);
        expect(source).toBe('from_session_report');
        const drawn = starts.get(`${event.number} ${heat.number}`) ?? '';
        return Math.abs(toMinutes(start ?? '') - toMinutes(drawn));
      }),
    );
    expect(errors).toHaveLength(starts.size);
    expect(Math.max(...errors)).toBeLessThanOrEqual(1);
  },
);
