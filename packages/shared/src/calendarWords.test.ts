import { expect, it } from 'vitest';
import { shortName } from './calendarWords.ts';

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
