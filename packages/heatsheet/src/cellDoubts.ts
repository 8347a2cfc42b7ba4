/** Cells that must hold something and do not, or hold what belongs elsewhere: a column was cut off, or read wrongly. */
import type { Reading } from './layouts/layout.ts';
import type { Entry, Software, Warning } from './types.ts';

/** These print team and time for everybody ("00:00,00", "NT"). */
const PRINTS_ALL = new Set<Software>(['easywk', 'splash']);
/** Elsewhere a cell is missed where so many of the others have it. */
const USUALLY = 0.9;
/** A time, which is no part of a name. */
const TIME =
  /(?<![\d.])(?:\d{1,2}:)?\d{1,2}[:.,]\d{2}[.,]\d{1,2}(?!\d)|(?<![\d.])\d{2}[.,]\d{2}(?![\d.])/;

/** So many swimmers on a page without age, and not one with it, are no accident. */
const MANY = 3;

const CELLS = { seed: 'time', team: 'team' } as const;
type CellName = keyof typeof CELLS;

const doubt = ({ page, line }: Entry, text: string): Warning => ({
  reason: 'rows_explained',
  page,
  text: `${text}: ${line}`,
});

const entriesOf = ({ events }: Reading): Entry[] =>
  events.flatMap(({ heats }) => heats.flatMap((heat) => heat.entries));

/** Swimmers whose cell is empty though all, or most others', must not be. */
const emptyCells = (swimmers: Entry[], cell: CellName, all: boolean): Warning[] => {
  const empty = swimmers.filter((entry) => entry[cell] === null);
  const filled = swimmers.length - empty.length;
  if (!all && filled < swimmers.length * USUALLY) return [];
  return empty.map((entry) => doubt(entry, `No ${CELLS[cell]}`));
};

/** An age may be missing here and there; on a whole page it may not, if others print it. */
const pagesWithoutAge = (swimmers: Entry[], all: boolean): Warning[] => {
  const hasAge = ({ age, year }: Entry) => age !== null || year !== null;
  if (!all && !swimmers.some(hasAge)) return [];
  return [...Map.groupBy(swimmers, ({ page }) => page).values()].flatMap((own) => {
    const [first] = own;
    return first && own.length >= MANY && !own.some(hasAge) ? [doubt(first, 'No ages')] : [];
  });
};

const misplacedTimes = (entries: Entry[]): Warning[] =>
  entries
    .filter(({ name, team }) => [name, team].some((text) => text !== null && TIME.test(text)))
    .map((entry) => doubt(entry, 'A time stands in a name'));

/** What `Reading.events` lack or hold in the wrong place; each doubt names the row. */
export const cellDoubts = (reading: Reading): Warning[] => {
  const entries = entriesOf(reading);
  const swimmers = entries.filter(({ name }) => name !== null);
  const all = PRINTS_ALL.has(reading.software);
  return [
    ...misplacedTimes(entries),
    ...emptyCells(swimmers, 'seed', all),
    ...(all ? emptyCells(swimmers, 'team', true) : []),
    ...pagesWithoutAge(swimmers, all),
  ];
};
