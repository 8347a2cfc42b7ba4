import { expect, it } from 'vitest';
import { event, results, source } from './invented.ts';
import { repeatsOf } from './repeats.ts';

it('names every later sheet that says the same', () => {
  const repeats = repeatsOf(
    results(
      source(1, { events: [event({ id: 'a' }), event({ id: 'lone' })] }),
      source(2, { events: [event({ id: 'b', duplicateOf: 'a', page: 3 })] }),
      source(3, { events: [event({ id: 'c', duplicateOf: 'a', page: 5 })] }),
    ),
  );
  expect([...repeats]).toEqual([
    [
      'a',
      {
        also: [
          { filename: '2.pdf', page: 3 },
          { filename: '3.pdf', page: 5 },
        ],
        instead: null,
      },
    ],
  ]);
});

it('lets both sides of a contradiction quote the other', () => {
  const repeats = repeatsOf(
    results(
      source(1, { events: [event({ id: 'a', conflictsWith: 'b', heatNumber: 1, lane: 4 })] }),
      source(2, { events: [event({ id: 'b', conflictsWith: 'a', heatNumber: 2, lane: 7 })] }),
    ),
  );
  expect(repeats.get('a')?.instead).toEqual({
    filename: '2.pdf',
    page: 1,
    heatNumber: 2,
    lane: 7,
  });
  expect(repeats.get('b')?.instead).toMatchObject({ filename: '1.pdf', heatNumber: 1, lane: 4 });
});
