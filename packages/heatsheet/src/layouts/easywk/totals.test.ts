import { expect, it } from 'vitest';
import { openEvent, openHeat, openSession, startBuilding } from '../common/building.ts';
import { pageOf } from '../common/rowOf.ts';
import { eventHeading } from './headers.ts';
import { missingEntries, printedTotals } from './totals.ts';

const TABLE = pageOf([
  [
    [61, 'Verein'],
    [226, 'DSV-Id'],
    [280, 'Teilnehmer'],
    [340, 'Abs.1'],
    [380, 'Abs.2'],
    [440, 'Gesamt'],
  ],
  [
    [61, 'Alle Vereine'],
    [280, '12/ 19'],
    [340, '55/ 2'],
    [380, '45/ 0'],
    [440, '100/ 2'],
  ],
]);

it('reads how many entries each session has, relays too', () => {
  expect([...printedTotals([TABLE])]).toEqual([
    ['Abschnitt 1', 57],
    ['Abschnitt 2', 45],
  ]);
  expect(printedTotals([pageOf([[[61, 'Alle Vereine']]])]).size).toBe(0);
});

it('says which session is short of entries', () => {
  const sheet = startBuilding();
  openSession(sheet, { title: 'Abschnitt 2', date: null });
  const event = eventHeading('Wettkampf 1 - 50m Brust weiblich');
  if (event) openEvent(sheet, event);
  openHeat(sheet, { number: 1, of: 1, round: null, start: null });
  expect(missingEntries(sheet, printedTotals([TABLE]))).toMatchObject([
    { reason: 'entries_total', text: 'Abschnitt 2: 0 of 45 entries found.' },
  ]);
  expect(missingEntries(sheet, new Map([['Abschnitt 2', 0]]))).toEqual([]);
});
