/** Names that cannot be names, and names unlike all others of their sheet: a piece of them, or another cell, was taken for one. */
import type { Entry, Warning } from '../types.ts';
import { rowDoubt } from './rowDoubt.ts';

/** A time, which is no part of a name. */
const TIME =
  /(?<![\d.])(?:\d{1,2}:)?\d{1,2}[:.,]\d{2}[.,]\d{1,2}(?!\d)|(?<![\d.])\d{2}[.,]\d{2}(?![\d.])/;
/** What is swum: "3, Women, 50m Butterfly" is the rest of a header. */
const DISTANCE = /(?<!\d)\d{2,4}\s?m\b/i;
const LETTERS = /\p{L}/u;
/** Sheets print all their names "Last, First", or none. */
const NEARLY_ALL = 0.97;
const MIN_NAMES = 20;

const misplacedTimes = (entries: Entry[]): Warning[] =>
  entries
    .filter(({ name, team }) => [name, team].some((text) => text !== null && TIME.test(text)))
    .map((entry) => rowDoubt(entry, 'A time stands in a name'));

/** A school year where the name should stand, or a letter where a relay's team should. */
const YEAR = /^(?:FR|SO|JR|SR|GR|\d{1,2}TH)$/;
const LETTER = /^[A-Z]$/;

const misplacedCells = (entries: Entry[]): Warning[] =>
  entries
    .filter(({ name, team, relay }) => YEAR.test(name ?? '') || (relay && LETTER.test(team ?? '')))
    .map((entry) => rowDoubt(entry, 'Another cell stands where a name should'));

/** Names end in no figures; a year at school may be one's name ("JR"), but not where others have theirs in a cell. */
const FIGURES = '0123456789';
/** A para class, which some hosts write behind a name. */
const ENDS_IN_CLASS = /(?<![\p{L}\d])S[BM]?\d{1,2}$/u;
const ENDS_IN_YEAR = /\s(?:FR|SO|JR|SR)$/;

/** The header of their column is lost. */
const misplacedAges = (entries: Entry[]): Warning[] => {
  const years = entries.some(({ year }) => year !== null);
  const endsInFigure = (name: string) => FIGURES.includes(name.at(-1) ?? '-');
  const hasAge = (name: string) =>
    endsInFigure(name) && LETTERS.test(name) && !ENDS_IN_CLASS.test(name);
  const hasYear = (name: string) => years && ENDS_IN_YEAR.test(name);
  const isOdd = ({ name, year }: Entry): boolean =>
    name !== null && (hasAge(name) || (year === null && hasYear(name)));
  return entries.filter(isOdd).map((entry) => rowDoubt(entry, 'An age stands in a name'));
};

/** The rest of two lanes: "& 4 Teal, Ada". */
const BEGINS_OTHERWISE = /^[&+/,]/;

const misplacedLanes = (entries: Entry[]): Warning[] =>
  entries
    .filter(({ name, relay }) => relay === null && BEGINS_OTHERWISE.test(name ?? ''))
    .map((entry) => rowDoubt(entry, 'No name begins so'));

/** A letter or two behind a name, where nearly all others have an age and this one has none: what is left of it. */
const ENDS_IN_LETTERS = /\p{L}\s\S{1,2}$/u;

const spoiltAges = (entries: Entry[]): Warning[] => {
  const swimmers = entries.filter(({ name }) => name !== null);
  const ageless = swimmers.filter(({ age, year }) => age === null && year === null);
  if (swimmers.length < MIN_NAMES || ageless.length > swimmers.length * (1 - NEARLY_ALL)) return [];
  return ageless
    .filter(({ name }) => ENDS_IN_LETTERS.test(name ?? ''))
    .map((entry) => rowDoubt(entry, 'An age may stand in a name'));
};

const misplacedHeaders = (entries: Entry[]): Warning[] =>
  entries
    .filter(({ name }) => name !== null && DISTANCE.test(name))
    .map((entry) => rowDoubt(entry, 'A distance stands in a name'));

/** A swimmer without a name, or with an age or a blank where the name should stand. */
const nameless = (entries: Entry[]): Warning[] =>
  entries
    .filter(({ name, relay }) => relay === null && !LETTERS.test(name ?? ''))
    .map((entry) => rowDoubt(entry, 'No name'));

const withoutComma = (entries: Entry[]): Warning[] => {
  const named = entries.filter(({ name }) => name !== null);
  const odd = named.filter(({ name }) => !name?.includes(','));
  if (named.length < MIN_NAMES || odd.length > named.length * (1 - NEARLY_ALL)) return [];
  return odd.map((entry) => rowDoubt(entry, 'No first name'));
};

export const nameDoubts = (entries: Entry[]): Warning[] => [
  ...misplacedTimes(entries),
  ...misplacedHeaders(entries),
  ...misplacedLanes(entries),
  ...misplacedCells(entries),
  ...misplacedAges(entries),
  ...spoiltAges(entries),
  ...nameless(entries),
  ...withoutComma(entries),
];
