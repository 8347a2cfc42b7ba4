/** Where things stand on a page: rows of cells flow down one, two or three columns, then to the next page. */
import type { ReportEntry } from '@heatsync/heatsheet/report.ts';

export type Align = 'left' | 'right' | 'center';

/** A piece of text; `x` is where it starts, ends or is centred; `y` is its baseline, from the page's top. */
export type Cell = {
  text: string;
  x: number;
  y: number;
  size: number;
  bold: boolean;
  align: Align;
  /** Narrower than this, by a smaller size. */
  fit?: number;
};

/** Cells of one line; their `x` counts from the column's left edge, their `y` from the row's baseline. */
export type Row = Cell[];

export const text = (grid: Grid, value: string, x: number, align: Align = 'left'): Cell => ({
  text: value,
  x,
  y: 0,
  size: grid.size,
  bold: false,
  align,
});

export const bold = (grid: Grid, value: string, x = 0): Cell => ({
  ...text(grid, value, x),
  bold: true,
  size: grid.size + 1,
  fit: grid.width - x,
});

export type Draft = Omit<ReportEntry, 'page'>;

/** Rows that stay together, and the entries they show; `atTop` is how they look on top of a page. */
export type Block = {
  rows: Row[];
  entries: Draft[];
  atTop: { rows: Row[]; entries: Draft[] } | null;
};

export type Columns = 1 | 2 | 3 | 4;

export type Grid = {
  left: number;
  width: number;
  pitch: number;
  size: number;
  /** Column offsets: right edge of lane, age and seed, left edge of name, team and flag. */
  lane: number;
  name: number;
  age: number;
  team: number;
  seed: number;
  flag: number;
  /** Left edge of a line's second relay leg. */
  leg: number;
  columns: Columns;
  /** The paper, and how far down it rows go. */
  page: { width: number; height: number; bottom: number };
};

export const PAGE = { width: 612, height: 792, bottom: 770 };
const SHEETS = {
  A4: { width: 595, height: 842, bottom: 820 },
  landscape: { width: 792, height: 612, bottom: 590 },
};

/** Measured on Meet Manager sheets, in points on US Letter; four columns are as three, on a broader page. */
const GRIDS: Record<1 | 2 | 3, Omit<Grid, 'page' | 'columns'>> = {
  1: {
    left: 18,
    width: 576,
    pitch: 12.5,
    size: 10,
    lane: 26,
    name: 36,
    age: 238,
    team: 254,
    seed: 430,
    flag: 438,
    leg: 288,
  },
  2: {
    left: 18,
    width: 280,
    pitch: 11.5,
    size: 8,
    lane: 14.4,
    name: 24.6,
    age: 138,
    team: 144,
    seed: 240,
    flag: 246,
    leg: 148,
  },
  3: {
    left: 18,
    width: 184,
    pitch: 10,
    size: 7,
    lane: 9,
    name: 18,
    age: 96,
    team: 99,
    seed: 160,
    flag: 163,
    leg: 96,
  },
};

/** Where cells stand in so many columns on that paper. */
export const gridFor = (columns: Columns, sheet?: keyof typeof SHEETS): Grid => ({
  ...GRIDS[columns === 4 ? 3 : columns],
  columns,
  page: sheet ? SHEETS[sheet] : PAGE,
});

const GUTTER = 11;
/** Columns of a real sheet do not share their baselines. */
const COLUMN_DROP = [0, 6.5, 3, 5];

export type Page = { cells: Cell[]; titles: string[] };

type Cursor = { page: number; column: number; y: number };

/** Places the blocks on new pages under `titles`; `top` is where rows begin. */
export const flow = (
  blocks: Block[],
  grid: Grid,
  titles: string[],
  top: number,
  firstPage: number,
): { pages: Page[]; entries: ReportEntry[] } => {
  const pages: Page[] = [{ cells: [], titles }];
  const entries: ReportEntry[] = [];
  const at: Cursor = { page: 0, column: 0, y: top };
  for (const block of blocks) {
    const height = block.rows.length * grid.pitch;
    if (at.y + height > grid.page.bottom) nextColumn(at, grid, top);
    if (at.page === pages.length) pages.push({ cells: [], titles });
    if (isBlank(block) && at.y - top < grid.pitch) continue;
    const isTop = at.column === 0 && at.y === top;
    const shown = (isTop && block.atTop) || block;
    pages[at.page]?.cells.push(...place(shown.rows, at, grid));
    at.y += shown.rows.length * grid.pitch;
    entries.push(...shown.entries.map((entry) => ({ ...entry, page: firstPage + at.page })));
  }
  return { pages, entries };
};

/** Room between two events, for which no column begins lower. */
const isBlank = ({ rows }: Block): boolean => rows.every((row) => row.length === 0);

const nextColumn = (at: Cursor, grid: Grid, top: number) => {
  at.column = (at.column + 1) % grid.columns;
  at.page += at.column === 0 ? 1 : 0;
  at.y = top + (COLUMN_DROP[at.column] ?? 0);
};

const place = (rows: Row[], at: Cursor, grid: Grid): Cell[] =>
  rows.flatMap((row, index) =>
    row.map((cell) => ({
      ...cell,
      x: cell.x + grid.left + at.column * (grid.width + GUTTER),
      y: cell.y + at.y + index * grid.pitch,
    })),
  );
