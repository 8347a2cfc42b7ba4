import { expect, it } from 'vitest';
import type { SheetEvent } from '../../types.ts';
import { pageOf } from '../common/rowOf.ts';
import { repairCzechNames } from './czech.ts';

const eventOf = (entries: { name: string; team: string }[]) =>
  [
    { heats: [{ entries: entries.map((entry) => ({ ...entry, relay: null })) }] },
  ] as unknown as SheetEvent[];

const namesAfter = (entries: { name: string; team: string }[], nation: string) => {
  const events = eventOf(entries);
  repairCzechNames(events, [
    pageOf([
      [
        [61, 'TJ Kelpie'],
        [233, nation],
      ],
    ]),
  ]);
  return events[0]?.heats[0]?.entries.map((entry) => entry.name);
};

it('puts the letters of a Czech club right', () => {
  expect(namesAfter([{ name: 'Høebíèek, Jiøí', team: 'TJ Kelpie' }], 'CZE')).toEqual([
    'Hřebíček, Jiří',
  ]);
});

it('leaves other clubs alone', () => {
  expect(namesAfter([{ name: 'Søgræs, Zoè', team: 'SC Harbor' }], 'GER')).toEqual(['Søgræs, Zoè']);
});

it('trusts many such letters in one club without a nation', () => {
  const names = ['Ovèí, Jan', 'Bìlá, Eva', 'Rùže, Ota'].map((name) => ({
    name,
    team: 'TJ Kelpie',
  }));
  expect(namesAfter(names, '1234')).toEqual(['Ovčí, Jan', 'Bělá, Eva', 'Růže, Ota']);
});
