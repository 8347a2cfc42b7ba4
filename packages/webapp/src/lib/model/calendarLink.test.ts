import { expect, it } from 'vitest';
import { calendarLink, feedLink, takeawayOf, zoneOf } from './calendarLink.ts';
import { event, results, source } from './invented.ts';
import { racesOf } from './results.ts';

const dated = (id: string) => event({ id, sessionDate: '2026-06-12' });
const races = racesOf(
  results(source(1, { events: [dated('1-1-20-30'), dated('1-2-20-40')] })),
  new Set(),
);
const wish = { races, reminder: 15, zone: 'Europe/Berlin' } as const;

it('asks for the chosen races by where they stand, never by name', () => {
  expect(calendarLink('7a3a', wish)).toBe(
    '/api/batch/7a3a/calendar.ics?races=1-1-20-30%2C1-2-20-40&reminder=15&tz=Europe%2FBerlin',
  );
});

it('subscribes to all races, those of sheets still to come too', () => {
  expect(feedLink('pool.example:8000', '7a3a', { ...wish, races: null })).toBe(
    'webcal://pool.example:8000/api/batch/7a3a/calendar.ics?reminder=15&tz=Europe%2FBerlin',
  );
});

it('prefers the zone of the meet', () => {
  expect(zoneOf('America/Denver')).toEqual({ zone: 'America/Denver', isMeets: true });
  expect(zoneOf(null).isMeets).toBe(false);
});

const choice = {
  batchId: '7a3a',
  races,
  leftOut: [],
  reminder: 15,
  meetZone: 'Europe/Berlin',
  isWhole: true,
  host: 'pool.example',
  save: null,
} as const;

it('takes all along, and follows what is still to come', () => {
  const { chosen, calendar, feed } = takeawayOf(choice);
  expect(chosen).toEqual(races);
  expect(calendar).toEqual({ href: calendarLink('7a3a', wish) });
  expect(feed).not.toContain('races=');
});

it('what is left out comes by no way', () => {
  const { chosen, feed } = takeawayOf({ ...choice, leftOut: ['1-1-20-30'] });
  expect(chosen.map(({ id }) => id)).toEqual(['1-2-20-40']);
  expect(feed).toContain('races=1-2-20-40&');
});

it('where nothing leaves the device there is no address', () => {
  const saved: unknown[] = [];
  const { calendar, feed } = takeawayOf({ ...choice, save: (asked) => saved.push(asked) });
  if ('save' in calendar) calendar.save();
  expect(saved).toEqual([wish]);
  expect(feed).toBeNull();
});
