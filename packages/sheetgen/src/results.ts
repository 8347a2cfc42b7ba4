import { drawPages } from './canvas.ts';
import { formatSeed } from './clock.ts';
import { eventRow } from './headerRows.ts';
import { layOut, type Drawn } from './heatSheet.ts';
import type { Block, Cell, Grid, Page, Row } from './layout.ts';
import { lookOf, type Look } from './look.ts';
import { entryRows } from './rows.ts';
import { emptyReport } from './truth.ts';
import type { Meet, MeetEntry, MeetEvent } from './types.ts';

const FINALS_RIGHT = 500;
const POINTS_RIGHT = 560;

const cell = (grid: Grid, text: string, x: number, align: Cell['align'] = 'right'): Cell => ({
  text,
  x,
  y: 0,
  size: grid.size,
  bold: false,
  align,
});

const headRow = (grid: Grid): Row => [
  cell(grid, 'Name', grid.name, 'left'),
  cell(grid, 'Age', grid.age),
  cell(grid, 'Team', grid.team, 'left'),
  cell(grid, 'Seed Time', grid.seed),
  cell(grid, 'Finals Time', FINALS_RIGHT),
  cell(grid, 'Points', POINTS_RIGHT),
];

/** Everybody swims two per cent faster than seeded. */
const swum = (entry: MeetEntry) => (entry.seconds ?? 99) * 0.98;

const eventBlocks = (look: Look, event: MeetEvent): Block[] => {
  const { grid } = look;
  const placed = event.heats
    .flatMap((heat) => heat.entries)
    .toSorted((a, b) => swum(a) - swum(b))
    .map((entry, index) => [
      ...entryRows(look, event, entry, index + 1, false)
        .flat()
        .filter(({ x }) => x !== grid.flag),
      cell(grid, formatSeed(swum(entry)), FINALS_RIGHT),
      cell(grid, String(Math.max(0, 20 - index)), POINTS_RIGHT),
    ]);
  return [[eventRow(look, event), headRow(grid)], ...placed.map((row) => [row])].map((rows) => ({
    rows,
    entries: [],
    atTop: null,
  }));
};

/** Pages of a session's results, not yet drawn. */
export const planResults = (meet: Meet, session: number): Page[] => {
  const look = lookOf({ columns: 1 });
  const blocks = (meet.sessions[session]?.events ?? []).flatMap((event) =>
    eventBlocks(look, event),
  );
  return layOut(meet, look.grid, [{ title: 'Results', blocks }]).pages;
};

/** Draws a session's (index from 0) results: times swum and points. Its truth has no entries. */
export const drawResults = async (meet: Meet, session: number): Promise<Drawn> => {
  const pages = planResults(meet, session);
  return {
    pdf: await drawPages(pages, meet.seed, { title: 'Results' }),
    truth: emptyReport(meet, 'results', pages.length),
  };
};
