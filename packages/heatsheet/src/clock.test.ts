import { describe, expect, it } from 'vitest';
import { clockOf } from './clock.ts';
import {
  entryOf,
  eventOf,
  heatOf,
  reportOf,
  rowOf,
  sessionOf,
  sheetOf,
} from './clock/testSheets.ts';
import type { HeatSheet } from './types.ts';

const FREE = 'Girls 13-14 100 LC Meter Freestyle';
const ROW = 'Prelims 1 Girls 13-14 100 Freestyle';
/** Heats of 1:10 and half a minute: 100 seconds apart. */
const heats = (...numbers: number[]) => numbers.map((number) => heatOf(number, ['1:10.00']));
const sheet = sheetOf([eventOf('1', FREE, heats(1, 2, 3))]);
const report = reportOf([`${ROW} 3 08:00`]);

const timesOf = (of: HeatSheet, reports: HeatSheet[], given?: Parameters<typeof clockOf>[2]) => {
  const clock = clockOf(of, reports, given);
  return of.events.flatMap((event) => event.heats.map((heat) => clock(event, heat)));
};
const startsOf = (...args: Parameters<typeof timesOf>) =>
  timesOf(...args).map(({ start }) => start);

describe('the start of a heat', () => {
  it('is the printed one, whatever a report says', () => {
    const [first, ...rest] = heats(1, 2, 3).map((heat) => ({ ...heat, start: '09:00' }));
    const printed = sheetOf([eventOf('1', FREE, [...(first ? [first] : []), ...rest])]);
    expect(timesOf(printed, [report])[0]).toEqual({
      ...{ start: '09:00', source: 'printed', date: '2027-06-11' },
    });
  });

  it('is reckoned from the start of its event in the report', () => {
    expect(timesOf(sheet, [report])).toEqual(
      ['08:00', '08:01', '08:03'].map((start) => ({
        ...{ start, source: 'from_session_report', date: '2027-06-11' },
      })),
    );
  });

  it('is not known without a source', () => {
    expect(timesOf(sheet, [])[0]).toEqual({ start: null, source: null, date: '2027-06-11' });
    expect(timesOf(sheet, [sheet])[0]?.start).toBeNull();
  });

  it('is the same whatever else is in the batch, in any order', () => {
    const others = [sheet, { ...report, meetName: 'Another Open' }];
    const expected = startsOf(sheet, [report]);
    expect(startsOf(sheet, [...others, report])).toEqual(expected);
    expect(startsOf(sheet, [report, ...others])).toEqual(expected);
    expect(startsOf(sheet, [report, structuredClone(report)])).toEqual(expected);
  });

  it('is known for the first heat only where the report names no interval', () => {
    const bare = reportOf([`${ROW} 3 08:00`], { intervalSeconds: null });
    expect(startsOf(sheet, [bare])).toEqual(['08:00', null, null]);
  });
});

describe('a report is of another meet or event', () => {
  const differs = (more: Partial<HeatSheet>) => ({ ...report, ...more });
  const row = (text: string, more: Parameters<typeof sessionOf>[0] = {}) => reportOf([text], more);

  it.each([
    ['by its name', differs({ meetName: 'Harbor Light Open II' })],
    ['by its days', differs({ meetStart: '2026-06-12', meetEnd: '2026-06-14' })],
    ['by its number', row('Prelims 2 Girls 13-14 100 Freestyle 3 08:00')],
    [
      'by a round that is missing',
      reportOf([], { rows: [{ ...rowOf(`${ROW} 3 08:00`), round: null }] }),
    ],
    ['by its round', row('Finals 1 Girls 13-14 100 Freestyle 3 08:00')],
    ['by who swims', row('Prelims 1 Boys 13-14 100 Freestyle 3 08:00')],
    ['by what is swum', row('Prelims 1 Girls 13-14 100 Backstroke 3 08:00')],
    ['by the session’s day', row(`${ROW} 3 08:00`, { date: '2027-06-12' })],
    ['by the weekday', row(`${ROW} 3 08:00`, { date: null, title: 'Saturday Prelims' })],
  ])('%s', (_, other) => {
    expect(startsOf(sheet, [other])).toEqual([null, null, null]);
  });

  it('by the weekday of its date', () => {
    const friday = { ...sheet, sessions: [sessionOf({ date: null })] };
    const saturday = row(`${ROW} 3 08:00`, { date: '2027-06-12', title: 'Prelims' });
    expect(startsOf(friday, [saturday])).toEqual([null, null, null]);
  });

  it('unless only spelling differs', () => {
    const spelt = differs({ meetName: 'HARBOR-LIGHT OPEN', meetStart: null, meetEnd: null });
    expect(startsOf(sheet, [spelt])[0]).toBe('08:00');
    expect(startsOf(sheet, [row('Prelims 1 Girls 13-14 100 Free 3 08:00')])[0]).toBe('08:00');
  });
});

