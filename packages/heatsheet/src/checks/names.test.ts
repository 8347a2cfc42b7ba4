import { expect, it } from 'vitest';
import { entryOf } from '../clock/testSheets.ts';
import { nameDoubts } from './names.ts';

const named = (name: string) => nameDoubts([entryOf('1:05.00', { name })]);

it('sees what is no name', () => {
  expect(named('Teal, Ada')).toEqual([]);
  expect(named('Teal, Ada M S10')).toEqual([]);
  expect(named('1:05.00 Teal, Ada')).toHaveLength(1);
  expect(named('Ada TEAL 3, Women, 50m Butterfly')).toHaveLength(1);
  expect(named('& 4 Teal, Ada')).toHaveLength(1);
  expect(named('14')).toHaveLength(1);
});

it('sees an age whose column has lost its header', () => {
  expect(named('Teal, Ada 9')).toHaveLength(1);
  expect(named('Teal, Ada W12')).toHaveLength(1);
  expect(named('Teal, Ada S4M8')).toHaveLength(1);
  expect(named('Teal, AdaW12')).toHaveLength(1);
  const junior = entryOf('1:05.00', { name: 'Ada Teal JR', year: null });
  const other = entryOf('1:05.00', { name: 'Bram Teal', year: 'SO' });
  expect(nameDoubts([junior])).toEqual([]);
  expect(nameDoubts([junior, other])).toHaveLength(1);
});

it('sees what is left of an age behind a name, where nearly all have one', () => {
  const swimmer = (name: string, age: string | null = '14') => entryOf('1:05.00', { name, age });
  const aged = Array.from({ length: 40 }, () => swimmer('Teal, Ada'));
  expect(nameDoubts([...aged, swimmer('Dove, Bo S', null)])).toHaveLength(1);
  expect(nameDoubts([...aged, swimmer('Dove, Bo', null)])).toEqual([]);
  expect(nameDoubts([...aged, swimmer('Dove, Bo S')])).toEqual([]);
  expect(nameDoubts([...aged.slice(0, 5), swimmer('Dove, Bo S', null)])).toEqual([]);
});
