import { describe, expect, it } from 'vitest';
import { clockTime, daysOf, slashedRange } from './dates.ts';

describe('the days of a meet', () => {
  it.each([
    ['6/11/2026 to 6/14/2026', null, '2026-06-11', '2026-06-14'],
    ['Harbor Light Open - 7/19/2025', null, '2025-07-19', '2025-07-19'],
    ['11/6/2026 to 14/6/2026', null, '2026-06-11', '2026-06-14'],
    ['25/6/2026 to 28/6/2026', 'month_first', '2026-06-25', '2026-06-28'],
    ['12/30/2026 - 1/2/2027', null, '2026-12-30', '2027-01-02'],
    ['7/5/2026', 'month_first', '2026-07-05', '2026-07-05'],
    ['7/5/2026', 'day_first', '2026-05-07', '2026-05-07'],
    ['2026-06-11 to 2026-06-14', null, '2026-06-11', '2026-06-14'],
    ['11/06/2026 al 14/06/2026', null, '2026-06-11', '2026-06-14'],
    ['11-06-2026 to 14-06-2026', 'day_first', '2026-06-11', '2026-06-14'],
    ['6-11-2026', 'month_first', '2026-06-11', '2026-06-11'],
    ['11.6.2026 to 14.6.2026', 'month_first', '2026-06-11', '2026-06-14'],
    ['5.6.2026', null, '2026-06-05', '2026-06-05'],
    ['2026/06/11 to 2026/06/14', null, '2026-06-11', '2026-06-14'],
    ['2026.6.11', null, '2026-06-11', '2026-06-11'],
    ['6/11 - 6/14/2026', null, '2026-06-11', '2026-06-14'],
    ['6/11/2026, 6/12/2026 & 6/13/2026', null, '2026-06-11', '2026-06-13'],
  ] as const)('%s (%s)', (text, order, start, end) => {
    expect(slashedRange(text, order)).toEqual({ start, end });
  });

  it('are a weekend rather than a month, whatever the order', () => {
    expect(slashedRange('3/5/2026 to 3/6/2026', 'day_first')).toEqual({
      start: '2026-03-05',
      end: '2026-03-06',
    });
    expect(slashedRange('3/4/2026 to 4/4/2026', 'month_first')).toEqual({
      start: '2026-04-03',
      end: '2026-04-04',
    });
  });

  it('are null rather than guessed', () => {
    expect(slashedRange('Harbor Light Open', null)).toBeNull();
    expect(slashedRange('7/5/2026', null)).toBeNull();
    expect(slashedRange('6/14/2026 to 6/11/2026', 'month_first')).toBeNull();
    expect(slashedRange('13/13/2026', 'day_first')).toBeNull();
    expect(slashedRange('2026-02-30', null)).toBeNull();
    expect(slashedRange('6/11/2026 to 6/31/2026', 'month_first')).toBeNull();
  });

  it('are counted over the end of a month', () => {
    expect(daysOf({ start: '2026-12-31', end: '2027-01-01' })).toEqual([
      '2026-12-31',
      '2027-01-01',
    ]);
  });
});

it.each([
  ['08:27 AM', '08:27'],
  ['12:05 AM', '00:05'],
  ['5:00 p.m.', '17:00'],
  ['05:00:30 PM', '17:00'],
  ['14:05', '14:05'],
  ['00:05', '00:05'],
  ['24:00', '00:00'],
  ['12:68', null],
  ['25:10', null],
  ['13:05 PM', null],
  ['108:27', null],
  ['soon', null],
])('"%s" is %s', (text, time) => {
  expect(clockTime(text)).toBe(time);
});
