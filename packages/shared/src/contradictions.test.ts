import { expect, it } from 'vitest';
import { otherPlaces, otherPlaceUnnamed, otherPlaceWords } from './contradictions.ts';
import type { ResultsResponse } from './types.ts';

const line = (id: string, lane: number | null, conflictsWith: string | null) => ({
  ...{ id, page: 3, heatNumber: 2, lane, conflictsWith },
});

const sheets = [
  { filename: 'old.pdf', events: [line('a', 4, 'c'), line('b', 5, null)] },
  { filename: 'new.pdf', events: [line('c', 7, 'a'), line('d', 1, 'gone')] },
] as ResultsResponse['sources'];

it('gives each side of a contradiction what the other says', () => {
  expect([...otherPlaces({ sources: sheets })]).toEqual([
    ['a', { filename: 'new.pdf', page: 3, heatNumber: 2, lane: 7 }],
    ['c', { filename: 'old.pdf', page: 3, heatNumber: 2, lane: 4 }],
  ]);
});

it('says so with the file’s name and without it', () => {
  const place = { filename: 'new.pdf', page: 3, heatNumber: 2, lane: null };
  expect(otherPlaceWords(place)).toBe(
    'new.pdf, page 3, says heat 2, lane –. Check which sheet is newer.',
  );
  expect(otherPlaceUnnamed(place)).toBe(
    'Another sheet says heat 2, lane –. Check which sheet is newer.',
  );
});
