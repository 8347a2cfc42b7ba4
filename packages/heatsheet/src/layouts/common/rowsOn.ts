/** Rows that belong to an entry above them: relay legs, and a second line of a long name or team. */
import { rowBox, rowText, type Row } from '../../text/rows.ts';
import type { LineRole, RelayLeg } from '../../types.ts';
import { addLine, type Building } from './building.ts';
import { isTime, toCells, type Cell, type Cells } from './cells.ts';

const LEG = /^(?:(\d)\s*[.):]\s*)?(\p{L}[^\d]*?)(?:[,\s]+\(?(\d{4}|\d{2})\)?)?$/u;
const YEAR_ALONE = /^\(?(\d{4}|\d{2})\)?$/;
/** Four swim, four are in reserve. */
const MOST_LEGS = 8;
/** A second line begins where its cell began, give or take this much. */
const SAME_EDGE = 3;

const yearIn = (cell: Cell | undefined): string | null =>
  YEAR_ALONE.exec(cell?.text ?? '')?.[1] ?? null;

/** A swimmer of one name: a number or a year beside it shows that it is no other word. */
const isBare = (name: string, beside: string | null): boolean =>
  beside !== null && name === name.toUpperCase() && name.length > 1;

type LegRow = { row: Row; page: number; before: number };

const addLeg = (
  legs: RelayLeg[],
  cell: Cell,
  next: Cell | undefined,
  { row, page, before }: LegRow,
): boolean => {
  const year = yearIn(cell);
  const last = legs.at(-1);
  if (year && last?.age === null) {
    last.age = year;
    last.line += ` ${cell.text}`;
    return true;
  }
  const [, order, name, age = null] = LEG.exec(cell.text) ?? [];
  if (!name || !(/[ ,]/.test(name) || isBare(name, order ?? age ?? yearIn(next)))) return false;
  const runs = row.runs.filter((run) => run.x >= cell.x && run.right <= cell.right);
  legs.push({
    order: order ? Number(order) : before + legs.length + 1,
    name: name.trim(),
    age,
    page,
    box: rowBox({ y: row.y, runs }),
    line: cell.text,
  });
  return true;
};

/** More names than eight, or names without years below ones with years, are no swimmers of the relay. */
const fit = (known: RelayLeg[], legs: RelayLeg[]): boolean =>
  known.length + legs.length <= MOST_LEGS &&
  (known.every(({ age }) => age === null) || legs.some(({ age }) => age !== null));

/** A row of a relay's swimmers, each with or without year of birth; false if it is none. */
export const readLegRow = (sheet: Building, row: Row): boolean => {
  const relay = sheet.last?.entry.relay;
  if (!relay) return false;
  const legs: RelayLeg[] = [];
  const place = { row, page: sheet.page, before: relay.legs.length };
  const all = toCells(row.runs).every((cell, at, cells) =>
    addLeg(legs, cell, cells[at + 1], place),
  );
  if (!all || !fit(relay.legs, legs)) return false;
  relay.legs.push(...legs);
  return true;
};

/** The second line of a long name or team: one cell, below where the first line's began. */
export const readWrappedRow = (
  sheet: Building,
  row: Row,
  at: { name: number; team: number | null },
): boolean => {
  const { last } = sheet;
  const [cell, ...others] = toCells(row.runs);
  if (!last || !cell || others.length > 0 || isTime(cell.text) || last.rows.length > 2)
    return false;
  const below = (x: number | null) => x !== null && Math.abs(cell.x - x) <= SAME_EDGE;
  if (below(at.team)) last.entry.team = `${last.entry.team ?? ''} ${cell.text}`.trim();
  else if (below(at.name) && last.entry.name !== null) last.entry.name += ` ${cell.text}`;
  else return false;
  last.rows.push(row);
  last.entry.box = rowBox(...last.rows);
  last.entry.line = last.rows.map(rowText).join(' ');
  return true;
};

/** Notes what a row that is no header is: `role` as an entry, else more of the entry above it, a note, or unknown. */
export const settleRow = (
  sheet: Building & { at: Cells['at'] | null },
  row: Row,
  role: LineRole | 'entry' | null,
  isNote: () => boolean,
): void => {
  if (role === 'entry') return;
  if (role) return addLine(sheet, row, role);
  if (readLegRow(sheet, row)) return;
  if (sheet.at && readWrappedRow(sheet, row, sheet.at)) return;
  addLine(sheet, row, isNote() ? 'note' : 'unknown');
};
