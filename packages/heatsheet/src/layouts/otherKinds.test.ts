import { expect, it } from 'vitest';
import { pageOf } from './common/rowOf.ts';
import { readOtherKind } from './otherKinds.ts';

const kindOf = (...lines: string[]) =>
  readOtherKind([pageOf(lines.map((text) => [[40, text]]))]).kind;

const TIMES = [
  '1 Teal, Ida 31.50',
  '2 Lark, Elly 32.10',
  '3 Wigeon, Ulf NT',
  '4 Marlin, Ada 33.00',
];

it.each([
  ['results', ['Results - Meet', ...TIMES]],
  ['results', ['Protokoll', ...TIMES]],
  ['results', ['12.03.2026 - 10:40 Liste résultats Eliminatoire', ...TIMES]],
  ['results', ['12.03.2026 - 10:40 Sonuç listesi', ...TIMES]],
  ['entry_book', ['Entry List by Event', 'Number of entries: 43', ...TIMES]],
  ['entry_book', ['Individual Meet Entries Report', ...TIMES.map((line) => `${line}Y`)]],
  ['entry_book', ['26.05.2027 - 12:00 Заявочный протокол', ...TIMES]],
  ['results', ['26.05.2027 - 12:00 Результаты', ...TIMES]],
  ['relay_roster', ['Relay Teams', '1. Teal, Ida', '2. Lark, Elly']],
  ['psych_sheet', ['Psych Sheet', ...TIMES]],
  ['heat_sheet', ['Startliste', ...TIMES]],
  ['other', ['Warm-Up Assignments', 'LANE 1 LANE 2', '6:00 am Open']],
])('is %s', (kind, lines) => {
  expect(kindOf(...lines)).toBe(kind);
});

it('takes a letter that speaks of lists for a letter', () => {
  expect(
    kindOf('Dear parents,', 'the psych sheet is online.', 'Results will be posted at the pool.'),
  ).toBe('other');
  expect(kindOf('Heat Sheet: $5', 'Psych Sheet: free', 'Results on the app')).toBe('other');
});

it('counts the rows of results for known, those of an unread start list not', () => {
  const roles = (...lines: string[]) =>
    new Set(
      readOtherKind([pageOf(lines.map((text) => [[40, text]]))]).lines.map(({ role }) => role),
    );
  expect([...roles('Results', ...TIMES)]).toEqual(['note']);
  expect([...roles('Startliste', ...TIMES)]).toEqual(['unknown']);
});
