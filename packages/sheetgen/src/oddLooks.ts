/** What hosts add to a heat sheet here and there: words behind a heat, lines between events, marks behind a row. */
import { bold, text, type Row } from './layout.ts';
import type { Look } from './look.ts';
import type { OddForms } from './oddForms.ts';
import type { MeetEntry, MeetEvent, MeetHeat } from './types.ts';

export type OddLook = OddForms & {
  /** Printed behind the heats' headers by turns: "(Fast Heat)"; an empty one prints nothing. */
  heatWords?: readonly string[];
  /** Lines between the events by turns: "10 MINUTE BREAK". */
  between?: readonly string[];
  /** Printed behind one row in five by turns: "SCR". */
  rowMarks?: readonly string[];
  /** A second column of times behind the seeds; flags are left out. */
  secondTimes?: { header: string; filled: boolean };
  /** Lanes without a swimmer: left out, left blank, or with a word or dashes. */
  emptyLanes?: 'none' | 'room' | '---' | 'Empty';
  /** Who swims beside a lane that nobody has gets both, with this between: "3 & 4". */
  twoLanes?: string;
  /** "L4" or "4." for lane 4. */
  laneForm?: 'L4' | '4.';
  /** The fastest seed stands first in each heat, whatever its lane. */
  bySeed?: boolean;
  /** Long names have a row of their own in heats too. */
  wrapInHeats?: boolean;
  /** Lines of sponsors below the titles and at the foot. */
  sponsors?: boolean;
  /** US Letter unless said; a landscape page has room for four columns. */
  sheet?: 'A4' | 'landscape';
};

const turn = <T>(values: readonly T[] | undefined, index: number): T | undefined =>
  values?.[index % values.length];

/** What stands behind a heat's header. */
export const heatTail = ({ options }: Look, { number }: MeetHeat): string => {
  const words = turn(options.heatWords, number);
  return words ? ` ${words}` : '';
};

/** Left, centred and bold by turns, as hosts write into a sheet's comments. */
export const rowsBetween = ({ grid, options }: Look, event: MeetEvent): Row[] => {
  const index = Number.parseInt(event.number.replace(/\D/g, ''), 10);
  const words = turn(options.between, index);
  if (!words) return [];
  if (index % 3 === 0) return [[text(grid, words, grid.width / 2, 'center')]];
  return [[index % 3 === 1 ? bold(grid, words) : text(grid, words, 6)]];
};

const MARK_EVERY = 5;

const hundredthsOf = ({ seconds }: MeetEntry): number => Math.round((seconds ?? 0) * 100);

/** A mark at the row's end. */
export const markCells = ({ grid, options }: Look, entry: MeetEntry): Row => {
  const hundredths = hundredthsOf(entry);
  const word = hundredths % MARK_EVERY ? '' : turn(options.rowMarks, hundredths / MARK_EVERY);
  return word ? [text(grid, word, grid.width - 2, 'right')] : [];
};

const FASTER = 0.98;

/** The cell of the second column of times; one in four is empty. */
export const secondTimeCells = ({ grid, options, seedOf }: Look, entry: MeetEntry): Row => {
  const filled = options.secondTimes?.filled && hundredthsOf(entry) % 4 !== 0;
  if (!filled || entry.seconds === null) return [];
  return [text(grid, seedOf(entry.seconds * FASTER), grid.width - 2, 'right')];
};

/** Its header. */
export const secondTimeHeader = ({ grid, options }: Look): Row =>
  options.secondTimes ? [text(grid, options.secondTimes.header, grid.width - 2, 'right')] : [];

/** A lane by itself: "4", "L4", "4.". */
export const laneNumber = ({ options }: Look, lane: number): string =>
  (options.laneForm ?? '4').replace('4', String(lane));

/** How a lane is printed: "4", "4a" where two share it, "3 & 4" where one has two. */
export const laneText = (
  look: Look,
  heat: MeetHeat,
  { lane }: MeetEntry,
  place: number,
): string => {
  const has = (other: number) => heat.entries.some((entry) => entry.lane === other);
  const { laneLetters, twoLanes } = look.options;
  const shared = heat.entries.filter((entry) => entry.lane === lane).length > 1;
  if (laneLetters && shared)
    return `${lane}${(laneLetters === true ? ['a', 'b'] : [' A', ' B'])[place] ?? ''}`;
  const isLast = lane === heat.firstLane + heat.lanes - 1;
  return twoLanes && !isLast && !has(lane + 1)
    ? `${lane}${twoLanes}${lane + 1}`
    : laneNumber(look, lane);
};

/** Whether the lane below has this one too. */
export const isTaken = ({ options }: Look, { entries }: MeetHeat, lane: number): boolean =>
  Boolean(options.twoLanes) && entries.some((entry) => entry.lane === lane - 1);

/** Rows for a lane nobody has; null where they are as usual. */
export const oddEmptyLane = (look: Look, lane: number): Row[] | null => {
  const { grid, options } = look;
  const { emptyLanes } = options;
  if (!emptyLanes) return null;
  if (emptyLanes === 'none') return [];
  if (emptyLanes === 'room') return [[]];
  const number = laneNumber(look, lane);
  return [[text(grid, number, grid.lane, 'right'), text(grid, emptyLanes, grid.name)]];
};
