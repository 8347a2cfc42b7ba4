import { expect, it } from 'vitest';
import { MAX_KNOWN, offered, withoutSwimmer, withSwimmers } from './mySwimmers.ts';

it('keeps each child once, as typed last, the last ones first', () => {
  expect(withSwimmers(['ada fairwater', 'Bram Fairwater'], ['Fairwater, Ada'])).toEqual([
    'Fairwater, Ada',
    'Bram Fairwater',
  ]);
  expect(withSwimmers([], ['Ada', 'Bram', 'ada'])).toEqual(['Ada', 'Bram']);
});

it('forgets the oldest when there are too many', () => {
  const many = Array.from({ length: MAX_KNOWN }, (_, index) => `Swimmer ${String(index)}`);
  expect(withSwimmers(many, ['New'])).toEqual(['New', ...many.slice(0, -1)]);
});

it('forgets one on demand, and offers only who is not typed yet', () => {
  const known = ['Fairwater, Ada', 'Fairwater, Bram'];
  expect(withoutSwimmer(known, 'ada fairwater')).toEqual(['Fairwater, Bram']);
  expect(offered(known, ['Bram Fairwater', ''])).toEqual(['Fairwater, Ada']);
});
