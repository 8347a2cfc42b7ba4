import type { OtherPlace } from '@heatsync/shared';
import { expect, it } from 'vitest';
import { googleLink } from './googleLink.ts';
import { event, results, source } from './invented.ts';
import { racesOf } from './results.ts';

const place = { zone: 'America/New_York', venue: 'City Pool', instead: null };

const queryOf = (change: Parameters<typeof event>[0], instead: OtherPlace | null = null) => {
  const [race] = racesOf(results(source(1, { events: [event(change)] })), new Set());
  const link = race && googleLink(race, { ...place, instead });
  return link ? Object.fromEntries(new URL(link).searchParams) : null;
};

it('fills in the race in the zone of the meet, and names nobody', () => {
  const query = queryOf({ sessionDate: '2026-06-12', heatStartTime: '09:55', round: 'Prelims' });
  expect(query).toEqual({
    action: 'TEMPLATE',
    text: 'E1 H1 L4 · 100 Free',
    dates: '20260612T095500/20260612T100500',
    ctz: 'America/New_York',
    details: 'Girls 11-12 100 Yard Freestyle\nPrelims',
    location: 'City Pool',
  });
});

it('makes an all-day note where no time is known, and ends past midnight on the next day', () => {
  expect(queryOf({ sessionDate: '2026-12-31' })?.['dates']).toBe('20261231/20270101');
  expect(queryOf({ sessionDate: '2026-12-31', heatStartTime: '23:55' })?.['dates']).toBe(
    '20261231T235500/20270101T000500',
  );
});

it('says where another sheet puts the race, without that file’s name', () => {
  const instead = { filename: 'Ada heats.pdf', page: 2, heatNumber: 2, lane: 7 };
  expect(queryOf({ sessionDate: '2026-06-12' }, instead)?.['details']).toBe(
    'Girls 11-12 100 Yard Freestyle\nAnother sheet says heat 2, lane 7. Check which sheet is newer.',
  );
});

it('is none without a date', () => {
  expect(queryOf({ sessionDate: null })).toBeNull();
});
