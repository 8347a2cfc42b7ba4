import { expect, it } from 'vitest';
import { entryOf } from '../clock/testSheets.ts';
import { nameDoubts } from './names.ts';

const named = (name: string) => nameDoubts([entryOf('1:05.00', { name })]);

it('sees what is no name', () => {
  expect(named('Teal, Ada')).toEqual([]);
  expect(named('Teal, Ada M S10')).toEqual([]);
  expect(named('1:05.00 Teal, Ada')).toHaveLength(1);
  expect(named('Ada TEAL 3, Women, 50m Butterfly')).toHaveLength(1);
  expect(named('14')).toHaveLength(1);
});
