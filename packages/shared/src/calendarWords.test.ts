import { expect, it } from 'vitest';
import { plainEventName, shortName } from './calendarWords.ts';

it.each([
  ['Girls 11-12 100 Yard Freestyle', '100 Free'],
  ['Women 200 LC Meter IM', '200 IM'],
  ['Boys 8 & Under 25 SC Meter Butterfly', '25 Fly'],
  ['Mixed 13 & Over 1650 Yard Freestyle', '1650 Free'],
  ['Men 4x50 200 Yard Medley Relay', '200 Medley Relay'],
  ['Women 400 Yard Freestyle Relay', '400 Free Relay'],
  ['Girls 10&U 50m Breast', '50 Breast'],
  ['100m Individual Medley', '100 IM'],
  ['Open Water Mile', 'Open Water Mile'],
])('names %s plainly', (printed, plain) => {
  expect(plainEventName(printed)).toBe(plain);
});

it.each([
  ['Fischer, Ada M', 'Ada F.'],
  ['Ada Fischer', 'Ada F.'],
  ['van der Berg, Jo', 'Jo V.'],
  ['Ada', 'Ada'],
  ['Fischer,', 'Fischer,'],
  ['Øst, Zoë', 'Zoë Ø.'],
])('shortens %s', (printed, short) => {
  expect(shortName(printed)).toBe(short);
});
