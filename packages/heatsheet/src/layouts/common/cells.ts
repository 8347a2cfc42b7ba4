/** A row of a start list → its cells: name, year of birth, team, seed time. */
import { joinRuns } from '../../text/rows.ts';
import type { Run } from '../../text/runs.ts';
import type { Entry } from '../../types.ts';

export type Cell = { text: string; x: number; right: number };

/** Left edges of the cells, as far as the sheet's column header tells; data may stand right of them. */
export type Columns = { name: number; year: number | null; team: number | null };

export type Cells = Pick<Entry, 'name' | 'age' | 'team' | 'seed' | 'seedFlags'> & {
  /** Where the cells stand, for a row that goes on with one of them. */
  at: { name: number; team: number | null };
};

/** A gap wider than this, in sizes, begins another cell. */
const CELL_GAP = 0.9;
/** A cell begins at its column, give or take this much. */
const AT_COLUMN = 2;
/** A year of birth may stand this far left of its header. */
const YEAR_SLACK = 22;

const YEAR = /^(?:(?:19|20)\d{2}(?:\s*\/.*)?|\d{2}|AK\s*\d+|\d{2}\+|Offen)$/i;
/** Some export their times with colons throughout: "5:23:71". */
const FIGURES = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{1,2}|\d{1,2}:\d{2}:\d{2}|\d{1,3}[.,]\d{2}|\d{2}[.,]\d`;
/** What stands where a time is missing. */
const WORDS = String.raw`N\.?T\.?|o\.?\s?Z\.?|ohne\s+(?:Melde)?zeit|abg(?:em)?(?:eldet|\.)?|keine\s+Zeit|WDR|SCR|DNS|DNF|DS?Q|NP|EXH|--`;
const TIME = new RegExp(`^(?:${FIGURES}|${WORDS})$`, 'i');
/** Seconds with a colon look like the time of day: they are a seed only where one stands. */
const SECONDS = /^\d{2}:\d{2}$/;
/** A time with its flag in one piece: "24.98*", "2:05.44 L", "2:05,44 (25m)". */
const FLAGGED = new RegExp(String.raw`^(${FIGURES})(?:\s*(\*|[A-Z]{1,3})|\s+(\(\d{2}m\)|\d{3}))$`);
const NO_TIME = /^[0:.,]+$/;
const NATION = /^[A-Z]{3}$/;
/** What stands around a seed or a name and is neither: a para class, a licence, "PK", "a.W.", "в/к". */
const FLAG =
  /^(?:\(?[A-Z]{1,4}\)?|\(?[aA]\.?\s?[KW]\.?\)?|S[BM]?\d{1,2}(?:\/.*)?|\(\d{2}m\)|\d{1,3}|[*.+]|\(?[вВ]\/?[кК]\)?)$/;
const NAME_FLAG = /\s*\((?:AK|a\.?\s?K\.?|AW|a\.?\s?W\.?|HC|EXH|PK|Tk|Fd|Td)\)\s*/gi;

const isTouching = (run: Run, before: Run): boolean =>
  run.x - before.right <= CELL_GAP * Math.max(run.size, before.size);

/** Nor farther right of it than this; a licence's number may stand there. */
const YEAR_WITHIN = 40;

/** A year stands right of its header's left edge, or a little left of it where it is long. */
const isInYearColumn = (x: number, columns: Columns | null): boolean => {
  const year = columns?.year ?? null;
  const team = columns?.team ?? null;
  const end = team === null ? (year ?? Infinity) + YEAR_WITHIN : team - AT_COLUMN;
  return (year === null || x >= year - YEAR_SLACK) && x < end;
};

/** A long name may run into the year or the team, which stay pieces of their own. */
const beginsColumn = (run: Run, columns: Columns | null): boolean => {
  if (columns === null) return false;
  const isAt = (x: number | null) => x !== null && Math.abs(run.x - x) <= AT_COLUMN;
  if (isAt(columns.team)) return true;
  // Where the team's column is not known, "06" may be the end of its name.
  const inYears = columns.team === null ? isAt(columns.year) : isInYearColumn(run.x, columns);
  return columns.year !== null && inYears && YEAR.test(run.text);
};

/** A year of four figures may reach to its team, which goes on with no name. */
const isYearAt = ({ text, x }: Run, columns: Columns | null): boolean =>
  columns?.year !== null && columns !== null && YEAR.test(text) && isInYearColumn(x, columns);

/** Runs → cells: pieces that touch are one cell, unless a column begins between them. */
export const toCells = (runs: Run[], columns: Columns | null = null): Cell[] => {
  const groups: Run[][] = [];
  const year = runs.find((run, index) => index > 0 && isYearAt(run, columns));
  for (const run of runs) {
    const before = groups.at(-1)?.at(-1);
    const goesOn = before && isTouching(run, before) && before !== year;
    if (goesOn && !beginsColumn(run, columns)) groups.at(-1)?.push(run);
    else groups.push([run]);
  }
  return groups.map((group) => ({
    text: joinRuns(group),
    x: group[0]?.x ?? 0,
    right: group.at(-1)?.right ?? 0,
  }));
};

export const isTime = (text: string): boolean => TIME.test(text);

const isSeed = (text: string): boolean => isTime(text) || SECONDS.test(text);

/** "00:00,00" is EasyWk's way to say that there is no time. */
export const seedOf = (text: string): string => (NO_TIME.test(text) ? 'NT' : text);

/** Digits of "2010", "1983/AK 35", "09"; null for "Offen", which is no year. */
export const yearDigits = (text: string): string | null => /^\d{2,4}/.exec(text)?.[0] ?? null;

const isYearCell = (cell: Cell, index: number, columns: Columns | null): boolean =>
  index > 0 && YEAR.test(cell.text) && isInYearColumn(cell.x, columns);

const withFlagsApart = (cells: Cell[]): Cell[] =>
  cells.flatMap((cell) => {
    const [, text, glued, apart] = FLAGGED.exec(cell.text) ?? [];
    return text ? [text, glued ?? apart ?? ''].map((part) => ({ ...cell, text: part })) : [cell];
  });

/** The time, and the flags behind it. */
const splitTime = (cells: Cell[]): { before: Cell[]; seed: string | null; flags: string[] } => {
  const at = cells.findLastIndex((cell, index) => index > 0 && isSeed(cell.text));
  const flags = at < 0 ? [] : cells.slice(at + 1).map((cell) => cell.text);
  if (at < 0 || !flags.every((flag) => FLAG.test(flag)))
    return { before: cells, seed: null, flags: [] };
  return { before: cells.slice(0, at), seed: seedOf(cells[at]?.text ?? ''), flags };
};

/** Codes beside a team's name: its nation before it, a licence or "PK" behind it. */
const splitTeam = (cells: Cell[]): { team: Cell[]; flags: string[] } => {
  const texts = cells.map((cell) => cell.text);
  let [from, to] = [0, cells.length];
  while (to - from > 1 && FLAG.test(texts[to - 1] ?? '')) to -= 1;
  while (to - from > 1 && (NATION.test(texts[from] ?? '') || FLAG.test(texts[from] ?? '')))
    from += 1;
  return { team: cells.slice(from, to), flags: [...texts.slice(0, from), ...texts.slice(to)] };
};

const joined = (cells: Cell[]): string | null => cells.map((cell) => cell.text).join(' ') || null;

const namePart = (cells: Cell[]): { name: string | null; flags: string[] } => {
  const text = joined(cells);
  if (text === null) return { name: null, flags: [] };
  const flags = text.match(NAME_FLAG)?.map((flag) => flag.trim()) ?? [];
  return { name: text.replaceAll(NAME_FLAG, ' ').trim() || null, flags };
};

/** Reads the cells of a row without its lane. */
export const readCells = (cells: Cell[], columns: Columns | null): Cells => {
  const { before, seed, flags } = splitTime(withFlagsApart(cells));
  const year = before.findIndex((cell, index) => isYearCell(cell, index, columns));
  const end =
    year >= 0
      ? year
      : before.findIndex(
          (cell, index) =>
            index > 0 && (columns?.team === null || !columns || cell.x >= columns.team - AT_COLUMN),
        );
  const who = namePart(end < 0 ? before : before.slice(0, end));
  const { team, flags: codes } = splitTeam(end < 0 ? [] : before.slice(year >= 0 ? year + 1 : end));
  return {
    name: who.name,
    age: year < 0 ? null : yearDigits(before[year]?.text ?? ''),
    team: joined(team),
    seed,
    seedFlags: [...who.flags, ...codes, ...flags],
    at: { name: cells[0]?.x ?? 0, team: team[0]?.x ?? null },
  };
};
