import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import { toCalendar, undatedRaces, type CalendarOptions } from './calendar.ts';
import type { SwimEvent } from './types.ts';

const race = (changes: Partial<SwimEvent> = {}): SwimEvent => ({
  id: 'r1',
  eventNumber: '14',
  eventName: 'Girls 11-12 100 Yard Freestyle',
  round: 'Prelims',
  heatNumber: 3,
  heatCount: 7,
  lane: 5,
  rank: null,
  swimmer: 0,
  swimmerName: 'Fischer, Ada M',
  personKey: 'ada',
  age: '12',
  team: 'Otters',
  seedTime: '1:02.33',
  heatStartTime: '09:14',
  timeSource: 'estimated',
  sessionKey: 's1',
  sessionName: 'Saturday Morning',
  sessionDate: '2026-03-07',
  relay: null,
  note: null,
  page: 2,
  box: [0, 0, 1, 1],
  line: '5 Fischer, Ada M',
  duplicateOf: null,
  conflictsWith: null,
  ...changes,
});

const options: CalendarOptions = {
  name: 'Ada’s races',
  meetName: () => 'Winter Meet',
  instead: () => null,
  venue: 'City Pool, Lane St; north',
  personUid: (key) => `opaque-${key}`,
  timeZone: 'America/New_York',
  reminderMinutes: 10,
  stamp: new Date('2026-03-01T12:00:00Z'),
  sequence: 4,
};

const entries = (text: string): ICAL.Component[] =>
  new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent');
const uids = (races: SwimEvent[]): unknown[] =>
  entries(toCalendar(races, options)).map((entry) => entry.getFirstPropertyValue('uid'));

/** The instants at which the races start, as each of the two parsers understands the file. */
const starts = (text: string): { ical: string[]; node: string[] } => {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? undefined);
  const ical = calendar.getAllSubcomponents('vevent').map((entry) => {
    const time = new ICAL.Event(entry).startDate;
    const local = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute);
    return new Date(local - zone.utcOffset(time) * 1000).toISOString();
  });
  const node = Object.values(nodeIcal.sync.parseICS(text)).flatMap((item) =>
    item?.type === 'VEVENT' ? [item.start.toISOString()] : [],
  );
  return { ical, node };
};

describe('toCalendar', () => {
  it('says what a parent needs at the pool', () => {
    const [entry] = entries(toCalendar([race()], options));
    expect(entry?.getFirstPropertyValue('summary')).toBe('E14 H3 L5 · 100 Free · Ada F.');
    expect(String(entry?.getFirstPropertyValue('description')).split('\n')).toEqual([
      'Girls 11-12 100 Yard Freestyle',
      'Prelims',
      'Heat 3 of 7',
      'Lane 5',
      'Seed 1:02.33',
      'Estimated time',
      'Page 2',
    ]);
    expect(entry?.getFirstPropertyValue('location')).toBe('City Pool, Lane St; north');
    expect(entry?.getFirstPropertyValue('sequence')).toBe(4);
    const alarm = entry?.getFirstSubcomponent('valarm');
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT10M');
    expect(String(entry?.getFirstPropertyValue('duration'))).toBe('PT10M');
  });

  it('means the same instants to two parsers, on the days the clock changes too', () => {
    const changes: [zone: string, day: string, clock: string, instant: string][] = [
      ['America/New_York', '2026-03-07', '09:14', '2026-03-07T14:14:00.000Z'],
      ['America/New_York', '2026-03-08', '01:30', '2026-03-08T06:30:00.000Z'],
      ['America/New_York', '2026-03-08', '09:14', '2026-03-08T13:14:00.000Z'],
      ['America/New_York', '2026-11-01', '09:14', '2026-11-01T14:14:00.000Z'],
      ['Europe/Berlin', '2026-03-29', '08:00', '2026-03-29T06:00:00.000Z'],
      ['Australia/Sydney', '2026-01-01', '07:30', '2025-12-31T20:30:00.000Z'],
      ['Australia/Sydney', '2026-10-04', '08:00', '2026-10-03T21:00:00.000Z'],
      ['America/Phoenix', '2026-07-04', '08:00', '2026-07-04T15:00:00.000Z'],
      ['Asia/Kolkata', '2026-07-04', '08:00', '2026-07-04T02:30:00.000Z'],
    ];
    for (const [timeZone, sessionDate, heatStartTime, instant] of changes) {
      const text = toCalendar([race({ sessionDate, heatStartTime })], { ...options, timeZone });
      expect(starts(text), `${timeZone} ${sessionDate}`).toEqual({
        ical: [instant],
        node: [instant],
      });
    }
  });

  it('makes an all-day note of a race without time', () => {
    const text = toCalendar([race({ heatStartTime: null, timeSource: null })], options);
    const [entry] = entries(text);
    expect(text).toContain('DTSTART;VALUE=DATE:20260307\r\n');
    expect(entry?.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(entry?.getFirstSubcomponent('valarm')).toBeNull();
    expect(text).not.toContain('time\\n');
    const parsed = Object.values(nodeIcal.sync.parseICS(text)).find((it) => it?.type === 'VEVENT');
    expect(parsed?.type === 'VEVENT' && parsed.datetype).toBe('date');
  });

  it('says where another sheet puts the race', () => {
    const instead = { filename: 'new.pdf', page: 4, heatNumber: 2, lane: 7 };
    const [entry] = entries(toCalendar([race()], { ...options, instead: () => instead }));
    expect(entry?.getFirstPropertyValue('description')).toContain(
      'Lane 5\nnew.pdf, page 4, says heat 2, lane 7. Check which sheet is newer.\nSeed',
    );
  });

  it('keeps a race whose heat is not set yet', () => {
    const ranked = race({ heatNumber: null, lane: null, rank: 9, heatStartTime: null });
    const [entry] = entries(toCalendar([ranked], options));
    expect(entry?.getFirstPropertyValue('summary')).toBe('E14 · 100 Free · Ada F.');
    expect(entry?.getFirstPropertyValue('description')).toContain(
      'Ranked 9, heat and lane not set yet',
    );
  });

  it('leaves out repeats, and counts the races without date', () => {
    const undated = race({ sessionDate: null });
    const races = [undated, race({ duplicateOf: 'r0' }), race()];
    expect(entries(toCalendar(races, options))).toHaveLength(1);
    expect(undatedRaces([...races, race({ duplicateOf: 'r0', sessionDate: null })])).toEqual([
      undated,
    ]);
  });

  it('keeps the UID when heat, lane and time change', () => {
    const moved = race({ id: 'r9', heatNumber: 6, lane: 1, heatStartTime: '10:02', page: 8 });
    expect(uids([moved])).toEqual(uids([race()]));
    const others = [
      race({ round: 'Finals' }),
      race({ eventNumber: '15' }),
      race({ personKey: 'bo' }),
    ];
    expect(new Set(uids([race(), ...others]))).toHaveLength(4);
    expect(uids([race()])[0]).toMatch(/^[0-9a-f]{28}@heatsync$/);
  });

  it('numbers UIDs that would come more than once', () => {
    const [first, ...more] = uids([race(), race({ lane: 2 }), race({ heatNumber: 1 })]).map(String);
    const name = String(first).replace('@heatsync', '');
    expect(more).toEqual([`${name}-2@heatsync`, `${name}-3@heatsync`]);
  });

  it('refuses a zone nobody knows', () => {
    for (const timeZone of ['Mars/Olympus', '', '+02:00', 'X\r\nY'])
      expect(() => toCalendar([race()], { ...options, timeZone })).toThrow(RangeError);
  });
});
