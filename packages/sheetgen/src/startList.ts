/** European start lists on A4, one column: lines that stay together flow down the pages under a header of their own. */
import type { ReportEntry } from '@heatsync/heatsheet/report.ts';
import type { Align, Cell, Draft, Page, Row } from './layout.ts';

export const A4 = { width: 595.28, height: 841.89 };

/** `x` of the cells counts from the page's left edge; `drop` is how far below the line before this one stands. */
export type Line = { cells: Row; drop: number; draft: Draft | null };

/** Lines that are not torn apart; `again` is what a page that begins with them shows first. */
export type Group = { lines: Line[]; again: Line[]; newPage?: boolean };

export type Frame = {
  top: number;
  bottom: number;
  /** What stands on every page, by its number from 1. */
  around: (page: number) => Row;
};

export const cell = (text: string, x: number, size: number, align: Align = 'left'): Cell => ({
  text,
  x,
  y: 0,
  size,
  bold: false,
  align,
});

export const line = (cells: Row, drop: number, draft: Draft | null = null): Line => ({
  cells,
  drop,
  draft,
});

const heightOf = (lines: Line[]): number => lines.reduce((sum, { drop }) => sum + drop, 0);

/** Places the groups on pages; the first page's number is 1. */
export const placeGroups = (
  groups: Group[],
  frame: Frame,
): { pages: Page[]; entries: ReportEntry[] } => {
  const pages: Page[] = [];
  const entries: ReportEntry[] = [];
  let y = Infinity;
  const put = ({ cells, drop, draft }: Line) => {
    y += drop;
    pages.at(-1)?.cells.push(...cells.map((one) => ({ ...one, y: one.y + y })));
    if (draft) entries.push({ ...draft, page: pages.length });
  };
  for (const { lines, again, newPage } of groups) {
    if (newPage || y + heightOf(lines) > frame.bottom) {
      pages.push({ cells: frame.around(pages.length + 1), titles: [] });
      y = frame.top;
      again.forEach(put);
    }
    lines.forEach(put);
  }
  return { pages, entries };
};
