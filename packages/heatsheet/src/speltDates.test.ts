import { expect, it } from 'vitest';
import { speltRange } from './speltDates.ts';

it.each([
  ['Harbor, Oregon August 5-8, 2026', '2026-08-05', '2026-08-08'],
  ['July 30 - August 2, 2026', '2026-07-30', '2026-08-02'],
  ['February 19-20, 2026', '2026-02-19', '2026-02-20'],
  ['5-8 August 2026', '2026-08-05', '2026-08-08'],
  ['30 July - 2 August 2026', '2026-07-30', '2026-08-02'],
  ['5. - 8. August 2026', '2026-08-05', '2026-08-08'],
  ['del 5 al 8 de agosto de 2026', '2026-08-05', '2026-08-08'],
  ['du 5 au 8 août 2026', '2026-08-05', '2026-08-08'],
  ['21 November 2010', '2010-11-21', '2010-11-21'],
  ['5 August 2026 to 8 August 2026', '2026-08-05', '2026-08-08'],
  ['Friday 7 August 2026 - Sunday 9 August 2026', '2026-08-07', '2026-08-09'],
  ['Friday, August 7 - Sunday, August 9, 2026', '2026-08-07', '2026-08-09'],
  ['Aug. 5, 2026 to Aug. 8, 2026', '2026-08-05', '2026-08-08'],
  ['5, 6 & 7 August 2026', '2026-08-05', '2026-08-07'],
  ['August 5th & 6th, 2026', '2026-08-05', '2026-08-06'],
  ['July 31 and August 1, 2026', '2026-07-31', '2026-08-01'],
  ['5-6 August & 12-13 August 2026', '2026-08-05', '2026-08-13'],
  ['18-Jun-2027 to 20-Jun-2027', '2027-06-18', '2027-06-20'],
])('%s', (text, start, end) => {
  expect(speltRange(text)).toEqual({ start, end });
});

it.each([
  'Harbor Light Open',
  'Smarch 5-8, 2026',
  'August 5-8',
  '31 June 2026',
  'Event 12 March 5',
])('says of no day for certain: %s', (text) => {
  expect(speltRange(text)).toBeNull();
});
