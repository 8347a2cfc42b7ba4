/** How a sheet is drawn: what a meet's host has set in Meet Manager, and what its fonts and printers do. */
import { formatSeed } from './clock.ts';
import { LABELS, type Labels } from './labels.ts';
import { GRIDS, type Columns, type Grid, type Page } from './layout.ts';
import { firstLastName, printedName } from './swimmers.ts';
import type { Meet, Swimmer } from './types.ts';

/** "Event 5 …" or "#5 …". */
export type Style = 'event' | 'hash';

export type DrawOptions = {
  /** One number for all, or one for each session in turn. */
  columns?: Columns | readonly [Columns, ...Columns[]];
  style?: Style;
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
  /** "_____" behind every lane, to write times on. */
  blanks?: boolean;
  /** Which page-top heat headers name the round. */
  topRounds?: 'some' | 'all' | 'none';
  /** A logo's words beside the titles. */
  logo?: boolean;
  /** A line at every page's foot. */
  footer?: boolean;
  /** Sentences under an event's header and between its heats. */
  remarks?: boolean;
  /** Here and there a word stands for the seed: "SCR", "DFS", a time of tenths. */
  seedWords?: boolean;
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

/** `session` counts from 0: each may have columns of its own. */
export const lookOf = (options: DrawOptions, meet?: Meet, session = 0): Look => ({
  grid: GRIDS[columnsOf(options.columns, session)],
  labels: LABELS[meet?.language ?? 'en'],
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
