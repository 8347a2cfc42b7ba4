import { expect, it } from 'vitest';
import type { TextPage } from '../layout.ts';
import { repeatedRows } from './pages.ts';
import { rowOf } from './rowOf.ts';

const FOOT = 820;

/** Pages of A4 with one row at the foot of each, or none. */
const pagesOf = (...feet: string[]): TextPage[] =>
  feet.map((text, index) => {
    const rows = text ? [rowOf([[60, text]], FOOT)] : [];
    return {
      page: index + 1,
      width: 595,
      height: 842,
      rows,
      runs: rows.flatMap(({ runs }) => runs),
    };
  });

const footersOf = (...feet: string[]) => repeatedRows(pagesOf(...feet)).size;

it('knows a footer by the other pages', () => {
  expect(footersOf('Harbor Pool 1', 'Harbor Pool 2', '')).toBe(2);
  expect(footersOf('Silverthistlewood, Savannah M', '')).toBe(0);
});

it('knows "1 of 3" for a footer, and "1 Ofelia" for a swimmer', () => {
  expect(footersOf('1 of 3', '2 of 3', '3 of 3')).toBe(3);
  expect(footersOf('1 Ofelia 3', '2 Ofelia 3', '3 Ofelia 3')).toBe(0);
});

it('knows a single page’s footer by what it says', () => {
  expect(footersOf('12.03.2027 9:24 - Sayfa 1')).toBe(1);
  expect(footersOf('Silverthistlewood, Savannah M')).toBe(0);
});

it('takes no relay’s swimmers for a footer', () => {
  expect(footersOf('3) Teal, Ada 11 4) Vetch, Bo 12', '3) Swift, Ida 11 4) Knot, Eino 12')).toBe(0);
});
