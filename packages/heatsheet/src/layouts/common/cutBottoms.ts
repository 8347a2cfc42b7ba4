/** Columns that end early though what begins the next one would have found room below them: their end was cut off. */
import { rowDoubt } from '../../checks/rowDoubt.ts';
import type { Entry, Heat, LineRole, Place, Warning } from '../../types.ts';
import { isCounted } from './countedHeats.ts';
import { median } from './median.ts';
import type { Printed } from './rowSteps.ts';

/** A page's newspaper columns by their left edges; `part` is what its pages go on in: a document, a session. */
export type PageColumns = { page: number; part: string; edges: readonly number[] };

/** A row, and what it is kept together with: its heat or, in a ranked list, its entry. */
type Item = Place & { block: Heat | Entry | null; role?: LineRole };
type Column = { part: string; items: Item[] };

/** Text may stand this far left of its column's edge. */
const OVERHANG = 4;
/** So many rows, from one to the next, stay free between two blocks, at most. */
const FREE = 2.6;
/** More such columns than this share, and more than a few: each event begins a new page. */
const MOST = 0.1;
const FEW = 2;

const itemsOf = ({ events, lines }: Printed): Item[] => [
  ...events
    .flatMap(({ heats }) => heats)
    .flatMap((heat) =>
      heat.entries.flatMap((entry) =>
        [entry, ...(entry.relay?.legs ?? [])].map(({ page, box, line }): Item => {
          return { page, box, line, block: heat.number === null ? entry : heat };
        }),
      ),
    ),
  ...lines
    .filter(({ role }) => role !== 'page_header' && role !== 'footer')
    .map((line): Item => ({ ...line, block: null })),
];

/** Whether a row stands with one above it: of the same heat or entry, or an empty lane. */
const goesOn = ({ block, role }: Item, { block: above }: Item): boolean =>
  block === above || role === 'empty_lane';

/** All columns of the sheet in the order they are read, each from its top. */
const columnsOf = (printed: Printed, pages: PageColumns[]): Column[] => {
  const items = Map.groupBy(itemsOf(printed), ({ page }) => page);
  return pages.flatMap(({ page, part, edges }) => {
    const columns = edges.map((): Item[] => []);
    for (const item of items.get(page) ?? [])
      columns[edges.findLastIndex((edge) => item.box[0] >= edge - OVERHANG)]?.push(item);
    return columns
      .filter(({ length }) => length > 0)
      .map((own) => ({ part, items: own.toSorted((a, b) => a.box[1] - b.box[1]) }));
  });
};

/** From one row to the next, where no header stands between them. */
const pitchOf = (columns: Column[]): number =>
  median(
    columns.flatMap(({ items }) =>
      items.slice(1).flatMap(({ block, box }, i) => {
        const above = items[i];
        return block && above?.block && box[1] > above.box[1] + 1 ? [box[1] - above.box[1]] : [];
      }),
    ),
  );

const bottomOf = (items: Item[]): number => Math.max(...items.map(({ box }) => box[3]));

/**
 * How high what begins a column is: headers and the first heat with its empty lanes, or the first entry of a list. Nobody knows it
 * of a list of relays, whose swimmers may be kept together.
 */
const firstBlock = ({ items }: Column): { height: number; row: Item } | null => {
  const at = items.findIndex(({ block }) => block !== null);
  const [top, row] = [items[0], items[at]];
  if (!top || !row?.block || ('relay' in row.block && row.block.relay)) return null;
  const end = items.findIndex((item, i) => i > at && !goesOn(item, row));
  const rows = end < 0 ? items : items.slice(0, end);
  return { height: bottomOf(rows) - top.box[1], row };
};

/** A column's first row with room for it, and more, at the end of the one before; whether an event begins there, and the last one's heats are counted. */
type Early = { row: Item; begins: boolean; counted: boolean };

const beginsEvent = ({ items }: Column): boolean =>
  items.find(({ role }) => role !== 'column_header')?.role === 'event_header';

/** Where several events begin columns of their own and nothing lacks before them, all may; else those before which nothing can. */
const withoutBreaks = (early: Early[]): Early[] => {
  const breaks = early.filter(({ begins, counted }) => begins && counted);
  const usual = breaks.length >= FEW;
  return early.filter(({ begins, counted }) => !begins || (!counted && !usual));
};

/** Whether event numbers that the sheet prints nowhere lie between those of two heats. */
const skipsNumbers = ({
  events,
}: Printed): ((above: Item['block'], below: Item['block']) => boolean) => {
  const numberOf = (block: Item['block']): number =>
    Number(events.find(({ heats }) => heats.some((heat) => heat === block))?.number);
  const steps = events.slice(1).map(({ number }, i) => Number(number) - Number(events[i]?.number));
  const step = Math.min(...steps.filter((one) => one > 0));
  return (above, below) => {
    const next = numberOf(above) + step;
    return next < numberOf(below) && events.every(({ number }) => Number(number) !== next);
  };
};

/** Whether an event's header stands below other rows of its column: then not each begins a new one. */
const beginsBelow = ({ items }: Column): boolean => {
  const first = items.findIndex(({ block }) => block !== null);
  return first >= 0 && items.slice(first).some(({ role }) => role === 'event_header');
};

/**
 * Doubts about what stands on top of the columns behind those that end too early. `headed` where a page's top names the event that
 * goes on as it does one that begins, and hosts may let each begin a page: then only others below each other show that these do not.
 */
export const cutBottoms = (
  printed: Printed,
  pages: PageColumns[],
  { headed = false } = {},
): Warning[] => {
  const columns = columnsOf(printed, pages).map((column) => ({
    ...column,
    bottom: bottomOf(column.items),
  }));
  const pitch = pitchOf(columns);
  const firsts = new Set(printed.events.map(({ heats }) => heats[0]?.entries[0]?.box));
  const skips = skipsNumbers(printed);
  const lowest = new Map<string, number>();
  for (const { part, bottom } of columns)
    lowest.set(part, Math.max(bottom, lowest.get(part) ?? bottom));
  const early = columns.slice(1).flatMap((next, index): Early[] => {
    const before = columns[index];
    const first = firstBlock(next);
    if (!first || before?.part !== next.part) return [];
    const room = (lowest.get(next.part) ?? before.bottom) - before.bottom;
    if (room - first.height <= FREE * pitch) return [];
    const above = before.items.findLast(({ block }) => block !== null)?.block ?? null;
    const begins = beginsEvent(next) && (!headed || firsts.has(first.row.box));
    const counted = isCounted(printed.events, above) && !(headed && skips(above, first.row.block));
    return [{ row: first.row, begins, counted }];
  });
  const ownPages = headed && !columns.some(beginsBelow);
  const cut = withoutBreaks(early).filter(({ begins }) => !begins || !ownPages);
  return cut.length > Math.max(FEW, columns.length * MOST)
    ? []
    : cut.map(({ row }) =>
        rowDoubt(row, 'It would have found room at the end of the column before'),
      );
};