describe('a session in doubt', () => {
  const inDoubt = { inDoubt: true as const };

  it('tells neither time nor day', () => {
    const undated = sheetOf(sheet.events, { sessions: [sessionOf({ date: null })] });
    expect(timesOf(undated, [reportOf([`${ROW} 3 08:00`], inDoubt)])[0]).toEqual({
      ...{ start: null, source: null, date: null },
    });
  });

  it('is not replaced by another one', () => {
    const doubted = reportOf([`${ROW} 3 08:00`], inDoubt);
    const other = sessionOf({ key: '2', title: 'Friday Finals', rows: [rowOf(`${ROW} 3 17:00`)] });
    const both = { ...doubted, sessions: [...doubted.sessions, other] };
    expect(startsOf(sheet, [both])).toEqual([null, null, null]);
    expect(startsOf(sheet, [both, report])[0]).toBe('08:00');
  });
});

describe('an event in several rows or sessions', () => {
  const flights = reportOf([`${ROW} 2 08:00`, `${ROW} 1 13:08`]);

  it('deals its heats out in order', () => {
    expect(startsOf(sheet, [flights])).toEqual(['08:00', '08:01', '13:08']);
  });

  it('has a day but no time where the report counts other heats', () => {
    const unnamed = sheetOf([eventOf('1', FREE, heats(1, 2, 3, 4), { session: null })]);
    expect(timesOf(unnamed, [flights])).toEqual(
      Array.from({ length: 4 }, () => ({ start: null, source: null, date: '2027-06-11' })),
    );
  });

  it('may begin on another sheet', () => {
    const rest = [2, 3].map((number) => heatOf(number, ['1:10.00'], { of: 3 }));
    const second = reportOf([`${ROW} 2 13:08`]);
    expect(startsOf(sheetOf([eventOf('1', FREE, rest)]), [second])).toEqual(['13:08', '13:09']);
  });

  it('has no time where a heat is missing in between', () => {
    const gap = sheetOf([eventOf('1', FREE, heats(1, 3))]);
    expect(startsOf(gap, [reportOf([`${ROW} 2 08:00`])])).toEqual([null, null]);
  });

  it('keeps prelims and finals of one sheet apart', () => {
    const finals = [1, 2].map((number) => heatOf(number, ['1:05.00'], { round: 'A - Final' }));
    const both = sheetOf([eventOf('1', FREE, [...heats(1, 2, 3), ...finals])]);
    const day = reportOf([`${ROW} 3 08:00`, 'Finals 1 Girls 13-14 100 Freestyle 2 17:00']);
    expect(startsOf(both, [day])).toEqual(['08:00', '08:01', '08:03', '17:00', '17:01']);
  });

  it('is looked for in the session of the same title', () => {
    const later = sessionOf({
      ...{ key: '2', title: 'Friday Afternoon', intervalSeconds: 30 },
      rows: [rowOf(`${ROW} 3 12:00`)],
    });
    const two = { ...report, sessions: [later, ...report.sessions] };
    expect(startsOf(sheet, [two])[0]).toBe('08:00');
    const untitled = { ...sheet, sessions: [sessionOf({ title: null })] };
    expect(startsOf(untitled, [two])[0]).toBeNull();
  });

  it('has no time where two reports contradict each other', () => {
    const other = reportOf([`${ROW} 3 08:30`]);
    expect(startsOf(sheet, [report, other])).toEqual([null, null, null]);
  });
});

