import { describe, expect, it } from 'vitest';
import { calendarLink, zoneOf } from './calendarLink.ts';
import { MAX_CELLS, pageCells } from './pages.ts';
import type { Race } from './results.ts';

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

describe('calendarLink', () => {
  it('names races, reminder and zone, and no person', () => {
    const race = (id: string) => ({ id }) as Race;
    const link = calendarLink('b1', [race('1:7:3'), race('2:1:9')], 10, 'Europe/Berlin');
    const url = new URL(link, 'http://localhost');
    expect(url.pathname).toBe('/api/batch/b1/calendar.ics');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      races: '1:7:3,2:1:9',
      reminder: '10',
      tz: 'Europe/Berlin',
    });
  });

  it('prefers the zone of the meet', () => {
    expect(zoneOf('America/Denver')).toEqual({ zone: 'America/Denver', isMeets: true });
    expect(zoneOf(null).isMeets).toBe(false);
  });
});
