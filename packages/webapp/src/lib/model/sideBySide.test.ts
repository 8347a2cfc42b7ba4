import { describe, expect, it } from 'vitest';
import { event, results, source } from './invented.ts';
import { racesOf } from './results.ts';
import { clashesOf, columnsOf, freeMinutes, momentsOf } from './sideBySide.ts';

const ADA = 0;
const BRAM = 1;

/** Races on one day, as [whose, when]. */
const raceDay = (...starts: [swimmer: number, time: string | null][]) =>
  racesOf(
    results(
      source(1, {
        events: starts.map(([swimmer, heatStartTime], index) =>
          event({
            id: String(index),
            swimmer,
            heatStartTime,
            sessionDate: '2026-06-12',
          }),
        ),
      }),
    ),
    new Set(),
  );

describe('clashesOf', () => {
  it('finds the other child who swims within eight minutes, before or after', () => {
    const races = raceDay([ADA, '09:10'], [BRAM, '09:02'], [BRAM, '09:18'], [BRAM, '09:19']);
    const [ada] = races;
    expect(ada && clashesOf(ada, races).map((race) => race.id)).toEqual(['1', '2']);
  });

  it('never calls two races of one child a clash, nor races of unknown time', () => {
    const races = raceDay([ADA, '09:10'], [ADA, '09:12'], [BRAM, null]);
    expect(races.flatMap((race) => clashesOf(race, races))).toEqual([]);
  });
});

it('tells a pause only where both times are known and it is long enough', () => {
  const [first, soon, later, unknown] = raceDay(
    [ADA, '09:10'],
    [BRAM, '09:29'],
    [ADA, '10:40'],
    [ADA, null],
  );
  if (!first || !soon || !later) throw new Error('The day has four races.');
  expect(freeMinutes(first, soon)).toBeNull();
  expect(freeMinutes(soon, later)).toBe(71);
  expect(freeMinutes(later, unknown)).toBeNull();
  expect(freeMinutes(later, undefined)).toBeNull();
});

describe('momentsOf', () => {
  const ids = (...starts: Parameters<typeof raceDay>) =>
    momentsOf(raceDay(...starts)).map((moment) => moment.map((race) => race.id));

  it('puts races together that nobody can watch both', () => {
    expect(ids([ADA, '09:00'], [BRAM, '09:08'], [ADA, '10:00'])).toEqual([['0', '1'], ['2']]);
  });

  it('keeps apart what only another race lies between, a child’s own races, and unknown times', () => {
    expect(ids([ADA, '09:00'], [BRAM, '09:07'], [2, '09:09'])).toEqual([['0', '1'], ['2']]);
    expect(ids([ADA, '09:00'], [ADA, '09:03'], [BRAM, '09:04'])).toEqual([['0'], ['1', '2']]);
    expect(ids([ADA, null], [BRAM, null])).toEqual([['0'], ['1']]);
  });
});

describe('columnsOf', () => {
  it('names two or three children whose times are known', () => {
    expect(columnsOf(raceDay([BRAM, '09:00'], [ADA, null], [ADA, '09:30']))).toEqual([ADA, BRAM]);
  });

  it('names nobody for one child, without times, or where columns would be too narrow', () => {
    expect(columnsOf(raceDay([ADA, '09:00']))).toEqual([]);
    expect(columnsOf(raceDay([ADA, null], [BRAM, null]))).toEqual([]);
    const four = [0, 1, 2, 3].map((swimmer): [number, string] => [swimmer, '09:00']);
    expect(columnsOf(raceDay(...four))).toEqual([]);
  });
});

describe('without a date', () => {
  const undated = (sessionName: string, swimmer: number, heatStartTime: string) =>
    event({ id: `${sessionName}${swimmer}`, swimmer, heatStartTime, sessionName });

  it('counts over midnight within one session', () => {
    const late = [undated('Relays', ADA, '23:58'), undated('Relays', BRAM, '00:03')];
    const [ada, bram] = racesOf(results(source(1, { events: late })), new Set());
    if (!ada || !bram) throw new Error('The session has two races.');
    expect(clashesOf(ada, [ada, bram])).toEqual([bram]);
    expect(freeMinutes({ ...ada, heatStartTime: '23:30' }, bram)).toBe(33);
  });

  it('takes two sessions for two days', () => {
    const both = [undated('Session 1', ADA, '09:00'), undated('Session 2', BRAM, '09:00')];
    const races = racesOf(results(source(1, { events: both })), new Set());
    expect(races.flatMap((race) => clashesOf(race, races))).toEqual([]);
  });
});
