/** Headers below which nothing stands: what belongs to them is missing. */
import type { Reading } from '../layouts/layout.ts';
import type { Box, Heat, LineRole, SheetEvent, SheetLine, Warning } from '../types.ts';
import { warn } from './warn.ts';

/** Columns begin further apart than this, in points; what belongs to one begins less far from it. */
const COLUMN_GAP = 100;
const INSIDE = 5;
const HEADERS: ReadonlySet<LineRole> = new Set(['event_header', 'heat_header', 'column_header']);
/** Not below a header: the page's own lines, and what comes between a header and its heats. A note may say "No entries". */
const BETWEEN: ReadonlySet<LineRole> = new Set([
  ...(['page_header', 'footer', 'session', 'record', 'standard', 'unknown'] as const),
]);

const pagesOf = ({ entries }: Heat): number[] => entries.map(({ page }) => page);

type Item = { box: Box; header: SheetLine | null };

/** Pages with events of the sheet itself: a session report may be bound to it. */
const ownPages = ({ events }: Reading): Set<number> =>
  new Set(
    events.flatMap(({ page, heats }) => [
      page,
      ...heats.flatMap((heat) => [heat.page, ...pagesOf(heat)]),
    ]),
  );

const itemsByPage = (reading: Reading): Map<number, Item[]> => {
  const { events, lines } = reading;
  const entries = events.flatMap(({ heats }) => heats.flatMap((heat) => heat.entries));
  const own = ownPages(reading);
  const places = [
    ...entries.map(({ page, box }) => ({ page, box, header: null })),
    ...lines
      .filter(({ page, role }) => own.has(page) && !BETWEEN.has(role))
      .map((line) => ({ ...line, header: HEADERS.has(line.role) ? line : null })),
  ];
  return Map.groupBy(places, ({ page }) => page);
};

/** Where columns begin: the left edges of the headers, those close together taken as one. */
const columnStarts = (items: Item[]): number[] => {
  const starts: number[] = [];
  const lefts = items.flatMap(({ box, header }) => (header ? box[0] : []));
  for (const left of lefts.toSorted((a, b) => a - b))
    if (left - (starts.at(-1) ?? -Infinity) > COLUMN_GAP) starts.push(left);
  return starts;
};

/** Headers that are the last row of their column. No software leaves a header at a column's end. */
const lastRows = (items: Item[]): SheetLine[] => {
  const starts = columnStarts(items);
  const columns = Map.groupBy(items, ({ box }) =>
    starts.findLastIndex((start) => box[0] > start - INSIDE),
  );
  return [...columns.values()].flatMap((column) => {
    const last = column.reduce((low, item) => (item.box[3] > low.box[3] ? item : low));
    return last.header ?? [];
  });
};

const isEmpty = ({ heats }: SheetEvent): boolean => heats.every(({ entries }) => !entries.length);

/** Pages with an event or a heat of nobody: elsewhere a header's rows stand in the next column. */
const pagesOfNobody = ({ events }: Reading): Set<number> =>
  new Set([
    ...events.filter(isEmpty).map(({ page }) => page),
    ...events.flatMap(({ heats }) =>
      heats.filter(({ entries }) => entries.length === 0).map(({ page }) => page),
    ),
  ]);

/** A sheet that names events without entries elsewhere too may do so here. */
const headersAtTheEnd = (reading: Reading): Warning[] => {
  if (reading.software !== 'hytek') return [];
  const pages = pagesOfNobody(reading);
  const last = [...itemsByPage(reading)].flatMap(([page, items]) =>
    pages.has(page) ? lastRows(items) : [],
  );
  if (reading.events.filter(isEmpty).length > last.length) return [];
  return last.map(({ page, line }) => warn('heats_of', page, `Nothing stands below: ${line}`));
};

/** Heats that hold nobody, on pages that print no empty lanes: for an event that nobody entered no heats are set. */
const emptyHeats = (event: SheetEvent, withLanes: Set<number>): Warning[] => {
  const empty = event.heats.filter(
    (heat) => heat.entries.length === 0 && !withLanes.has(heat.page),
  );
  if (empty.length === 0) return [];
  const numbers = empty.map(({ number }) => number).join(', ');
  const page = empty[0]?.page ?? event.page;
  return [warn('heats_of', page, `Event ${event.number}: nobody stands in heat ${numbers}.`)];
};

/** Headers and heats that are empty, where no whole sheet's are. */
export const emptyHeaders = (reading: Reading): Warning[] => {
  const lanes = reading.lines.filter(({ role }) => role === 'empty_lane');
  const withLanes = new Set(lanes.map(({ page }) => page));
  return [
    ...headersAtTheEnd(reading),
    ...reading.events.flatMap((event) => emptyHeats(event, withLanes)),
  ];
};
