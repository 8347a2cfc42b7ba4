import { expect, it } from 'vitest';
import { addEntry, openEvent, openHeat, startBuilding } from './building.ts';
import { rowOf, type Literal } from './rowOf.ts';
import { readLegRow } from './rowsOn.ts';

const FACTS = { gender: null, ages: null, distance: 200, stroke: null, course: null, relay: true };

/** What a relay's row makes of one below it; null if that is none of its own. */
const legsOf = (...cells: Literal[]) => {
  const sheet = startBuilding();
  openEvent(sheet, { number: '1', name: '4 x 50m Free', round: null, facts: FACTS });
  const heat = openHeat(sheet, { number: 1, of: 1, round: null, start: null });
  const row = rowOf([[57, '4']], 90);
  const relay = { letter: 'A', legs: [] };
  const nobody = { name: null, age: null, year: null, seed: null, seedFlags: [], note: null };
  const place = { page: 1, box: [57, 80, 62, 92] as const, line: '4 Harbor A', team: 'Harbor' };
  if (heat) addEntry(sheet, heat, { lane: 4, rank: null, ...nobody, ...place, relay }, row);
  if (!readLegRow(sheet, rowOf(cells))) return null;
  return sheet.last?.entry.relay?.legs.map(({ name, age }) => [name, age]);
};

it('reads two swimmers a line, with their years beside or behind them', () => {
  expect(legsOf([68, 'Ada TEAL'], [200, '09'], [300, 'Eda SU 10'])).toEqual([
    ['Ada TEAL', '09'],
    ['Eda SU', '10'],
  ]);
});

it('knows a swimmer of one name by the year', () => {
  expect(legsOf([68, 'Ada TEAL'], [200, '09'], [300, 'SOLIS'], [420, '10'])).toEqual([
    ['Ada TEAL', '09'],
    ['SOLIS', '10'],
  ]);
  expect(legsOf([68, 'PAUSE'])).toBeNull();
});
