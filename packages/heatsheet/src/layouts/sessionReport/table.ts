/** The table of a session: "Round Event Entries Heats Starts at", and the events below it. */
import { clockTime } from '../../dates.ts';
import { joinRuns, type Row } from '../../text/rows.ts';
import type { Run } from '../../text/runs.ts';
import type { SessionRow } from '../../types.ts';
import { wholeNumber } from './lines.ts';

export type EventRow = Exclude<SessionRow, { break: string }>;

/** Left edge of the round, right edges of the numbers and the start, as of their headings. */
export type TableColumns = { round: number; entries: number; heats: number; start: number };

/** A number may end this far from its heading's end, in points. */
const SAME_EDGE = 6;

const HEADER = /^Round\s+Event\b.*\bEntries\s+Heats\b/i;
const NUMBER = /^\d[\d,]*$/;
const TIME = /^\d{1,2}:\d{2}\b/;
/** Where the real start is written by hand. */
const BLANK = /^_{4,}$/;
const AFTER = /^(?:u\b)?\s*(\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?)?\s*(?:u\b)?\s*_*$/i;
/** Round, number and name of an event: "Finals-S 11 Women 13 & Over 400 Freestyle". */
const HEAD = /^(?:([A-Za-z][\w-]*(?:\s[A-Za-z][\w-]*)?)\s+)?(\d+[A-Z]?)\s+(\D.*|\d+\s*[-&].*)$/;
const WHOLE = /^(.*?\S)\s+(\d[\d,]*)\s+(\d[\d,]*)\s+((?:u\s+)?\d{1,2}:\d{2}.*)$/i;
const ROUND =
  /^(?:Prelims?|Finals?|Semis?|Semi-?finals?|Timed Finals?|Quarter-?finals?|Swim-?offs?)\b/i;

/** The edges of the table's columns; null for a row that is no table head. */
export const tableColumns = (row: Row): TableColumns | null => {
  if (!HEADER.test(joinRuns(row.runs))) return null;
  const edgeOf = (word: RegExp): number => row.runs.find((run) => word.test(run.text))?.right ?? 0;
  return {
    round: row.runs[0]?.x ?? 0,
    entries: edgeOf(/Entries$/i),
    heats: edgeOf(/Heats$/i),
    start: row.runs.at(-1)?.right ?? 0,
  };
};

type Cells = { head: string; entries: string; heats: string; after: string };

const isNumberAt = (run: Run, edge: number): boolean =>
  NUMBER.test(run.text) && Math.abs(run.right - edge) <= SAME_EDGE;

const cellsByEdge = ({ runs }: Row, columns: TableColumns): Cells | null => {
  const entries = runs.find((run) => isNumberAt(run, columns.entries));
  const heats = runs.find((run) => isNumberAt(run, columns.heats));
  if (!entries || !heats) return null;
  return {
    head: joinRuns(runs.slice(0, runs.indexOf(entries))),
    entries: entries.text,
    heats: heats.text,
    after: joinRuns(runs.slice(runs.indexOf(heats) + 1)),
  };
};

const cellsByText = (row: Row): Cells | null => {
  const found = WHOLE.exec(joinRuns(row.runs));
  if (!found) return null;
  const [, head = '', entries = '', heats = '', after = ''] = found;
  return { head, entries, heats, after };
};

/** Whether a row's beginning is an event's: what is left of the numbers. */
export const eventHead = (text: string): Pick<EventRow, 'event' | 'name' | 'round'> | null => {
  const found = HEAD.exec(text);
  if (!found) return null;
  const [, round, event = '', name = ''] = found;
  return { event, name, round: round ?? null };
};

export type TableRow = Omit<EventRow, 'event' | 'name' | 'round'> & { head: string };

/** A row with numbers of entries and heats; `head` is what stands to their left. */
export const tableRow = (row: Row, columns: TableColumns): TableRow | null => {
  const cells = cellsByEdge(row, columns) ?? cellsByText(row);
  const start = cells && AFTER.exec(cells.after);
  if (!cells || !start) return null;
  return {
    head: cells.head,
    entries: wholeNumber(cells.entries),
    heats: wholeNumber(cells.heats),
    start: start[1] ? clockTime(start[1]) : null,
  };
};

/** Left edge of the name in an event's row; null where number and name are one piece. */
export const nameEdge = ({ runs }: Row, { event }: EventRow): number | null => {
  const number = runs.findIndex((run) => run.text === event);
  return number < 0 ? null : (runs[number + 1]?.x ?? null);
};

/** How far from the heading of the rounds a row begins. */
export const roundEdge = ({ runs }: Row, { round }: TableColumns): number =>
  (runs[0]?.x ?? Infinity) - round;

/** Whether an event's number is a piece of its own. */
export const hasNumber = ({ runs }: Row, { event }: EventRow): boolean =>
  runs.some((run) => run.text === event);

const isFigure = (run: Run, columns: TableColumns): boolean =>
  isNumberAt(run, columns.entries) ||
  isNumberAt(run, columns.heats) ||
  BLANK.test(run.text) ||
  (TIME.test(run.text) && Math.abs(run.right - columns.start) <= SAME_EDGE);

/** Whether a row that could not be read holds figures of the table: then it is an event all the same. */
export const hasFigures = (row: Row, columns: TableColumns | null): boolean =>
  columns ? row.runs.some((run) => isFigure(run, columns)) : cellsByText(row) !== null;

/** Whether such a row may be an event: then it is no note. */
export const looksLikeEvent = (row: Row, columns: TableColumns): boolean =>
  (ROUND.test(joinRuns(row.runs)) && /\d/.test(joinRuns(row.runs))) || hasFigures(row, columns);
