/** How far the rows of a sheet stand below each other. */
import type { Box, LineRole, SheetEvent, SheetLine } from '../../types.ts';
import type { Gap } from './emptyRoom.ts';

/** What a row is, as far as its distance from the next one depends on it; `first` of a heat, `top` is a page's head. */
type Kind = 'event' | 'heat' | 'columns' | 'first' | 'row' | 'top' | 'note' | 'other';
type Item = { page: number; box: Box; line: string; kind: Kind; lane: number | null };
/** `loose` where one of its rows is of no kind that keeps its distance: a record, a session's heading. */
export type Step = Gap & { loose: boolean; below: Item };
/** The outermost lanes of the pool. */
type Pool = { first: number; last: number };

const KINDS: Partial<Record<LineRole, Kind>> = {
  event_header: 'event',
  heat_header: 'heat',
  column_header: 'columns',
  empty_lane: 'row',
  note: 'note',
};

/** Text may stand this far left of its column's edge. */
const OVERHANG = 4;
/** What begins within this share of the height of a row above it stands beside it. */
const NEIGHBOUR = 0.75;

const entryItems = (events: SheetEvent[]): Item[] =>
  events
    .flatMap(({ heats }) => heats)
    .flatMap((heat) =>
      heat.entries.flatMap(({ page, box, line, relay, note, ...entry }, index): Item[] => {
        const lane = note === null ? entry.lane : null;
        return [
          { page, box, line, lane, kind: index === 0 && heat.number !== null ? 'first' : 'row' },
          ...(relay?.legs ?? []).map((leg): Item => ({ ...leg, lane, kind: 'row' })),
        ];
      }),
    );

const lineItems = (lines: SheetLine[]): Item[] =>
  lines
    .filter(({ role }) => role !== 'page_header' && role !== 'footer')
    .map((line) => ({
      ...line,
      kind: KINDS[line.role] ?? 'other',
      lane: null,
    }));

/** What stands to the right of other cells of the same row, as a relay's second swimmer, is no row of its own. */
const withoutNeighbours = (column: Item[]): Item[] => {
  const rows: Item[] = [];
  for (const item of column.toSorted((a, b) => a.box[1] - b.box[1]))
    if (item.box[1] >= (rows.at(-1)?.box[3] ?? -Infinity) - NEIGHBOUR * (item.box[3] - item.box[1]))
      rows.push(item);
  return rows;
};

/** A page's rows, column by column, from its head downwards. */
const columnsOf = (items: Item[], edges: readonly number[]): Item[][] => {
  const byColumn = Map.groupBy(items, ({ box }) =>
    Math.max(
      edges.findLastIndex((edge) => box[0] >= edge - OVERHANG),
      0,
    ),
  );
  return [...byColumn.values()].map(withoutNeighbours);
};

/** The head's last row, above all of a page's columns. */
const headOf = (lines: SheetLine[]): Item | null => {
  const head = lines.filter(({ role }) => role === 'page_header');
  const [last] = head.toSorted((a, b) => b.box[3] - a.box[3]);
  return last ? { ...last, kind: 'top', lane: null } : null;
};

/** A note may stand at any distance from a page's head. */
const isLoose = (above: Item, below: Item): boolean =>
  above.kind === 'other' ||
  below.kind === 'other' ||
  (above.kind === 'top' && below.kind === 'note');

/** Notes are of one sort if they differ by their figures alone: "13 - 14 years". */
const sortOf = ({ kind, line }: Item): string =>
  kind === 'note' ? `note ${line.replace(/\d+/g, '0')}` : kind;

/** The first page's head has titles of its own. What stands below a heat's first row stands as far from it as from any other. */
const pairOf = (above: Item, below: Item): string =>
  above.kind === 'top'
    ? `top ${below.page === 1 ? 'of the first page' : ''} ${isLoose(above, below) ? 'loose' : ''}`
    : `${above.kind === 'first' ? 'row' : sortOf(above)} ${sortOf(below)}`;

/** How many lanes nobody has between two rows, or between one and its heat's header or end. */
const emptyBetween = (above: Item, below: Item, { first, last }: Pool): number => {
  if (below.kind === 'first') return below.lane === null ? 0 : below.lane - first;
  if (above.lane === null) return 0;
  if (below.kind !== 'row') return last - above.lane;
  return below.lane === null ? 0 : Math.max(below.lane - above.lane - 1, 0);
};

const stepsIn = (column: Item[], pool: Pool): Step[] =>
  column.slice(1).flatMap((below, index): Step[] => {
    const above = column[index];
    if (!above) return [];
    const pair = pairOf(above, below);
    const empty = emptyBetween(above, below, pool);
    const loose = isLoose(above, below);
    return [{ gap: below.box[1] - above.box[3], pair, loose, below, empty }];
  });

export type Printed = { events: SheetEvent[]; lines: SheetLine[] };
/** Left edges of a page's newspaper columns. */
export type Edges = (page: number) => readonly number[];

const poolOf = (items: Item[]): Pool => {
  let [first, last] = [Infinity, -Infinity];
  for (const { lane } of items) {
    if (lane === null) continue;
    first = Math.min(first, lane);
    last = Math.max(last, lane);
  }
  return { first, last };
};

/** From each row to the next below it, page by page and column by column. */
export const stepsOn = ({ events, lines }: Printed, edges?: Edges): Step[] => {
  const heads = Map.groupBy(lines, ({ page }) => page);
  const all = [...entryItems(events), ...lineItems(lines)];
  const pages = Map.groupBy(all, ({ page }) => page);
  const pool = poolOf(all);
  return [...pages].flatMap(([page, items]) => {
    const head = headOf(heads.get(page) ?? []) ?? [];
    return columnsOf(items, edges?.(page) ?? []).flatMap((column) =>
      stepsIn([head, column].flat(), pool),
    );
  });
};
