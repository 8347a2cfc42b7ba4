/** How a sheet is drawn: what a meet's host has set in Meet Manager, and what its fonts and printers do. */
import type { Paper } from './canvas.ts';
import { formatSeed } from './clock.ts';
import { LABELS, WORDS, type Labels } from './labels.ts';
import { gridFor, type Columns, type Grid, type Page } from './layout.ts';
import { firstLastName, printedName } from './swimmers.ts';
import type { OddLook } from './oddLooks.ts';
import type { Meet, MeetEntry, Swimmer } from './types.ts';

/** "Event 5 …" or "#5 …". */
export type Style = 'event' | 'hash';

export type DrawOptions = OddLook & {
  /** One number for all, or one for each session in turn. */
  columns?: Columns | readonly [Columns, ...Columns[]];
  style?: Style;
  /** In front of an event's number, in the "event" style: "Event No. 5", "Event #5", "EVENT: 5", "Ev. 5". */
  events?: 'number' | 'hash' | 'colon' | 'short';
  /** Print every heat's start time. */
  heatStarts?: boolean;
  /** Print the names of relay legs. */
  legs?: boolean;
  /** Legs without "1)". */
  bareLegs?: boolean;
  /** "Theo Marsh" for "Marsh, Theo". */
  firstNameFirst?: boolean;
  /** Names in capitals. */
  capitals?: boolean;
  /** No column of ages. */
  withoutAges?: boolean;
  /** "SR" for an age, under "Yr" and "School". */
  years?: boolean;
  /** "W109" (sex and summed ages) in front of a relay's letter. */
  relayCodes?: boolean;
  /** An A relay's letter is left out. */
  silentA?: boolean;
  /** In ranked lists, a long name has its row to itself. */
  wrap?: boolean;
  /** "22:11.02Y" for "22:11.02 Y". */
  gluedCourse?: boolean;
  /** "2:51,37". */
  decimalComma?: boolean;
  /** Dates as d/m/y. */
  dayFirst?: boolean;
  /** An f in front of i or l is an object of its own, and reads as U+03D0. */
  lostF?: boolean;
  /** Every letter is an object of its own, as some printer drivers paint. */
  letters?: boolean;
  /** "_____" behind every lane, to write times on. */
  blanks?: boolean;
  /** Which page-top heat headers name the round. */
  topRounds?: 'some' | 'all' | 'none';
  /** A logo's words beside the titles. */
  logo?: boolean;
  /** A line at every page's foot. */
  footer?: boolean;
  /** Two in one lane are "4a" and "4b", "4 A" and "4 B", or the letters stand apart from the lane. */
  laneLetters?: boolean | 'blank' | 'apart';
  /** Sentences under an event's header and between its heats. */
  remarks?: boolean;
  /** What heats' headers look like: "Heat: 1", "Heat #1", "Heat 1/4", "Heat 1A of 4". */
  heats?: 'colon' | 'hash' | 'slash' | 'letter';
  /** Other words in the column headers: "Athlete" and "Club", or all of them in capitals. */
  words?: 'club' | 'capitals';
  /** Some seeds are marked in front: "J2:10.82", "*2:10.82". */
  seedMarks?: boolean;
  /** The columns are named above an event's header, not below it. */
  columnsAbove?: boolean;
  /** No column of seeds; what marks or qualifies them is printed all the same. */
  seedless?: boolean;
  /** Headers are painted twice, a little apart, to look bold. */
  overprint?: boolean;
  /** A word across each page. */
  watermark?: boolean;
  /** Here and there a word stands for the seed: "SCR", "DFS", a time of tenths. */
  seedWords?: boolean;
  /** As a text export: lines in letters of one width; one column only. */
  typewriter?: boolean;
  /** Printed once more, in another size or sideways. */
  paper?: Paper;
  /** Spoils the pages before they are drawn; the truth stays what it was. */
  damage?: (pages: Page[]) => Page[];
  /** What the letters of the sheet's text read as, by character code: a broken encoding. */
  misread?: (code: number) => number;
};

export type Look = {
  grid: Grid;
  labels: Labels;
  style: Style;
  starts: boolean;
  legs: boolean;
  options: DrawOptions;
  nameOf: (swimmer: Swimmer) => string;
  seedOf: (seconds: number | null) => string;
};

const SEED_WORDS = ['SCR', 'DFS', 'DNS', '59.1', 'EXH'];
const EVERY = 7;

/** One seed in seven, by its last figures, is a word. */
const seedWord = (seconds: number | null): string | null => {
  const hundredths = Math.round((seconds ?? 0) * 100);
  return seconds !== null && hundredths % EVERY === 0
    ? (SEED_WORDS[(hundredths / EVERY) % SEED_WORDS.length] ?? null)
    : null;
};

const columnsOf = (columns: DrawOptions['columns'], session: number): Columns => {
  if (columns === undefined) return 2;
  if (typeof columns === 'number') return columns;
  return columns[session % columns.length] ?? 2;
};

const MARKS = ['J', '*', 'B', 'x', 'F'];

/** What one seed in five is marked with, in front of it. */
export const markOf = ({ options, seedOf }: Look, { exhibition, seconds }: MeetEntry): string => {
  if (exhibition) return 'X';
  const hundredths = Math.round((seconds ?? 0) * 100);
  const isTime = /^\d/.test(seedOf(seconds));
  const marked = options.seedMarks && isTime && hundredths % MARKS.length === 0;
  return marked ? (MARKS[(hundredths / MARKS.length) % MARKS.length] ?? '') : '';
};

/** What stands where the seed does: a time, a word, or a diver's points. */
export const seedText = ({ seedOf }: Look, { points, seconds }: MeetEntry): string =>
  points === undefined ? seedOf(seconds) : points.toFixed(2);

/** `session` counts from 0: each may have columns of its own. */
export const lookOf = (options: DrawOptions, meet?: Meet, session = 0): Look => ({
  grid: gridFor(columnsOf(options.columns, session), options.sheet),
  labels: { ...LABELS[meet?.language ?? 'en'], ...(options.words && WORDS[options.words]) },
  style: options.style ?? 'event',
  starts: options.heatStarts ?? false,
  legs: options.legs ?? true,
  options,
  nameOf: (swimmer) => {
    const name = (options.firstNameFirst ? firstLastName : printedName)(swimmer);
    return options.capitals ? name.toUpperCase() : name;
  },
  seedOf: (seconds) => {
    const seed = (options.seedWords && seedWord(seconds)) || formatSeed(seconds);
    return options.decimalComma ? seed.replace('.', ',') : seed;
  },
});
