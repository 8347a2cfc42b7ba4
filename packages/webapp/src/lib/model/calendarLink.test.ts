import { expect, it } from 'vitest';
import { calendarLink, feedLink, zoneOf } from './calendarLink.ts';
import { event, results, source } from './invented.ts';
import { racesOf } from './results.ts';

const races = racesOf(
  results(source(1, { events: [event({ id: '1-1-20-30' }), event({ id: '1-2-20-40' })] })),
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
