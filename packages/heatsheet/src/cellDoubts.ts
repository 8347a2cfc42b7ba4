/** Cells that must hold something and do not, or hold what belongs elsewhere: a column was cut off, or read wrongly. */
import { legDoubts } from './checks/legs.ts';
import { nameDoubts } from './checks/names.ts';
import { rowDoubt } from './checks/rowDoubt.ts';
import type { Reading } from './layouts/layout.ts';
import type { Entry, Software, Warning } from './types.ts';

/** These print year, team and time for everybody ("00:00,00", "NT"). */
const PRINTS_ALL = new Set<Software>(['easywk', 'splash']);
/** Elsewhere a cell is missed where so many of the others have it. */
const USUALLY = 0.9;

/** So many rows of a newspaper column without a cell, and not one with it, are no accident. */
const MANY = 3;
/** Left edges of a column's entries differ less than those of two columns, in points. */
const COLUMN_STEP = 60;

type CellName = 'seed' | 'team' | 'age';
const CELLS: Record<CellName, string> = { seed: 'time', team: 'team', age: 'age' };

const entriesOf = ({ events }: Reading): Entry[] =>
  events.flatMap(({ heats }) => heats.flatMap((heat) => heat.entries));

const has = (entry: Entry, cell: CellName): boolean =>
  entry[cell] !== null || (cell === 'age' && entry.year !== null);

/** Entries whose cell is empty though all, or most others', must not be. */
const emptyCells = (entries: Entry[], cell: CellName, all: boolean): Warning[] => {
  const empty = entries.filter((entry) => !has(entry, cell));
  const filled = entries.length - empty.length;
  if (!all && filled < entries.length * USUALLY) return [];
  return empty.map((entry) => rowDoubt(entry, `No ${CELLS[cell]}`));
};

/** Where an entry stands: its page, and about which newspaper column of it. */
const columnOf = ({ page, box }: Entry): string => `${page} ${Math.round(box[0] / COLUMN_STEP)}`;

/** Newspaper columns in which nobody has a cell that others have. */
const emptyColumns = (entries: Entry[], cell: CellName): Warning[] => {
  if (!entries.some((entry) => has(entry, cell))) return [];
  return [...Map.groupBy(entries, columnOf).values()].flatMap((own) => {
    const [first] = own;
    if (!first || own.length < MANY || own.some((entry) => has(entry, cell))) return [];
    return [rowDoubt(first, `Nobody in its column has a ${CELLS[cell]}`)];
  });
};

/** A name alone, where others have a team, may be no name: a word that stands for nobody, or a row cut off behind it. */
const namesAlone = (swimmers: Entry[]): Warning[] => {
  const cells: CellName[] = ['seed', 'team', 'age'];
  if (!swimmers.some((entry) => has(entry, 'team'))) return [];
  const alone = swimmers.filter((entry) => !cells.some((cell) => has(entry, cell)));
  return alone.map((entry) => rowDoubt(entry, 'Nothing stands behind the name'));
};

/** What `Reading.events` lack or hold in the wrong place; each doubt names the row. */
export const cellDoubts = (reading: Reading): Warning[] => {
  const entries = entriesOf(reading);
  const swimmers = entries.filter(({ relay }) => relay === null);
  const relays = entries.filter(({ relay }) => relay !== null);
  const all = PRINTS_ALL.has(reading.software);
  return [
    ...nameDoubts(entries),
    ...legDoubts(relays, reading.lines),
    ...namesAlone(swimmers),
    ...emptyCells(swimmers, 'seed', all),
    ...emptyCells(swimmers, 'team', all),
    ...(all ? emptyCells(swimmers, 'age', true) : emptyColumns(swimmers, 'age')),
    ...emptyColumns(swimmers, 'seed'),
    ...emptyCells(relays, 'team', true),
    ...emptyCells(relays, 'seed', false),
  ];
};
