/** One row's runs → the cells of an entry. */
import { joinRuns, rowBox, rowText, type Row } from '../../text/rows.ts';
import type { Run } from '../../text/runs.ts';
import type { Entry } from '../../types.ts';
import type { CellColumns } from './columns.ts';
import { AGE, isAge, isSecond, SLACK, TOUCHING, withAgeApart } from './secondCell.ts';
import { teamAndSeedIn } from './seedColumn.ts';
import { orNull } from './seeds.ts';

/** A name begins this near to its header. */
const NAME_SLACK = 6;

/** Where the name ends: the age cell, or the first piece in the team's column. */
const endOfName = (runs: Run[], columns: CellColumns, edge: number): number => {
  const index = runs.findIndex((run, i) => {
    const before = runs[i - 1];
    if (!before) return false;
    if (isSecond(run, columns, edge)) return true;
    if (isAge(run.text)) return false;
    const touches = Math.abs(run.x - before.right) < TOUCHING;
    return !touches && run.x >= edge + columns.third - TOUCHING * 4;
  });
  return index < 0 ? runs.length : index;
};

/** A group ("A, 12+") stands between rank and name on some sheets: what begins well left of the name's column. */
const withoutGroup = (runs: Run[], columns: CellColumns, edge: number): Run[] => {
  const name = edge + columns.who;
  const at = runs.findIndex((run) => Math.abs(run.x - name) < NAME_SLACK);
  const before = runs.slice(0, Math.max(at, 0));
  return before.every((run) => run.right < name - NAME_SLACK) ? runs.slice(before.length) : runs;
};

/** Where on the page the seeds' header stands. */
const seedEdges = ({ seed }: CellColumns, edge: number): CellColumns['seed'] =>
  seed && {
    left: edge + seed.left,
    right: edge + seed.right,
    others: seed.others.map((right) => edge + right),
    standard: edge + seed.standard,
  };

type Who = Pick<Entry, 'name' | 'age' | 'year' | 'team' | 'seed' | 'seedFlags' | 'relay'>;

const swimmer = (all: Run[], columns: CellColumns, edge: number): Who => {
  const runs = withAgeApart(withoutGroup(all, columns, edge), columns, edge);
  const end = endOfName(runs, columns, edge);
  const cell = runs[end];
  const second = cell?.text ?? '';
  const hasAge = cell !== undefined && isSecond(cell, columns, edge);
  const age = hasAge ? (AGE.exec(second)?.[1] ?? null) : null;
  return {
    name: orNull(joinRuns(runs.slice(0, end))),
    age,
    year: hasAge && age === null ? second : null,
    ...teamAndSeedIn(runs.slice(hasAge ? end + 1 : end), seedEdges(columns, edge)),
    relay: null,
  };
};

/** Sex and summed ages: "W109", "X240", "M200+". */
const RELAY_CODE = /^[WMXFGB]\d{2,3}\+?$/;
const RELAY_LETTER = /^(?:[WMXFGB]\d{2,3}\+?\s*)?([A-Z])$/;
/** A letter farther right of its header, in sizes, marks something else. */
const LETTER_WITHIN = 6;

const relay = (runs: Run[], columns: CellColumns, edge: number): Who => {
  const isCode = (run: Run, i: number) => i > 0 && RELAY_CODE.test(run.text);
  const isBelow = ({ x, size }: Run) =>
    x >= edge + columns.second - SLACK && x < edge + columns.second + LETTER_WITHIN * size;
  const letters = runs.filter(
    (run, i) =>
      i > 0 && RELAY_LETTER.test(run.text) && (isBelow(run) || isCode(runs[i - 1] ?? run, i - 1)),
  );
  const [cell] = letters;
  const rest = runs.filter((run, i) => run !== cell && !isCode(run, i));
  const letter = (cell && RELAY_LETTER.exec(cell.text)?.[1]) ?? 'A';
  return {
    name: null,
    age: null,
    year: null,
    ...teamAndSeedIn(rest, seedEdges(columns, edge)),
    relay: { letter, legs: [] },
  };
};

/** "4", "L4" or "4."; where two share a lane it may have a letter: "4a", "4 B". Somebody may have two: "3 & 4". */
const NUMBER = /^L?(\d{1,4})(?:[a-f]|\.)?(?:\s+(.*))?$/i;
const NUMBER_ALONE = /^L?(\d{1,4})(?:\.|\s?[a-f]|\s?(?:[&+/–-]|and)\s?\d{1,2})?$/i;
const LETTER = /^[a-f]$/i;

/** A lane's letter may be a piece of its own, in front of where names begin. */
const withoutLetter = ([letter, ...rest]: Run[], who: number): Run[] => {
  const [name] = rest;
  if (!letter) return [];
  const isApart = name && LETTER.test(letter.text) && name.x - letter.right > TOUCHING;
  return isApart && letter.right < who ? rest : [letter, ...rest];
};

/** The row's leading number and the runs behind it; null if the row begins otherwise. */
export const leadingNumber = (row: Row, who: number): { number: number; rest: Run[] } | null => {
  const [first, ...rest] = row.runs;
  if (!first || first.x > who - 3) return null;
  const alone = NUMBER_ALONE.exec(first.text);
  if (alone) return { number: Number(alone[1]), rest: withoutLetter(rest, who) };
  const found = NUMBER.exec(first.text);
  if (!found?.[2]) return null;
  return { number: Number(found[1]), rest: [{ ...first, text: found[2], x: who }, ...rest] };
};

/** The entry that one or, for a wrapped name, two rows hold. */
export const readEntry = (
  rows: Row[],
  { number, rest }: { number: number; rest: Run[] },
  place: { page: number; edge: number; columns: CellColumns; alternate: boolean },
): Entry => {
  const { page, edge, columns, alternate } = place;
  const cells = columns.relay ? relay(rest, columns, edge) : swimmer(rest, columns, edge);
  return {
    lane: columns.ranked ? null : number,
    rank: columns.ranked ? number : null,
    ...cells,
    note: alternate ? 'alternate' : null,
    page,
    box: rowBox(...rows),
    line: rows.map(rowText).join(' '),
  };
};
