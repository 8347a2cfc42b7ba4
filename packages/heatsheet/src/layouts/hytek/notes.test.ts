import { expect, it } from 'vitest';
import { rowOf } from '../common/rowOf.ts';
import { isHostsNote, isRemark } from './notes.ts';

const isNote = (text: string): boolean => {
  const row = rowOf([[20, text]]);
  return isHostsNote(row) || isRemark(row, false);
};

it.each([
  'Please clear the deck, thank you',
  'Heat sheets $5.00 at the door',
  'T-shirts $20.00, hoodies $35.50',
  'Coaches, check in by 8:15',
  '3 heats combined, see announcer',
  'Top 8, plus 2 alternates',
  'Concessions open until 2:00, cash only',
  'Events 3, 4 and 5 are combined',
  'PARENTS, PLEASE STAY OFF THE DECK',
  'Lanes 1, 8 are open',
  'Lunch (approx. 12.30)',
  'Lunch break at 3.45',
])('notes: %s', (text) => {
  expect(isNote(text)).toBe(true);
});

it.each([
  'Teal, Ada 14 Swim Club of the Tide',
  '4 van der Zee, Calder',
  '4 de la cruz, maria',
  '4 Teal, Ada',
  'Teal, Ada',
  'Swim Club of the Tide 1:05.20',
  '1) Teal, Xan 8',
])('is not: %s', (text) => {
  expect(isNote(text)).toBe(false);
});

it('is no row of several cells', () => {
  const row = rowOf([
    [20, 'Teal, Ada'],
    [140, 'Swim Club of the Tide'],
  ]);
  expect(isRemark(row, false)).toBe(false);
});
