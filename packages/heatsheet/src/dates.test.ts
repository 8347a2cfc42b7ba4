import { describe, expect, it } from 'vitest';
import { clockTime, dayOfTitle, slashedRange, speltRange } from './dates.ts';

describe('the days of a meet', () => {
  it.each([
    ['6/11/2026 to 6/14/2026', false, '2026-06-11', '2026-06-14'],
    ['Harbor Light Open - 7/19/2025', false, '2025-07-19', '2025-07-19'],
    ['11/6/2026 to 14/6/2026', true, '2026-06-11', '2026-06-14'],
    ['25/6/2026 to 28/6/2026', false, '2026-06-25', '2026-06-28'],
    ['12/30/2026 - 1/2/2027', false, '2026-12-30', '2027-01-02'],
  ])('%s (day first: %s)', (text, dayFirst, start, end) => {
    expect(slashedRange(text, dayFirst)).toEqual({ start, end });
  });

  it.each([
    ['Harbor, Oregon August 5-8, 2026', '2026-08-05', '2026-08-08'],
    ['July 30 - August 2, 2026', '2026-07-30', '2026-08-02'],
    ['February 19-20, 2026', '2026-02-19', '2026-02-20'],
  ])('%s', (text, start, end) => {
    expect(speltRange(text)).toEqual({ start, end });
  });

  it('are null rather than guessed', () => {
    expect(slashedRange('Harbor Light Open', false)).toBeNull();
    expect(slashedRange('6/14/2026 to 6/11/2026', false)).toBeNull();
    expect(slashedRange('13/13/2026', false)).toBeNull();
    expect(speltRange('Smarch 5-8, 2026')).toBeNull();
  });
});

describe('the day of a session', () => {
  const range = { start: '2026-06-11', end: '2026-06-14' };

  it.each([
    ['THURSDAY PRELIMS', '2026-06-11'],
    ['Sat. Afternoon', '2026-06-13'],
    ['All Events', null],
    ['Monday Finals', null],
    ['Sunset Session', null],
  ])('"%s"', (title, day) => {
    expect(dayOfTitle(title, range)).toBe(day);
  });

  it('is the only day of a one-day meet', () => {
    const day = { start: '2025-07-19', end: '2025-07-19' };
    expect(dayOfTitle('All Events', day)).toBe('2025-07-19');
  });

  it('is not known where the weekday comes twice, or the meet has no dates', () => {
    expect(dayOfTitle('Friday', { start: '2026-06-11', end: '2026-06-20' })).toBeNull();
    expect(dayOfTitle('Friday', null)).toBeNull();
  });
});

it.each([
  ['08:27 AM', '08:27'],
  ['12:05 AM', '00:05'],
  ['5:00 p.m.', '17:00'],
  ['14:05', '14:05'],
  ['soon', null],
])('"%s" is %s', (text, time) => {
  expect(clockTime(text)).toBe(time);
});
