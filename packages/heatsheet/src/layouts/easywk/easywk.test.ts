import { expect, it } from 'vitest';
import { pageOf, type Literal } from '../common/rowOf.ts';
import { easyWk } from './easywk.ts';

const LARGE = 14;
const heading = (text: string): Literal[] => [[56, text, LARGE]];
const columns: Literal[] = [
  [59, 'Bahn'],
  [118, 'Schwimmerin'],
  [262, 'Jg.'],
  [313, 'Verein'],
  [494, 'Meldezeit'],
];
const lane = (front: string, name: string, year: string, team: string, time: string): Literal[] => [
  [59, front],
  [118, name],
  [274, year],
  [313, team],
  [513, time],
];

const SHEET: Literal[][] = [
  [
    [56, 'Harbor-Cup 2027'],
    [522, 'Seite 1'],
  ],
  heading('Abschnitt 1 - Samstag 12.06.2027'),
  [[64, 'Beginn: 09:00 Uhr']],
  heading('Wettkampffolge für Abschnitt 1'),
  [[59, 'Wettkampf 1 - 50m Brust weiblich (2 Läufe)']],
  [[59, 'Wettkampf 2 - 4x50m Lagen mixed']],
  [[59, 'Abschnittsende (ca. 10:03 Uhr)']],
  heading('Wettkampf 1 - 50m Brust weiblich'),
  lane('abgem.', 'Quillon, Uma', '2008', 'SC Harbor', '00:51,21'),
  [[56, 'Lauf 1 (ca. 09:00 Uhr)', 12]],
  columns,
  lane('Bahn 1', 'Rushmere, Vera', '2007', 'SC Harbor', '00:41,70'),
  [[59, 'Bahn 2']],
  lane('Bahn 3', 'Saltmarsh, Wren', '2011', 'Schwimmverein Elderbrook', '00:00,00'),
  [[313, 'und Umgebung']],
  [[56, 'Lauf 2 (ca. 09:02 Uhr)', 12]],
  columns,
  lane('Bahn 2', 'Teal, Ida', '2008', 'SC Harbor', '00:39,00'),
  [[59, 'Siegerehrung am Beckenrand']],
  heading('Wettkampf 2 - 4x50m Lagen mixed'),
  [[56, 'Lauf 1/1 (ca. 09:20 Uhr)', 12]],
  columns,
  lane('Bahn 1', '2. Mannschaft (X)', '2008', 'SC Harbor', '02:35,00'),
  [
    [118, 'Teal, Ida (2008)'],
    [313, 'Wigeon, Ulf (2007)'],
  ],
];

const read = (lines = SHEET) => easyWk.read([pageOf(lines)]);

it('is recognised by what the page says', () => {
  expect(easyWk.recognises([pageOf(SHEET)])).toBe(true);
  expect(easyWk.recognises([pageOf([...SHEET, [[59, 'Protokoll']]])])).toBe(false);
});

it('gives every lane its heat, event and session', () => {
  const { events, sessions, meetName } = read();
  expect(meetName).toBe('Harbor-Cup 2027');
  expect(sessions).toMatchObject([{ title: 'Abschnitt 1', date: '2027-06-12', start: '09:00' }]);
  expect(events.map(({ number, session, heats }) => [number, session, heats.length])).toEqual([
    ['1', '1', 3],
    ['2', '1', 1],
  ]);
  expect(events[0]?.heats).toMatchObject([
    {
      number: null,
      start: null,
      entries: [{ name: 'Quillon, Uma', lane: null, note: 'withdrawn' }],
    },
    { number: 1, of: 2, start: '09:00', entries: [{ lane: 1 }, { lane: 3, seed: 'NT' }] },
    { number: 2, of: 2, start: '09:02', entries: [{ lane: 2, name: 'Teal, Ida', age: '2008' }] },
  ]);
});

it('joins a club that takes two lines, and keeps both in the line', () => {
  expect(read().events[0]?.heats[1]?.entries[1]).toMatchObject({
    team: 'Schwimmverein Elderbrook und Umgebung',
    line: 'Bahn 3 Saltmarsh, Wren 2011 Schwimmverein Elderbrook 00:00,00 und Umgebung',
  });
});

it('reads a relay and the swimmers below it', () => {
  expect(read().events[1]?.heats[0]?.entries[0]).toMatchObject({
    name: null,
    team: 'SC Harbor',
    relay: {
      letter: '2',
      legs: [
        { order: 1, name: 'Teal, Ida', age: '2008' },
        { order: 2, name: 'Wigeon, Ulf', age: '2007' },
      ],
    },
  });
});

it('accounts for every row', () => {
  expect(read().lines.filter((line) => line.role === 'unknown')).toEqual([]);
  expect(read().lines.find((line) => line.line === 'Bahn 2')?.role).toBe('empty_lane');
  expect(read().lines.find((line) => line.line.startsWith('Sieger'))?.role).toBe('note');
});

it('misses what the list of events names and the sheet does not print', () => {
  const { doubts } = read(SHEET.slice(0, 19));
  expect(doubts).toMatchObject([
    { reason: 'events_run_on', text: expect.stringContaining('2') as string },
  ]);
});

it('does not take a row without a lane for an entry', () => {
  const lines = SHEET.map((row) => (row[1]?.[1] === 'Teal, Ida' ? row.slice(1) : row));
  expect(read(lines).lines.filter((line) => line.role === 'unknown')).toHaveLength(1);
});
