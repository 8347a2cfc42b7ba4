import { describe, expect, it } from 'vitest';
import { MAX_CELLS, pageCells } from './pages.ts';

describe('pageCells', () => {
  it('fills up page by page and marks the finds', () => {
    expect(pageCells(3, 2, new Map([[2, 1]]))).toEqual([
      { read: true, found: null },
      { read: true, found: 1 },
      { read: false, found: null },
    ]);
  });

  it('bundles the pages of a thick sheet and fills a bundle only when all of it is read', () => {
    const cells = pageCells(150, 3, new Map([[150, 0]]));
    expect(cells).toHaveLength(MAX_CELLS);
    expect(cells.slice(0, 2).map((cell) => cell.read)).toEqual([true, false]);
    expect(cells.at(-1)?.found).toBe(0);
  });

  it('has nothing to draw before the number of pages is known', () => {
    expect(pageCells(0, 0, new Map())).toEqual([]);
  });
});
