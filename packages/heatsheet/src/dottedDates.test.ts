import { expect, it } from 'vitest';
import { dayFirstDate, dayFirstRange } from './dottedDates.ts';

it.each([
  ['Sonntag 08.09.2024', '2024-09-08'],
  ['20/9/2026 - 13:45', '2026-09-20'],
  ['2026-09-20 - 8:00', '2026-09-20'],
  ['31.02.2026', null],
  ['no date', null],
])('%s is %s', (text, date) => {
  expect(dayFirstDate(text)).toBe(date);
});

it.each([
  ['ANKARA, 12. - 13.3.2026', '2026-03-12', '2026-03-13'],
  ['vom 03.12.2022 bis 04.12.2022', '2022-12-03', '2022-12-04'],
  ['Harbor, 19 - 22/1/2022', '2022-01-19', '2022-01-22'],
  ['30.4. - 2.5.2026', '2026-04-30', '2026-05-02'],
  ['am 24.06.2023', '2023-06-24', '2023-06-24'],
])('%s runs from %s to %s', (text, start, end) => {
  expect(dayFirstRange(text)).toEqual({ start, end });
});

it('gives no range that ends before it begins', () => {
  expect(dayFirstRange('14. - 13.3.2026')).toBeNull();
});
