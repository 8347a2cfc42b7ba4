import { describe, expect, it } from 'vitest';
import { event, results, source } from './invented.ts';
import { lastDayOf, nextRace, wallClock } from './nextRace.ts';
import { racesOf } from './results.ts';

const races = racesOf(
  results(
    source(1, {
      events: [
        event({ id: 'late', sessionDate: '2026-06-12', heatStartTime: '10:40' }),
        event({ id: 'early', sessionDate: '2026-06-12', heatStartTime: '09:10' }),
        event({ id: 'untimed', sessionDate: '2026-06-12' }),
        event({ id: 'tomorrow', sessionDate: '2026-06-13', heatStartTime: '08:00' }),
        event({
          id: 'withdrawn',
          sessionDate: '2026-06-12',
          heatStartTime: '09:00',
          note: 'withdrawn',
        }),
      ],
    }),
  ),
  new Set(),
);

const nextAt = (date: string, time: string) => {
  const next = nextRace(races, { date, time });
  return next && [next.race.id, next.inMinutes, next.left];
};

describe('nextRace', () => {
  it('is the first of today that has not been swum by the clock', () => {
    expect(nextAt('2026-06-12', '07:00')).toEqual(['early', 130, 2]);
    expect(nextAt('2026-06-12', '09:13')).toEqual(['early', -3, 2]);
    expect(nextAt('2026-06-12', '09:14')).toEqual(['late', 86, 1]);
  });

  it('counts a race once that two sheets contradict each other about', () => {
    const today = { sessionDate: '2026-06-12', heatStartTime: '09:10' };
    const [old, newer] = [
      event({ ...today, id: 'old', conflictsWith: 'newer' }),
      event({ ...today, id: 'newer', conflictsWith: 'old', lane: 5 }),
    ];
    const changed = racesOf(
      results(source(1, { events: [old] }), source(2, { events: [newer] })),
      new Set(),
    );
    expect(nextRace(changed, { date: '2026-06-12', time: '09:00' })?.left).toBe(1);
  });

  it('is none on another day, or when all is swum', () => {
    expect(nextAt('2026-06-11', '23:59')).toBeNull();
    expect(nextAt('2026-06-12', '10:44')).toBeNull();
  });
});

it('says of races that are over which day was the last', () => {
  const lastDay = (date: string) => lastDayOf(races, { date, time: '12:00' });
  expect(lastDay('2026-06-14')).toBe('2026-06-13');
  expect(lastDay('2026-06-13')).toBeNull();
  // One without a day may be to come.
  const [undated] = racesOf(
    results(source(1, { events: [event({ sessionDate: null })] })),
    new Set(),
  );
  expect(
    lastDayOf([...races, ...(undated ? [undated] : [])], { date: '2026-06-14', time: '12:00' }),
  ).toBeNull();
  expect(lastDayOf([], { date: '2026-06-14', time: '12:00' })).toBeNull();
});

it('reads the clock on the wall of the pool', () => {
  const now = new Date('2026-06-12T06:30:00Z');
  expect(wallClock(now, 'America/Los_Angeles')).toEqual({ date: '2026-06-11', time: '23:30' });
  expect(wallClock(now, 'Europe/Berlin')).toEqual({ date: '2026-06-12', time: '08:30' });
  expect(wallClock(new Date('2026-06-12T00:05:00Z'), 'UTC').time).toBe('00:05');
});