describe('a timed final swum in two sessions', () => {
  const final = (number: number, withFinals: boolean) =>
    heatOf(number, ['1:10.00'], { round: 'Finals', ...(withFinals && { withFinals }) });
  const event = eventOf('1', FREE, [final(1, true), final(2, false), final(3, false)]);
  const day = reportOf(['Finals-S 1 Girls 13-14 100 Freestyle 2 08:00']);
  const evening = sessionOf({
    ...{ key: '2', title: 'Friday Finals', intervalSeconds: 60 },
    rows: [rowOf('Finals-1 1 Girls 13-14 100 Freestyle 1 17:00')],
  });

  it('has its fastest heat with the finals', () => {
    const both = { ...day, sessions: [...day.sessions, evening] };
    expect(startsOf(sheetOf([event]), [both])).toEqual(['17:00', '08:00', '08:01']);
    expect(startsOf(sheetOf([event]), [day])).toEqual([null, '08:00', '08:01']);
  });
});

describe('two events swum in turn', () => {
  const girls = eventOf('21', 'Girls 13-14 100 Free', heats(1, 3));
  const boys = eventOf('22', 'Boys 13-14 100 Free', heats(2, 4));
  const rows = [
    'Prelims 21 Girls 13-14 100 Freestyle 2 08:00',
    'Prelims 22 Boys 13-14 100 Freestyle 2 08:04',
  ];

  it('share one run of heats from the first one’s start', () => {
    expect(startsOf(sheetOf([girls, boys]), [reportOf(rows)])).toEqual([
      ...['08:00', '08:03', '08:01', '08:05'],
    ]);
  });

  it('have no time where another event comes between them', () => {
    const [first = '', second = ''] = rows;
    const apart = reportOf([first, `${ROW} 1 08:04`, second]);
    expect(startsOf(sheetOf([girls, boys]), [apart])).toEqual([null, null, null, null]);
  });
});

describe('a start that somebody gives', () => {
  const given = [{ session: '1', start: '09:30' }];
  const at = (number: number, left: number, top: number) =>
    heatOf(number, [], {
      entries: [entryOf('1:10.00', { box: [left, top, left + 200, top + 10] })],
    });

  it('gives an estimate, heat after heat as printed', () => {
    const columns = sheetOf([
      eventOf('1', FREE, [at(1, 18, 100), at(2, 20, 300), at(3, 310, 400)]),
      eventOf('2', FREE, [at(1, 308, 120)]),
    ]);
    expect(timesOf(columns, [], given)).toEqual(
      ['09:30', '09:31', '09:35', '09:33'].map((start) => ({
        ...{ start, source: 'estimated', date: '2027-06-11' },
      })),
    );
  });

  it('is set right by a printed time on the way', () => {
    const [first, second, third] = [at(1, 18, 100), at(2, 18, 300), at(3, 18, 500)];
    const printed = sheetOf([eventOf('1', FREE, [first, { ...second, start: '09:40' }, third])]);
    expect(startsOf(printed, [], given)).toEqual(['09:30', '09:40', '09:41']);
  });

  it('counts for its own session, and less than a report', () => {
    expect(startsOf(sheet, [], [{ session: '2', start: '09:30' }])[0]).toBeNull();
    expect(timesOf(sheet, [report], given)[0]?.source).toBe('from_session_report');
  });

  it('says nothing of what follows a ranked list, or midnight', () => {
    const ranked = heatOf(null, ['1:10.00', '1:11.00']);
    const later = eventOf('3', FREE, [at(1, 18, 500)]);
    const open = sheetOf([...sheet.events, eventOf('2', FREE, [ranked]), later]);
    expect(startsOf(open, [], given)).toEqual(['09:30', '09:31', '09:33', null, null]);
    expect(startsOf(sheet, [], [{ session: '1', start: '23:59' }])).toEqual(['23:59', null, null]);
  });
});

it('takes the only day of a meet for events without session', () => {
  const day = { meetStart: '2027-06-11', meetEnd: '2027-06-11', sessions: [] };
  const bare = sheetOf([eventOf('1', FREE, heats(1), { session: null })], day);
  expect(timesOf(bare, [])[0]?.date).toBe('2027-06-11');
});
