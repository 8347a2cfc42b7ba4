import { describe, expect, it } from 'vitest';
import { MAX_CELLS, pageCells } from './pages.ts';

describe('pageCells', () => {
  it('fills up page by page and marks the finds', () => {
    expect(pageCells(3, 2, new Set([2]))).toEqual([
      { read: true, found: false },
      { read: true, found: true },
      { read: false, found: false },
    ]);
  });

  it('bundles the pages of a thick sheet and fills a bundle only when all of it is read', () => {
    const cells = pageCells(150, 3, new Set([150]));
    expect(cells).toHaveLength(MAX_CELLS);
    expect(cells.slice(0, 2).map((cell) => cell.read)).toEqual([true, false]);
    expect(cells.at(-1)?.found).toBe(true);
  });

  it('has nothing to draw before the number of pages is known', () => {
    expect(pageCells(0, 0, new Set())).toEqual([]);
  });
});
