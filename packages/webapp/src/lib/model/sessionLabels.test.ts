import { expect, it } from 'vitest';
import { sessionLabels } from './sessionLabels.ts';

it('tells sessions of one title apart by their day', () => {
  expect(
    sessionLabels([
      { title: 'Friday prelims', date: '2026-06-12' },
      { title: 'Saturday finals', date: '2026-06-13' },
      { title: 'Friday prelims', date: '2026-06-19' },
      { title: 'Friday prelims', date: null },
    ]),
  ).toEqual([
    'Friday prelims, Fri 12 June',
    'Saturday finals',
    'Friday prelims, Fri 19 June',
    'Friday prelims',
  ]);
});
