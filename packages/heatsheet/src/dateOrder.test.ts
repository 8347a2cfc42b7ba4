import { describe, expect, it } from 'vitest';
import { dateOrder } from './dateOrder.ts';

const BANNER = "HY-TEK's MEET MANAGER 8.0";
const MEET = 'Harbor Light Open - 7/5/2026';

describe('the order of day and month', () => {
  it('is told by a date that is possible in one order only', () => {
    expect(dateOrder([MEET, '1:03.31 7/24/2021'], BANNER, MEET)).toBe('month_first');
    expect(dateOrder([MEET, '1:03.31 24/7/2021'], BANNER, MEET)).toBe('day_first');
  });

  it('is told by the print date, which comes shortly before the meet', () => {
    expect(dateOrder([MEET], `${BANNER} - 9:57 PM 7/3/2026 Page 1`, MEET)).toBe('month_first');
    expect(dateOrder([MEET], `${BANNER} - 9:57 PM 5/5/2026 Page 1`, MEET)).toBe('day_first');
  });

  it('is told by yards, and by a clock of 24 hours', () => {
    expect(dateOrder([MEET, 'Event 1 Girls 50 Yard Freestyle'], BANNER, MEET)).toBe('month_first');
    expect(dateOrder([MEET], `${BANNER} - 21:57 Page 1`, MEET)).toBe('day_first');
  });

  it('is open where nothing tells', () => {
    expect(dateOrder([MEET], `${BANNER} - 9:57 PM Page 1`, MEET)).toBeNull();
    expect(dateOrder([MEET, '7/24/2021', '24/7/2021'], BANNER, MEET)).toBeNull();
  });
});
