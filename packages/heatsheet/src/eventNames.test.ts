import { expect, it } from 'vitest';
import { eventFacts } from './eventNames.ts';

it.each([
  ['Girls 13 & Over 200 LC Meter Freestyle', '13 & Over', 200, 'freestyle'],
  ['Boys 11 Year Olds 100 SC Meter IM', '11 Year Olds', 100, 'medley'],
  ['Girls 13-14 800 Free', '13-14', 800, 'freestyle'],
  ['Girls 13 Year Olds 100 Free', '13 Year Olds', 100, 'freestyle'],
  ['Boys 10 & Under 50 Back', '10 & Under', 50, 'backstroke'],
  ['Women 1000 Yard Freestyle', null, 1000, 'freestyle'],
  ['Women 1000 Free', null, 1000, 'freestyle'],
  ['Fun Race', null, null, null],
])('"%s"', (name, ages, distance, stroke) => {
  expect(eventFacts(name)).toMatchObject({ ages, distance, stroke });
});
