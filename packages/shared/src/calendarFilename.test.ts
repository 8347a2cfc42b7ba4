import { expect, it } from 'vitest';
import { attachment, calendarFilename } from './calendarFilename.ts';

it.each([
  [['Moorhen, Ada'], ['Harbor Light Open'], 'moorhen-ada-harbor-light-open.ics'],
  [['Moorhen, Ada'], ['Harbor Light Open', 'Pond Cup'], 'moorhen-ada-2-meets.ics'],
  [['Moorhen, Ada'], ['Pond Cup', 'POND CUP'], 'moorhen-ada-pond-cup.ics'],
  [['Moorhen, Ada', 'Moorhen, Bram'], ['Pond Cup'], 'moorhen-ada-and-moorhen-bram-pond-cup.ics'],
  [['Reed, A', 'Reed, B', 'Reed, C'], ['Pond Cup'], 'reed-a-and-2-more-pond-cup.ics'],
  [['Łosoś-Größe, Zoë “Zo”'], [], 'losos-grosse-zoe-zo.ics'],
  [['../../etc/passwd'], ['a"b\r\nc'], 'etc-passwd-a-b-c.ics'],
  [['🏊'], [], 'races.ics'],
  [['محمد'], ['Pond Cup'], 'محمد-pond-cup.ics'],
])('of %j at %j is called %s', (swimmers, meets, name) => {
  expect(calendarFilename(swimmers, meets)).toBe(name);
});

it('keeps names short, and words whole', () => {
  const meet = 'Internationales Weihnachtsschwimmfest der Wasserfreunde';
  expect(calendarFilename(['Reed, A'], [meet])).toBe(
    'reed-a-internationales-weihnachtsschwimmfest.ics',
  );
  expect(calendarFilename(['x'.repeat(100)], ['y'.repeat(100)]).length).toBeLessThan(90);
});

it('names other scripts so that old programs get a name too', () => {
  expect(attachment('ada.ics')).toBe('attachment; filename="ada.ics"');
  expect(attachment('محمد.ics')).toBe(
    'attachment; filename="races.ics"; filename*=UTF-8\'\'%D9%85%D8%AD%D9%85%D8%AF.ics',
  );
});
